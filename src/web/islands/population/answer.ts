import type { ChartWidth } from '../../../charts/line-chart.ts';
import { wholeNumber } from '../../../domain/kernel/whole-number.ts';
import { checkPopulations } from '../../../domain/population/check-run.ts';
import { projectScenario } from '../../../domain/population/project-scenario.ts';
import { runScenario } from '../../../domain/population/run-scenario.ts';
import type { ScenarioContent } from '../../../domain/population/scenario.ts';
import { yearSpokenOf } from '../../../domain/population/total-in.ts';
import { type Computed, figureText, totalIn } from './live-figures.ts';
import type { LiveInput } from './live-input.ts';
import { type PictureName, pictureOf } from './live-pictures.ts';
import { liveWords } from './live-words.ts';
import { pyramidFigure, shownPyramid } from './shown-pyramid.ts';

/** What the page wants to know. */
export interface Ask {
  readonly content: ScenarioContent;
  /** Of the pyramid */
  readonly year: number;
  /** Names of the figures in the page */
  readonly figures: readonly string[];
  /** Which pictures, at which widths */
  readonly pictures: readonly { readonly name: PictureName; readonly widths: readonly ChartWidth[] }[];
  /** Ranges and the probability of the aim too: asked when the hand rests */
  readonly withRanges: boolean;
}

export interface Answer {
  readonly figures: readonly (readonly [name: string, text: string])[];
  readonly pictures: readonly {
    readonly name: PictureName;
    readonly title: string;
    readonly drawings: readonly (readonly [width: ChartWidth, svg: string])[];
  }[];
  /** The summary, in a sentence or two */
  readonly says: string;
  readonly hasRanges: boolean;
  /** No result: `says` tells why, and nothing else is in the answer */
  readonly isImpossible: boolean;
}

const summaryOf = (input: LiveInput, computed: Computed): string => {
  const words = liveWords(input.language);
  const year = yearSpokenOf(computed.content.aim, computed.projection.years);
  const total = Math.round(totalIn(computed, year, 'projection') ?? 0);
  const more = total - Math.round(totalIn(computed, year, 'baseline') ?? 0);
  const { aim } = computed.content;
  const probability = figureText(computed, 'probability', input.language);
  const difference =
    more === 0 ? words.same : more > 0 ? words.more(wholeNumber(more)) : words.fewer(wholeNumber(-more));
  const chance =
    aim === null || probability === null ? '' : words.probability(wholeNumber(aim.total), probability);
  const [stop, gap] = input.language === 'ja' ? ['。', ''] : ['.', ' '];
  return [`${words.totals(year, wholeNumber(total))}${stop}`, difference, chance]
    .filter((sentence) => sentence !== '')
    .join(gap);
};

/** Computes and draws: all there is to do between a moved slider and the page. Pure; runs in the worker. */
export const answer = (input: LiveInput, ask: Ask): Answer => {
  const { content } = ask;
  const { projection, baseline } = projectScenario(content, input.assumptions);
  const run = ask.withRanges ? runScenario(content, input.assumptions) : null;
  const result = run?.ok === true ? run.value : null;
  // Years half typed (20 on the way to 2032) are told of only when the hand rests.
  if (run?.ok === false || checkPopulations(projection, input.assumptions).length > 0)
    return {
      figures: [],
      pictures: [],
      says: liveWords(input.language).impossible,
      hasRanges: false,
      isImpossible: true,
    };
  const computed: Computed = { content, ages: input.assumptions.ages, projection, baseline, result };
  const shown = input.pyramid === null ? null : shownPyramid(input, input.pyramid, computed, ask.year);
  return {
    figures: ask.figures.flatMap((name) => {
      const text =
        (shown === null ? null : pyramidFigure(shown, name)) ?? figureText(computed, name, input.language);
      return text === null ? [] : [[name, text] as const];
    }),
    pictures: ask.pictures.flatMap(({ name, widths }) => {
      const picture = pictureOf(name, input, computed, ask.year);
      if (picture === null) return [];
      const drawings = widths.flatMap((width) => {
        const svg = picture.svg(width);
        return svg === null ? [] : [[width, svg] as const];
      });
      return [{ name, title: picture.title, drawings }];
    }),
    says: summaryOf(input, computed),
    hasRanges: result !== null,
    isImpossible: false,
  };
};
