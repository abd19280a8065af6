/** Why the index could not be read: no network, a file that is missing or refused, bytes that are something else. */
export type IndexErrorKind = 'offline' | 'missing' | 'damaged';

export class IndexError extends Error {
  readonly kind: IndexErrorKind;
  readonly url: string;

  constructor(kind: IndexErrorKind, url: string) {
    super(`The search index could not be read (${kind}): ${url}`);
    this.name = 'IndexError';
    this.kind = kind;
    this.url = url;
  }
}
