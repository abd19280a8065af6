// 1.4 / 1. 4 / 1,4 / 1.5 / 1-4 (b) / 1/4 (b) / l.4 (b); 3.3 (b) of order 13526
const numberPattern =
  /(?<![\d.])1[ \t]?(?:[.,]|-(?=[3-8][ \t]?\()|\/(?=[3-8][ \t]?\([a-hA-H]\b))[ \t]?([3-8])(?!\d)|(?<=[ \t:(])[lI]\.([3-8])(?=[ \t]?\()|(?<![\d.])(3\.3)(?=[ \t]?\([a-h]\))/g;
// Reason 14(b): the stop is lost
const stopless = /\bREASONS?[ \t:]{1,3}1([3-8])(?=[ \t]?\()/gi;
// One letter, or several in one bracket, behind the number or another letter: (b), B/D, (b,d), b and d, (b) an (d), (bd), [b], {b}, "b", (b(, (b0, (band (d), (b,) and; BD right behind the number
const letterPattern =
  /^(?:[ \t]|,\)|[.,;:/&+-]|\band\b|\ban(?=[ \t][([])|\bor\b|\bas\b|\bwell\b|\bparagraphs?\b|\bsub-?sections?\b|\bsections?\b){0,8}(?:[([{"“][ \t]?([a-h]{1,4})[ \t]?(?=[()\]}"”,/&;+. \t-]|0(?!\d)|and[ \t]?\(|$)|([a-h])(?![a-z0-9'’.]\w)(?![a-z]))[ \t]?(?:[)\]}"”]|0(?!\d)|\((?![a-h]))?/i;
const runTogether = /^[a-h]{2,4}(?![a-z])/i;
// B. D.
const stopped = /^\.[ \t][A-H]\.?[ \t]*$/;
// (b-d), (b through d), (b) to (d)
const throughPattern = /^[ \t]?(?:-|THROUGH|THRU|TO\b)[ \t]?\(?([a-h])(?![a-z])\)?/i;
// (b) foreign government information and (d) foreign relations
const explainedPattern = /^[ \t]*[,;:-]?[ \t]*(?:[a-z]{2,}[ \t,;/-]{1,3}){1,8}(?=\([a-h]\))/i;
const exemptionPattern = /^[ \t]?\(?[ \t]?(X[1-9])\b\)?(?:,|[ \t]?and\b|[ \t]?&)?/i;

/** The reasons given for a classification, and where the first number of them stands. */
export interface Reasons {
  /** Like `1.4(b)`; a number without letters as `1.4`. */
  reasons: string[];
  /** Index of the first number; `undefined` if there is none. */
  start?: number;
  /** Index behind the last letter. */
  end?: number;
}

/**
 * Reads the reasons of a Classified-by line in all the forms they are typed: `1.4 (b) and (d)`, `1.4 B/D`, `1. 4 (b,d)`,
 * `1.5(B), (D)`, `1,4 (b)`. Source: executive orders 12356, 12958 and 13526.
 */
export function classificationReasons(text: string): Reasons {
  const found: { at: number; end: number; number: string }[] = [];
  for (let match = numberPattern.exec(text); match; match = numberPattern.exec(text)) {
    found.push({
      at: match.index,
      end: match.index + match[0].length,
      number: match[3] ?? `1.${match[1] ?? match[2]}`,
    });
  }
  if (found.length === 0) {
    for (let match = stopless.exec(text); match; match = stopless.exec(text)) {
      const end = match.index + match[0].length;
      found.push({ at: end - 2, end, number: `1.${match[1]}` });
    }
  }
  const reasons = new Set<string>();
  let end: number | undefined;
  for (const [index, { end: from, number }] of found.entries()) {
    const limit = Math.min(found[index + 1]?.at ?? text.length, from + 120);
    let at = from;
    let lettered = false;
    for (
      let exempt = exemptionPattern.exec(text.slice(at, limit));
      exempt?.[1];
      exempt = exemptionPattern.exec(text.slice(at, limit))
    ) {
      reasons.add(`${number}${exempt[1].toUpperCase()}`);
      at += exempt[0].length;
    }
    if (at > from) {
      end = at;
      continue;
    }
    const run = runTogether.exec(text.slice(at, limit))?.[0].toLowerCase();
    if (run !== undefined && [...run].sort().join('') === run) {
      for (const one of run) reasons.add(`${number}(${one})`);
      lettered = true;
      at += run.length;
    }
    for (;;) {
      if (lettered) at += explainedPattern.exec(text.slice(at, limit))?.[0].length ?? 0;
      const letter = letterPattern.exec(text.slice(at, limit));
      // A full stop ends the list; one right behind the number does not.
      if (!letter || (lettered && letter[0].includes('.') && !stopped.test(text.slice(at, limit)))) break;
      const letters = (letter[1] ?? letter[2] ?? '').toLowerCase();
      // A word such as "bad" in a bracket is none: letters stand in the order of the alphabet.
      if ([...letters].sort().join('') !== letters) break;
      for (const one of letters) reasons.add(`${number}(${one})`);
      lettered = true;
      at += letter[0].length;
      const through = throughPattern.exec(text.slice(at, limit));
      if (!through) continue;
      for (let code = letters.charCodeAt(letters.length - 1) + 1; code <= lowerCode(through[1]); code += 1)
        reasons.add(`${number}(${String.fromCharCode(code)})`);
      at += through[0].length;
    }
    if (!lettered) reasons.add(number);
    end = at;
  }
  const list = [...reasons].filter(
    (reason) => !/^1\.\d$/.test(reason) || ![...reasons].some((other) => other.startsWith(`${reason}(`)),
  );
  return { reasons: list, start: found[0]?.at, end };
}

function lowerCode(letter = ''): number {
  return letter.toLowerCase().charCodeAt(0);
}
