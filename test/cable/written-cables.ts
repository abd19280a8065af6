/** Cables written from an outline, so that what a reader finds in them is known before they are parsed. */
import fc from 'fast-check';

/** Sentences with what is easily taken for something else: numbers, marks, labels, markers, capitals. */
const sentences = [
  'The minister of ports told the Ambassador on January 5 that fees would rise by 12 percent in 2008.',
  'Poloff met J. Q. Roe, the head of the union, who said that "nobody will pay" before May 1.',
  'The U.S. share of trade fell from $3.5 billion in 2006 to $2.1 billion in 2007.',
  'According to Art. 5 of the law of 1993, ships of less than 200 tons pay nothing.',
  'He gave two reasons: (1) the quays are old; and (2) the cranes are broken.',
  'The port -- the largest of the north -- handled 45,000 containers.',
  'See reftel for details on the 2005 strike, in which 14 workers died.',
  'Mr. Roe (b. 1950) studied law at the University of San Marcos.',
  'Nobody at the ministry would say why.',
  'The party won 43 of 120 seats, up from 12. It lost the capital, though.',
  'In its report of March 3, "El Comercio" wrote: "The fees will stay."',
  'Visit http://www.example.com/ports/list.html for the list.',
  'What will he do next? No one in Lima knows.',
  'The talks began at 3:00 p.m. and ended at 7:30 p.m.',
  'Gen. Doe (ret.), a former chief of staff, was not there.',
  'Embassy contacts in the PNP, the APRA and the UN agree on this point (see paragraph 4).',
  'Congress passed Law No. 28 by 60 votes to 45.',
  'The FM noted that the EU, Japan and the U.S. each had pledged help.',
  'XXXXXXXXXXXX said that the minister had been warned twice.',
  'I. Roe, his deputy, nodded.',
  'It is set out in Article 5. The minister disagrees.',
  'As told in paragraph 3. He would not say more, though.',
  'He came at 7. Then he left.',
  'Groups under section 501 (C) of the code pay no tax.',
  'Ref A reported the first round; ref B the second.',
  'Secret talks took place in Lima in 2005.',
  'Confidential sources say that he has left.',
  'Section 5 of the law says otherwise.',
  'The years 2003 - 2005 were calm.',
  'V. Roe and Q. Poe were there, too.',
  'In the 1990s, 45 percent of ships paid nothing.',
  'FYI: The minister is ill. End FYI.',
  'On page 2 of the report the figure is 12.5 percent.',
  'Subject to approval by Congress, the law takes effect in June.',
  'Reference is made to the note of May 5.',
  'Embassy believes the so-called E.O. 5 was never signed.',
  'Tags on the crates read "Lima".',
  'Classified by the ministry as secret, the paper leaked at once.',
  'Who paid? How much? When?',
];
const headings = [
  'Background',
  'The Minister Speaks',
  'PORTS OF THE NORTH',
  'Next Steps',
  'WHO WILL PAY?',
  'Fees, Fish and Friends',
  'U.S. Interests',
  'The Role of the Army',
  '"Callao First"',
  'Ports and Unions',
  'The 2006 Elections',
];
/** Labels of points, each as the first of its list. */
const points = ['--', '-', '*', '•', 'o', 'a.', '(a)', 'A.', 'a)', '(1)', '1)', 'i.'];
const romans = ['i', 'ii', 'iii', 'iv', 'v'];

/** How one writer types: one way for each thing in the whole cable. */
const hand = fc.record({
  capitals: fc.boolean(),
  marked: fc.boolean(),
  level: fc.constantFrom('C', 'SBU', 'U', 'C/NF', 'S/NF'),
  width: fc.constantFrom(55, 60, 65, 68, 72, Number.POSITIVE_INFINITY),
  gap: fc.constantFrom(' ', '  '),
  number: fc.constantFrom('1. ', '1.  ', ' 1. ', '¶1. ', '1.', '1) ', '1 '),
  heading: fc.constantFrom('plain', 'ruled', 'ruled closely', 'between rules', 'between signs'),
  point: fc.constantFrom(...points),
  pointMarked: fc.boolean(),
  pointIndent: fc.constantFrom('', '  ', '     '),
  blankBetweenPoints: fc.boolean(),
  summary: fc.constantFrom('Summary: ', 'SUMMARY. ', 'Begin Summary: ', 'Summary -- ', 'heading', ''),
  endSummary: fc.constantFrom('End Summary.', 'END SUMMARY', '(End Summary.)'),
  comment: fc.constantFrom('Comment: ', 'COMMENT. ', 'Comment -- ', 'Embassy comment: ', 'heading', ''),
  endComment: fc.constantFrom('End Comment.', 'END COMMENT', ''),
  signer: fc.constantFrom('KELLY', 'VAN KELLY', "O'KELLY", 'MCKELLY', ''),
  signerGlued: fc.constantFrom(false, false, false, true),
});
type Hand = typeof hand extends fc.Arbitrary<infer T> ? T : never;

