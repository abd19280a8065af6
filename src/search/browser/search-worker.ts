/** Searching away from the page: the index and the set algebra live here; ten hits at a time go to the page. */
import { findCable } from '../find-cable.ts';
import type { IdList } from '../manifest.ts';
import { type OpenResult, type SearchRequest, search } from '../search.ts';
import { fetchJson } from './fetch-bytes.ts';
import { IndexEngine } from './index-engine.ts';
import { IndexError } from './index-error.ts';
import type { WorkerAnswer, WorkerRequest, WorkerStart } from './worker-messages.ts';

let url = '';
let engine = new IndexEngine(url);
const years = new Map<string, Promise<IdList>>();
let last: OpenResult | undefined;

const questions: Record<WorkerRequest['question'], (ask: never) => Promise<unknown>> = {
  async search(request: SearchRequest) {
    last = await search(request, engine);
    return last.result;
  },
  async counts() {
    return last?.counts() ?? [];
  },
  async list() {
    return last?.index?.list([...last.order]) ?? [];
  },
  async find(text: string) {
    return findCable(text, idsOf);
  },
};

async function idsOf(year: string): Promise<IdList | undefined> {
  const { ids } = await engine.manifest();
  const path = ids[year];
  if (path === undefined) return undefined;
  let list = years.get(year);
  if (!list) {
    list = fetchJson<IdList>(`${url}${path}`);
    years.set(year, list);
  }
  return list;
}

addEventListener('message', async ({ data }: MessageEvent<WorkerStart | WorkerRequest>) => {
  if ('index' in data) {
    url = data.index;
    engine = new IndexEngine(url);
    return;
  }
  const { number, question, ask } = data;
  const answer: WorkerAnswer = { number };
  try {
    answer.answer = await questions[question](ask as never);
  } catch (error) {
    answer.error = error instanceof IndexError ? error.kind : 'damaged';
    console.error(error);
  }
  postMessage(answer);
});
