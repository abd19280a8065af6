const named: Record<string, string> = {
  amp: '&',
  apos: "'",
  ast: '*',
  bull: '•',
  cent: '¢',
  colon: ':',
  comma: ',',
  copy: '©',
  deg: '°',
  dollar: '$',
  equals: '=',
  euro: '€',
  excl: '!',
  frac12: '½',
  gt: '>',
  hellip: '…',
  hyphen: '-',
  iexcl: '¡',
  iquest: '¿',
  laquo: '«',
  ldquo: '“',
  lowbar: '_',
  lpar: '(',
  lsqb: '[',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  num: '#',
  para: '¶',
  percnt: '%',
  period: '.',
  plus: '+',
  pound: '£',
  quest: '?',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rpar: ')',
  rsqb: ']',
  rsquo: '’',
  sect: '§',
  semi: ';',
  shy: '',
  sol: '/',
  szlig: 'ß',
  times: '×',
  yen: '¥',
};

// Letters with marks are named by letter and mark: eacute, Uuml, ntilde.
const marks: Record<string, string> = {
  acute: '\u0301',
  caron: '\u030c',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  ring: '\u030a',
  tilde: '\u0303',
  uml: '\u0308',
};

// &#8217; &#x2019; &eacute;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}\d{0,2}));/g;
const LETTER = /^([A-Za-z])(acute|caron|cedil|circ|grave|ring|tilde|uml)$/;

/** Cheap: R&D and AT&T are met more often. */
function holdsEntity(text: string): boolean {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1))
    if (text.slice(at, at + 12).includes(';')) return true;
  return false;
}

const AMPERSAND = /&(?:amp|#0?38);/;
const MOST_TIMES = 3;
/** Escaped once more: no sender writes it. */
const AGAIN = /&(?:#\d{2,5}|quot|apos|[lg]t|amp|nbsp|[lr][sd]quo|[mn]dash|para);/;

/**
 * Decodes HTML entities, once; again where a copy was escaped twice or thrice. An unknown one is left as it stands (`R&D;` is text); a line end written as an entity
 * becomes U+2028, so that the count of raw lines stays what it was.
 */
export function decodeEntities(text: string): string {
  if (!holdsEntity(text)) return text;
  let decoded = decodeOnce(text);
  for (let times = 1; times < MOST_TIMES && AGAIN.test(decoded) && AMPERSAND.test(text); times++)
    decoded = decodeOnce(decoded);
  return decoded;
}

function decodeOnce(text: string): string {
  return text.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) {
      const known = Object.hasOwn(named, name) ? named[name] : undefined;
      if (known !== undefined) return known;
      const letter = LETTER.exec(name);
      return letter ? `${letter[1]}${marks[letter[2] ?? ''] ?? ''}`.normalize('NFC') : entity;
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (code === 10 || code === 13) return '\u2028';
    if (code === 9) return '\t';
    return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : entity;
  });
}
