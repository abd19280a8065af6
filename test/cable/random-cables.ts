/** Made-up cables and what decades of copying do to them, for runs that only ask whether anything is lost. */

export type Random = () => number;

/** A stream of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}

function one<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)] as T;
}

const posts = [
  'LIMA',
  'QUITO',
  'SAMPLETOWN',
  'NEW DELHI',
  'PORT AU PRINCE',
  'USUN NEW YORK',
  'THE HAGUE',
  'STATE',
];
const words =
  'the harbor board said that dredging of the north basin will take two summers and cost more than was planned in the year before however ministry officials told post (protect) that B1/B2 visas 1,200 tons of fish were landed'.split(
    ' ',
  );
const marks = ['(C)', '(U)', '(SBU)', '(S/NF)', '( C )', '(C', '', '', '(see para 2)', '(C/REL NATO)'];
const classifications = [
  'C O N F I D E N T I A L',
  'S E C R E T',
  'UNCLAS',
  'CONFIDENTIAL',
  'LIMITED OFFICIAL USE',
  'UNCLAS E F T O',
];
const strays = [
  'CONFIDENTIAL',
  'PAGE 02        LIMA  01234  01 OF 02  051522Z',
  'SAMPLETOWN 00001234  002 OF 003',
  'NEW DELHI 00000012  001.2 OF 002',
  'SIPDIS',
  'NNNN',
  'End Cable Text',
  '--------------',
  'Declassified/Released US Department of State EO',
  'Systematic Review 05 JUL 2006',
  'C O N F I D E N T I A L SECTION 02 OF 02 LIMA 001234',
  'BEGIN TEXT:',
  'END TEXT.',
  'QUOTE',
  'UNQUOTE',
  'FOLLOWING REPEAT STATE 123456 ACTION LIMA 17 JUNE.',
  'SUMMARY',
  'END SUMMARY.',
  'COMMENT:',
  'VZCZCXRO1234',
  'R 011200Z JAN 06',
  'FM AMEMBASSY QUITO',
  'MRN: 11 LIMA 321',
  'Signature: Smith',
  'Message Attributes',
  'Type: TE',
  'REF: A. LIMA 12 B. STATE 13',
  'Classified By: Jane Doe, DCM. Reason 1.4 (b)',
  'TAGS: PREL, OVIP (DOE, JOHN), XX',
  '-- first point',
  'a. (C) an item',
  'XXXXXXXXXXXX',
  'B1',
  '1975 was a year.',
  'DOE',
  '\f',
  '\u00b6',
  '((((((',
  '1. 2. 3. 4.',
];

function sentence(random: Random): string {
  const count = 3 + below(random, 25);
  const text = Array.from({ length: count }, () => one(random, words)).join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}${one(random, ['.', '.', '.', ':', '', '?', '."'])}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A cable as it may have been sent. */
