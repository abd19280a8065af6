/**
 * Why the index could not be read: the reader is offline, the server does not answer, a file is missing or refused, bytes are
 * something else.
 */
export type IndexErrorKind = 'offline' | 'unreachable' | 'missing' | 'damaged';

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
