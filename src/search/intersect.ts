/** The cables of all the masks: 1 for each. */
export function intersect(masks: readonly Uint8Array[]): Uint8Array {
  const all = Uint8Array.from(masks[0] as Uint8Array);
  for (const mask of masks.slice(1)) {
    for (let cable = 0; cable < all.length; cable += 1)
      all[cable] = (all[cable] as number) & (mask[cable] as number);
  }
  return all;
}
