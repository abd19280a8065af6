import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorsOf, readBody, textsOf, wordsOf } from './read-body.ts';

/** Lines that mean something at their start, their end or alone. */
const odd = fc.constantFrom(
  '',
  '',
  '1. (C) The harbor is open.',
  '2. (C) Ships arrive',
  '¶3. (SBU) A list:',
  '3. Text without a mark.',
  '4. C) Misprinted.',
  '(C) 5. Turned round.',
  '2a. (U) With a letter.',
  '12 bis. (C) Again.',
  '200 ships came',
  '1.5 million tons',
  '1990. That was the year',
  'a. First',
  'b. (C) Second',
  '(1) one',
  '(2) two',
  'i. roman',
  'ii. roman',
  '-- A point',
  '   -- a lower point',
  '- --  A dash',
  '* star',
  'o Bullet',
  '------',
  '--------------------------------------------------------------------',
  '* * * * *',
  'SUMMARY',
  'Summary:',
  'END SUMMARY.',
  'COMMENT:',
  'The Harbor Committee',
  '------- SUMMARY -------',
  'Begin text:',
  'End text.',
  'BEGIN UNOFFICIAL TRANSLATION',
  'QUOTE',
  'UNQUOTE',
  'E.O. 12958: N/A',
  'TAGS: PREL, XX',
  'SUBJECT: INNER',
  'Name: Jane Doe',
  'Born: 1950',
  'Port      Ships     Tons',
  'Alpha      12        1200',
  'Beta        7         300',
  'XXXXXXXXXXXX said so',
  'told the minister           B6',
  'DOE',
  'ROE',
  'NNNN',
  'DOE NNNN End Cable Text',
  'End Cable Text',
  'BT',
  'GP-3',
  'NOTE BY OC/T: NOT PASSED ABOVE ADDRESSEES.',
  'Visit our website: http://www.example.com/harbor',
  'Signature: Smith',
  'CONFIDENTIAL',
  'See http://www.example.com/a/',
  'b.html for it.',
  'It ended. 2. (C) Run together. DOE',
  'C - ENTIRE TEXT.',
  '@@',
);
const word = fc.stringMatching(/^[A-Za-z]{1,9}[.,:;)?]?$/);
const running = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const oddText = fc.array(fc.oneof(odd, odd, running), { maxLength: 40 }).map((lines) => lines.join('\n'));
const noise = fc
  .array(fc.constantFrom(...'  ()[]{}.:-=_*#¶0123459aAbBcCxXNoiv/\\"\'<&>'), { maxLength: 30 })
  .map((characters) => characters.join(''));

describe('whatever the lines say', () => {
  test('words in are words out', () => {
    fc.assert(
      fc.property(oddText, fc.boolean(), (text, stamped) => {
        const result = readBody(text, { stamped });
        expect(wordsOf(textsOf(result))).toEqual(wordsOf(text.split('\n').filter((line) => line !== '@@')));
      }),
      { numRuns: 1500 },
    );
  });

  test('letters and digits in are letters and digits out, also of noise', () => {
    const letters = (texts: readonly string[]) => wordsOf(texts).join('').split('').sort().join('');
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, noise, odd), { maxLength: 30 }), (lines) => {
        const kept = lines.filter((line) => line !== '@@');
        // leading zeros of a paragraph number are not kept
        const zeros = (text: string) => text.replaceAll('0', '');
        expect(zeros(letters(textsOf(readBody(kept.join('\n')))))).toBe(zeros(letters(kept)));
      }),
      { numRuns: 1000 },
    );
  });

  test('of running text every sign stays, in its order', () => {
    const sign = fc.constantFrom(...'.,:;()[]{}-_=*#¶/\\|"\'’“”«»<>&%$€£§°!?@+~^`');
    const part = fc.tuple(fc.stringMatching(/^[a-z]{2,7}$/), sign, sign, fc.stringMatching(/^[a-z]{2,7}$/));
    const line = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const { body } = readBody(`1. (C) The ${lines.join(' and\n')} end\n\nDOE`);
        const words = body.map((block) => ('text' in block ? block.text : '')).join(' ');
        expect(words.replace(/\s/g, '')).toBe(`The${lines.join('and')}end`);
      }),
      { numRuns: 500 },
    );
  });

  test('anchors are unique, and no paragraph anchor holds a hyphen', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { body } = readBody(text);
        const anchors = anchorsOf(body);
        expect(new Set(anchors).size).toBe(anchors.length);
        const headings = new Set(
          body.filter((block) => block.type === 'heading').map((block) => block.anchor),
        );
        for (const anchor of anchors) {
          if (!headings.has(anchor) && /^(?:p|t)[0-9]/.test(anchor)) expect(anchor).not.toContain('-');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every block stands inside the text, in order', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const count = text.split('\n').length;
        let before = 1;
        for (const { lines } of readBody(text).body) {
          expect(lines[0]).toBeGreaterThanOrEqual(before);
          expect(lines[1]).toBeGreaterThanOrEqual(lines[0]);
          expect(lines[1]).toBeLessThanOrEqual(count);
          before = lines[0];
        }
      }),
      { numRuns: 500 },
    );
  });
});

