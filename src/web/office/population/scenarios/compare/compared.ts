import type { PopulationScenario, ScenarioContent } from '../../../../../domain/population/scenario.ts';
import { leverKinds } from '../../../../../domain/population/scenario.ts';
import type { SeriesWithTables } from '../../../../../domain/population/series.ts';
import { calendarYear } from '../../../../text/calendar-year.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import { baselineName } from '../baseline-offers.ts';
import { errorName, interpolationName, leverNames } from '../scenario-words.data.ts';
import type { Worked } from '../work-out.ts';

/** Side by side on one page */
export const mostCompared = 4;

/** A scenario of the comparison, worked out. */
export interface Compared {
  readonly scenario: PopulationScenario;
  readonly worked: Worked;
}

export interface AssumptionRow {
  readonly name: string;
  /** One a scenario, in their order */
  readonly texts: readonly string[];
  readonly differs: boolean;
}

const still = 'そのまま';

const leverText = ({ levers }: ScenarioContent, kind: (typeof leverKinds)[number]): string => {
  const lever = levers.find((each) => each.kind === kind);
  if (lever === undefined) return still;
  const when = [
    lever.fromYear === null ? '' : `${calendarYear(lever.fromYear, 'ja')}の後から`,
    lever.byYear === null ? '' : `${calendarYear(lever.byYear, 'ja')}までに`,
  ].filter((word) => word !== '');
  return `${lever.value}${when.length === 0 ? '' : `（${when.join('、')}）`}`;
};

/** Every assumption of every scenario, side by side. */
export const assumptionRows = (
  compared: readonly Compared[],
  series: readonly SeriesWithTables[],
): readonly AssumptionRow[] => {
  const row = (name: string, text: (content: ScenarioContent, one: Compared) => string): AssumptionRow => {
    const texts = compared.map((one) => text(one.scenario.content, one));
    return { name, texts, differs: new Set(texts).size > 1 };
  };
  return [
    row('基準となる推計', ({ baseline }) => baselineName(baseline, series)),
    row('いまの合計特殊出生率', ({ birthRateNow }, { worked }) =>
      birthRateNow === null ? `${worked.result.birthRateNow.toFixed(2)}（推定）` : String(birthRateNow.value),
    ),
    ...leverKinds.map((kind) => row(leverNames[kind], (content) => leverText(content, kind))),
    row('一度だけの転入', ({ estates }) =>
      estates.length === 0
        ? 'なし'
        : estates
            .map(
              ({ year, persons: count, name }) =>
                `${name}${calendarYear(year, 'ja')}に${wholePersons(count)}人`,
            )
            .join('、'),
    ),
    row('目標人口', ({ aim }) =>
      aim === null ? 'なし' : `${calendarYear(aim.year, 'ja')}に${wholePersons(aim.total)}人`,
    ),
    row('国勢調査でない年の求め方', ({ interpolation }) => interpolationName(interpolation)),
    row('幅のもと', ({ errors }) => errorName(errors)),
  ];
};
