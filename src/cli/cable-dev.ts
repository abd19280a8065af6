import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { loadCable } from '../archive/load-cable.ts';
import { markdownPath } from '../archive/markdown-path.ts';
import type { Places } from '../archive/places.ts';
import { entryByAddress, siteSettings } from '../archive/query-cables.ts';
import { readCables } from '../archive/read-cables.ts';
import { readSettings } from '../archive/read-settings.ts';
import { recordJson, toRecord } from '../publish/record-json.ts';
import { twinNames } from '../publish/write-twins.ts';

/** Milliseconds without a further change before the folder is read: editors write a file in several steps. */
const QUIET = 60;

/** Astro integration for `astro dev`: reads the folder again when a raw cable changes and reloads the page; serves the files beside pages. */
export function cableDev(places: Places): AstroIntegration {
  return {
    name: 'cable-dev',
    hooks: {
      'astro:server:setup'({ server, logger }) {
        let timer: NodeJS.Timeout | undefined;
        let reading = Promise.resolve();
        const read = async () => {
          try {
            const { cables, read: fresh } = await readCables(places, readSettings(places.cables));
            logger.info(`${cables} cables, ${fresh} read anew`);
            server.ws.send({ type: 'full-reload' });
          } catch (error) {
            logger.error((error as Error).message);
          }
        };
        server.watcher.add(places.cables);
        server.watcher.on('all', (_event, path) => {
          if (relative(places.cables, path).startsWith('..')) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            reading = reading.then(read);
          }, QUIET);
        });
        server.middlewares.use((request, response, next) => {
          const found = twinOf(decodeURI(request.url?.split('?')[0] ?? ''), places);
          if (!found) return next();
          response.setHeader('content-type', `${found.type}; charset=utf-8`);
          response.end(found.content);
        });
      },
    },
  };
}

interface Twin {
  type: string;
  content: string | Buffer;
}

/** The file beside a page that a path asks for: `/cables/08BEIJING1882/source.txt`. */
function twinOf(path: string, places: Places): Twin | undefined {
  const [, address, name] = /\/cables\/([^/]+)\/([a-z]+\.[a-z]+)$/.exec(path) ?? [];
  const entry = address === undefined ? undefined : entryByAddress(address);
  if (!entry) return undefined;
  if (name === twinNames.json) {
    return {
      type: 'application/json',
      content: recordJson(toRecord(loadCable(entry).cable, entry.address, siteSettings())),
    };
  }
  if (name === twinNames.markdown) {
    return { type: 'text/markdown', content: readFileSync(join(places.markdown, markdownPath(entry))) };
  }
  if (name !== twinNames.source) return undefined;
  return { type: 'text/plain', content: loadCable(entry).own.text };
}
