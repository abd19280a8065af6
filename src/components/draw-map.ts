import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json' with { type: 'json' };

/** A post as a mark of the map. */
export interface MapPost {
  name: string;
  /** Path of its page. */
  path: string;
  count: number;
  latitude?: number | undefined;
  longitude?: number | undefined;
}

export const mapWidth = 960;
export const mapHeight = 440;

/** All inhabited land; the far south is left out. */
const frame: GeoPermissibleObjects = {
  type: 'MultiPoint',
  coordinates: [
    [-169, 0],
    [180, 0],
    [0, -54],
    [0, 76],
  ],
};

const projection = geoEqualEarth()
  .rotate([-11, 0])
  .fitExtent(
    [
      [0, 0],
      [mapWidth, mapHeight],
    ],
    frame,
  )
  .clipExtent([
    [0, 0],
    [mapWidth, mapHeight],
  ]);

let drawn: string | undefined;

/** The outline of the land as an SVG path in a picture of `mapWidth` by `mapHeight`. */
export function landPath(): string {
  const topology = land as unknown as Topology<{ land: GeometryCollection }>;
  drawn ??= shorten(geoPath(projection).digits(0)(feature(topology, topology.objects.land)) ?? '');
  return drawn;
}

/** The same rings in whole steps from point to point; what is smaller than a dot is left out. */
function shorten(path: string): string {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const points = ring
        .replace('Z', '')
        .split('L')
        .map((point) => point.split(',').map(Number) as [number, number]);
      const steps = points.flatMap(([x, y], index) => {
        const [px = x, py = y] = points[index - 1] ?? [];
        return index > 0 && (x !== px || y !== py) ? [`${x - px},${y - py}`] : [];
      });
      return steps.length < 4
        ? ''
        : `M${points[0]?.join()}l${steps.join(' ')}z`.replaceAll(',-', '-').replaceAll(' -', '-');
    })
    .join('');
}

/** A place, in degrees east and north, in the picture. */
export function placeOnMap(longitude: number, latitude: number): [x: number, y: number] {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return [Math.round(x), Math.round(y)];
}
