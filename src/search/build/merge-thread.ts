/** A thread that puts one shard together: what `mergeAside` starts. */
import { parentPort, workerData } from 'node:worker_threads';
import { mergePieces } from './merge-pieces.ts';

parentPort?.postMessage(await mergePieces(workerData));
