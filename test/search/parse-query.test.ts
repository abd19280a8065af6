import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateBounds } from '../../src/search/query/date-bounds.ts';
import { formatQuery } from '../../src/search/query/format-query.ts';
import { parseQuery } from '../../src/search/query/parse-query.ts';
import type { Query } from '../../src/search/query/query.ts';

/** The tree in brackets, operators first. */
function outline(query: Query | undefined): string {
  if (!query) return '';
  switch (query.kind) {
    case 'word':
      return query.parts.join('+');
    case 'phrase':
      return `"${query.words.map((parts) => parts.join('+')).join(' ')}"`;
    case 'filter':
      return `${query.field}=${query.value}`;
    case 'date':
      return `${query.range.from ?? ''}..${query.range.to ?? ''}`;
    case 'not':
      return `(not ${outline(query.part)})`;
    default:
      return `(${query.kind} ${query.parts.map(outline).join(' ')})`;
  }
}

const understood = (text: string) => outline(parseQuery(text).query);
const wrong = (text: string) =>
  parseQuery(text).errors.map(({ code, place }) => `${code} ${place.start}-${place.end}`);

describe('what is typed means', () => {
  test.for([
    ['iran weapons', '(and iran weapons)'],
    ['iran AND weapons', '(and iran weapons)'],
    ['iran OR iraq weapons', '(or iran (and iraq weapons))'],
    ['(iran OR iraq) weapons', '(and (or iran iraq) weapons)'],
    ['iran -oil', '(and iran (not oil))'],
    ['iran NOT oil', '(and iran (not oil))'],
    ['-(oil OR gas) iran', '(and (not (or oil gas)) iran)'],
    ['- - oil', 'oil'],
    ['--oil', '(not (not oil))'],
    ['"outer channel" wreck', '(and "outer channel" wreck)'],
    ['“outer channel”', '"outer channel"'],
    ['”outer channel”', '"outer channel"'],
    ['"outer channel”', '"outer channel"'],
    ['"the “outer” channel"', '"the outer channel"'],
    ['«outer channel» wreck', '(and "outer channel" wreck)'],
    ['iran –oil', '(and iran (not oil))'],
    ['iran ‑"outer channel"', '(and iran (not "outer channel"))'],
    ['-"outer channel"', '(not "outer channel")'],
    ['MANPADS-related', 'manpads+related'],
    ["Iran's U.S. 1,000", '(and irans us 1000)'],
    ['Zürich', 'zurich'],
    ['iran or iraq', '(and iran or iraq)'],
    ['1.4(b)', '14+b'],
    ['(1.4(b) OR iran)', '(or 14+b iran)'],
    ['origin:BEIJING', 'origin=BEIJING'],
    ['origin:"NEW DELHI" tag:prel', '(and origin=NEW DELHI tag=prel)'],
    ['from:2008', '2008-01-01..'],
    ['to:2008-02', '..2008-02-29'],
    ['date:2008-05', '2008-05-01..2008-05-31'],
    ['date:200805', '2008-05-01..2008-05-31'],
    ['date:20080515', '2008-05-15..2008-05-15'],
    ['from:2008-05-15 to:2008/05/20', '(and 2008-05-15.. ..2008-05-20)'],
    ['-to:2008', '(not ..2008-12-31)'],
    ['-tag:PREL iran', '(and (not tag=PREL) iran)'],
    ['', ''],
    ['  & … ', ''],
  ] as const)('%s', ([text, tree]) => {
    expect(wrong(text)).toEqual([]);
    expect(understood(text)).toBe(tree);
  });
});

