import type { APIRoute } from 'astro';
import { siteSettings } from '../archive/queries.ts';
import { href } from '../components/href.ts';
import { openSearchXml } from '../search/open-search.ts';

/** `/opensearch.xml`, where the site's address is known: the description must name it in full. */
export const getStaticPaths = () => (siteSettings().origin ? [{ params: { opensearch: 'opensearch' } }] : []);

export const GET: APIRoute = () => {
  const { title, description, origin } = siteSettings();
  const search = new URL(href('/search/'), origin).href;
  return new Response(openSearchXml({ title, description, search }), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
