/**
 * A hang in synchronous code stops all timers of its thread: so another thread watches,
 * and ends the process, which fails the test, when a case does not end.
 */
import { Worker } from 'node:worker_threads';

/** In seconds; a case takes milliseconds. */
const PATIENCE = 60;

const WATCH = `
  const { writeSync } = require('node:fs');
  const { workerData: { cells, name, seed, patience } } = require('node:worker_threads');
  let last = 0;
  let still = 0;
  setInterval(() => {
    const beats = Atomics.load(cells, 0);
    still = beats === last ? still + 1 : 0;
    last = beats;
    if (still < patience) return;
    writeSync(2, name + ' hangs: FUZZ_SEED=' + seed + ', case ' + last + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;

/** Watches over a run: `beat` with each case, `end` at the end. */
export function watch(name: string, seed: number, patience = PATIENCE) {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WATCH, { eval: true, workerData: { cells, name, seed, patience } });
  return {
    beat(): void {
      Atomics.add(cells, 0, 1);
    },
    end: () => worker.terminate(),
  };
}
