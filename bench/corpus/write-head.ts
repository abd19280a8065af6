/** The lines above the first paragraph, by form. */
import { type Draft, drawPost } from './draft-cable.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `051522Z`. */
export function shortDtg(time: number): string {
  const date = new Date(time);
  return `${pad(date.getUTCDate(), 2)}${pad(date.getUTCHours(), 2)}${pad(date.getUTCMinutes(), 2)}Z`;
}

function longDtg(time: number): string {
  const date = new Date(time);
  return `${shortDtg(time)} ${MONTHS[date.getUTCMonth()]} ${pad(date.getUTCFullYear() % 100, 2)}`;
}

function spaced(draft: Draft): string {
  if (draft.classification === 'UNCLASSIFIED') return 'UNCLAS';
  if (draft.classification === 'LIMITED OFFICIAL USE') return draft.classification;
  return [...draft.classification].join(' ');
}

/** `C O N F I D E N T I A L SECTION 02 OF 03 LIMA 001234`. */
export function classificationLine(draft: Draft, section: number): string {
  const { place, sections } = draft;
  const part = sections > 1 ? ` SECTION ${pad(section, 2)} OF ${pad(sections, 2)}` : '';
  const serial = place.year < 1980 ? String(place.serial) : pad(place.serial, 6);
  return `${spaced(draft)}${part} ${place.stationName} ${serial}`;
}

function eoLine(draft: Draft): string {
  const { year, time } = draft.place;
  const open = draft.classification === 'UNCLASSIFIED' || draft.classification === 'LIMITED OFFICIAL USE';
  if (year < 1979)
    return open ? 'E.O. 11652: N/A' : `E.O. 11652: ${draft.random.pick(['GDS', 'GDS', 'XGDS-1', 'XGDS-3'])}`;
  const date = new Date(time);
  const until = (years: number) =>
    `${pad(date.getUTCMonth() + 1, 2)}/${pad(date.getUTCDate(), 2)}/${year + years}`;
  if (year < 1983) return open ? 'E.O. 12065: N/A' : `E.O. 12065: GDS ${until(6)} (ARDVIK, TOLLA)`;
  if (year < 1996) return open ? 'E.O. 12356: N/A' : 'E.O. 12356: DECL: OADR';
  return `E.O. ${year < 2011 ? 12958 : 13526}: ${open ? 'N/A' : `DECL: ${until(10)}`}`;
}

function referenceLines(draft: Draft): string[] {
  const { references, random } = draft;
  if (references.length === 0) return [];
  if (references.length === 1) return [`REF: ${references[0]}`];
  const letter = (index: number) => String.fromCharCode(65 + (index % 26));
  if (random.chance(0.5))
    return references.map((text, index) => `${index ? '     ' : 'REF: '}${letter(index)}. ${text}`);
  return [`REF: ${references.map((text, index) => `(${letter(index)}) ${text}`).join('; ')}`];
}

/** E.O., TAGS, SUBJECT, REF and Classified By, as they stand on the first section and are repeated on the others. */
export function labelLines(draft: Draft): string[] {
  const { random, place, tags } = draft;
  const link = draft.form === 'markdown' ? (code: string) => `[${code}](#)` : (code: string) => code;
  const separator = place.year < 1980 || random.chance(0.09) ? ', ' : ' ';
  const classified = draft.classification === 'CONFIDENTIAL' || draft.classification === 'SECRET';
  const reason = place.year < 2004 ? '1.5' : '1.4';
  if (place.year < 1973) return [`SUBJECT: ${draft.title}`, '', ...referenceLines(draft), ''];
  return [
    eoLine(draft),
    `TAGS: ${tags.map(link).join(separator)}`,
    `${place.year < 1980 ? 'SUBJ' : 'SUBJECT'}: ${draft.title}`,
    '',
    ...referenceLines(draft),
    ...(classified && place.year >= 1996
      ? ['', `Classified By: Political Counselor Talmi Q. Zaberno for reasons ${reason} (b) and (d).`]
      : []),
    '',
  ];
}

function captionLines(draft: Draft): string[] {
  const { random, place, sensitive } = draft;
  const captions = [];
  if (random.chance(0.005)) captions.push('C O R R E C T E D  C O P Y  (PARA 2 CHANGED)', '');
  if (place.year >= 1996 && random.chance(0.9)) captions.push('SIPDIS', '');
  if (sensitive) captions.push('SENSITIVE', '');
  else if (draft.classification !== 'UNCLASSIFIED' && random.chance(0.12))
    captions.push(random.pick(['NOFORN', 'EXDIS', 'LIMDIS']), '');
  if (random.chance(0.4))
    captions.push(
      `STATE FOR ${random.pick(['EUR/SCE', 'AF/W', 'WHA/CEN', 'EAP/MTS', 'NEA/ARP', 'SA/INS'])}`,
      '',
    );
  return captions;
}

const COLLECTIVES = [
  'ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE',
  'EUROPEAN POLITICAL COLLECTIVE',
  'ECOWAS COLLECTIVE',
  'ASEAN MEMBER COLLECTIVE',
];

