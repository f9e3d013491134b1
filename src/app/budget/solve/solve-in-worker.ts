import { Worker } from 'node:worker_threads';
import type { ChoiceModel } from '../../../domain/budget/choose/choice-model.ts';
import type { SolvedChoice } from './solve-choice.ts';
import type { SolveReply, SolveRequest } from './solve-worker.ts';

interface Waiting {
  readonly resolve: (solved: SolvedChoice) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

const lose = (reason: string): void => {
  worker = null;
  for (const { reject } of waiting.values()) reject(new Error(reason));
  waiting.clear();
};

const started = (): Worker => {
  if (worker !== null) return worker;
  const made = new Worker(new URL('./solve-worker.ts', import.meta.url), {
    // What this process was started with (a loader of tests, a debugger) is not for the solver.
    execArgv: [],
  });
  made.on('message', (reply: SolveReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) asked?.reject(new Error(reply.failure));
    else asked?.resolve(reply.solved);
  });
  made.on('error', (error) => lose(`the solver stopped: ${String(error)}`));
  made.on('exit', () => {
    if (worker === made) lose('the solver stopped');
  });
  // A server that stops does not wait for it.
  made.unref();
  worker = made;
  return made;
};

/** `solveChoice` in a thread of its own, so that the server answers others meanwhile. */
export const solveInWorker = (
  model: ChoiceModel,
  alternatives: number,
  seconds: number,
): Promise<SolvedChoice> =>
  new Promise((resolve, reject) => {
    last += 1;
    const id = last;
    waiting.set(id, { resolve, reject });
    started().postMessage({ id, model, alternatives, seconds } satisfies SolveRequest);
  });
