/** What the functions of this room need to know of the site. The archive's `Settings` are one. */
export interface Site {
  title: string;
  description?: string | undefined;
  /** `https://cables.example.org`, where the site's address is known. */
  origin?: string | undefined;
  /** Begins and ends with a slash. */
  base: string;
  publisher?: string | undefined;
  licence?: string | undefined;
  /** Language of the interface; the cables are in English. */
  language?: string | undefined;
}

/** Address of a page or file of the site, absolute where the origin is known. `path`: without leading slash, already encoded. */
export function siteUrl({ origin = '', base }: Site, path = ''): string {
  return `${origin}${base}${path}`;
}

/** Address of a cable's page; of a passage in it, where `anchor` is given (`p2`, `p3-p5`). */
export function cableUrl(site: Site, address: string, anchor?: string): string {
  const page = siteUrl(site, `cables/${encodeURIComponent(address)}/`);
  return anchor === undefined ? page : `${page}#${encodeURIComponent(anchor)}`;
}
