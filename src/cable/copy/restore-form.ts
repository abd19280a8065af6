import type { Report } from '../diagnostics.ts';
import type { Line } from '../lines/line.ts';

/** `MRN: 12 LIMA 40 Date/DTG: Apr 19, 2012 / 192214Z APR 12 From: AMEMBASSY LIMA ...`: the head of a form on one line. */
const HEAD = /(?:^|[ \t])MRN:[ \t].{1,80}[ \t]Date\/DTG:[ \t]/;
const HEAD_LABEL =
  /(?<=^|[ \t])(?:MRN|Date\/DTG|From|Action|E\.O\.|TAGS|Captions|References?|Pass Line|Subject):(?=[ \t])/g;
/** `Signature: DOE Drafted By: POL:Roe, Jane ...`, `Drafted By: POL:Roe, Jane Cleared By: ...`: its end. */
const END =
  /^[ \t]*(?:Signature:[ \t].{0,80}[ \t]Drafted By|Drafted By:[ \t].{0,200}[ \t](?:Cleared|Approved|Released) By):(?:[ \t]|$)/;
const END_LABEL =
  /(?<=^|[ \t])(?:Signature|Drafted By|Cleared By|Approved By|Released By|Info|XMT|Attachments|Dissemination Rule):(?=[ \t]|$)/g;
/** Behind the title, with a mark. */
const FIRST_PARAGRAPH = /[ \t](?=1\. {0,3}\((?:U|SBU|C|S|TS|C\/NF|S\/NF)\) )/;
const longest = 20_000;

/** Breaks the head and the end of a printed form before their labels, where a copy has lost their line ends. */
export function restoreForm(lines: readonly Line[], report: Report): readonly Line[] {
  const isForm = ({ text }: Line) => text.includes('MRN:') && HEAD.test(text.slice(0, longest));
  if (!lines.some(isForm)) return lines;
  return lines.flatMap((line) => {
    const { text } = line;
    const isHead = text.length < longest && HEAD.test(text);
    if (!isHead && !(text.length < longest && END.test(text))) return [line];
    report('line-breaks-restored', [line.number, line.number]);
    const first = isHead ? (FIRST_PARAGRAPH.exec(text)?.index ?? text.length) : text.length;
    const labels = text.slice(0, first).matchAll(isHead ? HEAD_LABEL : END_LABEL);
    const starts = [0, ...Array.from(labels, ({ index }) => index), first];
    return starts
      .map((start, at) => text.slice(start, starts[at + 1]).trim())
      .filter((part) => part !== '')
      .map((part) => ({ ...line, text: part }));
  });
}
