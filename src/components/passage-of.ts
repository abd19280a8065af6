/**
 * The blocks of a text from one to another, a paragraph with its points, none inside another. Where the second does not come behind
 * the first: the first alone.
 */
export function passageOf(first: HTMLElement, last: HTMLElement): HTMLElement[] {
  const text = first.closest('#text');
  const all = [...(text?.querySelectorAll<HTMLElement>('[id]:not(.alias)') ?? [])];
  const from = all.indexOf(first);
  const until = Math.max(from, all.indexOf(last));
  const end = all[until];
  const points = end?.matches('.para') ? end.nextElementSibling : null;
  const covered = all.filter(
    (each, at) => (at >= from && at <= until) || (points?.matches('.items') && points.contains(each)),
  );
  return covered.filter((each) => !covered.some((other) => other !== each && other.contains(each)));
}