const vocabulary = fc.constantFrom(
  ...'the harbor of Sampletown was dredged in two summers and its new pier will take ships that draw nine meters'.split(
    ' ',
  ),
  'Minister',
  '2007',
  'EU',
  'said,',
  'crane.',
);
const sentence = fc
  .array(vocabulary, { minLength: 25, maxLength: 90 })
  .map((words) => `The ${words.join(' ').replace(/[.,]$/, '')} ends here.`);
const mark = fc.constantFrom('(C)', '(SBU)', '(S/NF)', '(U)');

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const one of text.split(' ')) {
    if (line !== '' && line.length + 1 + one.length > 65) {
      lines.push(line);
      line = one;
    } else line = line === '' ? one : `${line} ${one}`;
  }
  return [...lines, line];
}

/** A clean wrapped cable: headings with rules, numbered paragraphs with marks, points and lettered sub-items. */
const cleanCable = fc
  .array(
    fc.record({
      heading: fc.option(fc.constantFrom('PORTS AND SHIPS', 'THE MINISTER REPLIES', 'COMMENT'), { freq: 3 }),
      mark,
      text: sentence,
      points: fc.option(fc.array(sentence, { minLength: 2, maxLength: 3 }), { freq: 4 }),
      lettered: fc.boolean(),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((parts) => {
    const lines: string[] = [];
    for (const [at, part] of parts.entries()) {
      if (part.heading) {
        const rule = '-'.repeat(part.heading.length);
        lines.push(rule, part.heading, rule, '');
      }
      lines.push(...wrap(`${at + 1}. ${part.mark} ${part.text}`), '');
      for (const [index, point] of (part.points ?? []).entries()) {
        lines.push(...wrap(`${part.lettered ? `${'abc'[index]}.` : '--'} ${point}`), '');
      }
    }
    return [...lines, 'DOE'];
  });

describe('a clean cable', () => {
  test('no page banner or section footer changes an anchor', () => {
    fc.assert(
      fc.property(cleanCable, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (lines, places) => {
        const cut = new Set(places.map((place) => 1 + (place % (lines.length - 2))));
        const broken = lines.flatMap((line, at) => (cut.has(at) ? ['', '@@', '', '', line] : [line]));
        expect(anchorsOf(readBody(broken.join('\n')).body)).toEqual(
          anchorsOf(readBody(lines.join('\n')).body),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('no pilcrow changes an anchor or a text', () => {
    fc.assert(
      fc.property(cleanCable, (lines) => {
        const marked = lines.map((line) => (/^(?:[0-9]|[abc]\.)/.test(line) ? `¶${line}` : line));
        const { codes, ...clean } = readBody(lines.join('\n'));
        const { codes: markedCodes, ...copy } = readBody(marked.join('\n'));
        expect(copy).toEqual(clean);
        expect(markedCodes).toEqual(codes);
      }),
      { numRuns: 100 },
    );
  });

  test('it is read in silence, with its signature', () => {
    fc.assert(
      fc.property(cleanCable, (lines) => {
        const { codes, signers } = readBody(lines.join('\n'));
        expect(codes).toEqual([]);
        expect(signers).toEqual(['DOE']);
      }),
      { numRuns: 100 },
    );
  });

  test('wrapped and unwrapped it is the same text under the same anchors', () => {
    fc.assert(
      fc.property(cleanCable, (lines) => {
        const joined: string[] = [];
        for (const line of lines) {
          const before = joined[joined.length - 1];
          if (
            before &&
            line !== '' &&
            !/^(?:-|[0-9]{1,2}\. \(|[abc]\. |[A-Z ]+$)/.test(line) &&
            !/^-+$/.test(before)
          ) {
            joined[joined.length - 1] = `${before} ${line}`;
          } else joined.push(line);
        }
        const texts = (all: string[]) =>
          readBody(all.join('\n')).body.map((block) => ('text' in block ? block.text : ''));
        expect(texts(joined)).toEqual(texts(lines));
      }),
      { numRuns: 100 },
    );
  });
});
