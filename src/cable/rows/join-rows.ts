import { pastBlanks, type Row, readRow } from './body-row.ts';

/** A number alone on its line and the mark below it, two dashes alone and the text below them: one row. */
export function joinMarks(rows: Row[]): Row[] {
  let joined: Row[] | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.number?.rest === '' && !row.number.mark) {
      const below = pastBlanks(rows, at + 1);
      const next = rows[below];
      if (next?.mark && !next.line.afterFurniture) {
        joined ??= rows.slice(0, at);
        const last = next.line.last ?? next.line.number;
        joined.push(readRow({ ...row.line, text: `${row.line.text.trimEnd()} ${next.text}`, last }));
        at = below;
        continue;
      }
    }
    // -- / the text of its entry
    const below = rows[at + 1];
    const above = rows[at - 1];
    const isBullet = row.text === '--' && (above?.kind === 'blank' || above?.item?.scheme === '--');
    if (isBullet && below?.kind === 'text' && !below.item && !below.number && !below.mark) {
      joined ??= rows.slice(0, at);
      const last = below.line.last ?? below.line.number;
      joined.push(readRow({ ...row.line, text: `-- ${below.text}`, last }));
      at += 1;
      continue;
    }
    joined?.push(row);
  }
  return joined ?? rows;
}

/** Drops blank lines that furniture left between a heading and its rules; a rule's last dashes may stand on the next line. */
export function joinRules(rows: Row[]): Row[] {
  let joined: Row[] | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    if (row.text.length < 3 && isBelowRule(rows, at) && /^[-=_*]+$/.test(row.text)) {
      row.kind = 'rule';
      row.item = undefined;
    }
    if (row.line.afterFurniture && row.kind !== 'blank' && rows[at - 1]?.kind === 'blank') {
      joined ??= rows.slice(0, at);
      let before = joined.length - 1;
      while (before >= 0 && joined[before]?.kind === 'blank') before -= 1;
      if (row.kind === 'rule' || joined[before]?.kind === 'rule') joined.length = before + 1;
    }
    joined?.push(row);
  }
  return joined ?? rows;
}

/** A rule stands above, or a title as short as its underline: `U.K.`. */
function isBelowRule(rows: readonly Row[], at: number): boolean {
  const above = rows[at - 1];
  const isTitle =
    above?.kind === 'text' && rows[at - 2]?.kind === 'blank' && /^[A-Z.]{2,4}$/.test(above.text);
  return above?.kind === 'rule' || isTitle;
}
