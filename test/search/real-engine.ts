import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { IndexEngine } from '../../src/search/browser/index-engine.ts';
import { INDEX_PATH } from '../../src/search/manifest.ts';

/** The real engine over a built site: its files fetched by HTTP. */
export async function serveEngine(siteDir: string): Promise<{
  engine: IndexEngine;
  requests: string[];
  url: string;
  close(): void;
}> {
  const requests: string[] = [];
  const handler = sirv(siteDir, { dev: true, dotfiles: true });
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${INDEX_PATH}`;
  const engine = new IndexEngine(url);
  return { engine, requests, url, close: () => server.close() };
}
