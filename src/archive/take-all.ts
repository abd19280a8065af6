/**
 * Has everything that waits worked on, each worker the next one that waits. Rejects with the first error when what had begun has ended;
 * nothing more is begun then.
 */
export async function takeAll<Work>(
  all: readonly Work[],
  workers: readonly ((work: Work) => Promise<void>)[],
): Promise<void> {
  const waiting = [...all];
  const ended = await Promise.allSettled(
    workers.map(async (take) => {
      for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
        try {
          await take(work);
        } catch (error) {
          waiting.length = 0;
          throw error;
        }
      }
    }),
  );
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
