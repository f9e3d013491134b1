import type { CompiledScheme } from './compile-scheme.ts';
import { groupsOf } from './group.ts';
import type { Reason } from './judgement.ts';
import type { Grade, RollUpRule } from './judgement-scheme.ts';
import { overallAxis } from './overall-axis.ts';
import { percentagesOf } from './percentages.ts';
import { type Score, scoreOf } from './score.ts';
import { type Judged, type Tally, tallyOf } from './tally.ts';

export interface GradeCount {
  readonly grade: Grade;
  readonly count: number;
  /** Decimal string of the scheme's places; null where the grade is outside the denominator, or that is zero */
  readonly percent: string | null;
  readonly isCounted: boolean;
  readonly indicatorKeys: readonly string[];
}

/** 集計 of one set of indicators. What is not counted is named: grades outside the total, and entries without a grade. */
export interface RollUp {
  /** All entries; those with a figure; of counted grades; good, fair or poor */
  readonly entries: number;
  readonly withValue: number;
  readonly counted: number;
  readonly judged: number;
  readonly denominator: { readonly of: RollUpRule['percent']['denominator']; readonly count: number };
  /** In the order of the scheme */
  readonly grades: readonly GradeCount[];
  /** Entries without a grade, by reason; '' in a scheme of figures only */
  readonly ungraded: readonly { readonly reason: Reason | ''; readonly indicatorKeys: readonly string[] }[];
  readonly alsoCounts: readonly {
    readonly countKey: string;
    readonly name: string;
    readonly count: number;
    readonly percent: string | null;
  }[];
  readonly scores: readonly Score[];
}

export interface GroupedRollUp {
  /** 'subjective', 'kind', or a key of the indicators' groups */
  readonly by: string;
  readonly groups: readonly { readonly groupKey: string; readonly rollUp: RollUp }[];
  /** 掲載数: entries over all groups; how many of them are repeated (再掲); entries in no group */
  readonly listed: number;
  readonly repeated: number;
  readonly without: readonly string[];
}

const isJudged = ({ class: of }: Grade): boolean => of === 'good' || of === 'fair' || of === 'poor';

/** The roll-up of a tally, which may have been added up from parts. */
export const rollUpOfTally = ({ scheme }: CompiledScheme, tally: Tally): RollUp => {
  const rule = scheme.rollUp;
  const grades = overallAxis(scheme)?.grades ?? [];
  const isCounted = ({ key }: Grade): boolean => rule.counted === null || rule.counted.includes(key);
  const countOf = ({ key }: Grade): number => tally.grades.get(key)?.length ?? 0;
  const sum = (fits: (grade: Grade) => boolean): number =>
    grades.filter(fits).reduce((total, grade) => total + countOf(grade), 0);
  const [counted, judged] = [sum(isCounted), sum(isJudged)];
  const kind = rule.percent.denominator;
  const whole = { all: tally.entries, counted, judged, 'with-value': tally.withValue }[kind];
  const within = (grade: Grade): boolean =>
    kind === 'counted' ? isCounted(grade) : kind !== 'judged' || isJudged(grade);
  const inside = grades.filter(within);
  const counts = inside.map((grade) =>
    kind === 'with-value' ? (tally.gradesWithValue.get(grade.key) ?? 0) : countOf(grade),
  );
  // Entries without a grade have their share too, or the others would take it.
  const rest = whole - counts.reduce((total, one) => total + one, 0);
  const percents = percentagesOf([...counts, rest], whole, rule.percent);
  return {
    entries: tally.entries,
    withValue: tally.withValue,
    counted,
    judged,
    denominator: { of: kind, count: whole },
    grades: grades.map((grade) => ({
      grade,
      count: countOf(grade),
      percent: within(grade) ? (percents[inside.indexOf(grade)] ?? null) : null,
      isCounted: isCounted(grade),
      indicatorKeys: tally.grades.get(grade.key) ?? [],
    })),
    ungraded: [...tally.ungraded].map(([reason, indicatorKeys]) => ({ reason, indicatorKeys })),
    alsoCounts: rule.alsoCount.map(({ countKey, name }) => {
      const count = tally.alsoCounts.get(countKey) ?? 0;
      const rounding = rule.percent.rounding === 'sum-to-100' ? 'half-away' : rule.percent.rounding;
      const [percent = null] = percentagesOf([count], whole, { ...rule.percent, rounding });
      return { countKey, name, count, percent };
    }),
    scores: rule.scores.map((score) =>
      scoreOf(score, tally.scores.get(score.scoreKey) ?? { sums: new Map(), entries: 0, leftOut: 0 }),
    ),
  };
};

/** Roll-up of distinct indicators by the scheme's own denominators and rounding. */
export const rollUp = (compiled: CompiledScheme, judged: readonly Judged[]): RollUp =>
  rollUpOfTally(compiled, tallyOf(compiled, judged));

/** The same by groups, in the order the groups first appear. */
export const rollUpBy = (compiled: CompiledScheme, judged: readonly Judged[], by: string): GroupedRollUp => {
  const groups = new Map<string, Judged[]>();
  const without: string[] = [];
  let listed = 0;
  for (const entry of judged) {
    const keys = new Set(groupsOf(entry.judgeable, by));
    if (keys.size === 0) without.push(entry.judgeable.indicatorKey);
    listed += keys.size;
    for (const key of keys) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [entry]);
      else known.push(entry);
    }
  }
  return {
    by,
    groups: [...groups].map(([groupKey, entries]) => ({ groupKey, rollUp: rollUp(compiled, entries) })),
    listed,
    repeated: listed - (judged.length - without.length),
    without,
  };
};
