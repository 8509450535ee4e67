// Spreads the cases over workers, in blocks of a fixed size with a seed of their own: the cases do not depend on how many
// processors there are.
import { once } from 'node:events';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';

const BLOCK = 500;

/** Adds the numbers of `more` to those of `sum`, however deeply they are nested. */
function add(sum, more) {
  for (const [key, value] of Object.entries(more)) {
    sum[key] = typeof value === 'number' ? (sum[key] ?? 0) + value : add(sum[key] ?? {}, value);
  }
  return sum;
}

/** As `run` of compare.mjs, over all blocks; stops handing out blocks after the first disagreements. */
export async function spread({ set, cqlExecution, seed, count, most = 5 }) {
  const tally = {};
  const failures = [];
  let from = 0;
  async function work() {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { set, cqlExecution, most } });
    try {
      while (from < count && failures.length === 0) {
        const block = { seed: seed * 1_000_003 + from, count: Math.min(BLOCK, count - from) };
        from += BLOCK;
        worker.postMessage(block);
        const [result] = await once(worker, 'message');
        add(tally, result.tally);
        failures.push(...result.failures);
      }
    } finally {
      await worker.terminate();
    }
  }
  const workers = Math.min(8, cpus().length, Math.ceil(count / BLOCK));
  await Promise.all(Array.from({ length: Math.max(1, workers) }, work));
  return { tally, failures: failures.slice(0, most) };
}
