import { parentPort } from 'node:worker_threads';
import type { ChoiceModel } from '../../../domain/budget/choose/choice-model.ts';
import { solveChoice } from './solve-choice.ts';

/** What the server asks its solver; answered by the same id. */
export interface SolveRequest {
  readonly id: number;
  readonly model: ChoiceModel;
  readonly alternatives: number;
  readonly seconds: number;
}

export type SolveReply =
  | { readonly id: number; readonly solved: Awaited<ReturnType<typeof solveChoice>> }
  | { readonly id: number; readonly failure: string };

// One at a time: a search is synchronous, further requests wait in the port.
parentPort?.on('message', async ({ id, model, alternatives, seconds }: SolveRequest) => {
  try {
    const solved = await solveChoice(model, alternatives, seconds);
    parentPort?.postMessage({ id, solved } satisfies SolveReply);
  } catch (error) {
    parentPort?.postMessage({ id, failure: String(error) } satisfies SolveReply);
  }
});
