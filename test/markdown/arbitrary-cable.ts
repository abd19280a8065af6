/** Cables as no sender writes them: every text field may hold markup of HTML, Markdown, YAML, templates, and worse. */
import fc from 'fast-check';
import type { Block, Cable, Item, PortionMark } from '../../src/cable/cable.ts';

const scraps = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- -->',
  '<!--',
  '<b>',
  '</p>',
  '</pre></section>',
  '<https://a.example>',
  'https://a.example/x_y_z',
  'me@a.example',
  '[x](javascript:alert(1))',
  '![x](y)',
  '[x][y]',
  '[x]: y',
  '[^1]',
  '[ ] task',
  '# heading',
  '#',
  '## ',
  '---',
  '- - -',
  '***',
  '___',
  '===',
  '- bullet',
  '+ plus',
  '* star',
  '1. one',
  '12) two',
  '2.',
  '.',
  ')',
  '> quote',
  '```',
  '~~~',
  '`code`',
  '``',
  '*em*',
  '**strong**',
  '_em_',
  'snake_case_name',
  '__',
  '~~gone~~',
  '| a | b |',
  '|---|---|',
  ':-: | -',
  '\\',
  '\\*',
  '&amp;',
  '&#x41;',
  '&',
  '{{ x }}',
  '{% raw %}',
  '{#id .class}',
  '$x$',
  'key: value',
  '"',
  "'",
  'XXXXXXXXXXXX',
  'B6',
  '\t',
  '  ',
  '\u00a0',
  '\u2028',
  '\u0000',
  '\u0007',
  '\u001a',
  '\f',
  '\r',
  '\ufeff',
  '\ud800',
  '\u00c9',
  '\ud83d\udea2',
  'NO',
  'null',
  '0x1F',
  '12:30',
  '2008-05-15',
];

const scrap = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...scraps) },
  { weight: 2, arbitrary: fc.constantFrom(' ', '\n', ' and ', 'word', '. ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

export const hostileText = fc.array(scrap, { maxLength: 8 }).map((parts) => parts.join(''));

const lines = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map((pair) => {
  const [first, last] = pair.sort((a, b) => a - b);
  return [first, last] as [number, number];
});

const mark: fc.Arbitrary<PortionMark> = fc.record(
  {
    raw: fc.oneof(fc.constantFrom('(C)', '(S/NF)', '( SBU )', '(S/REL NATO, ISAF)'), hostileText),
    level: fc.constantFrom<PortionMark['level']>('U', 'SBU', 'C', 'S'),
    controls: fc.array(fc.oneof(fc.constantFrom('NF', 'REL NATO'), hostileText), { maxLength: 2 }),
    inferred: fc.constant(true as const),
  },
  { requiredKeys: ['raw', 'level'] },
);

const anchor = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((number) => `p${number}`),
  fc.constantFrom('p3.a', 'p3.u1', 't1.p3', 'p4_2', 'summary', 'a b', '"><script>'),
);

const role = fc.constantFrom('summary', 'comment', 'note' as const);

const { item, block } = fc.letrec<{ item: Item; block: Block }>((tie) => ({
  item: fc.record(
    {
      lines,
      anchor,
      label: fc.oneof(fc.constantFrom('a', 'ii', '1', '--', '*'), hostileText),
      mark,
      text: hostileText,
      items: fc.array(tie('item'), { maxLength: 2, depthIdentifier: 'items' }),
    },
    { requiredKeys: ['lines', 'anchor', 'label', 'text'] },
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      {
        type: fc.constant('paragraph' as const),
        lines,
        anchor,
        number: fc.integer({ min: 0, max: 99 }),
        label: fc.oneof(fc.constantFrom('2a', '12 bis'), hostileText),
        mark,
        role,
        text: hostileText,
        items: fc.array(tie('item'), { maxLength: 3 }),
      },
      { requiredKeys: ['type', 'lines', 'anchor', 'text'] },
    ),
    fc.record(
      {
        type: fc.constant('heading' as const),
        lines,
        anchor,
        text: hostileText,
        level: fc.integer({ min: 2, max: 8 }),
        mark,
        role,
      },
      { requiredKeys: ['type', 'lines', 'anchor', 'text', 'level'] },
    ),
    fc.record({
      type: fc.constantFrom('table' as const, 'verbatim' as const),
      lines,
      anchor,
      text: hostileText,
    }),
    fc.record({ type: fc.constant('rule' as const), lines }),
    fc.record(
      {
        type: fc.constant('quote' as const),
        lines,
        anchor,
        label: hostileText,
        end: hostileText,
        body: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'quotes' }),
      },
      { requiredKeys: ['type', 'lines', 'anchor', 'body'] },
    ),
  ),
}));

export const hostileItem = item;
export const hostileBlock = block;

const list = fc.array(hostileText, { maxLength: 3 });

export const hostileCable: fc.Arbitrary<Cable> = fc.record(
  {
    id: fc.constantFrom('08BEIJING1882', '75NO12'),
    subject: hostileText,
    subjectTitle: hostileText,
    dialect: fc.constantFrom('cablegate', 'aad', 'unknown' as const),
    dtg: fc.record({ raw: hostileText, iso: fc.constant('2008-05-15T09:45Z'), lines }),
    tags: fc.array(
      fc.record({ code: fc.constantFrom('NO', 'PREL', 'ON', 'Y'), kind: fc.constant('country') }),
    ),
    attributes: fc.dictionary(hostileText, hostileText, { maxKeys: 3, noNullPrototype: true }),
    classifiedBy: fc.record({ raw: hostileText, names: list, reasons: list }),
    body: fc.array(block, { maxLength: 5 }),
    closing: list,
    signers: list,
    endNotes: list,
    endMarks: list,
    redactions: fc.array(
      fc.record({
        kind: fc.constantFrom('name', 'exemption', 'garble' as const),
        source: fc.constantFrom('publisher', 'official', 'sender' as const),
        text: fc.oneof(fc.constantFrom('XXXXXXXXXXXX', 'XXXXX', 'B6', '.', '1'), hostileText),
        lines,
      }),
      { maxLength: 4 },
    ),
    unparsed: fc.array(fc.record({ text: hostileText, lines }), { maxLength: 2 }),
    fields: fc.constant([]),
    diagnostics: fc.constant([]),
    source: fc.constant({ lines: 9, path: 'x.txt' }),
  },
  { requiredKeys: ['dialect', 'body', 'fields', 'diagnostics', 'source'] },
) as fc.Arbitrary<Cable>;
