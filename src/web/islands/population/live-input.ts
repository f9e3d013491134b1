import type { AgeSharesData } from '../../../charts/age-shares.ts';
import type { PopulationFanData } from '../../../charts/population-fan.ts';
import type { PopulationPyramidData, PyramidSides } from '../../../charts/population-pyramid.ts';
import type { AgeGroups } from '../../../domain/demography/age-groups.ts';
import type { Assumptions } from '../../../domain/demography/project/project.ts';
import type { ScenarioContent } from '../../../domain/population/scenario.ts';
import type { LeverField } from './lever-field.ts';

/** A year the pyramid can show. */
export interface PyramidFrame extends PyramidSides {
  readonly year: number;
  /** Whether it is of the projection that moves with the assumptions (and not counted, or another body's) */
  readonly moves: boolean;
  /** As shown: 2015年 国勢調査 */
  readonly name: string;
  /** Of a year that moves: as it is called without and with moved assumptions; without it always `name` */
  readonly names?: { readonly still: string; readonly moved: string } | undefined;
}

/**
 * What the pages give the script, as JSON in `<script type="application/json" data-population-input>`.
 *
 * Around it, one element `data-population-live` holds all of these (each may be missing):
 * - `form[data-population-form]`: the lever panel and, in the office, every other field of the scenario
 * - `[data-population-picture="totals|pyramid|ages"]`: holds the two drawings (.chart--320, .chart--640), drawn anew
 * - `[data-population-title="totals|pyramid|ages"]`: the finding of a picture where it stands outside of it
 * - `[data-population-figure="total:2032"]`: an element with a number and nothing else. Before the colon: `total`,
 *   `baseline` (without measures), `difference` (of the two, with its sign), `children`, `workingAge`, `aged`,
 *   `agedFrom75`, `childrenShare`, `workingAgeShare`, `agedShare`, `agedFrom75Share` (percent, one decimal), `low`,
 *   `high` (予測の幅80％), `low50`, `high50` (50％); `probability` alone (of the aim, with its ％). Years between steps only for totals and ranges.
 *   Of the pyramid as it stands: `pyramid:name`, `pyramid:male:3`, `pyramid:female:3`, `pyramid:both:3` (fourth group of
 *   ages); of the year laid over it `compare:name`, …
 * - `[data-population-says]`: `role="status"`, the summary in a sentence
 * - `[data-population-choose-year]`: a select (or what holds it) whose year the pyramid shows as soon as it is chosen; it
 *   follows the player
 * - `[data-population-player]`: made by `<PyramidPlayer>`
 * - `[data-population-without-script]`: hidden where the script runs
 * - `[data-population-follow]`: the finding beside the sliders, for narrow windows; made by `<LeverPanel>`
 * - `[data-population-stale]`: shown (unhidden) while the ranges are those of other assumptions
 */
export interface LiveInput {
  readonly language: 'ja' | 'en';
  readonly assumptions: Assumptions;
  /** As the page shows it; the fields of the form are read over it */
  readonly content: ScenarioContent;
  readonly levers: readonly LeverField[];
  /** A lever the form gives no year moves after this one, not in the past that was counted; null: after the base year */
  readonly movesAfter?: number | null | undefined;
  /** Name of the line that moves: この前提 */
  readonly scenarioName: string;
  /**
   * Pictures as the page drew them, without the line and range of the scenario; null: not on the page. `id` without
   * the suffix of the width: -n of 320, -w of 640.
   */
  readonly totals: PopulationFanData | null;
  readonly pyramid: PopulationPyramidData | null;
  readonly ages: AgeSharesData | null;
  /** The pyramid is first shown of this year */
  readonly year: number;
  /** Of the player, ascending; base year and steps of the scenario among them */
  readonly frames: readonly PyramidFrame[];
  /** Groups of ages of the frames, where they are other than those of the assumptions */
  readonly frameAges?: AgeGroups | undefined;
  /** The year laid over the pyramid; without it `pyramid.compare` stays as it is */
  readonly compareYear?: number | undefined;
  /** false: with nothing to compare with, the year without the assumptions is not laid over the pyramid either */
  readonly outlinesUnchanged?: boolean | undefined;
}
