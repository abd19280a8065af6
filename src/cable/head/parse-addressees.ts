import type { Addressee, PrecedenceName } from '../cable.ts';
import type { Report } from '../diagnostics.ts';
import { findPost } from '../find-post.ts';
import { codeAt, firstCode, type Line } from '../lines/line.ts';
import { trimSigns } from '../lines/trim-signs.ts';
import { editDistance } from '../nearest-words.ts';
import { figuresOf } from './parse-distribution.ts';

// RUEHC/SECSTATE; ZEN/AMEMBASSY; with the slash misprinted or lost: RUEHC\\SECSTATE, RUEHC//SECSTATE, RUEHC SECSTATE
const ROUTE =
  /^[ \t]*(?:(R[A-Z]{4,7}|ZEN)[ \t]?(?:[/\\|][ \t]*(?!\/)|\/\/(?=AM|US|SEC))|(R[UH][A-Z]{3,5})[ \t]+(?=AM(?:EMB|CON)|US(?:MISSION|DEL|INT|EU|UN)\b|SECSTATE|SECDEF|CIA |NSC |DIA |JOINT |[A-Z ]{3,40}COLLECTIVE))/;
const LAST_WORD = /[ \t,/(]+(NIACT(?:[ \t]+IMM[A-Z]*)?|[A-Z]{5,10})[.,)]?$/;
// Last token only: 4566, 2276-2279, 1234/1235
// Two figures are a number behind a precedence or a post: AMEMBASSY LONDON 12.
const MCN =
  /(?:[ \t]+(\d{3,6}(?:[-/]\d{1,6})?)|(?<=PRIORITY|IMMEDIATE|ROUTINE|FLASH|WASHDC|^(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE|USUN|USEU) [A-Z .'’-]{3,30})[ \t]+(\d{1,2}))$/;
// PRIORITY 84O1, as a scanner read it
const MISREAD_NUMBER = /[ \t](?=\d*[OIl])(?=[OIl]*\d)[0-9OIl]{3,5}$/;
// AMCONSUL DANANG BY POUCH; unnumbered: AMEMBASSY NEW DELHI UNN
const DELIVERY = /[ \t]+(?:UNN|\(?(?:(?:BY|VIA) )?POUCH\)?)$/;
const NUMBERED_UNIT = /\b(?:CTF|DET|TF|CTG|JTF|CJTF|FBI|CG|CTU|JIATF|TASK FORCE)$/;
const OFFICE = /[ \t]?\/\/(.*?)(?:\/\/)?[ \t]*$/;
const COLLECTIVE =
  /COLLECTIVES?$|^ALL [A-Z ]*(?:POSTS?|EMBASSIES|MISSIONS|CONSULATES)\b|^(?:ALL )?[A-Z]{2,} CAPITALS$|^SPECIAL EMBASSY PROGRAM$|^ALDAC$/;
const PARTED_COLLECTIVE = /(?<= )C ?O ?L ?L ?E ?C ?T ?I ?V ?E$/;
// Kinds of senders and addressees: a line that begins so is no continuation.
const KIND =
  /^(?:AM|US|SEC|DEPT|CINC|COM|HQ|JCS|DIA|CIA|NSC|NSA|FBI|REO|RPO|AIT|DEA|IRAN|WHITE|TREAS|ALL|CTF|CDR|NATO|JOINT|POL|FAA|INS|CDC|EPA|NASA|NRC|DOD|DOE|DOJ|DHS|HHS|USDA|EUR|RAL|TSA|OSD|OPEC|GENEVA|MINISTRY|BIL|[A-Z]+ COLLECTIVE)/;
const ATTENTION =
  /^((?:US|CINC|COM|SEC|AM|DEPT|EMBASSY|DEPARTMENT|JCS|HQ|WHITE HOUSE|STATE)[A-Z/ ]*?)[ \t]+FOR[ \t]+(\S.*)$/;
const POST_KIND =
  /^[ \t]*(?:AMEMBASSY|AMCONSUL|USMISSION|USUN|USDEL|USEU|USINT|USLO|SECDEF|SECSTATE|(?:US)?CINC[A-Z]{2,6}|(?:JCS|DIA|CIA|NSC)(?! FOR| PASS| PL))\b/;
const SEVERAL = /^[ \t]*(?:[A-Z]+\/)?(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)[ \t]/;
const INNER_KIND = /(?<=[A-Z0-9]{3})[ \t]+(?=(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USLO|USDEL)[ \t][A-Z])/;
const INNER_START =
  /(?<=\S)[ \t]+(?=XMT[ \t]|(?:EXCEPT|LESS)[ \t](?:AM|US)[A-Z]|R(?:[UH][A-Z]{3,5}\/[A-Z]{2}|[A-Z]{4,7}\/(?:AM|US|SEC)[A-Z]{3}))/;
const EXEMPTS = /[ \t](?:XMT|EXCEPT|LESS)[ \t]/;
const XMT = /^[ \t]*(?:XMT|XMIT|EXCEPT|LESS)[ \t]+/;

const precedenceNames = new Map<string, PrecedenceName>([
  ['FLASH', 'FLASH'],
  ['IMMEDIATE', 'IMMEDIATE'],
  ['IMMED', 'IMMEDIATE'],
  ['PRIORITY', 'PRIORITY'],
  ['ROUTINE', 'ROUTINE'],
  ['DEFERRED', 'DEFERRED'],
]);

/** Whether a line begins with a routing indicator. */
export function isRouted(text: string): boolean {
  const code = firstCode(text);
  return (code === 82 || code === 90) && ROUTE.test(text.slice(0, 40));
}

const INFO_INSIDE =
  /(?:[ \t]|(?<=\d|WASHDC|PRIORITY|IMMEDIATE|ROUTINE))(INFO[ \t]+)(?=R[A-Z]{4,7}\/|AM(?:EMB|CON)|US[A-Z]|SEC(?:STATE|DEF)|NSC |DIA |CIA |JCS |[A-Z]{3,15} [A-Z ]{0,30}COLLECTIVE)/;

/** Where the INFO list begins inside a line of addressees, 0 if it does not. */
export function infoInside(text: string): number {
  const found = text.length < 400 && text.includes('INFO') ? INFO_INSIDE.exec(text) : null;
  return found ? found.index + found[0].length - (found[1]?.length ?? 0) : 0;
}

/** Whether a line below a blank one is surely an addressee: it names a kind of post. */
export function isPost(text: string): boolean {
  return text.length < 70 && POST_KIND.test(text) && text === text.toUpperCase() && !text.includes(':');
}

/** Whether a line can be an addressee on its own: a route, a kind of sender, capitals without a stop. */
export function isAddressee(text: string): boolean {
  if (isRouted(text)) return true;
  const name = text.trim().replace(/\.$/, '');
  return name.length < 70 && KIND.test(name) && name === name.toUpperCase() && !/[.:;?!]/.test(name);
}

/**
 * Reads one addressee: `[route/] name [//office//] [precedence] [mcn]`. Last comes off first: the message continuity number,
 * then the precedence. Source: ACP 127; cable format, section 4.3.
 */
export function parseAddressee(text: string): Addressee {
  const raw = text.trim();
  const addressee: Addressee = { raw, name: raw };
  // PRIORITY4566, WASHDC1234, WASHDC-1234: the blank is lost
  let name = raw.slice(0, 300);
  if (endsInSign(name)) name = name.replace(/(?<=[A-Z]{3}|\d)[.,;]$|(?<=\d)\/\/$/, '');
  if (name.includes(' UNN') || name.includes('POUCH')) name = name.replace(DELIVERY, '');
  if (MISREAD_NUMBER.test(name.slice(-7))) name = name.replace(/\S+$/, figuresOf);
  if (endsInDigit(name)) name = name.replace(/\b(PRIORITY|IMMEDIATE|ROUTINE|WASHDC)-?(?=\d{3,6}$)/, '$1 ');
  // IMMEDIATE 1,234
  if (endsInDigit(name)) name = name.replace(/(?<=[A-Z] \d{1,2}),(?=\d{3}$)/, '');
  const route = ROUTE.exec(name);
  if (route) {
    addressee.route = route[1] ?? route[2] ?? '';
    name = name.slice(route[0].length);
  }
  const takeNumber = (): void => {
    const mcn = MCN.exec(name);
    const before = name.slice(0, mcn?.index ?? 0);
    if (!mcn || NUMBERED_UNIT.test(before)) return;
    addressee.mcn = mcn[1] ?? mcn[2] ?? '';
    name = before;
  };
  if (endsInDigit(name)) takeNumber();
  // DILI 0765 0766
  if (addressee.mcn && endsInDigit(name) && /(?: 0\d{3}| WASHDC \d{4})$/.test(name)) {
    const last = addressee.mcn;
    takeNumber();
    addressee.mcn = `${addressee.mcn} ${last}`;
  }
  const takePrecedence = (): void => {
    const last = LAST_WORD.exec(` ${name}`);
    const precedence = last?.[1] && precedenceOf(last[1]);
    if (!last || !precedence) return;
    addressee.precedence ??= precedence;
    name = name.slice(0, Math.max(0, last.index - 1));
  };
  takePrecedence();
  // PRIORITY PRIORITY
  if (addressee.precedence && name.endsWith('Y')) takePrecedence();
  // WASHDC 1234 PRIORITY: the number before it
  if (addressee.precedence && !addressee.mcn && endsInDigit(name)) takeNumber();
  const office = name.includes('//') ? OFFICE.exec(name) : null;
  if (office) {
    const words = (office[1] ?? '').replace(/^\/+|\/+$/g, '');
    if (words) addressee.office = words;
    name = name.slice(0, office.index);
    // PRIORITY//J5//
    if (!addressee.precedence) takePrecedence();
  }
  const attention = name.includes('FOR') ? ATTENTION.exec(name) : null;
  if (attention?.[1] && attention[2]) {
    addressee.attention = attention[2].trim();
    name = attention[1];
  }
  if (name.includes('  ') || name.includes('\t')) name = name.replace(/[ \t]+/g, ' ');
  name = trimSigns(name, ' ,;/');
  addressee.name = name === '' ? raw : name;
  if (COLLECTIVE.test(addressee.name)) addressee.collective = true;
  return addressee;
}

function endsInSign(text: string): boolean {
  return '.,;/'.includes(text.at(-1) ?? ' ');
}

function endsInDigit(text: string): boolean {
  const last = codeAt(text, text.length - 1);
  return last >= 48 && last <= 57;
}

/** The precedence that a word is, with a letter or two wrong: `PRIORTIY`, `IMEDIATE`. */
function precedenceOf(word: string): PrecedenceName | undefined {
  if (word.startsWith('NIACT')) return 'NIACT IMMEDIATE';
  const known = precedenceNames.get(word);
  const first = codeAt(word, 0);
  if (known || (first !== 73 && first !== 80 && first !== 82) || word.length < 6) return known;
  if (first === 80) return editDistance(word, 'PRIORITY') < 3 ? 'PRIORITY' : undefined;
  if (first === 73) return editDistance(word, 'IMMEDIATE') < 3 ? 'IMMEDIATE' : undefined;
  return editDistance(word, 'ROUTINE') < 2 ? 'ROUTINE' : undefined;
}

/**
 * Reads the lines of a TO or INFO list: broken names are joined, exempt posts (XMT) go to the collective above them, a name
 * with one letter wrong is read as the post it must be.
 *
 * @param above the list above, whose collective the exempt posts are of where this one has none
 */
export function parseAddressees(
  lines: readonly Line[],
  report: Report,
  year?: number,
  above: readonly Addressee[] = [],
): Addressee[] {
  const list: Addressee[] = [];
  let exempt: Addressee | undefined;
  let hasExempt = false;
  let ambiguous: Line | undefined;
  for (const line of joinBroken(parted(lines))) {
    const isXmt = XMT.test(line.text);
    const text = isXmt ? line.text.replace(XMT, '') : line.text;
    for (const part of splitNames(text)) {
      const addressee = parseAddressee(part);
      addressee.lines = [line.number, line.last ?? line.number];
      repairName(addressee, report, year);
      reportPrecedence(addressee, report);
      if (isXmt) {
        hasExempt = true;
        exempt = collectiveOf(list, above);
        if (exempt) exempt.excluded = [...(exempt.excluded ?? []), addressee.name];
        else list.push({ ...addressee, raw: line.text.trim() });
        if (exempt) exempt.raw = `${exempt.raw} ${line.text.trim()}`;
        continue;
      }
      if (hasExempt && exempt && !addressee.route && !addressee.precedence) {
        ambiguous ??= line;
        if (!exempt.excluded?.includes(addressee.name)) {
          exempt.excluded = [...(exempt.excluded ?? []), addressee.name];
          exempt.raw = `${exempt.raw} ${part.trim()}`;
          continue;
        }
      } else if (hasExempt) ambiguous ??= line;
      list.push(addressee);
    }
  }
  if (ambiguous) report('xmt-ambiguous', [ambiguous.number, ambiguous.number]);
  return list;
}

/** Lines of several addressees, each with its route, or with posts that are exempt behind a name: `ARAB COLLECTIVE XMT AMEMBASSY TUNIS`. */
function parted(lines: readonly Line[]): Line[] {
  const all: Line[] = [];
  for (const line of lines) {
    const { text } = line;
    if (text.length > 2000 || !mayGoOn(text)) all.push(line);
    else
      for (const part of text.split(INNER_START))
        for (const one of SEVERAL.test(part) ? part.split(INNER_KIND) : [part])
          all.push(one === text ? line : { ...line, text: one });
  }
  return all;
}

/** Cheap: whether another route, kind of post or XMT may stand behind other words of the line. */
function mayGoOn(text: string): boolean {
  return (
    text.lastIndexOf(' ', text.lastIndexOf('/')) > 0 ||
    text.lastIndexOf(' AM') > 2 ||
    text.lastIndexOf(' US') > 2 ||
    text.includes('\t') ||
    EXEMPTS.test(text)
  );
}

/** The collective that exempt posts are of: the last of the list, or of the one above. */
export function collectiveOf(list: readonly Addressee[], above: readonly Addressee[]): Addressee | undefined {
  const isCollective = ({ collective }: Addressee) => collective === true;
  return list.findLast(isCollective) ?? above.findLast(isCollective) ?? list.at(-1);
}

/** Several names on one line of the 1970s: `AMEMBASSY ALPHA, USMISSION NATO`. */
function splitNames(text: string): string[] {
  if (!/[,;]/.test(text) || isRouted(text) || text.includes('//')) return [text];
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const full = parts.filter((part) => part !== '');
  const names = full.filter((part) => KIND.test(part) || findPost(part) !== undefined);
  return full.length > 1 && names.length === full.length ? full : [text];
}

function repairName(addressee: Addressee, report: Report, year?: number): void {
  // broken at a line's end: COLLEC TIVE
  if (!addressee.collective && addressee.name.endsWith('E') && PARTED_COLLECTIVE.test(addressee.name)) {
    addressee.name = addressee.name.replace(PARTED_COLLECTIVE, 'COLLECTIVE');
    addressee.collective = true;
  }
  const { name } = addressee;
  const kind = /^(AMEMBASSY|AMCONSUL|USMISSION|AMEMBASY|AMEMBSSY|AMEMASSY|AMEMBASSEY)[ \t]+(.+)$/.exec(name);
  if (!kind?.[2] || addressee.collective || kind[2].length < 5) return;
  if (findPost(name, { year })) return;
  const match = findPost(name, { year, near: 1 });
  if (match?.how !== 'near') return;
  addressee.name = match.post.name;
  report('addressee-repaired', addressee.lines ?? [1, 1], {
    detail: `${name} is read as ${match.post.name}.`,
    raw: name,
  });
}

/** Tells of a precedence that was misspelt; NIACT and IMMED are short. */
function reportPrecedence({ raw, precedence, lines = [1, 1] }: Addressee, report: Report): void {
  if (!precedence || raw.includes(precedence) || /\b(?:NIACT|IMMED)\b/.test(raw)) return;
  report('addressee-repaired', lines, { detail: `Its precedence is read as ${precedence}.`, raw });
}

/** AMEMBASSY at the line's end and QUITO 0012 on the next; a precedence or a number alone. */
export function goesOnBelow(before: string, text: string): boolean {
  if (text.trim() === '' || isRouted(text) || XMT.test(text)) return false;
  return (
    (/(?:^|[/ \t])(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE)$/.test(before) && !POST_KIND.test(text)) ||
    (before !== '' && /^[ \t]*(?:(?:PRIORITY|IMMEDIATE|ROUTINE)(?:[ \t]+\d{3,6})?|\d{4})$/.test(text))
  );
}

/** A name that was broken at the end of a line: the next line has no route while the lines around have one. */
function joinBroken(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const before = joined[joined.length - 1];
    if (before && isBroken(before.text, line.text, lines[index + 1]?.text)) {
      joined[joined.length - 1] = {
        ...before,
        text: joinName(before.text, line.text.trim()),
        last: line.last ?? line.number,
      };
    } else joined.push(line);
  }
  return joined;
}

/** AMEMBASSY KUALA / LUMPUR has a blank between, AMEMBASSY KA / BUL has none. */
function joinName(before: string, text: string): string {
  const joined = before + text;
  const { name } = parseAddressee(joined);
  return /[A-Z]$/.test(before) && findPost(name)?.post.name === name ? joined : `${before} ${text}`;
}

/** AMEMBASSY KUALA / LUMPUR, without routes. */
function isPartOfPost(before: string, text: string): boolean {
  if (!POST_KIND.test(before) || POST_KIND.test(text) || KIND.test(text.trim()) || XMT.test(text))
    return false;
  // AMEMBASSY QUITO//POLAD// is whole
  if (before.includes('//')) return false;
  const name = text.trim();
  return (
    /^[A-Z]{2,12}(?:[ \t]|$)/.test(name) &&
    !findPost(before) &&
    findPost(parseAddressee(`${before} ${name}`).name) !== undefined
  );
}

function isBroken(before: string, text: string, next: string | undefined): boolean {
  if (goesOnBelow(before, text) || isPartOfPost(before, text)) return true;
  if (!isRouted(before) || isRouted(text) || XMT.test(before) || XMT.test(text)) return false;
  if (next !== undefined && !isRouted(next) && !XMT.test(next)) return false;
  const name = text.trim();
  if (/^(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH|NIACT)\b/.test(name)) return true;
  if (/^COLLECTIVES?\b/.test(name)) return true;
  if (KIND.test(name)) return false;
  const bare = parseAddressee(name).name;
  if (findPost(bare)) return false;
  return !(COLLECTIVE.test(bare) && bare.split(' ').length >= 3);
}
