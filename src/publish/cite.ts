/** Citations as text, in three styles, ready to be copied. */
import type { Citable, Locator } from './citable.ts';

export type CitationStyle = 'chicago' | 'bluebook' | 'mla';

/** How a style names what is cited, with `{first}` and `{last}` for the printed numbers. */
interface LocatorForm {
  one: string;
  many: string;
}

const styles: Record<CitationStyle, { locator: LocatorForm; write: Writer }> = {
  chicago: { locator: { one: ', para. {first}', many: ', paras. {first}–{last}' }, write: chicago },
  bluebook: { locator: { one: ', ¶ {first}', many: ', ¶¶ {first}–{last}' }, write: bluebook },
  mla: { locator: { one: ', par. {first}', many: ', pars. {first}–{last}' }, write: mla },
};

type Writer = (citable: Citable, locator: string) => string;

/** One citation, of the whole cable or of the paragraphs named. */
export function cite(citable: Citable, style: CitationStyle, locator?: Locator): string {
  return styles[style].write(citable, locator ? formatLocator(styles[style].locator, locator) : '');
}

/** The words of a locator: `, para. 2`, `, paras. 3–5`. */
function formatLocator({ one, many }: LocatorForm, { first, last }: Locator): string {
  const form = last === undefined || last === first ? one : many;
  return form.replace('{first}', () => first).replace('{last}', () => last ?? first);
}

/**
 * A note of the Chicago Manual: author, title in quotation marks, what it is and its number, date, passage, archive, address.
 * Source: The Chicago Manual of Style, 17th edition, 14.219-14.232 (letters and documents in collections).
 */
function chicago({ sender, title, number, date, archive, url }: Citable, locator: string): string {
  const day = date ? formatDate(date, chicagoMonths, 'month first') : 'n.d.';
  const parts = [`${sender.name}, ${inQuotes(title, ',')} cable ${number}`, `${day}${locator}`, archive, url];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/**
 * Cable from one to the other, title, number and passage, date in brackets.
 * Source: The Bluebook, 21st edition, rules 17.2.3 (letters and memoranda) and 18.2.
 */
function bluebook(
  { sender, recipient, title, number, date, archive, url }: Citable,
  locator: string,
): string {
  const to = recipient ? ` to ${inBluebook(recipient.name)}` : '';
  const day = date ? formatDate(date, bluebookMonths, 'month first') : 'n.d.';
  const place = url === undefined ? ` (on file with ${archive})` : `, ${url}`;
  return `Cable from ${inBluebook(sender.name)}${to}, ${title}, ${number}${locator} (${day})${place}.`;
}

/**
 * An entry of the Modern Language Association: author, title, number and date, then the archive as container. A list of works cited
 * names no paragraph: that stands in the text, in brackets, which are given behind the entry.
 * Source: MLA Handbook, 9th edition, chapters 5 (works cited) and 6 (in the text).
 */
function mla({ sender, title, number, date, archive, publisher, url }: Citable, locator: string): string {
  const day = date && formatDate(date, mlaMonths, 'day first');
  const what = [`Cable ${number}`, day].filter(Boolean).join(', ');
  const container = [archive, publisher === archive ? undefined : publisher, url].filter(Boolean).join(', ');
  const inText = locator && ` In the text: (${sender.name}${locator}).`;
  return `${closed(sender.name)} ${inQuotes(title, '.')} ${what}. ${container}.${inText}`;
}

/** `.` behind what does not end in one. */
function closed(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** In double quotation marks, those inside made single; the stop stands inside, and is left out where the title brings its own. */
function inQuotes(title: string, stop: ',' | '.'): string {
  const inner = title
    .replace(/"([^"]*)"/g, '‘$1’')
    .replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))
    .replace(/'/g, '’');
  const ends = stop === '.' ? /[.?!]$/ : /,$/;
  return `“${inner}${ends.test(inner) ? '' : stop}”`;
}

/** `US Department of State`: `U.S. Dep’t of State`. */
function inBluebook(name: string): string {
  return name.replace(/^US /, 'U.S. ').replace('Department', 'Dep’t');
}

const chicagoMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const mlaMonths = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const;
const bluebookMonths = mlaMonths;

function formatDate(
  { year, month, day }: NonNullable<Citable['date']>,
  months: readonly string[],
  order: 'month first' | 'day first',
): string {
  if (month === undefined || day === undefined) return String(year);
  const name = months[month - 1];
  return order === 'month first' ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`;
}
