import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { effectOfTargets } from '../../domain/indicator/forecast/effect-of-target.ts';
import type { Forecast } from '../../domain/indicator/forecast/forecast.ts';
import { forecastOf } from '../../domain/indicator/forecast/forecast-of.ts';
import { isReason } from '../../domain/indicator/judgement/figure.ts';
import { judge } from '../../domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import { joiningOf } from '../../domain/indicator/judgement/time-basis.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import {
  absoluteFraction,
  type Fraction,
  negateFraction,
  signOfFraction,
} from '../../domain/kernel/fraction.ts';
import { missingYears, publicJudgeable } from '../components/chart-data.ts';
import type { TownFrame } from '../components/frame.ts';
import { ScenarioPathNote } from '../components/scenario-path-note.tsx';
import { formatYear } from '../text/dates.ts';
import { formatFigure, formatTarget } from '../text/figures.ts';
import { formatForecast, formatFraction, formatGap } from '../text/fraction-figures.ts';
import { outlookWords } from '../text/outlook.ts';
import { reasonWords } from '../text/roll-up.ts';
import { type GradedUnder, TargetEffect } from './indicator-target-effect.tsx';
import { gradeFor } from './judged-year.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** Newest year whose judgement is public, for the effect of a changed target. */
  readonly year: YearJudgements | null;
}

const Along = ({
  frame,
  loaded,
  under,
  year,
}: Pick<Props, 'frame' | 'loaded'> & { readonly under: GradedUnder; readonly year: string }) => {
  const { language } = frame;
  const words = outlookWords(language);
  const { along } = under;
  const figure = (value: Fraction): string => formatFraction(value, loaded.indicator, language);
  if (along.kind === 'unknown')
    return <p className="quiet">{words.alongUnknown(reasonWords(along.reason, language))}</p>;
  const say =
    along.kind === 'on' && signOfFraction(along.better) !== 0 ? words.within : words.along[along.kind];
  return (
    <p className="outlook__along">
      {say(
        year,
        figure(along.actual),
        figure(along.expected),
        formatGap(absoluteFraction(along.better), loaded.indicator, language),
      )}
    </p>
  );
};

/** Only where something is left to do; of what is kept there is nothing to add each year. */
const Needed = ({ frame, loaded, under }: Props & { readonly under: GradedUnder }) => {
  const { language } = frame;
  const words = outlookWords(language);
  const { neededPerYear } = under;
  const target = loaded.targets.at(-1);
  if (isReason(neededPerYear) || target === undefined) return null;
  const wanted = loaded.indicator.direction === 'up' ? 1 : loaded.indicator.direction === 'down' ? -1 : 0;
  if (wanted === 0 || signOfFraction(neededPerYear) !== wanted) return null;
  const amount = formatGap(
    wanted === 1 ? neededPerYear : negateFraction(neededPerYear),
    loaded.indicator,
    language,
  );
  const say = wanted === 1 ? words.needed : words.neededLess;
  return <p>{say(formatYear(target.fiscalYear, language), amount)}</p>;
};

const probabilityText = (
  forecast: Forecast & { kind: 'forecast' },
  target: string,
  frame: TownFrame,
): string => {
  const words = outlookWords(frame.language);
  const { probability, noProbability } = forecast;
  if (probability === null) return noProbability === null ? '' : words.noProbability[noProbability];
  if (probability > 0.99) return words.almost.sure(target);
  if (probability < 0.01) return words.almost.never(target);
  return words.probability(Math.round(probability * 100), target);
};