/** Addressees below FM; routed as at a relay where the form has format lines. */
function addressLines(draft: Draft): string[] {
  const { random, place } = draft;
  const routed = place.year >= 1980 && place.post.station !== 'STATE';
  const route = () =>
    routed ? `RUEH${String.fromCharCode(65 + random.int(0, 25), 65 + random.int(0, 25))}/` : '';
  const rank = () => random.pick(['', '', ' PRIORITY', ' IMMEDIATE']);
  const number = () => (random.chance(0.5) ? ` ${pad(random.int(1, 9999), 4)}` : '');
  const to =
    place.post.station === 'STATE'
      ? `${drawPost(draft)}${rank()}`
      : `${route()}SECSTATE WASHDC${rank()}${number()}`;
  const info = Array.from(
    { length: random.int(0, 8) },
    () => `${route()}${drawPost(draft)}${rank()}${number()}`,
  );
  if (place.year >= 1980 && random.chance(0.5)) info.push(`${route()}${random.pick(COLLECTIVES)}`);
  return [`TO ${to}`, ...info.map((line, index) => `${index ? '' : 'INFO '}${line}`)];
}

function formatLines(draft: Draft): string[] {
  const { random, place, classification } = draft;
  const date = new Date(place.time);
  const day = 1 + Math.floor((place.time - Date.UTC(place.year, 0, 1)) / 86_400_000);
  const security = {
    UNCLASSIFIED: 'ZNR UUUUU',
    'LIMITED OFFICIAL USE': 'ZNR UUUUU',
    CONFIDENTIAL: 'ZNY CCCCC',
    SECRET: 'ZNY SSSSS',
  };
  const clock = `${pad(date.getUTCHours(), 2)}${pad(date.getUTCMinutes(), 2)}`;
  return [
    `VZCZC${random.pick(['XRO', 'XYZ'])}${pad(random.int(0, 9999), 4)}`,
    'RR RUEHWEB',
    '',
    `DE RUEH${place.post.station.slice(0, 2)} #${pad(place.serial % 10_000, 4)}/01 ${pad(day, 3)}${clock}`,
    `${security[classification]} ZZH`,
  ];
}

/** Head of a telegram, from the bureau distribution or format lines down to the last label. */
export function headLines(draft: Draft, labels: readonly string[]): string[] {
  const { random, place } = draft;
  if (draft.form === 'smart') return smartLines(draft);
  const old = place.year < 1980;
  const opening = old
    ? [
        pad(random.int(10, 70), 2),
        'ACTION EUR-12',
        '',
        `INFO  OCT-01  ISO-00  INR-07  EB-${pad(random.int(0, 20), 2)}  /0${random.int(20, 90)} W`,
        `                     --------------------- 0${random.int(10_000, 99_999)}`,
      ]
    : place.post.station === 'STATE' || random.chance(0.15)
      ? []
      : formatLines(draft);
  const precedence = random.pick(['P', 'P', 'R', 'R', 'O', 'O R', 'P R']);
  const stamp = old
    ? ['Declassified/Released US Department of State EO Systematic Review 05 JUL 2006', '']
    : [];
  return [
    ...opening,
    `${precedence} ${longDtg(place.time)}${random.chance(0.033) ? random.pick([' ZDK', ' ZFF4', ' ZDS']) : ''}`,
    `FM ${place.post.name}`,
    ...addressLines(draft),
    '',
    classificationLine(draft, 1),
    '',
    ...captionLines(draft),
    ...stamp,
    ...labels,
  ];
}

/** The printed form of 2009 onward: a label and its value in a column. */
function smartLines(draft: Draft): string[] {
  const { place } = draft;
  const date = new Date(place.time);
  const month = MONTHS[date.getUTCMonth()] as string;
  const row = (label: string, value: string) => `${`${label}:`.padEnd(16)}${value}`;
  const spelled = `${month.slice(0, 1)}${month.slice(1).toLowerCase()} ${pad(date.getUTCDate(), 2)}, ${place.year}`;
  const references = draft.references.map(
    (text, index) => `${String.fromCharCode(65 + (index % 26))}) ${text}`,
  );
  return [
    draft.classification,
    ...(draft.sensitive ? ['SBU'] : []),
    '',
    row('MRN', `${pad(place.year % 100, 2)} ${place.stationName} ${place.serial}`),
    row('Date/DTG', `${spelled} / ${longDtg(place.time)}`),
    row('From', place.post.name),
    row('Action', place.post.station === 'STATE' ? 'LONDON, AMEMBASSY ROUTINE' : 'WASHDC, SECSTATE ROUTINE'),
    row('E.O.', place.year < 2011 ? '12958' : '13526'),
    row('TAGS', draft.tags.join(', ')),
    row('Captions', draft.sensitive ? 'SENSITIVE' : 'None'),
    ...references.map((text, index) => (index ? `${' '.repeat(16)}${text}` : row('Reference', text))),
    row('Subject', draft.title),
    '',
  ];
}
