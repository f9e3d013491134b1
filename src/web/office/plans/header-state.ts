import type { LevelDefinition } from '../../../domain/plan/level.ts';
import type { PlanHeader } from '../../../domain/plan/plan.ts';
import type { DeskPage } from './desk.ts';

/** What a draft says about the plan as a whole. */
export interface HeaderState {
  readonly header: PlanHeader;
  readonly levels: readonly LevelDefinition[];
  readonly label: string;
  /** 期間を変える理由, until the revision is published with its own. */
  readonly periodReason: string;
}

export const headerState = (desk: DeskPage): HeaderState => ({
  header: desk.loaded.content.header,
  levels: desk.loaded.content.levels,
  label: desk.revision.label,
  periodReason: desk.revision.reason,
});
