const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a path of this site (`/cables/08BEIJING1882/#p2`) under the site's base path. Segments are encoded already, or need no encoding. */
export function href(path: string): string {
  return base + path;
}

/** A path segment made of words of a cable, safe in an address. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}
