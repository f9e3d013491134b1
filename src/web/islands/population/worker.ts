import { type Ask, answer } from './answer.ts';
import type { LiveInput } from './live-input.ts';

/** The first message is what the page is about, every other one a question. */
export type ToWorker =
  | { readonly kind: 'about'; readonly input: LiveInput }
  | { readonly kind: 'ask'; readonly ask: Ask };

let input: LiveInput | null = null;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'about') input = data.input;
  else if (input !== null) postMessage(answer(input, data.ask));
});
