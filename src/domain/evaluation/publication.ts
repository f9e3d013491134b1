import type { CommonDirection } from './common-direction.ts';
import type { RoundTarget, RoundTiming } from './round.ts';
import type { FrozenFigures } from './sheet.ts';

/** What the yearly cycle publishes, by fiscal year. */
const cyclePublicationKinds = ['evaluation', 'budget', 'implementation-plan'] as const;
export type CyclePublicationKind = (typeof cyclePublicationKinds)[number];

export const publicationKinds = [...cyclePublicationKinds, 'population-scenario'] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** What the entries of a published evaluation share (publication.content of kind 'evaluation'). */
export interface PublishedRound {
  readonly roundKey: string;
  readonly timing: RoundTiming;
  readonly target: RoundTarget;
  readonly planKey: string | null;
  readonly schemeName: string;
  readonly schemeVersion: number;
  readonly stages: readonly { readonly key: string; readonly label: string }[];
  readonly directions: readonly {
    readonly key: string;
    readonly label: string;
    readonly group: string;
    readonly common: CommonDirection;
  }[];
  readonly grades: readonly { readonly key: string; readonly label: string }[];
  readonly criteria: readonly { readonly key: string; readonly label: string; readonly viewpoint: string }[];
  /** What the amounts are (令和6年度決算), in words. */
  readonly amountBasis: string;
  readonly personnelIncluded: 'yes' | 'no' | 'unknown' | 'mixed';
  /** Residents the per-resident figures divide by; null: none known. */
  readonly population: { readonly persons: number; readonly source: string } | null;
  readonly source: string;
}

/** One evaluated programme or item as published (publication_entry.content of kind 'evaluation'). */
export interface PublishedSheet {
  readonly subjectKey: string;
  readonly number: string;
  readonly name: string;
  readonly unitKey: string | null;
  readonly unitName: string;
  readonly typeLabel: string;
  readonly statedPlace: string;
  readonly planItems: readonly {
    readonly planKey: string;
    readonly itemKey: string;
    readonly title: string;
  }[];
  readonly targetGroup: string;
  readonly means: string;
  readonly intent: string;
  readonly legalObligation: string;
  readonly exemption: string;
  readonly figures: FrozenFigures;
  /** What the last stage that gave one said; null: none did. */
  readonly direction: {
    readonly key: string;
    readonly label: string;
    readonly common: CommonDirection;
  } | null;
  readonly grade: string | null;
  /** What each published stage said. */
  readonly records: readonly {
    readonly stageKey: string;
    readonly stageLabel: string;
    readonly direction: string;
    readonly directionReason: string;
    readonly machineGrade: string | null;
    readonly grade: string;
    readonly gradeReason: string;
    readonly priority: string;
    readonly criteria: readonly { readonly label: string; readonly level: string; readonly reason: string }[];
    readonly texts: readonly { readonly label: string; readonly body: string }[];
  }[];
  readonly remarks: readonly {
    readonly fiscalYear: number;
    readonly body: string;
    readonly answer: string;
  }[];
}
