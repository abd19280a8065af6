/**
 * Parses made-up and damaged cables and asks of each: no exception, no word lost, every place inside the file, anchors unique.
 * `npm run fuzz -- --runs 100000 --seed 1` repeats a run; `--show 7` prints one text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultsOf } from './cable/check-record.ts';
import { mutate, randomCable, randomFrom } from './cable/random-cables.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const folder = new URL('./cable/samples/', import.meta.url);
const samples = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(`${name}/input.txt`, folder), 'utf8'));

/** The text of a run: a made-up cable, or a sample, damaged. */
function textOf(run: number): string {
  const random = randomFrom(seed * 1_000_003 + run);
  const text = random() < 0.6 ? randomCable(random) : (samples[Math.floor(random() * samples.length)] ?? '');
  return mutate(text, random);
}

if (values.show !== undefined) {
  const text = textOf(Number(values.show));
  console.log(text);
  console.log(faultsOf(text).join('\n'));
} else {
  const faults = new Map<string, number[]>();
  const start = performance.now();
  for (let run = 0; run < runs; run++) {
    for (const fault of faultsOf(textOf(run))) {
      const kind = fault.split(':')[0] ?? fault;
      const list = faults.get(kind) ?? [];
      list.push(run);
      faults.set(kind, list);
      if (list.length <= 5) console.log(`run ${run}: ${fault}`);
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counts = [...faults].map(([kind, list]) => `${kind} ${list.length}`).join(', ');
  console.log(`${runs} runs, seed ${seed}, ${seconds} s: ${counts === '' ? 'no fault' : counts}`);
  process.exitCode = faults.size > 0 ? 1 : 0;
}
