import type {
  FundedAmount,
  Measure,
  MeasureYear,
  Programme,
  ProgrammeYear,
} from '../../domain/programme/programme.ts';

/** Everything known of programmes, for another system or for keeping. */
export interface ExportedProgrammes {
  readonly municipality: string;
  readonly programmes: readonly {
    readonly programme: Programme;
    readonly years: readonly ProgrammeYear[];
    readonly measures: readonly (Measure & { readonly years: readonly MeasureYear[] })[];
    readonly planItems: readonly { readonly planKey: string; readonly itemKey: string }[];
  }[];
}

const amount = ({ totalThousandYen, funding }: FundedAmount) => ({ totalThousandYen, funding });

/** The format `bin/rashin import programmes` reads; the same file read back changes nothing. */
export const programmesJson = ({ municipality, programmes }: ExportedProgrammes): string =>
  `${JSON.stringify(
    {
      municipality,
      programmes: programmes.map(({ programme, years, measures, planItems }) => {
        const { programmeKey, typeKey, position: _, ...fields } = programme;
        return {
          key: programmeKey,
          ...fields,
          type: typeKey,
          years: years.map(({ programmeKey: __, budget, settled, ...year }) => ({
            ...year,
            budget: amount(budget),
            settled: amount(settled),
          })),
          measures: measures.map(
            ({ measureKey, years: figures, kind, name, unit, direction, indicatorKey }) => ({
              key: measureKey,
              kind,
              name,
              unit,
              direction,
              indicatorKey,
              // Figures of a measure that is an indicator are the indicator's.
              years:
                indicatorKey !== null
                  ? []
                  : figures.map(({ fiscalYear, target, actual, actualText, missing }) => ({
                      fiscalYear,
                      target,
                      actual,
                      actualText,
                      missing,
                    })),
            }),
          ),
          planItems: planItems.map(({ planKey, itemKey }) => ({ plan: planKey, item: itemKey })),
        };
      }),
    },
    null,
    2,
  )}\n`;