const sentence = fc.constantFrom(...sentences);
const text = fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 });
const part = fc.record({
  heading: fc.option(fc.constantFrom(...headings), { freq: 2 }),
  text,
  unclassified: fc.constantFrom(false, false, false, true),
  below: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.record({ points: fc.array(text, { minLength: 2, maxLength: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ quoted: fc.array(text, { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ rows: fc.array(fc.nat(9999), { minLength: 3, maxLength: 6 }) }) },
    {
      weight: 1,
      arbitrary: fc.constant({ lines: ['Name: Jane Roe', 'Born: 1950, Paita', 'Office: Ports'] }),
    },
  ),
});

export interface WrittenCable {
  text: string;
  /** One line for each thing in the body. */
  outline: string[];
  summary?: string;
}

/** A cable, and what a reader finds in its body. */
export const writtenCable: fc.Arbitrary<WrittenCable> = fc
  .record({
    hand,
    summary: text,
    parts: fc.array(part, { minLength: 2, maxLength: 7 }),
    comment: text,
    feet: fc.array(fc.nat(), { maxLength: 2 }),
  })
  .map((plan) => write(plan));

interface Plan {
  hand: Hand;
  summary: string[];
  parts: (typeof part extends fc.Arbitrary<infer T> ? T : never)[];
  comment: string[];
  feet: number[];
}

function write({ hand, summary, parts, comment, feet }: Plan): WrittenCable {
  const lines: string[] = [];
  const outline: string[] = [];
  const typed = (words: string) => (hand.capitals ? words.toUpperCase() : words);
  let number = 0;

  /** Sentences as lines: a start on the first of them, the others below it. */
  const type = (start: string, words: readonly string[]) => {
    const first = lines.length;
    let line = start;
    for (const [at, one] of words.entries()) {
      for (const [index, word] of typed(one).split(' ').entries()) {
        const gap = index === 0 ? (at === 0 ? '' : hand.gap) : ' ';
        if (line.length + gap.length + word.length > hand.width && line !== start) {
          lines.push(line);
          line = word;
        } else line += gap + word;
      }
    }
    lines.push(line);
    return lines.length - first;
  };

  const typeHeading = (heading: string) => {
    const words = typed(heading);
    const rule = '-'.repeat(words.length);
    outline.push(`heading: ${words}`);
    if (hand.heading === 'between signs') lines.push(`----- ${words} -----`, '');
    else if (hand.heading === 'between rules') lines.push(rule, words, rule, '');
    else if (hand.heading === 'plain') lines.push(words, '');
    else lines.push(words, rule, ...(hand.heading === 'ruled' ? [''] : []));
  };

  const typeParagraph = (words: readonly string[], level: string, role = '') => {
    number += 1;
    // Without marks only a stop tells a number from a figure of the text.
    const start = (hand.marked || /1\. /.test(hand.number) ? hand.number : '1. ').replace(
      '1',
      String(number),
    );
    const mark = hand.marked ? `(${level}) ` : '';
    type(`${start}${mark}`, words);
    lines.push('');
    outline.push(`${number} ${mark}${role}: ${typed(words.join(' '))}`);
  };

  if (hand.summary === 'heading') typeHeading('Summary');
  if (hand.summary !== '') {
    const label = hand.summary === 'heading' ? '' : hand.summary;
    const [first, ...others] = summary as [string, ...string[]];
    typeParagraph([label + first, ...others, hand.endSummary], hand.level, 'summary');
  }

  for (const { heading, text, unclassified, below } of parts) {
    if (heading) typeHeading(heading);
    const introduced = below ? [...text, 'He said:'] : text;
    typeParagraph(introduced, unclassified ? 'U' : hand.level);
    if (!below) continue;
    if ('points' in below) {
      if (!hand.blankBetweenPoints) lines.pop();
      for (const [at, words] of below.points.entries()) {
        const label = hand.point
          .replace('i', romans[at] as string)
          .replace(/[aA]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + at))
          .replace('1', String(at + 1));
        const mark = hand.marked && hand.pointMarked ? `(${hand.level}) ` : '';
        type(`${hand.pointIndent}${label} ${mark}`, words);
        if (hand.blankBetweenPoints) lines.push('');
        outline.push(`  ${label.replace(/[().]/g, '')} ${mark}: ${typed(words.join(' '))}`);
      }
      if (!hand.blankBetweenPoints) lines.push('');
    } else if ('quoted' in below) {
      lines.push(typed('Begin text:'), '');
      outline.push('quote');
      // A foot between two paragraphs without numbers may as well stand amid one.
      const numbered = below.quoted.length > 1;
      for (const [at, words] of below.quoted.entries()) {
        type(numbered ? `${at + 1}. ` : '', words);
        lines.push('');
        outline.push(`> ${numbered ? at + 1 : ''} : ${typed(words.join(' '))}`);
      }
      lines.push(typed('End text.'), '');
    } else if ('rows' in below) {
      const rows = below.rows.map((tons, at) => `  ${typed(`Pier ${at + 1}`).padEnd(24)}${tons}`);
      lines.push(...rows, '');
      outline.push(`table: ${rows.join(' ')}`);
    } else {
      lines.push(...below.lines.map(typed), '');
      outline.push(`: ${typed(below.lines.join(' '))}`);
    }
  }

  if (hand.comment === 'heading') typeHeading('Comment');
  if (hand.comment !== '') {
    const label = hand.comment === 'heading' ? '' : hand.comment;
    const [first, ...others] = comment as [string, ...string[]];
    const end = hand.endComment === '' ? [] : [hand.endComment];
    typeParagraph([label + first, ...others, ...end], hand.level, 'comment');
  } else typeParagraph(['The Ambassador cleared this message.'], hand.level);

  if (hand.signer !== '') {
    lines.pop();
    if (hand.signerGlued) lines.push(`${lines.pop()}  ${hand.signer}`);
    else lines.push(hand.signer);
    outline.push(`signed ${hand.signer}`);
  }
  for (const [at, place] of feet.entries()) {
    lines.splice(1 + (place % (lines.length - 1)), 0, '', `LIMA 00000123  00${at + 1} OF 003`, '', '');
  }
  return {
    text: [...(hand.capitals ? headOf1976 : headOf2008), '', ...lines, ''].join('\n'),
    outline: outline.map((line) => line.replace(/\s+/g, ' ').trim()),
    ...(hand.summary !== '' && { summary: typed(summary.join(' ')) }),
  };
}

const headOf2008 = [
  'P 011200Z MAY 08',
  'FM AMEMBASSY LIMA',
  'TO RUEHC/SECSTATE WASHDC PRIORITY 1234',
  'INFO RUEHBO/AMEMBASSY BOGOTA 0012',
  'S E C R E T LIMA 000123',
  '',
  'SIPDIS',
  '',
  'E.O. 12958: DECL: 05/01/2018',
  'TAGS: PREL, PGOV, PE',
  'SUBJECT: HARBOR FEES RISE',
  '',
  'REF: LIMA 111',
  '',
  'Classified By: Ambassador Jane Roe for reasons 1.4 (b) and (d).',
];
const headOf1976 = [
  'R 051410Z MAR 76',
  'FM AMEMBASSY LIMA',
  'TO SECSTATE WASHDC 4321',
  'INFO AMEMBASSY BOGOTA',
  'S E C R E T LIMA 1234',
  'E.O. 11652: GDS',
  'TAGS: PFOR, PINT, PE',
  'SUBJ: HARBOR FEES',
  'REF: LIMA 111',
];
