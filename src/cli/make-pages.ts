/** What a thread of the page step does: makes pages with the bundle of Astro, and what stands beside those of cables. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import { loadCable } from '../archive/load-cable.ts';
import { entryByAddress } from '../archive/query-cables.ts';
import { writePiece } from '../publish/gzip-pieces.ts';
import { type CableRecord, recordLine, toRecord } from '../publish/record-json.ts';
import { type TwinPlace, twinNames, writeTwins } from '../publish/write-twins.ts';
import { keepSmall } from './give-back.ts';
import type { PageBundle } from './page-bundle.ts';

/** One page to make. Held for each page of the site, so it has no more than it needs. */
export interface PageJob {
  /** `/tags/PREL`, under the site's base. */
  pathname: string;
  /** The file of Astro's that renders it. */
  component: string;
  /** It is a file of this name, and no page. */
  isFile: boolean;
}

/** `tags/PREL`; empty of the page of the site itself. */
const pathOf = ({ pathname }: PageJob): string => pathname.replace(/^\/|\/$/g, '');

/** Path of a page's file in the site. */
export function fileOf(page: PageJob): string {
  const path = pathOf(page);
  if (page.isFile) return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

/** The address to render a page for. */
function urlOf(page: PageJob, { base, origin }: TwinPlace['about']): string {
  const path = pathOf(page);
  return new URL(`${base}${path}${page.isFile || path === '' ? '' : '/'}`, origin ?? 'http://localhost').href;
}

/** What is made as one: what a cable's folder holds, or a page that lies in none. */
export interface Unit {
  pages: PageJob[];
  /** Left out where nothing but pages is made. */
  cable?: UnitCable;
}

interface UnitCable {
  address: string;
  /** The files beside its page are there. */
  kept: boolean;
}

/** Units that one thread makes, cables of one file together. */
export interface PageBatch {
  units: Unit[];
  /** Where the records of its cables are packed for the download of all; left out where they need not be. */
  piece?: string;
}

/** What all batches of a site share. */
export interface PageWork extends Pick<PageBundle, 'entry' | 'styles'> {
  twins: TwinPlace;
}

/** A batch with what it is made with. */
export interface BatchOrder extends PageBatch, PageWork {
  /** It is one of many: memory is given back behind it. */
  isOneOfMany: boolean;
}

export interface MadeBatch {
  pages: number;
  /** SHA-256 of each original that was written, by address. */
  originals: [address: string, sha256: string][];
}

/** The part of Astro's build app that its own prerenderer uses. */
export interface BuildApp {
  manifest: SSRManifest;
  /** What a route's file exports. */
  getComponentByRoute(route: RouteData): Promise<{ getStaticPaths?: () => PathParams[] }>;
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown[] }> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** What `getStaticPaths` of our pages gives. */
interface PathParams {
  params: Record<string, string | undefined>;
  cacheKey?: string;
}

let open: { entry: string; app: Promise<BuildApp> } | undefined;

/** The program of a bundle, loaded once. */
export function openApp({ entry, styles }: Pick<PageBundle, 'entry' | 'styles'>): Promise<BuildApp> {
  if (open?.entry !== entry) open = { entry, app: loadApp(entry, styles) };
  return open.app;
}

async function loadApp(entry: string, styles: PageBundle['styles']): Promise<BuildApp> {
  const { app } = (await import(pathToFileURL(entry).href)) as { app: BuildApp };
  // Astro would ask the module loader anew for each page.
  const { pageMap } = app.manifest;
  for (const [component, load] of pageMap ?? []) {
    let loaded: ReturnType<typeof load> | undefined;
    pageMap?.set(component, () => (loaded ??= load()));
  }
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  return app;
}

/** Makes the units of a batch one after the other, `pause` between them. Throws what a page throws, and what the disk throws. */
export default async function makePages(
  { units, piece, isOneOfMany, ...work }: BatchOrder,
  pause?: () => Promise<void>,
): Promise<MadeBatch> {
  const { twins } = work;
  const made: MadeBatch = { pages: 0, originals: [] };
  const records: string[] = [];
  for (const { pages, cable } of units) {
    for (const page of pages) await makePage(page, work);
    made.pages += pages.length;
    // While the cable that the pages have shown is at hand.
    if (cable) {
      const record = (cable.kept && keptRecord(cable.address, twins)) || makeRecord(cable, twins, made);
      if (piece) records.push(recordLine(record));
    }
    await pause?.();
  }
  if (piece) writePiece(piece, records);
  if (isOneOfMany) keepSmall();
  return made;
}

/** The record beside a page that is there already. */
function keptRecord(address: string, { site }: TwinPlace): CableRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(site, 'cables', address, twinNames.json), 'utf8'));
  } catch {
    // The settings leave it out, or somebody deleted it.
    return undefined;
  }
}

/** The record of a cable; writes the files beside its page, where they are not there already. */
function makeRecord({ address, kept }: UnitCable, twins: TwinPlace, { originals }: MadeBatch): CableRecord {
  const entry = entryByAddress(address);
  if (!entry) throw new Error(`The catalog holds no cable ${address}.`);
  const loaded = loadCable(entry);
  const record = toRecord(loaded.cable, address, twins.about);
  const digest = kept ? undefined : writeTwins(entry, loaded, record, twins);
  if (digest) originals.push([address, digest]);
  return record;
}

async function makePage(page: PageJob, work: PageWork): Promise<void> {
  const app = await openApp(work);
  const found = app.manifest.routes.find(({ routeData }) => routeData.component === page.component);
  if (!found) throw new Error(`Astro's bundle has no page ${page.component}.`);
  const file = fileOf(page);
  const request = new Request(urlOf(page, work.twins.about));
  // Of any other route Astro would ask for the paths of all pages, and hold them, to see whether this one is among them.
  const routeData: RouteData = { ...found.routeData, origin: 'internal' };
  const response = await app.render(request, { routeData }).catch((error) => {
    if (error?.code) throw error;
    throw new Error(`${file}: ${error?.message ?? error}`, { cause: error });
  });
  const path = join(work.twins.site, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
}
