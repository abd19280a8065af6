/**
 * Asks whether reading takes linear time: repeats each sample as it is, run into one line, and its paragraphs alone, and tells of
 * those of which ten times as much takes far more than ten times as long. `npm run growth`, or `npm run growth -- quote` for the
 * samples with that in their name. Times are a machine's: a row is a place to look.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseCables } from '../src/cable/parse-cable.ts';

const BYTES = 100_000;
const TIMES = 10;
const BEARABLE = 25;

const folder = new URL('./cable/samples/', import.meta.url);
const [part = ''] = process.argv.slice(2);

function milliseconds(text: string): number {
  const start = process.cpuUsage();
  parseCables(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

let asked = 0;
for (const name of readdirSync(folder).sort()) {
  if (!name.includes(part)) continue;
  const text = readFileSync(new URL(`${name}/input.txt`, folder), 'utf8');
  const body = text.slice(Math.max(0, text.search(/^[ \t]*1\./m)));
  const shapes = { whole: `${text}\n`, 'one line': `${text.replaceAll('\n', ' ')} `, body: `${body}\n` };
  for (const [shape, unit] of Object.entries(shapes)) {
    const repeated = (bytes: number) => unit.repeat(Math.ceil(bytes / unit.length));
    milliseconds(repeated(BYTES / TIMES));
    const few = Math.min(milliseconds(repeated(BYTES)), milliseconds(repeated(BYTES)));
    const many = milliseconds(repeated(BYTES * TIMES));
    asked++;
    if (many > few * BEARABLE && many > 500)
      console.log(`${name}, ${shape}: ${few.toFixed(0)} ms, ${TIMES} times as much ${many.toFixed(0)} ms`);
  }
}
console.log(`${asked} texts asked`);