describe('what cannot be understood is told with its place', () => {
  test.for([
    ['iran "outer channel', ['quote-open 5-19']],
    ['iran (oil', ['group-open 5-6']],
    ['iran ) oil', ['group-close 5-6']],
    ['iran ()', ['group-empty 5-7']],
    ['iran OR', ['operand-missing 5-7']],
    ['OR iran', ['operand-missing 0-2']],
    ['AND iran', ['operand-missing 0-3']],
    ['iran NOT', ['operand-missing 5-8']],
    ['iran ""', ['phrase-empty 5-7']],
    ['from:may', ['date-unknown 0-8']],
    ['from:2008-13', ['date-unknown 0-12']],
    ['to:2008-02-30', ['date-unknown 0-13']],
    ['to:20081', ['date-unknown 0-8']],
    ['to:2008-2009', ['date-unknown 0-12']],
    ['origin: iran', ['value-missing 0-7']],
  ] as const)('%s', ([text, errors]) => {
    expect(wrong(text)).toEqual(errors);
    expect(parseQuery(text).query).toBeUndefined();
  });

  test.for([
    ['iran & oil', ['no-letters &']],
    ['terror*', ['no-wildcard terror*']],
    ['from:2009 to:2008 iran', ['no-day from:2009 to:2008']],
    ['iran (date:2007 date:2008)', ['no-day date:2007 date:2008']],
    ['from:2007 to:2008', []],
    ['date:2007 OR date:2008', []],
  ] as const)('%s is searched with a remark', ([text, remarks]) => {
    const { query, notes } = parseQuery(text);
    expect(query).toBeDefined();
    expect(notes.map(({ code, text: words }) => `${code} ${words}`)).toEqual(remarks);
  });

  test('a name that is no field is searched as a word, and said so', () => {
    const { notes, query } = parseQuery('re:election');
    expect(notes.map(({ code, text }) => [code, text])).toEqual([['unknown-field', 're:']]);
    expect(outline(query)).toBe('re+election');
  });
});

test('any text is read without throwing, and every place lies inside it', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '"',
    '-',
    ' ',
    'OR',
    'AND',
    'NOT',
    'a',
    'b',
    ':',
    'from:',
    'tag:',
    '2008',
    '&',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), (pieces, tail) => {
      const text = pieces.join('') + tail;
      const { query, errors, notes } = parseQuery(text);
      for (const { place } of [...errors, ...notes, ...(query ? [query] : [])]) {
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeLessThanOrEqual(text.length);
        expect(place.start).toBeLessThanOrEqual(place.end);
      }
      if (errors.length > 0) expect(query).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

const place = { start: 0, end: 0 };
const { tree } = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Query>(
      { kind: 'word', text: 'oil', parts: ['oil'], place },
      { kind: 'word', text: 'air-field', parts: ['air', 'field'], place },
      { kind: 'phrase', text: 'outer channel', words: [['outer'], ['channel']], place },
      { kind: 'phrase', text: 'the "outer" one', words: [['the'], ['outer'], ['one']], place },
      { kind: 'filter', field: 'origin', value: 'NEW DELHI', place },
      { kind: 'filter', field: 'mark', value: 'S/NF', place },
      { kind: 'date', range: { from: '2008-05-01', to: '2008-05-31' }, place },
      { kind: 'date', range: { from: '2008-05-03' }, place },
      { kind: 'date', range: { to: '2009-12-31' }, place },
    ),
    tie('tree').map<Query>((part) => ({ kind: 'not', part, place })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
      )
      .map<Query>(([kind, parts]) => ({
        kind,
        parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])),
        place,
      })),
  ),
}));

test('a query written out is read back as the same tree', () => {
  fc.assert(
    fc.property(tree, (query) => {
      expect(understood(formatQuery(query))).toBe(outline(query));
    }),
    { numRuns: 1000 },
  );
});

test.for([
  ['iran', {}],
  ['iran from:2008 to:2009-06', { from: '2008-01-01', to: '2009-06-30' }],
  ['date:2003 OR date:2008-05', { from: '2003-01-01', to: '2008-05-31' }],
  ['date:2003 OR iran', {}],
  ['-date:2003', {}],
  ['from:2009 to:2008', undefined],
] as const)('days that can answer %s', ([text, days]) => {
  expect(dateBounds(parseQuery(text).query as Query)).toEqual(days);
});
