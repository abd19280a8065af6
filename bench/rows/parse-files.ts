/**
 * Parses every text of a folder once, in one thread, and prints what decoding and parsing alone took, in processor seconds
 * so that other programs on the machine do not count. A process of its own. Before the clock starts it has parsed `WARM_UP`
 * texts, the folder's first ones again and again: only then has V8 compiled what an archive of any size spends its time in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCables } from '../../src/cable/parse-cable.ts';
import { decode } from '../../src/cable/wrapper/decode.ts';

/** Files read before the clock starts: asking for processor time costs about as much as a short cable. */
const BATCH = 250;
const WARM_UP = 20_000;

const directory = process.argv[2] as string;
const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:txt|md|html)$/.test(path))
  .toSorted();
const parse = ({ path, content }: { path: string; content: Buffer }) =>
  parseCables(decode(content).text, { path });
const readBatch = (first: number) =>
  paths.slice(first, first + BATCH).map((path) => ({ path, content: readFileSync(join(directory, path)) }));

for (let warm = 0; warm < WARM_UP; warm += BATCH) {
  for (const file of readBatch(warm % paths.length)) parse(file);
}
let bytes = 0;
let cables = 0;
let paragraphs = 0;
let microseconds = 0;
for (let first = 0; first < paths.length; first += BATCH) {
  const files = readBatch(first);
  const start = process.cpuUsage();
  for (const file of files) {
    bytes += file.content.length;
    const parsed = parse(file);
    cables += parsed.length;
    for (const cable of parsed) paragraphs += cable.body.length;
  }
  const spent = process.cpuUsage(start);
  microseconds += spent.user + spent.system;
}
console.log(JSON.stringify({ bytes, cables, paragraphs, seconds: microseconds / 1e6 }));
