import { fileURLToPath } from 'node:url';
import { measureProcess } from '../measure-process.ts';
import { type Corpus, checked, type Row } from './row.ts';

/**
 * The parser by itself: one thread, bytes in, records out, nothing written. The rate is by processor time behind a warm-up
 * (`parse-files.ts`); the columns are of the whole process with its warm-up.
 */
export async function measureParse(corpus: Corpus): Promise<Row[]> {
  const script = fileURLToPath(new URL('./parse-files.ts', import.meta.url));
  const cost = checked(
    'parse',
    await measureProcess({ command: process.execPath, args: [script, corpus.directory] }),
  );
  const { bytes, cables, seconds } = JSON.parse(cost.stdout) as {
    bytes: number;
    cables: number;
    seconds: number;
  };
  const rate = `${(bytes / 1e6 / seconds).toFixed(1)} MB/s, ${Math.round(cables / seconds)} cables/s a core, warm`;
  return [{ what: 'parse, one thread', cables: corpus.cables, cost, note: rate }];
}
