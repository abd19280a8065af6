/** Pages rendered on several threads: this one, and workers that load the bundle that Astro has built. */
import { setImmediate as turn } from 'node:timers/promises';
import type { AstroPrerenderer, RouteData } from 'astro';
import { Tinypool } from 'tinypool';
import type { PageAnswer, PageBatch, PageFault, PageJob } from './render-pages.ts';

/** Pages that a thread takes at a time: enough that handing over costs nothing. */
const BATCH = 16;

/** How many pages Astro must ask for at a time so that no thread waits. */
export const pagesAhead = (threads: number): number => threads * BATCH * 2;

/** What it takes to make one more thread pay. */
interface Costs {
  /** Cables of the archive, and the bytes of its catalog: each thread reads it whole. */
  cables: number;
  catalog: number;
  /** Pages to make. */
  pages: number;
  /** Bytes that further threads may hold together. */
  memory: number;
  /** Threads that the machine runs at a time. */
  cores: number;
  /** As many threads as the publisher wants, whether they pay or not; 0 for as many as pay. */
  asked: number;
}

/** Starting a thread takes as long as making so many pages, and reading so many cables of the catalog as making one. */
const PAGES_TO_START = 500;
const CABLES_A_PAGE = 16;
/** Bytes that a thread holds: at the start, and for each byte of the catalog. Measured at 1,000 to 40,000 cables. */
const THREAD = 150e6;
const HELD = 1.8;

/** How many threads make pages fastest, this one counted. */
export function threadsFor({ cables, catalog, pages, memory, cores, asked }: Costs): number {
  const paying = Math.floor(pages / (PAGES_TO_START + cables / CABLES_A_PAGE));
  const fitting = 1 + Math.floor(memory / (THREAD + HELD * catalog));
  return Math.max(1, Math.min(asked || Math.min(cores, paying), fitting));
}

type Render = AstroPrerenderer['render'];

export interface PagePool {
  render: Render;
  close(): Promise<void>;
}

interface Waiting {
  asked: Parameters<Render>;
  resolve(page: Awaited<ReturnType<Render>>): void;
  reject(reason: unknown): void;
}

/** Pages asked for one after the other are made by the same thread, so that it reads a raw file once for all that is made of it. */
export function openPagePool(
  renderHere: Render,
  bundle: () => Omit<PageBatch, 'jobs'>,
  threads: number,
): PagePool {
  const queue: Waiting[] = [];
  const idle: ((batch: Waiting[]) => Promise<void>)[] = [renderOwn];
  const workers = threads > 1 ? openWorkers(threads - 1) : undefined;
  if (workers) {
    const shared = bundle();
    for (let at = 1; at < threads; at += 1) idle.push((batch) => renderThere(workers, shared, batch));
  }

  /** Between pages this thread looks after the others. */
  async function renderOwn(batch: Waiting[]): Promise<void> {
    for (const { asked, resolve, reject } of batch) {
      await renderHere(...asked).then(resolve, reject);
      if (workers) await turn();
    }
  }

  async function handOut(): Promise<void> {
    if (queue.length === 0) return;
    const hand = idle.pop();
    if (!hand) return;
    await hand(queue.splice(0, BATCH));
    idle.push(hand);
    handOut();
  }

  return {
    render: (...asked) =>
      new Promise((resolve, reject) => {
        queue.push({ asked, resolve, reject });
        // Once all pages are there that are asked for in one go.
        setImmediate(handOut);
      }),
    close: async () => workers?.destroy(),
  };
}

function openWorkers(count: number): Tinypool {
  return new Tinypool({
    filename: new URL('./render-pages.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: count,
    maxThreads: count,
    isolateWorkers: false,
  });
}

async function renderThere(
  workers: Tinypool,
  shared: Omit<PageBatch, 'jobs'>,
  batch: Waiting[],
): Promise<void> {
  const jobs = batch.map(({ asked: [request, { routeData }] }) => toJob(request, routeData));
  try {
    const answers: (PageAnswer | PageFault)[] = await workers.run({ ...shared, jobs } satisfies PageBatch);
    for (const [at, answer] of answers.entries()) {
      if ('thrown' in answer) batch[at]?.reject(answer.thrown);
      else batch[at]?.resolve(new Response(answer.body, answer));
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

const toJob = ({ url }: Request, { route, component }: RouteData): PageJob => ({ url, route, component });
