/** The reader's list of cables: addresses in the order in which they were set aside. It is kept in this browser alone. */
const KEY = 'cable-archive:reading-list';
/** What an address may look like: it goes into links. */
const ADDRESS = /^[\p{L}\p{N}._~-]{1,120}$/u;

export function readList(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((each): each is string => typeof each === 'string' && ADDRESS.test(each))
      : [];
  } catch {
    return [];
  }
}

/** A browser that keeps nothing still has the list in the address. */
export function writeList(addresses: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(addresses));
  } catch {}
}

export function isListed(address: string): boolean {
  return readList().includes(address);
}

/** Puts a cable on the list, or takes it off. */
export function toggleListed(address: string): void {
  const list = readList();
  writeList(list.includes(address) ? list.filter((each) => each !== address) : [...list, address]);
}

/** `#08BEIJING1882,09LIMA12` as a list without repeats. */
export function parseListFragment(fragment: string): string[] {
  let text = fragment.replace(/^#/, '');
  try {
    text = decodeURIComponent(text);
  } catch {}
  return [...new Set(text.split(/[,\s]+/).filter((each) => ADDRESS.test(each)))];
}
