/** What leaves the site in files: records, tables, feeds. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cable } from '../../src/cable/cable.ts';
import { fromCell, toCsv } from '../../src/publish/csv.ts';
import { csvColumns, csvHeader, toCells } from '../../src/publish/exports.ts';
import { recordJson, recordLine, toRecord } from '../../src/publish/record-json.ts';
import { referenceHeader, referenceRows } from '../../src/publish/reference-table.ts';
import { bare, cable, site } from './sample.ts';

const whole: Cable = {
  ...cable,
  body: [{ type: 'paragraph', lines: [1, 1], anchor: 'p1', number: 1, text: 'Text.' }],
  fields: [],
  diagnostics: [],
};

test('the public record is the record with its citation', () => {
  const { citation, ...record } = JSON.parse(recordJson(toRecord(whole, '08BEIJING1882', site)));
  expect(record).toEqual(JSON.parse(JSON.stringify(whole)));
  expect(citation).toMatchObject({ id: '08BEIJING1882', type: 'report' });
});

test('a line of JSON is one line', () => {
  const text = 'a\nb\u2028c\r\n';
  const line = recordLine(toRecord({ ...whole, subject: text }, 'x', site));
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(JSON.parse(line).subject).toBe(text);
});

test('the table reads back, cell by cell', () => {
  const row = { address: '08BEIJING1882', cable };
  const [read] = parse(`${csvHeader()}${toCsv([toCells(row, site)])}`, { columns: true }) as Record<
    string,
    string
  >[];
  expect(Object.keys(read ?? {})).toEqual(csvColumns.map(({ name }) => name));
  expect(read).toMatchObject({
    id: '08BEIJING1882',
    date: '2008-05-15T09:45Z',
    sender: 'US Embassy Beijing',
    tags: 'PARM; IR',
    url: 'https://cables.example.org/archive/cables/08BEIJING1882/',
  });
});

test('no cell is a formula, every row has all cells, and every text comes back whole', () => {
  const scrap = fc.constantFrom(
    "'",
    '=',
    '+',
    '-',
    '@',
    '＝',
    '\t',
    '\r',
    '\n',
    '"',
    ',',
    ';',
    'A1',
    '=cmd|x',
  );
  fc.assert(
    fc.property(
      fc.array(scrap, { maxLength: 6 }).map((parts) => parts.join('')),
      (subject) => {
        const row = toCsv([toCells({ address: 'x', cable: { ...bare, subject } }, site)]);
        const [cells = []] = parse(row) as string[][];
        expect(cells).toHaveLength(csvColumns.length);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(fromCell(cells[csvColumns.findIndex(({ name }) => name === 'subject')] ?? '')).toBe(subject);
      },
    ),
  );
});

test('the table of references has a row for each REF item and each paragraph that cites', () => {
  const citing = {
    address: '08LIMA2',
    cable: {
      ...bare,
      id: '08LIMA2',
      references: [
        { kind: 'cable' as const, bullet: 'A', id: '08LIMA1', text: 'LIMA 1' },
        { kind: 'email' as const, bullet: 'B', text: 'SMITH-JONES E-MAIL' },
        { kind: 'cable' as const, bullet: 'C', id: '08LIMA2', text: 'LIMA 2' },
      ],
    },
    mentions: [
      { id: '08LIMA1', anchor: 'p1', target: 'p3', excerpt: 'REF A' },
      { id: '09STATE7', anchor: 'p2', excerpt: 'STATE 7' },
    ],
  };
  const rows = parse(referenceHeader() + toCsv(referenceRows(citing, (id) => id === '08LIMA1')), {
    columns: true,
  });
  const from = '08LIMA2';
  expect(rows).toEqual([
    { from, bullet: 'A', to: '08LIMA1', anchor: '', target: '', held: 'true' },
    { from, bullet: 'A', to: '08LIMA1', anchor: 'p1', target: 'p3', held: 'true' },
    { from, bullet: '', to: '09STATE7', anchor: 'p2', target: '', held: 'false' },
  ]);
});
