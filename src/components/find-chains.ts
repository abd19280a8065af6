/**
 * The longest lines in which each cable cites the one before, oldest first, no cable in two of them. Only citations of older cables
 * count, so that there is no circle.
 *
 * @param entries oldest first
 * @param cites what a cable cites of the archive
 */
export function findChains<Entry>(
  entries: readonly Entry[],
  cites: (entry: Entry) => readonly Entry[],
  most: number,
): Entry[][] {
  const place = new Map(entries.map((entry, at) => [entry, at]));
  const length = new Map<Entry, number>();
  const before = new Map<Entry, Entry>();
  for (const entry of entries) {
    let best = 1;
    for (const cited of cites(entry)) {
      const own = length.get(cited);
      if (own === undefined || (place.get(cited) ?? 0) >= (place.get(entry) ?? 0) || own + 1 <= best)
        continue;
      best = own + 1;
      before.set(entry, cited);
    }
    length.set(entry, best);
  }
  const used = new Set<Entry>();
  const chains: Entry[][] = [];
  for (const end of entries.toSorted((a, b) => (length.get(b) ?? 0) - (length.get(a) ?? 0))) {
    if (chains.length === most) break;
    const chain: Entry[] = [];
    for (let at: Entry | undefined = end; at !== undefined && !used.has(at); at = before.get(at))
      chain.unshift(at);
    if (chain.length < 3) continue;
    for (const entry of chain) used.add(entry);
    chains.push(chain);
  }
  return chains;
}
