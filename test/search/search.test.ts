import { describe, expect, test } from 'vitest';
import { type Filters, type SearchResult, search } from '../../src/search/search.ts';
import { PlainScan, type ScanCable } from './plain-scan.ts';

const cables: ScanCable[] = [
  {
    address: '08LIMA1',
    date: '2008-05-15',
    blocks: [
      { anchor: 'p1', text: 'The harbor needs dredging before winter.' },
      { anchor: 'p2', text: 'A wreck lies in the outer channel. The outer mole is old.' },
      { anchor: 'p3', text: 'The harbor master found a wreck, and the harbor is closed.' },
    ],
    fields: { origin: ['LIMA'], tag: ['EWWT', 'PREL'], class: ['CONFIDENTIAL'], mark: ['C', 'S/NF'] },
  },
  {
    address: '07ROME2',
    date: '2007-01-02',
    blocks: [
      { anchor: 'p1', text: 'The channel is open, and the harbor works.' },
      { anchor: 'p2', text: 'Nothing of the outer' },
      { anchor: 'p3', text: 'channel was said.' },
    ],
    fields: { origin: ['ROME'], tag: ['PREL'], class: ['SECRET'], mark: ['S'] },
  },
  {
    address: '09LIMA3',
    blocks: [{ anchor: 'p1', text: 'An undated note on fish.' }],
    fields: { origin: ['LIMA'], tag: ['ECON'], class: ['UNCLASSIFIED'], mark: ['U'] },
  },
];
const engine = new PlainScan(cables, (word) => word);

async function ask(
  query: string,
  filters: Partial<Filters> = {},
  sort: 'relevance' | 'newest' | 'oldest' = 'oldest',
) {
  return search({ query, filters: { values: {}, ...filters }, sort, page: 1, perPage: 10 }, engine);
}
const found = async (...input: Parameters<typeof ask>) =>
  (await ask(...input)).result.hits.map(({ url }) => url.replace(/\/cables\/|\/$/g, ''));
const excerpt = ({ hits }: SearchResult, hit = 0) =>
  hits[hit]?.paragraphs.map(({ anchor, excerpt: parts }) => [
    anchor,
    parts.map(({ text, hit: marked }) => (marked ? `[${text}]` : text)).join(' '),
  ]);

describe('which cables', () => {
  test.for([
    ['harbor', ['07ROME2', '08LIMA1']],
    ['harbor wreck', ['08LIMA1']],
    ['"outer channel"', ['08LIMA1']],
    ['"outer channel" OR fish', ['08LIMA1', '09LIMA3']],
    ['-harbor', ['09LIMA3']],
    ['from:2007 to:2007', ['07ROME2']],
    ['to:2008-05-14', ['07ROME2']],
    ['-date:2007', ['08LIMA1', '09LIMA3']],
    ['class:S', ['07ROME2']],
    ['mark:NF', ['08LIMA1']],
    ['mark:S', ['07ROME2', '08LIMA1']],
    ['mark:S/NF', ['08LIMA1']],
    ['origin:lima -tag:ECON', ['08LIMA1']],
    ['from:2009 to:2008 harbor', []],
  ] as const)('%s', async ([query, addresses]) => {
    expect(await found(query)).toEqual(addresses);
  });

  test('the form: any value of a field, all fields', async () => {
    expect(await found('', { values: { origin: ['LIMA', 'ROME'], tag: ['PREL'] } })).toEqual([
      '07ROME2',
      '08LIMA1',
    ]);
    expect(await found('harbor', { from: '2008', values: {} })).toEqual(['08LIMA1']);
    expect(await found('', {})).toEqual([]);
  });

  test('newest and oldest first; what bears no date comes last in both', async () => {
    expect(await found('-zebra', {}, 'newest')).toEqual(['08LIMA1', '07ROME2', '09LIMA3']);
    expect(await found('-zebra', {}, 'oldest')).toEqual(['07ROME2', '08LIMA1', '09LIMA3']);
  });
});

describe('hits are paragraphs', () => {
  test('those with most of the words, in the order of the text', async () => {
    const { result } = await ask('harbor wreck');
    expect(excerpt(result)).toEqual([
      ['p1', 'The [harbor] needs dredging before winter.'],
      ['p2', 'A [wreck] lies in the outer channel. The outer mole is old.'],
      ['p3', 'The [harbor] master found a [wreck,] and the [harbor] is closed.'],
    ]);
    expect(result.hits[0]?.forms).toEqual(['harbor', 'wreck']);
  });

  test('a phrase is marked as a whole, and never runs over the edge of a paragraph', async () => {
    const { result } = await ask('"outer channel"');
    expect(excerpt(result)).toEqual([['p2', 'A wreck lies in the [outer channel.] The outer mole is old.']]);
    expect(result.hits[0]?.forms).toEqual(['outer channel']);
  });

  test('a word under NOT is not marked', async () => {
    const { result } = await ask('channel -wreck');
    expect(result.hits[0]?.forms).toEqual(['channel']);
  });
});

