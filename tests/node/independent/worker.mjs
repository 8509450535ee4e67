// One block of cases. In a worker, because the test runner watches every promise of its own thread, which makes
// cql-execution, all promises, more than twice as slow; and because two cores are faster than one.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import init, { assess } from '../../../dist/npm/nms-advisor.js';
import { generator } from './cases.mjs';
import { run } from './compare.mjs';
import { secondEngine } from './second-engine.mjs';

const { set, cqlExecution, most } = workerData;
await init();
const second = secondEngine(set, createRequire(import.meta.url)(cqlExecution));
parentPort.on('message', async ({ seed, count }) => {
  const next = generator(set, seed);
  parentPort.postMessage(await run({ assess, second, next, count, most }));
});
