const formats = new Map<string, Intl.DateTimeFormat>();

/** Days in words: the same few stand in all lists. */
const words = new Map<string, string>();

const options: Record<string, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthOnly: { month: 'long' },
  monthShort: { month: 'short' },
  monthNarrow: { month: 'narrow' },
};

/**
 * An ISO date in words of the locale, in UTC. `2008`, `2008-05` and `2008-05-15` are taken too; what is no date comes back as it is.
 * English is set day first, as the cables themselves do.
 */
export function formatDate(iso: string, locale: string, style: keyof typeof options = 'day'): string {
  if (/^\d{4}$/.test(iso)) return iso;
  const day = dayOf(iso);
  const known = day && words.get(`${day} ${locale} ${style}`);
  if (known) return known;
  const date = new Date(/^\d{4}-\d\d$/.test(iso) ? `${iso}-01` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  const language = locale === 'en' ? 'en-GB' : locale;
  const key = `${language} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { ...options[style], timeZone: 'UTC' });
    formats.set(key, format);
  }
  const said = format.format(date);
  if (day) words.set(`${day} ${locale} ${style}`, said);
  return said;
}

/** The day of a date, or of a moment in UTC. */
function dayOf(iso: string): string | undefined {
  return iso.length === 10 || iso.endsWith('Z') ? iso.slice(0, 10) : undefined;
}

/** A moment in UTC, `2008-05-15T09:45Z`, as `15 May 2008, 09:45 UTC`; a date without a time as a date. */
export function formatMoment(iso: string, locale: string): string {
  const day = formatDate(iso, locale);
  return iso.includes('T') ? `${day}, ${iso.slice(11, 16)} UTC` : day;
}
