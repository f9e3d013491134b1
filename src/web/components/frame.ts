import type { PlanRow, RevisionRow } from '../../db/read-plan.ts';
import type { MunicipalityRow } from '../../db/read-town.ts';
import type { Language, PublicText } from '../text/text.ts';

export const textSizes = ['small', 'medium', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

/** A plan as every page knows it: with the revision in force. */
export interface FramePlan extends PlanRow {
  readonly title: string;
  readonly inForce: RevisionRow;
}

/** What every page is drawn in: words, addresses, reader's choices. */
export interface ViewFrame {
  readonly language: Language;
  readonly t: PublicText;
  readonly textSize: TextSize;
  /** Path of this page without the language, with its query: /m/202151/plans/x?sdg=4 */
  readonly path: string;
  /** Hashed address of a built file. */
  readonly assets: (name: string) => string;
}

export interface TownFrame extends ViewFrame {
  readonly town: MunicipalityRow;
  /** In the town's order. */
  readonly plans: readonly FramePlan[];
  /** The plan the town puts first (settings.home.planSlug, else the first in order). */
  readonly mainPlan: FramePlan | null;
  /** Every published revision of every plan, newest first within a plan. */
  readonly revisions: readonly RevisionRow[];
  /** Whether an item of a plan in force names an SDG goal: else the menu does not speak of them. */
  readonly namesSdgGoals: boolean;
  /** Whether an evaluation, a budget or an implementation plan is public: else the menu does not speak of them. */
  readonly hasEvaluations: boolean;
  /** Whether a series of population or a scenario is public: else the menu does not speak of them. */
  readonly hasPopulation: boolean;
  /** ISO date in Japan. */
  readonly today: string;
}

export const isTownFrame = (frame: ViewFrame): frame is TownFrame => 'town' in frame;

/** Address in the reader's language. `path` begins with a slash and carries no language. */
export const localised = (frame: ViewFrame, path: string): string =>
  frame.language === 'en' ? `/en${path === '/' ? '' : path}` : path;

/** Address inside the town: href(frame, '/indicators'). */
export const href = (frame: TownFrame, path = ''): string =>
  localised(frame, `/m/${frame.town.municipality}${path}`);

export const townName = (frame: TownFrame): string =>
  frame.language === 'en' ? frame.town.nameEn : frame.town.name;
