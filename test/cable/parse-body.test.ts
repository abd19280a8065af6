import { describe, expect, test } from 'vitest';
import { paragraphsOf, readBody } from './read-body.ts';

/** Number and text of each paragraph. */
function numbered(text: string): [number | undefined, string][] {
  return paragraphsOf(readBody(text).body).map((one) => [one.number, one.text]);
}

describe('what is no paragraph number', () => {
  test('a number in running text, the line before being full and without a stop', () => {
    const text = `1. (C) The pier was begun in the summer of 2006 and was finished in
2. Nobody knew why it took so long, and the minister did not tell
his people.

2. (C) Next.`;
    expect(numbered(text).map(([number]) => number)).toEqual([1, 2]);
  });

  test('the entries of a list whose numbers begin again', () => {
    const text = `4. (C) Steps:
1. Dig.
2. Fill.
3. Leave.
5. (C) Done.`;
    const { body } = readBody(text);
    expect(paragraphsOf(body).map((one) => one.number)).toEqual([4, 5]);
    expect(paragraphsOf(body)[0]?.items?.map((item) => item.anchor)).toEqual(['p4.1', 'p4.2', 'p4.3']);
  });

  test('a number far from the one expected, without others to bear it out', () => {
    expect(numbered('1. (C) One.\n\n40. (C) Forty.\n\n2. (C) Two.').map(([number]) => number)).toEqual([
      1,
      undefined,
      2,
    ]);
  });
});

describe('what is no heading', () => {
  test.for([
    [
      'the last line of a paragraph',
      '1. (C) The harbor was opened in the month of May by\nthe Minister\n\n2. (C) Next.',
    ],
    [
      'a short line that a footer cut off',
      '1. (C) He spoke of\n\nthe harbor of Lima and\n@@\n\nits crane.\n\n2. (C) Next.',
    ],
    ['a line with a value', '1. (C) Data.\n\nName: Jane Doe\nBorn: here\n\n2. (C) Next.'],
    ['a salutation', '1. (C) Text.\n\nDear Mr. Minister,\n\n2. (C) Next.'],
  ] as const)('%s', ([, text]) => {
    expect(readBody(text).body.filter((block) => block.type === 'heading')).toEqual([]);
  });
});

describe('what is no signature', () => {
  test.for([
    ['the last word of a wrapped sentence', '1. (C) The paper was signed by the head of the\nIAEA'],
    ['the entries of a list', '1. (C) They called at these ports:\n\nLIMA\nCALLAO'],
    ['a classification', '1. (C) Text.\n\nCONFIDENTIAL'],
    ['the end of a quoted text', '1. (C) Text.\n\nQUOTE\nTEXT.\nUNQUOTE'],
    ['a heading', '1. (C) Text.\n\nCOMMENT'],
  ] as const)('%s', ([, text]) => {
    expect(readBody(text).signers).toBeUndefined();
  });
});

test('an exemption in the margin of a released page is taken out of the text, a visa class is not', () => {
  const text = `1. (C) Meeting with the minister            B6
and his aide, who asked about visas, B1/B2.     1.4(D)
B1
He was told.
DOE`;
  const released = readBody(text, { stamped: true });
  expect(paragraphsOf(released.body)[0]?.text).toBe(
    'Meeting with the minister and his aide, who asked about visas, B1/B2. He was told.',
  );
  expect(released.redactions?.map((one) => one.text)).toEqual(['B6', '1.4(D)', 'B1']);
  expect(readBody(text).redactions).toBeUndefined();
});

test('a fragment is read without complaint about what is not there', () => {
  const { codes, body } = readBody('¶7. (U) One.\n¶8. (C) Two.', { dialect: 'unknown' });
  expect(codes).toEqual([]);
  expect(paragraphsOf(body).map((one) => one.anchor)).toEqual(['p7', 'p8']);
});

test('an empty body is empty', () => {
  expect(readBody('', { dialect: 'unknown' }).body).toEqual([]);
  expect(readBody('\n\n  \n', { dialect: 'unknown' }).body).toEqual([]);
});

describe('a long text of anything takes its time in proportion', () => {
  const length = 300_000;
  test.for(
    [
      ' ',
      '(',
      '[',
      '1',
      '-',
      'X',
      '. DOE ',
      '1. (C) A. ',
      'BEGIN TEXT ',
      'NNNN ',
      'A  B  ',
      '[redacted ',
      '(b)(1)',
      '1. (C) A.\n',
      'a. A\n',
      'BEGIN TEXT\n',
      'QUOTE\nUNQUOTE\n',
      'NNNN\n',
      'NNNN\n9. (C) A.\n',
      'A\n\n',
      'A  B  C\n',
      'SUMMARY\n',
      '- a\n',
      '-----\nA\n-----\n',
      'CORRESPOND-\n',
    ].map((unit) => [JSON.stringify(unit), unit] as const),
  )('%s', ([, unit]) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const start = performance.now();
    readBody(text, { stamped: true });
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