export function randomCable(random: Random): string {
  const post = one(random, posts);
  const serial = String(1 + below(random, 5000)).padStart(one(random, [6, 4, 1]), '0');
  const lines: string[] = [];
  if (random() < 0.5)
    lines.push(
      'VZCZCXRO1234',
      'PP RUEHBC RUEHDE',
      `DE RUEHXX #${serial.slice(-4)}/01 0621415`,
      'ZNY CCCCC ZZH',
    );
  if (random() < 0.15)
    lines.push('ACTION ARA-10', 'INFO  OCT-01 ISO-00 /011 W', '--------------------- 012345');
  if (random() < 0.9)
    lines.push(
      `${one(random, ['O', 'P R', 'R', 'P'])} 03141${below(random, 10)}Z MAR ${one(random, ['09', '76', '1988', '05', ''])}`.trim(),
    );
  if (random() < 0.9) lines.push(`FM AMEMBASSY ${post}`, 'TO RUEHC/SECSTATE WASHDC PRIORITY 4566');
  if (random() < 0.6)
    lines.push(
      'INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE',
      'RHMFISS/HQ SAMPLECOM//J2/J5//',
      'RUEHAA/AMEMBASSY BOGOTA 0012',
    );
  if (random() < 0.1) lines.push('XMT AMEMBASSY QUITO', 'AMEMBASSY LIMA');
  lines.push(
    '',
    `${one(random, classifications)} ${random() < 0.3 ? 'SECTION 01 OF 02 ' : ''}${post} ${serial}`,
    '',
  );
  if (random() < 0.7)
    lines.push(one(random, ['SIPDIS', 'NOFORN', 'SENSITIVE', 'NODIS///', 'SENSITIVE SIPDIS']), '');
  if (random() < 0.4) lines.push('STATE FOR EUR/XX, EB/YY', 'DEPT PASS USTR FOR DOE', '');
  if (random() < 0.1) lines.push('C O R R E C T E D  C O P Y  (PARA 4 CHANGED)', '');
  const head = [
    `E.O. 12958: ${one(random, ['DECL: 05/15/2018', 'N/A', 'DECL: X1', 'DECL: AFTER UNIFICATION', 'GDS'])}`,
    `TAGS: ${one(random, ['PREL, PGOV, XX', 'PREL PGOV XX', 'OVIP (DOE, JOHN Q.), PREL', 'ECONSENVPGOV SF', 'EFIS'])}`,
    `SUBJECT: ${sentence(random).toUpperCase()}`,
    `REF: ${one(random, ['STATE 12', 'A. 07 LIMA 1201 (NOTAL) B. STATE 9 AND PREVIOUS', '(A) LIMA 12; (B) 13', 'DOE-ROE EMAIL 02/03/07'])}`,
    `Classified By: ${one(random, ['DCM Jane Doe, Reason 1.4 (b) and (d).', 'Ambassador John Q. Doe, Jr. for reasons 1.4 (B/D)'])}`,
  ];
  for (const field of head) {
    if (random() < 0.12) continue;
    lines.push(...wrap(field, 65));
    if (random() < 0.4) lines.push('');
  }
  lines.push('');
  const count = below(random, 9);
  const width = one(random, [65, 55, 4000]);
  for (let number = 1; number <= count; number++) {
    const text = Array.from({ length: 1 + below(random, 4) }, () => sentence(random)).join(
      random() < 0.5 ? '  ' : ' ',
    );
    const mark = one(random, marks);
    const shape = one(random, [
      `${number}. ${mark} `,
      `¶${number}. ${mark} `,
      `${number}.${mark} `,
      `${number}) ${mark} `,
      `${mark} `,
      '',
    ]);
    lines.push(...wrap(`${shape}${text}`, width));
    if (random() < 0.3) lines.push('', `-- ${sentence(random)}`, `a. ${sentence(random)}`);
    if (random() < 0.8) lines.push('');
  }
  if (random() < 0.8) lines.push(one(random, ['DOE', 'VAN DOE', 'Doe', "O'ROE", 'DOE##']));
  if (random() < 0.3) lines.push('', 'NNNN', '', 'End Cable Text');
  return lines.join(one(random, ['\n', '\n', '\n', '\r\n']));
}

/** A text after some of the things that happen to copies: lines lost, doubled, joined, moved, strange ones put between. */
export function mutate(text: string, random: Random): string {
  let lines = text.split(/\r\n|\n/);
  const times = below(random, 6);
  for (let time = 0; time < times; time++) {
    const at = below(random, lines.length);
    const line = lines[at] ?? '';
    switch (below(random, 14)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, line);
        break;
      case 2:
        lines.splice(at, 2, `${line}${one(random, ['', ' '])}${lines[at + 1] ?? ''}`);
        break;
      case 3: {
        const cut = below(random, line.length + 1);
        lines.splice(at, 1, line.slice(0, cut), line.slice(cut));
        break;
      }
      case 4:
      case 5:
      case 6:
        lines.splice(at, 0, one(random, strays));
        break;
      case 7:
        lines.splice(at, 0, '', '');
        break;
      case 8:
        lines[at] = ' '.repeat(below(random, 30)) + line;
        break;
      case 9: {
        const cut = below(random, line.length + 1);
        lines[at] =
          line.slice(0, cut) +
          one(random, [
            '.',
            ':',
            '(',
            ')',
            '¶',
            '/',
            '//',
            'Q',
            '0',
            '\t',
            '*',
            '[',
            ']',
            '1.',
            '\\',
            '&',
            '<',
            '"',
            ',',
            '\u00e9',
            '\u2014',
          ]) +
          line.slice(cut + below(random, 2));
        break;
      }
      case 10:
        lines = lines.slice(0, at + 1);
        break;
      case 11:
        lines = lines.slice(at);
        break;
      case 12:
        lines = lines.map((each) => `${each} `);
        break;
      default: {
        const other = below(random, lines.length);
        lines[at] = lines[other] ?? '';
        lines[other] = line;
      }
    }
    if (lines.length === 0) lines = [''];
  }
  return lines.join(one(random, ['\n', '\n', '\r\n', '\r']));
}
