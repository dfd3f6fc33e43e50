/** Asks the worker. */
import type { Ask, Status } from '../../worker/protocol.ts';
import { statusIn } from '../../worker/understood.ts';

/** How long the worker may take to begin. */
const PATIENCE = 15_000;

async function theWorker(): Promise<ServiceWorker> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('no worker')), PATIENCE),
  );
  const { active } = await Promise.race([navigator.serviceWorker.ready, late]);
  if (!active) throw new Error('no worker');
  return active;
}

/**
 * Asks the worker and waits for its answer: how things stand when it has done what was asked.
 * @throws when there is no worker
 */
export async function ask(question: Ask): Promise<Status | undefined> {
  const worker = await theWorker();
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    // A worker of another edition may not know the question, or answer in words of its own.
    if (question.ask === 'status') setTimeout(() => reject(new Error('no answer')), PATIENCE);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      port1.close();
      const status = statusIn(data);
      if (status === undefined && data !== undefined) reject(new Error('no status'));
      else resolve(status);
    };
    worker.postMessage(question, [port2]);
  });
}
