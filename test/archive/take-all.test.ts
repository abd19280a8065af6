import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeAll } from '../../src/archive/take-all.ts';

test('each worker takes the next one that waits', async () => {
  const taken: [worker: number, work: number][] = [];
  const worker = (own: number, turns: number) => async (work: number) => {
    taken.push([own, work]);
    for (let turn = 0; turn < turns; turn += 1) await undefined;
  };
  await takeAll([0, 1, 2, 3], [worker(0, 100), worker(1, 1)]);
  expect(taken).toEqual([
    [0, 0],
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
});

test('behind an error nothing more is begun, and what had begun ends first', async () => {
  const ended: string[] = [];
  const work = async (what: string) => {
    if (what === 'bad') throw new Error(what);
    await wait(1);
    ended.push(what);
  };
  await expect(takeAll(['long', 'bad', 'never'], [work, work])).rejects.toThrow('bad');
  expect(ended).toEqual(['long']);
});
