import type { RouteData } from 'astro';
import type { BuildApp } from './make-pages.ts';

/** A page's path, and the route that renders it. */
export interface PagePath {
  /** `/tags/PREL`, under the site's base. */
  pathname: string;
  route: RouteData;
  /** Key of all that the page shows; left out where it is made anew each time. */
  cacheKey?: string | undefined;
}

/**
 * The paths of all pages, each once: the first route is the one that Astro prefers. Astro's own `StaticPaths` holds them all, and takes
 * four times as long: it normalizes and checks each part of each path twice. Ours are of plain signs alone.
 */
export async function findPaths(app: BuildApp): Promise<PagePath[]> {
  const first = new Map<string, PagePath>();
  for (const { routeData: route } of app.manifest.routes) {
    if (!route.prerender) continue;
    for (const path of await pathsOf(app, route))
      if (!first.has(path.pathname)) first.set(path.pathname, path);
  }
  return [...first.values()];
}

async function pathsOf(app: BuildApp, route: RouteData): Promise<PagePath[]> {
  if (route.pathname) return [{ pathname: route.pathname, route }];
  const { getStaticPaths } = await app.getComponentByRoute(route);
  if (!getStaticPaths) throw new Error(`${route.component} does not tell its paths.`);
  return getStaticPaths().map(({ params, cacheKey }) => ({
    pathname: pathOf(route, params),
    route,
    cacheKey,
  }));
}

/** `/tags/[slug]/[...page]` with the slug PREL and no page is `/tags/PREL`. */
function pathOf({ segments }: RouteData, params: Record<string, string | undefined>): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ content, dynamic, spread }) =>
        dynamic || spread ? params[spread ? content.slice(3) : content] : content,
      )
      .join(''),
  );
  return `/${parts.filter((part) => part !== '').join('/')}`;
}
