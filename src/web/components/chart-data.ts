import type { ForecastBand, LineChartData, LinePoint, MissingYear } from '../../charts/line-chart.ts';
import type { LoadedIndicator, StoredValue } from '../../db/read-indicator.ts';
import { forecastOf } from '../../domain/indicator/forecast/forecast-of.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import { judgeableOf } from '../../domain/indicator/judgeable-of.ts';
import { isReason } from '../../domain/indicator/judgement/figure.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import { PreparedIndicator } from '../../domain/indicator/judgement/standing.ts';
import { joiningOf } from '../../domain/indicator/judgement/time-basis.ts';
import { pathYears, standingIn } from '../../domain/indicator/path/target-path.ts';
import { approximateFraction } from '../../domain/kernel/fraction.ts';
import { formatYear } from '../text/dates.ts';
import { formatAmount, formatFigure, formatTarget } from '../text/figures.ts';
import { formatForecast, formatFraction } from '../text/fraction-figures.ts';
import { reasonWords } from '../text/roll-up.ts';
import type { TownFrame } from './frame.ts';

/** Beside a line there is room for a name, not for its explanation in brackets. */
const shortName = (name: string): string => name.replace(/（[^）]*）$/, '');

const published = ({ values }: LoadedIndicator): readonly StoredValue[] =>
  values.filter((value) => value.breakdown === '' && value.stage === 'published');

/** The indicator as its chart reads it: public figures, nobody's marks, no groups. */
export const publicJudgeable = (loaded: LoadedIndicator): Judgeable =>
  judgeableOf({ ...loaded, values: published(loaded) }, [], {});

const keeps = ({ direction }: Judgeable): boolean =>
  direction === 'keep-at-or-above' || direction === 'keep-at-or-below';

/** Every year of the way; of what is to be kept, level at what it should keep. */
const pathOf = (judgeable: Judgeable): LineChartData['path'] => {
  const years = judgeable.targets.filter(({ value }) => value !== null).map(({ fiscalYear }) => fiscalYear);
  if (years.length === 0 || judgeable.direction === 'none' || joiningOf(judgeable) === 'never') return [];
  const begin = Math.min(...years, ...judgeable.values.map(({ fiscalYear }) => fiscalYear));
  const first = Math.min(judgeable.baseline?.fiscalYear ?? begin, Math.max(...years));
  const prepared = new PreparedIndicator(judgeable);
  return pathYears(judgeable, first, Math.max(...years), 'stated-targets').flatMap(
    ({ fiscalYear, expected }) => {
      const kept = prepared.targets.find((target) => target.fiscalYear >= fiscalYear)?.figure;
      const figure = keeps(judgeable) && kept !== undefined ? kept : expected;
      return isReason(figure) ? [] : [{ fiscalYear, value: approximateFraction(figure) }];
    },
  );
};

/** Year by year to the last target; null with too few figures. */
const forecastBand = (
  judgeable: Judgeable,
  indicator: Indicator,
  frame: TownFrame,
): ForecastBand | undefined => {
  const target = judgeable.targets.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
  const last = Math.max(
    ...judgeable.values.filter(({ value }) => value !== null).map(({ fiscalYear }) => fiscalYear),
  );
  if (target === undefined || !Number.isFinite(last)) return undefined;
  const { t, language } = frame;
  const points = Array.from(
    { length: Math.max(0, target.fiscalYear - last) },
    (_, at) => last + 1 + at,
  ).flatMap((fiscalYear) => {
    const forecast = forecastOf({ ...judgeable, targets: [{ ...target, fiscalYear }] });
    if (forecast.kind === 'none') return [];
    const { mean, interval } = forecast;
    const label = `${t.status.about}${formatForecast(mean, indicator, language)}`;
    return [{ fiscalYear, value: mean, label, from: interval.from, to: interval.to }];
  });
  return points.length === 0
    ? undefined
    : { name: `${t.indicator.forecastShort} ${formatYear(target.fiscalYear, language)}`, points };
};

/** Years without a figure, between the first figure and today's, and why. */
export const missingYears = (judgeable: Judgeable, language: TownFrame['language']): readonly MissingYear[] =>
  judgeable.values.flatMap(({ fiscalYear, missing }) =>
    missing === null ? [] : [{ fiscalYear, reason: reasonWords(missing, language) }],
  );

/** 実績 on the basis of the targets: added up where the targets are, in the newest unit. */
const actualsOf = (judgeable: Judgeable, indicator: Indicator, frame: TownFrame): readonly LinePoint[] => {
  const joining = joiningOf(judgeable);
  return judgeable.values.flatMap((value) => {
    if (value.value === null) return [];
    if (joining === 'never')
      return [
        {
          fiscalYear: value.fiscalYear,
          value: Number(value.value),
          label: formatFigure(value, indicator, frame.language) ?? '',
        },
      ];
    const { figure } = standingIn(judgeable, value.fiscalYear);
    if (isReason(figure)) return [];
    const label =
      joining === 'as-is' && judgeable.unitChanges.length === 0
        ? (formatFigure(value, indicator, frame.language) ?? '')
        : formatFraction(figure, indicator, frame.language);
    return [{ fiscalYear: value.fiscalYear, value: approximateFraction(figure), label }];
  });
};

/** What the chart of an indicator is drawn from. `finding`: its title, a sentence. */
export const chartDataOf = (
  frame: TownFrame,
  loaded: LoadedIndicator,
  { id, finding, forecasts }: { readonly id: string; readonly finding: string; readonly forecasts: boolean },
): LineChartData => {
  const { t, language } = frame;
  const { indicator, baseline, targets, referenceSeries } = loaded;
  const judgeable = publicJudgeable(loaded);
  const counts = new PreparedIndicator(judgeable).countsFromZero;
  const pointsOf = (series: string): readonly LinePoint[] =>
    published(loaded)
      .filter((value) => value.series === series)
      .flatMap((value) =>
        value.value === null
          ? []
          : [
              {
                fiscalYear: value.fiscalYear,
                value: Number(value.value),
                label: formatFigure(value, indicator, language) ?? '',
              },
            ],
      );
  return {
    id,
    title: finding,
    description: indicator.name,
    unit: language === 'ja' ? indicator.unit : '',
    years: language === 'ja' ? 'short' : 'western',
    baseline:
      baseline === null || baseline.value === null || counts
        ? null
        : {
            fiscalYear: baseline.fiscalYear,
            value: Number(baseline.value),
            label: formatAmount(baseline.value, indicator, language),
            name: `${t.indicator.baselineShort} ${formatYear(baseline.fiscalYear, language)}`,
          },
    actuals: actualsOf(judgeable, indicator, frame),
    missing: missingYears(judgeable, language),
    targets: targets.flatMap((target) =>
      target.value === null
        ? []
        : [
            {
              fiscalYear: target.fiscalYear,
              value: Number(target.value),
              label: formatTarget(target, indicator, language),
              name: `${t.indicator.targetShort} ${formatYear(target.fiscalYear, language)}`,
            },
          ],
    ),
    path: pathOf(judgeable),
    forecast: forecasts ? forecastBand(judgeable, indicator, frame) : undefined,
    references: referenceSeries
      .map((series) => ({ name: shortName(series.name), points: pointsOf(series.series) }))
      .filter((reference) => reference.points.length > 0),
  };
};