const ForecastWords = ({ frame, loaded, forecast }: Props & { readonly forecast: Forecast }) => {
  const { language } = frame;
  const words = outlookWords(language);
  const year = (fiscalYear: number): string => formatYear(fiscalYear, language);
  const list = (years: readonly number[]): string => years.map(year).join(language === 'ja' ? '、' : ', ');
  if (forecast.kind === 'none') {
    switch (forecast.reason) {
      case 'too-few-points':
        return <p>{words.tooFew(forecast.n, forecast.needed)}</p>;
      case 'no-target':
        return <p className="quiet">{words.noTarget}</p>;
      case 'year-not-ahead':
        return <p className="quiet">{words.yearNotAhead(year(forecast.lastFiscalYear))}</p>;
      case 'incomplete-series':
        return <p className="quiet">{words.incomplete(year(forecast.fiscalYear))}</p>;
    }
  }
  const amount = (value: number): string => formatForecast(value, loaded.indicator, language);
  const target = loaded.targets.at(-1);
  const { projection } = outlookOf(loaded);
  const [first = 0, last = 0] = [forecast.fiscalYears[0], forecast.fiscalYears.at(-1)];
  return (
    <>
      <p className="outlook__forecast">
        {words.sentence(
          year(forecast.targetFiscalYear ?? last),
          amount(forecast.mean),
          amount(forecast.interval.from),
          amount(forecast.interval.to),
        )}{' '}
        {target === undefined
          ? null
          : probabilityText(forecast, formatTarget(target, loaded.indicator, language), frame)}
      </p>
      <ul className="outlook__notes small quiet">
        <li>
          {words.method(words.methods[forecast.method], forecast.n, year(first), year(last))}{' '}
          {words.choices(forecast.choice, year)}
        </li>
        {forecast.leftOut.map(({ fiscalYears, because }) => (
          <li key={because}>{words.leftOut(list(fiscalYears), because)}</li>
        ))}
        {forecast.notFinal.length === 0 ? null : <li>{words.notFinal(list(forecast.notFinal))}</li>}
        {forecast.farAhead ? <li>{words.farAhead}</li> : null}
        <li>{words.caution}</li>
        {projection === null ? null : (
          <li>
            {words.besideProjection(
              projection.series.name,
              formatFigure(projection.value, loaded.indicator, language) ?? '',
            )}
          </li>
        )}
      </ul>
    </>
  );
};

/** What the chart cannot say in a picture: gaps and their reasons, and what its lines are. */
export const ChartNotes = ({ frame, loaded }: Pick<Props, 'frame' | 'loaded'>) => {
  const { language } = frame;
  const words = outlookWords(language);
  const judgeable = publicJudgeable(loaded);
  const gaps = missingYears(judgeable, language);
  const joining = joiningOf(judgeable);
  const notes = [
    ...(loaded.targets.some(({ value }) => value !== null) ? [words.legend] : []),
    ...(forecastOf(judgeable).kind === 'forecast' ? [words.legendForecast] : []),
    ...(joining === 'sum' || joining === 'mean' ? [words.joined[joining]] : []),
    ...(gaps.length === 0
      ? []
      : [
          words.gaps(
            gaps
              .map(({ fiscalYear, reason }) => words.gap(formatYear(fiscalYear, language), reason))
              .join(language === 'ja' ? '、' : ', '),
          ),
        ]),
  ];
  const { scenario } = loaded.indicator.path;
  return notes.length === 0 && scenario === undefined ? null : (
    <ul className="chart-notes small quiet">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {scenario === undefined ? null : (
        <li>
          <ScenarioPathNote frame={frame} scenario={scenario} />
        </li>
      )}
    </ul>
  );
};

const lastMeasured = ({ values }: Judgeable): number | null => {
  const years = values.filter(({ value }) => value !== null).map(({ fiscalYear }) => fiscalYear);
  return years.length === 0 ? null : Math.max(...years);
};

/** What held before the last change of each year's target; null where nothing was changed. */
const formerTargets = ({ targets, formerTargets: former }: LoadedIndicator): Judgeable['targets'] | null =>
  former.length === 0
    ? null
    : targets.map((target) => former.find(({ fiscalYear }) => fiscalYear === target.fiscalYear) ?? target);

/** 見通し: against the path, what is needed, where it is heading; what a changed target changed. */
export const IndicatorOutlook = (props: Props) => {
  const { frame, loaded, year } = props;
  const words = outlookWords(frame.language);
  const judgeable = publicJudgeable(loaded);
  const last = lastMeasured(judgeable);
  if (loaded.targets.length === 0 || last === null) return null;
  const former = formerTargets(loaded);
  const before = former === null ? judgeable : { ...judgeable, targets: former };
  const scheme = year !== null && year.year.fiscalYear >= last ? year.compiled : null;
  const effect = effectOfTargets(
    before,
    judgeable.targets,
    last,
    (one, fiscalYear) => (scheme === null ? null : gradeFor(scheme, judge(scheme, one, fiscalYear))),
    year?.compiled.scheme.onPath,
  );
  return (
    <section className="section outlook" aria-labelledby="outlook">
      <h2 id="outlook">{words.title}</h2>
      <h3>{words.path}</h3>
      <Along frame={frame} loaded={loaded} under={effect.after} year={formatYear(last, frame.language)} />
      <Needed {...props} under={effect.after} />
      <h3>{words.forecast}</h3>
      <ForecastWords {...props} forecast={effect.after.forecast} />
      {former === null ? null : (
        <TargetEffect frame={frame} loaded={loaded} former={former} effect={effect} at={last} />
      )}
    </section>
  );
};
