import { findLabel, namesOrder } from './find-label.ts';
import type { Line } from './line.ts';

// A label of the head inside a line, where line breaks were lost: `LONG TITLE REF: A) STATE 12`, `N/A TAGS: PREL`.
// Each alternative is anchored by fixed letters, so a scan is linear.
const inlinePattern =
  /\b(?:E\.[ \t]?O\.?[ \t]{0,3}:?[ \t]{0,3}1\d{4}|EO[ \t]{0,3}:?[ \t]{0,3}1\d{4}|TAGS?[ \t]?:|SUBJ(?:ECT)?[ \t]?:|REF(?:ERENCES?|TELS?|\(S\)|S)?[ \t]?:|(?:CLASSIFIED|CLASSFIED|CLASSIFED|CLASIFIED)[ \t]{0,3}BY\b|DERIVED[ \t]FROM[ \t]?:|DECLASSIFY[ \t]ON[ \t]?:)/gi;
// Run into the word before: A TITLEREF: (A) STATE 1, A TITLEClassified By: Jane Doe, 05/15/2018TAGS: PREL, PESUBJECT: A TITLE
const gluedPattern =
  /(?<=[A-Z\d])(?:REF(?:S|TEL)?:[ \t]{0,3}(?:\(?[Aa][.):]|(?:\d\d[ \t]?)?[A-Z]{3,}[ \t]\d)|(?:Classified By|(?<!DE|UN|RE)CLASSIFIED BY:))|(?<=\d|N\/A)TAGS:|(?<=[ ,][A-Z]{2,4})SUBJ(?:ECT)?:/;

// E.O. 12958 TRAINING: behind the order a word of the title
const citedOrder = /^[ \t]+(?!DECL|OADR|NONE|EXEMPT)[A-Z]{4,}(?![A-Z]*[ \t]?:)/;

// The first paragraph inside a line: `A TITLE ¶1. (C) Text`, `A TITLE1. (U) Text`, `1.4 (b) and (d).1. (C) Text`
const paragraphPattern =
  /¶[ \t]?1[.)](?![ \t]?[3-8][ \t]?[(a-hA-H])|(?:^|[^\d.,(]|(?<=[)a-z])\.)1[.)][ \t]{0,3}\((?:U|SBU|C|S|TS|LOU|C\/NF|S\/NF|U\/FOUO)\)|(?<=[A-Z?!"“”'’)][ \t])1[.)][ \t]{1,3}S(?:UMMARY|ummary)\b/;

/**
 * Where the text of a field ends inside a line, because a label of another field or the first paragraph begins there;
 * `undefined` if the whole line belongs to the field. `own` is a pattern of labels that may stand in the field itself.
 */
export function inlineEnd(text: string, from = 0, own?: RegExp): number | undefined {
  let end: number | undefined;
  if (text.length > 6) {
    inlinePattern.lastIndex = from;
    for (let found = inlinePattern.exec(text); found; found = inlinePattern.exec(text)) {
      if (own?.test(found[0])) continue;
      const order = /1\d{4}$/.exec(found[0]);
      const behind = order ? text.slice(found.index + found[0].length) : '';
      if (order && (!namesOrder(order[0] + behind) || citedOrder.test(behind))) continue;
      end = found.index;
      break;
    }
    inlinePattern.lastIndex = 0;
  }
  const glued = text.length > 6 ? gluedPattern.exec(text) : null;
  if (glued && glued.index >= from && !own?.test(glued[0]) && (end === undefined || glued.index < end))
    end = glued.index;
  const paragraph = paragraphPattern.exec(text);
  if (paragraph) {
    const at = paragraph.index + (/^[¶1]/.test(paragraph[0]) ? 0 : 1);
    if (at >= from && (end === undefined || at < end)) end = at;
  }
  return end;
}

/** A line cut in two at an index: both keep their place in the raw file; a part without text is left out. */
export function cutLine(line: Line, at: number): [before: Line, after: Line | undefined] {
  const after = line.text.slice(at).trim();
  return [
    { ...line, text: line.text.slice(0, at).trimEnd() },
    after === '' ? undefined : { ...line, text: after },
  ];
}

/** Whether a line opens another field of the head. */
export function opensField(text: string): boolean {
  return findLabel(text) !== undefined;
}
