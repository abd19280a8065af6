import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../../src/archive/catalog.ts';
import type { Classification } from '../../src/cable/cable.ts';
import type { ScanCable } from './plain-scan.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes the pages of a made corpus as the site's own look to the indexer, and gives their catalog. */
export function writeSite(cables: readonly ScanCable[], siteDir: string): CatalogEntry[] {
  return cables.map((cable): CatalogEntry => {
    const { address, blocks, date, fields, heading = address } = cable;
    const dir = join(siteDir, 'cables', address);
    mkdirSync(dir, { recursive: true });
    const text = blocks.map(({ anchor, text: words }, at) => {
      const mark = fields.mark?.[at % fields.mark.length] ?? 'U';
      return `<p class="para" id="${anchor}" data-mark="${mark}"><a class="num" href="#${anchor}">${at + 1}.</a> <span class="mark">(${mark})</span> ${escaped(words)}</p>`;
    });
    const html = `<!doctype html><html lang="en"><head><title>${address}</title></head><body><nav>Dates Origins</nav><main id="content"><article class="sheet" data-pagefind-body><p class="banner">furniture</p><h1>${escaped(heading)}</h1>${text.join('\n')}</article><aside>aside</aside></main></body></html>`;
    writeFileSync(join(dir, 'index.html'), html);
    return {
      address,
      path: `${address}.txt`,
      part: 0,
      digest: address,
      collection: fields.collection?.[0] ?? '',
      cable: {
        id: address,
        station: fields.origin?.[0] ?? '',
        ...(date
          ? {
              dtg: { iso: date.length < 10 ? date : `${date}T09:45Z` },
            }
          : {}),
        classification: fields.class?.[0] as Classification,
        ...(fields.caption?.length ? { captions: fields.caption } : {}),
        tags: (fields.tag ?? []).map((code) => ({ code, kind: 'subject' as const })),
        subjectTitle: address,
        source: {},
      },
      counts: { info: 0, warning: 0, error: 0 },
      codes: {},
      words: blocks.reduce((sum, block) => sum + block.text.split(' ').length, 0),
      anchors: [],
      mentions: [],
    };
  });
}
