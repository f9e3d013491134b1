import { href, type TownFrame } from '../../components/frame.ts';
import { calendarYear } from '../../text/calendar-year.ts';
import { type PopulationExplorerWords, populationExplorerWords } from '../../text/population-explorer.ts';
import { wholePersons } from '../../text/population-names.ts';
import type { PopulationFacts } from './explorer-facts.ts';
import type { PyramidFrames } from './explorer-frames.ts';
import type { LiveScenario } from './explorer-live.ts';
import type { SourcedFigure } from './figures-in-year.ts';

/** What the sections of the page are drawn from. */
export interface ExplorerView {
  readonly frame: TownFrame;
  readonly words: PopulationExplorerWords;
  readonly facts: PopulationFacts;
  /** As asked, of the keys the page knows */
  readonly query: ReadonlyMap<string, string>;
  /** The year the figures are compared in */
  readonly year: number;
  readonly figures: readonly SourcedFigure[];
  readonly live: LiveScenario | null;
  readonly pyramid: PyramidFrames | null;
}

export const explorerHref = ({ frame }: Pick<ExplorerView, 'frame'>): string => href(frame, '/population');

export const wordsOf = (frame: TownFrame): PopulationExplorerWords => populationExplorerWords(frame.language);

/** 63,200人 */
export const spokenPersons = ({ words }: Pick<ExplorerView, 'words'>, value: number): string =>
  words.persons(wholePersons(value));

export const spokenYear = ({ frame }: Pick<ExplorerView, 'frame'>, year: number): string =>
  calendarYear(year, frame.language);

export const csvHref = ({ frame }: Pick<ExplorerView, 'frame'>, seriesKey?: string): string =>
  `/api/v1/municipalities/${frame.town.municipality}/population.csv${
    seriesKey === undefined ? '' : `?series=${encodeURIComponent(seriesKey)}`
  }`;
