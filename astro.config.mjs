import { defineConfig } from 'astro/config';
import { findPlaces } from './src/archive/places.ts';
import { readSettings } from './src/archive/read-settings.ts';
import { cableDev } from './src/cli/cable-dev.ts';

const places = findPlaces();
const settings = readSettings(places.cables);

export default defineConfig({
  ...(settings.origin && { site: settings.origin }),
  base: settings.base,
  trailingSlash: 'always',
  cacheDir: `${places.cache}/astro`,
  // Not 'jsx', which glues words over line ends.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  prefetch: false,
  integrations: [cableDev(places)],
  vite: { cacheDir: `${places.cache}/vite`, build: { assetsInlineLimit: 0 } },
});
