/** Anchor of a term on the glossary page: `NIACT IMMEDIATE` as `niact-immediate`. */
export function glossaryAnchor(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
