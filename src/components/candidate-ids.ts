/** Two or four digits, letters, a number: `08 BEIJING 1882`, `2008BEIJING001882`, `08-beijing-1882`. */
const written = /(?:^|[^\dA-Z])(\d{4}|\d{2})[^\dA-Z]*([A-Z](?:[^\d]{0,40}[A-Z])?)[^\dA-Z]*(\d{1,8})(?!\d)/;

/**
 * The ids that an address may mean, the likeliest first. Takes a path as the browser gives it.
 *
 * `/cables/2008beijing001882/` gives `08BEIJING1882`.
 */
export function candidateIds(path: string): string[] {
  let text: string;
  try {
    text = decodeURIComponent(path);
  } catch {
    text = path;
  }
  const last = text
    .split('/')
    .filter((part) => /\d/.test(part))
    .at(-1);
  const [, year, letters, number] = written.exec((last ?? '').slice(0, 120).toUpperCase()) ?? [];
  if (!year || !letters || !number) return [];
  const station = letters.replace(/[^A-Z]/g, '');
  const serial = String(Number(number));
  const short = `${year.slice(-2)}${station}${serial}`;
  return [...new Set([short, `${year}${station}${serial}`, `${year}${station}${number}`])];
}
