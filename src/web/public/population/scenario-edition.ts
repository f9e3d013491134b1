import type { loadEditions, Publication } from '../../../db/read-publication.ts';
import type { listIndicatorsOnScenario } from '../../../db/read-scenario-indicators.ts';
import type { PublishedYear } from '../../../domain/population/scenario.ts';
import { href, type TownFrame } from '../../components/frame.ts';

export type ScenarioPublication = Publication<'population-scenario'>;

/** What was counted since, beside what the edition expects. Not part of the edition. */
export interface CountedTotals {
  /** 国勢調査 */
  readonly name: string;
  readonly years: readonly number[];
  readonly values: readonly number[];
}

/** One edition of a scenario as its page shows it. */
export interface ScenarioEditionProps {
  readonly frame: TownFrame;
  readonly publication: ScenarioPublication;
  readonly years: readonly PublishedYear[];
  /** Newest first. */
  readonly editions: Awaited<ReturnType<typeof loadEditions>>;
  readonly counted: CountedTotals | null;
  /** Whose path follows this scenario. */
  readonly indicators: Awaited<ReturnType<typeof listIndicatorsOnScenario>>;
  /** Year of the pyramid as asked for in the address; undefined: not asked. */
  readonly askedYear: string | undefined;
}

/** The newest edition, or the one named. */
export const scenarioHref = (frame: TownFrame, key: string, edition?: number): string =>
  href(
    frame,
    `/population/scenarios/${encodeURIComponent(key)}${edition === undefined ? '' : `?edition=${edition}`}`,
  );