describe('hits of the head', () => {
  const made = new PlainScan(
    [
      {
        address: '74LIMA5',
        heading: 'Callao Harbor',
        head: ['AMEMBASSY QUITO', 'DRAFTED BY ECON OFFICER DOE CLEARED BY HARBOR DESK', 'CALLAO HARBOR'],
        blocks: [
          { anchor: 'p1', text: 'Bids will be asked for in July.' },
          { anchor: 'p2', text: 'A wreck must be raised.' },
        ],
        fields: {},
      },
    ],
    (word) => word,
  );
  const hitOf = async (query: string) => {
    const request = { query, filters: { values: {} }, sort: 'oldest', page: 1, perPage: 10 } as const;
    const { result } = await search(request, made);
    const [hit] = result.hits;
    const marked = (parts: { text: string; hit: boolean }[] = []) =>
      parts.map(({ text, hit: found }) => (found ? `[${text}]` : text)).join(' ');
    return {
      title: marked(hit?.title),
      head: marked(hit?.head?.excerpt),
      text: hit?.paragraphs.map(({ anchor, excerpt: parts }) => `${anchor} ${marked(parts)}`),
      total: hit?.total,
    };
  };
  const begins = ['p1 Bids will be asked for in July.'];

  test('a word that a drafting line alone has: how the text begins, and that line', async () => {
    expect(await hitOf('cleared')).toEqual({
      title: '',
      head: 'DRAFTED BY ECON OFFICER DOE [CLEARED] BY HARBOR DESK',
      text: begins,
      total: 0,
    });
  });

  test('a word of the title is marked there, and no line of the head repeats it', async () => {
    expect(await hitOf('harbor')).toEqual({ title: 'Callao [Harbor]', head: '', text: begins, total: 0 });
  });

  test('words of text and head: the paragraph, and the line that has what the text has not', async () => {
    expect(await hitOf('wreck quito')).toEqual({
      title: '',
      head: 'AMEMBASSY [QUITO]',
      text: ['p2 A [wreck] must be raised.'],
      total: 1,
    });
  });

  test('the number of the cable', async () => {
    expect(await hitOf('74LIMA5')).toMatchObject({ head: '[74LIMA5]', text: begins });
  });
});

describe('what is said where little is found', () => {
  test('words that no cable has, and what would be found without each part', async () => {
    const { result } = await ask('harbor zebra origin:LIMA');
    expect(result.total).toBe(0);
    expect(result.missing).toEqual(['zebra']);
    expect(result.drops).toEqual([{ text: 'zebra', query: 'harbor origin:LIMA', total: 1 }]);
  });

  test('of several parts that find nothing all are left out together', async () => {
    const { result } = await ask('harbor zebra gnu tag:PREL');
    expect(result.drops).toEqual([{ text: 'zebra gnu', query: 'harbor tag:PREL', total: 2 }]);
  });

  test('words are named as they were typed, and fields with values that no cable has', async () => {
    const { result } = await ask('Zebra’s "gnu’s harbor" origin:LIMMA tag:PREL');
    expect(result.missing).toEqual(['Zebra’s', 'gnu’s']);
    expect(result.unmatched).toEqual([{ field: 'origin', value: 'LIMMA' }]);
  });

  test('dropping a part keeps the brackets right', async () => {
    const { result } = await ask('(zebra OR gnu) (harbor OR fish) wreck');
    expect(result.drops).toEqual([{ text: '(zebra OR gnu)', query: '(harbor OR fish) wreck', total: 1 }]);
  });

  test('errors are told and nothing is searched', async () => {
    const { result } = await ask('harbor "wreck', { from: 'soon', values: {} });
    expect(result.errors.map(({ code }) => code)).toEqual(['quote-open', 'date-unknown']);
  });
});

test('counts: each field as if its own filter were not set', async () => {
  const { counts } = await ask('harbor', { values: { origin: ['LIMA'] } });
  const all = Object.fromEntries((await counts()).map(({ field, values }) => [field, values]));
  expect(all.origin).toEqual([
    { value: 'LIMA', count: 1 },
    { value: 'ROME', count: 1 },
  ]);
  expect(all.tag).toEqual([
    { value: 'EWWT', count: 1 },
    { value: 'PREL', count: 1 },
  ]);
  expect(all.year).toEqual([{ value: '2008', count: 1 }]);
});
