import { costOf } from '../programme/cost.ts';
import type { FundedAmount, Measure, MeasureYear, ProgrammeYear } from '../programme/programme.ts';
import type { StaffRate } from '../programme/yearly-cycle.ts';
import type { EvaluationScheme } from './evaluation-scheme.ts';
import type { FrozenFigures } from './sheet.ts';

/** A measure with what is known of it in the years asked for. */
export interface MeasuredFigures extends Measure {
  readonly programmes: readonly { readonly programmeKey: string; readonly position: number }[];
  readonly years: readonly MeasureYear[];
}

/** Years a sheet shows: two before the year that is evaluated, that year, and the one after (its budget). */
export const yearsShown = (fiscalYear: number): readonly number[] => [
  fiscalYear - 2,
  fiscalYear - 1,
  fiscalYear,
  fiscalYear + 1,
];

const unknown: FundedAmount = { totalThousandYen: null, funding: null };

const missingWords = {
  'not-stated': '記載なし',
  'not-measured': '未測定',
  'not-applicable': '対象外',
} as const;

/** At most as many of a kind as the scheme shows, in the programme's order. */
const shown = (
  measures: readonly MeasuredFigures[],
  programmeKey: string,
  limits: EvaluationScheme['measures'],
): readonly MeasuredFigures[] => {
  const positionOf = ({ programmes }: MeasuredFigures): number =>
    programmes.find((each) => each.programmeKey === programmeKey)?.position ?? 0;
  const own = measures.toSorted((a, b) => positionOf(a) - positionOf(b));
  return (['output', 'outcome'] as const).flatMap((kind) =>
    own.filter((measure) => measure.kind === kind).slice(0, limits[kind]),
  );
};

/**
 * Money and measures of one programme as they stand. `sharedBy` counts the programmes of the round. `takenAt`: ISO
 * instant.
 */
export const figuresOf = (
  programmeKey: string,
  fiscalYear: number,
  known: {
    readonly years: readonly ProgrammeYear[];
    readonly measures: readonly MeasuredFigures[];
    readonly rates: readonly StaffRate[];
    readonly inRound: ReadonlySet<string>;
    readonly limits: EvaluationScheme['measures'];
  },
  takenAt: string,
): FrozenFigures => {
  const asked = yearsShown(fiscalYear);
  const byYear = new Map(known.years.map((year) => [year.fiscalYear, year]));
  return {
    takenAt,
    years: asked.flatMap((year) => {
      const own = byYear.get(year);
      if (own === undefined && year !== fiscalYear) return [];
      const cost = own === undefined ? null : costOf(own, known.rates, null);
      return [
        {
          fiscalYear: year,
          budget: own?.budget ?? unknown,
          settled: own?.settled ?? unknown,
          personnelThousandYen: cost?.personnelThousandYen ?? null,
          totalThousandYen: cost?.totalThousandYen ?? null,
        },
      ];
    }),
    measures: shown(known.measures, programmeKey, known.limits).map((measure) => ({
      measureKey: measure.measureKey,
      kind: measure.kind,
      name: measure.name,
      unit: measure.unit,
      figures: measure.years
        .filter((year) => asked.includes(year.fiscalYear))
        .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
        .map(({ fiscalYear: year, target, actual, actualText, missing }) => ({
          fiscalYear: year,
          target,
          actual: actual ?? actualText,
          missing: missing === null ? null : missingWords[missing],
        })),
      sharedBy: measure.programmes.filter((each) => known.inRound.has(each.programmeKey)).length,
    })),
  };
};
