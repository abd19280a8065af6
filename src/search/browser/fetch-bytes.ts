import { IndexError } from './index-error.ts';

const GZIP = [0x1f, 0x8b];

/**
 * Fetches a file of the index.
 *
 * @throws IndexError where it does not come whole
 */
export async function fetchBytes(url: string, options?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  try {
    response = await fetch(url, options);
  } catch {
    throw new IndexError(noAnswer(), url);
  }
  if (!response.ok) throw new IndexError('missing', url);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new IndexError(noAnswer(), url);
  }
}

const noAnswer = () => (navigator.onLine === false ? 'offline' : 'unreachable');

/** The same unzipped, where it is zipped: a host may have unzipped it on the way. */
export async function fetchUnzipped(url: string): Promise<Uint8Array> {
  const bytes = await fetchBytes(url);
  return unzip(bytes, url);
}

export async function unzip(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<Uint8Array> {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new IndexError('damaged', url);
  }
}

export async function fetchJson<Value>(url: string, options?: RequestInit): Promise<Value> {
  const bytes = await unzip(await fetchBytes(url, options), url);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new IndexError('damaged', url);
  }
}
