import { projectScenario } from '../../src/domain/population/project-scenario.ts';
import type { ScenarioContent } from '../../src/domain/population/scenario.ts';
import { type Answer, type Ask, answer } from '../../src/web/islands/population/answer.ts';
import type { LiveInput } from '../../src/web/islands/population/live-input.ts';
import type { ToWorker } from '../../src/web/islands/population/worker.ts';

/** Runs in the browser that is measured: one scenario of one town, its levers elsewhere each time. */
export interface SliderMeasures {
  /** Milliseconds of each turn, by what is measured */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** Milliseconds of the same loop on the page and in the worker: whether the slowdown reaches both */
  readonly loop: { readonly page: number; readonly worker: number };
}

const turns = 120;
const warmUp = 20;

const contentOf = (input: LiveInput, turn: number): ScenarioContent => ({
  ...input.content,
  levers: [
    { kind: 'birth-rate', value: 1.2 + 0.01 * turn },
    { kind: 'life-expectancy', value: 0.02 * turn },
    { kind: 'migration-scale', value: 0.5 + 0.005 * turn },
    { kind: 'families-per-year', value: turn },
  ].map((lever) => ({
    ...lever,
    fromYear: null,
    byYear: 2035,
    shape: 'logistic',
    reason: '',
    source: '',
  })) as ScenarioContent['levers'],
});

const everyPicture = ['totals', 'pyramid', 'ages'] as const;

const askOf = (
  input: LiveInput,
  turn: number,
  pictures: readonly (typeof everyPicture)[number][],
  withRanges = false,
): Ask => ({
  content: contentOf(input, turn),
  year: 2045,
  figures: ['total:2032', 'difference:2032', 'agedShare:2045', 'low:2032', 'high:2032', 'probability'],
  pictures: pictures.map((name) => ({ name, widths: [320] })),
  withRanges,
});

/** A loop of arithmetic that no engine leaves out. */
const busy = (): number => {
  let value = 1;
  const began = performance.now();
  for (let n = 0; n < 3_000_000; n += 1) value = Math.sqrt(value + n);
  return value > 0 ? performance.now() - began : Number.NaN;
};

const put = (place: Element, { pictures, figures }: Answer): void => {
  const [drawings, numbers] = [place.children[0], place.children[1]];
  if (drawings === undefined || numbers === undefined) throw new Error('the page has two places');
  drawings.innerHTML = pictures.flatMap((picture) => picture.drawings.map(([, svg]) => svg)).join('');
  numbers.textContent = figures.map(([, text]) => text).join(' ');
  // Style and layout are part of what the reader waits for.
  drawings.getBoundingClientRect();
};

const measure = async (input: LiveInput, place: Element): Promise<SliderMeasures> => {
  const worker = new Worker(new URL('../../src/web/islands/population/worker.ts', import.meta.url), {
    type: 'module',
  });
  const tell = (message: ToWorker): void => worker.postMessage(message);
  tell({ kind: 'about', input });
  const asked = (ask: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      tell({ kind: 'ask', ask });
    });
  const first = answer(input, askOf(input, 0, ['totals']));
  const answers = [first, answer(input, askOf(input, 60, ['totals']))];
  const works: Readonly<Record<string, (turn: number) => unknown>> = {
    project: (turn) => projectScenario(contentOf(input, turn), input.assumptions),
    answer: (turn) => answer(input, askOf(input, turn, everyPicture)),
    put: (turn) => put(place, answers[turn % answers.length] ?? first),
    shown: async (turn) => put(place, await asked(askOf(input, turn, ['totals']))),
    ranges: async (turn) => put(place, await asked(askOf(input, turn, everyPicture, true))),
  };
  const times: Record<string, number[]> = {};
  for (const [name, work] of Object.entries(works)) {
    const own: number[] = [];
    for (let turn = -warmUp; turn < turns; turn += 1) {
      const began = performance.now();
      await work(Math.abs(turn));
      if (turn >= 0) own.push(performance.now() - began);
    }
    times[name] = own;
  }
  worker.terminate();
  const loops = new Worker(new URL('./busy-worker.ts', import.meta.url), { type: 'module' });
  const inWorker = await new Promise<number>((resolve) => {
    loops.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
  });
  loops.terminate();
  return { times, loop: { page: busy(), worker: inWorker } };
};

Object.assign(globalThis, { measureSliders: measure });
