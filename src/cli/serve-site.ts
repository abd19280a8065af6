import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  /** Address of the home page. */
  url: string;
  server: Server;
}

/** Types of files that must be told with their encoding, or that are not in every table. */
const types: Record<string, string> = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Serves a built site under its base path on `HOST` (localhost) and the first port from `first` on that is free. A path without
 * its slash at the end leads to the one with it; an unknown one shows the site's own 404 page.
 */
export async function serveSite(dir: string, base: string, first: number): Promise<Served> {
  const host = process.env.HOST || 'localhost';
  const files = sirv(dir, { dev: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (!path.startsWith(base)) {
      if (path === '/' || `${path}/` === base) redirect(response, base);
      else notFound(request, response, dir);
      return;
    }
    const inner = path.slice(base.length - 1);
    if (!inner.endsWith('/') && isPage(dir, inner)) {
      redirect(response, `${path}/${query === undefined ? '' : `?${query}`}`);
      return;
    }
    request.url = inner + (query === undefined ? '' : `?${query}`);
    files(request, response, () => notFound(request, response, dir));
  });
  const port = await listen(server, host, first);
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}` };
}

function setHeaders(response: ServerResponse, path: string): void {
  const type = types[path.slice(path.lastIndexOf('.'))];
  if (type) response.setHeader('content-type', type);
  const lasting = path.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.setHeader('cache-control', lasting);
}

function isPage(dir: string, inner: string): boolean {
  let path: string;
  try {
    path = decodeURIComponent(inner);
  } catch {
    return false;
  }
  if (path.includes('..') || path.includes('\0')) return false;
  const folder = join(dir, path);
  return (
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true &&
    existsSync(join(folder, 'index.html'))
  );
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: to }).end();
}

function notFound(request: IncomingMessage, response: ServerResponse, dir: string): void {
  const page = join(dir, '404.html');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  if (request.method === 'HEAD') response.end();
  else response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

/** Listens on the port, or on the first of the next hundred that is free; gives the port. */
async function listen(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= first + 100) throw error;
    }
  }
}
