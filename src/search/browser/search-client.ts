import type { IndexErrorKind } from './index-error.ts';
import type {
  Question,
  WorkerAnswer,
  WorkerQuestions,
  WorkerRequest,
  WorkerStart,
} from './worker-messages.ts';

/** The index could not be read; `kind` says why. */
export class SearchFailure extends Error {
  readonly kind: IndexErrorKind;

  constructor(kind: IndexErrorKind) {
    super(kind);
    this.kind = kind;
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** The page's side of the worker. Nothing is loaded before the first question; after a failure the next one starts anew. */
export class SearchClient {
  readonly #indexUrl: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #next = 0;

  constructor(indexUrl: string) {
    this.#indexUrl = indexUrl;
  }

  ask<Q extends Question>(
    question: Q,
    ask: WorkerQuestions[Q]['ask'],
  ): Promise<WorkerQuestions[Q]['answer']> {
    this.#worker ??= this.#start();
    const number = this.#next++;
    const request: WorkerRequest = { number, question, ask };
    const worker = this.#worker;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.postMessage(request);
    }) as Promise<WorkerQuestions[Q]['answer']>;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.postMessage({ index: this.#indexUrl } satisfies WorkerStart);
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if (data.error === undefined) waiting?.resolve(data.answer);
      else {
        waiting?.reject(new SearchFailure(data.error));
        this.#drop(data.error);
      }
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#drop(navigator.onLine === false ? 'offline' : 'unreachable');
    });
    return worker;
  }

  #drop(kind: IndexErrorKind): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new SearchFailure(kind));
    this.#waiting.clear();
  }
}
