import { expect, test } from 'vitest';
import { digestWords } from '../../src/archive/anchors-lock.ts';
import { lostWords } from '../../src/cable/copy/lost-words.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';

const BYTES = 3_000_000;
const head = [
  'R 150945Z MAY 08',
  'FM AMEMBASSY LIMA',
  'TO RUEHC/SECSTATE WASHDC 1111',
  'BT',
  'UNCLAS LIMA 001882',
  'SUBJECT: TEST',
  '',
].join('\n');

/** One line again and again, where the head or the body has its place for such. */
const texts: Record<string, (lines: (line: string) => string) => string> = {
  'lists of addressees': (lines) =>
    head.replace('TO RUEHC', `${lines('INFO RUEHXX/AMEMBASSY ROME PRIORITY 1234')}TO RUEHC`),
  'routing indicators': (lines) => `${lines('RR RUEHC RUEHPE')}${head}`,
  references: (lines) => head.replace('SUBJECT', `REF: A. 08 LIMA 1\n${lines('B. 08 LIMA 2')}SUBJECT`),
  'pages of a copy': (lines) => head + lines('PAGE 02 LIMA 01882 150945Z\nTEXT'),
  'numbered paragraphs': (lines) => head + lines('2. (C) Text.\n'),
  'texts in a text': (lines) => head + lines('BEGIN TEXT:\nABC'),
  'bullets under bullets': (lines) => head + lines('  -- x\n    - y\n      -- z'),
  'names of signers': (lines) => head + lines('ROE'),
  'sections of one telegram': (lines) =>
    head +
    lines('1. TEXT.\nNNNN\n\nR 150945Z MAY 08\nFM AMEMBASSY LIMA\nUNCLAS SECTION 02 OF 02 LIMA 001882\n'),
  'end marks': (lines) => `${head}1. TEXT.\n${lines('NNNN')}`,
  'offices that cleared': (lines) =>
    `ORIGIN EUR-12\nINFO OCT-01 /013 R\nDRAFTED BY EUR/CE:JDOE\nAPPROVED BY EUR:RROE\n${lines('A:BROE').replaceAll('\n', '   ')}\n${head}`,
  'headings between rules': (lines) => lines('------- SUMMARY -------'),
  'bullets that begin with an initial': (lines) => lines('- I. Roe, his deputy.'),
};

/** A second or two for each; where a rule looked back at all lines before, it would be minutes. */
test.for(Object.entries(texts))('three megabytes of %s', { timeout: 60_000 }, ([, make]) => {
  const text = make((line) => `${line}\n`.repeat(Math.ceil(BYTES / (line.length + 1))));
  expect(parseCables(text)).toHaveLength(1);
});

/** Wrappers of one long line: places in it are not to be counted from its start again and again. */
test.for([
  ['values of a database', 'INSERT INTO cables VALUES ', "(1,'a'),", ';'],
  ['objects of JSON with letters as numbers', '[', '{"a":"\\u00c9"},', '0]'],
  ['scripts of a page', '<html><body>', '<script>x</script>', '</body></html>'],
])('three megabytes of %s', { timeout: 60_000 }, ([, opening = '', unit = '', end = '']) => {
  const text = opening + unit.repeat(BYTES / unit.length) + end;
  expect(parseCables(text)).toHaveLength(1);
});

test.for(['- ', '. ', '# ', ' ', '[', '(', '0', '1. ', 'A ', 'a,', '"'])(
  'a line of ten megabytes of “%s”',
  { timeout: 60_000 },
  (unit) => {
    const line = unit.repeat(10_000_000 / unit.length);
    expect(parseCables(line)).toHaveLength(1);
    expect(parseCables(`${head}\n1. (U) TEXT.\n${line}\nROE\n`)).toHaveLength(1);
  },
);

test.for(['Z', '='])(
  'a word of ten megabytes of “%s” beside letters that ASCII has not is neither lost nor too much for its anchor',
  { timeout: 60_000 },
  (unit) => {
    const text = `${head}\n1. (U) CAFÉ Ж ${unit.repeat(10_000_000)}\nROE\n`;
    const cables = parseCables(text);
    expect(lostWords(text, cables)).toEqual([]);
    expect(digestWords(text).whole).toMatch(/^[\w-]{8}$/);
  },
);

test('brackets in brackets are no dump of a database', () => {
  const depth = 200_000;
  expect(parseCables(`${'['.repeat(depth)}1${']'.repeat(depth)}`)).toHaveLength(1);
});
