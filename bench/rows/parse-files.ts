/**
 * Parses every text of a folder once, in one thread, and prints what decoding and parsing alone took, in processor seconds
 * so that other programs on the machine do not count. A process of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../src/cable/decode.ts';
import { parseCables } from '../../src/cable/parse-cable.ts';

/** Files read before the clock starts: asking for processor time costs about as much as a short cable. */
const BATCH = 250;

const directory = process.argv[2] as string;
const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:txt|md|html)$/.test(path))
  .toSorted();
let bytes = 0;
let cables = 0;
let paragraphs = 0;
let microseconds = 0;
for (let first = 0; first < paths.length; first += BATCH) {
  const files = paths
    .slice(first, first + BATCH)
    .map((path) => ({ path, content: readFileSync(join(directory, path)) }));
  const start = process.cpuUsage();
  for (const { path, content } of files) {
    bytes += content.length;
    const parsed = parseCables(decode(content).text, { path });
    cables += parsed.length;
    for (const cable of parsed) paragraphs += cable.body.length;
  }
  const spent = process.cpuUsage(start);
  microseconds += spent.user + spent.system;
}
console.log(JSON.stringify({ bytes, cables, paragraphs, seconds: microseconds / 1e6 }));
