/** What a page knows of a sender or addressee. */
export interface KnownPost {
  /** In plain words: `Embassy Beijing`. */
  name?: string | undefined;
  /** Path of its page, where there is one. */
  path?: string | undefined;
}
