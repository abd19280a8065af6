/** What a worker of the page step does: renders some pages with the bundle that Astro has built. */
import type { RouteData } from 'astro';

/** What Astro's build knows and its bundle does not: the styles of each page, by a key of Astro's own. */
export type PageStyles = ReadonlyMap<string, { styles: unknown[] }>;

/** One page to make. */
export interface PageJob {
  /** The address that Astro asks for. */
  url: string;
  route: string;
  component: string;
}

export interface PageBatch {
  /** The bundle's entry, as an address of a file. */
  entry: string;
  styles: PageStyles;
  jobs: PageJob[];
}

/** What a page answers, in a form that goes from thread to thread. */
export interface PageAnswer {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer;
}

/** What a page threw. */
export interface PageFault {
  thrown: unknown;
}

/** The part of Astro's build app that its own prerenderer uses. */
interface BuildApp {
  manifest: { routes: readonly { routeData: RouteData }[] };
  setInternals(internals: { pagesByKeys: PageStyles }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

let open: { entry: string; app: BuildApp } | undefined;

/** Renders the pages of a batch one after the other; gives an answer or a fault for each. */
export default async function renderPages({
  entry,
  styles,
  jobs,
}: PageBatch): Promise<(PageAnswer | PageFault)[]> {
  const app = await openApp(entry, styles);
  const answers: (PageAnswer | PageFault)[] = [];
  for (const job of jobs) answers.push(await renderPage(app, job).catch((thrown) => ({ thrown })));
  return answers;
}

async function renderPage(app: BuildApp, { url, route, component }: PageJob): Promise<PageAnswer> {
  const found = app.manifest.routes.find(
    ({ routeData }) => routeData.route === route && routeData.component === component,
  );
  if (!found) throw new Error(`Astro's bundle has no page ${component}.`);
  const response = await app.render(new Request(url), { routeData: found.routeData });
  return { status: response.status, headers: [...response.headers], body: await response.arrayBuffer() };
}

async function openApp(entry: string, styles: PageStyles): Promise<BuildApp> {
  if (open?.entry === entry) return open.app;
  const { app } = (await import(entry)) as { app: BuildApp };
  app.setInternals({ pagesByKeys: styles });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  open = { entry, app };
  return app;
}
