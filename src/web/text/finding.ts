import { isDistribution } from '../../domain/indicator/distribution.ts';
import { figureAtHand } from '../../domain/indicator/figure-at-hand.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { AgainstTarget, Outlook } from '../../domain/indicator/outlook.ts';
import { formatYear } from './dates.ts';
import { formatAmount, formatDifference, formatFigure, formatTarget } from './figures.ts';
import { nameIn } from './name-in.ts';
import { type Language, textOf } from './text.ts';

/** 目標まで、あと… as it stands by the newest figure; '' where nothing can be said. */
export const distanceToTarget = (
  { latestAgainstTarget, target }: Pick<Outlook, 'latestAgainstTarget' | 'target'>,
  indicator: Pick<Indicator, 'unit' | 'decimals'>,
  language: Language,
): string => {
  if (latestAgainstTarget === null || target === null) return '';
  const words = textOf(language).indicator.finding;
  const goal = formatTarget(target, indicator, language);
  return latestAgainstTarget.kind === 'met'
    ? words.met(goal)
    : words[latestAgainstTarget.kind](goal, formatDifference(latestAgainstTarget.gap, indicator, language));
};

/**
 * One sentence that says what a chart shows, for its title and its alternative text. Facts only: met, or how
 * far away; a judgement by the town's scheme is another matter.
 */
export const findingOf = (
  outlook: Outlook,
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'direction' | 'breakdowns'>,
  language: Language,
): string => {
  const words = textOf(language).indicator.finding;
  const { latest, baseline, target, projection } = outlook;
  const year = (fiscalYear: number): string => formatYear(fiscalYear, language);
  const amount = (value: string): string => formatAmount(value, indicator, language);
  const goal = target === null ? '' : formatTarget(target, indicator, language);

  const distance = (where: AgainstTarget): string =>
    distanceToTarget({ latestAgainstTarget: where, target }, indicator, language);

  const latestFigure = latest === null ? null : formatFigure(latest, indicator, language);
  const aim = (): string => {
    if (target === null) return '';
    if (target.value === null && target.text === null) return words.toBeSet;
    if (baseline?.value === null || baseline === null) return words.onlyTarget(year(target.fiscalYear), goal);
    const keeps = indicator.direction === 'keep-at-or-above' || indicator.direction === 'keep-at-or-below';
    return words[keeps ? 'keep' : 'aim'](
      year(baseline.fiscalYear),
      amount(baseline.value),
      year(target.fiscalYear),
      goal,
    );
  };

  if (latest !== null && isDistribution(indicator, latest)) {
    return words.shares(
      year(latest.fiscalYear),
      indicator.breakdowns.map((axis) => nameIn(axis, language)),
    );
  }
  if (projection !== null && (latest === null || outlook.onlyBaseline) && projection.againstTarget !== null) {
    const value = formatFigure(projection.value, indicator, language) ?? '';
    const at = year(projection.value.fiscalYear);
    const said = words.projectedMet(projection.series.name, at, value);
    if (projection.againstTarget.kind === 'met') return said;
    return projection.againstTarget.kind === 'above'
      ? `${said}${words.join}${distance(projection.againstTarget)}`
      : words.projectedBelow(
          projection.series.name,
          at,
          value,
          formatDifference(projection.againstTarget.gap, indicator, language),
        );
  }
  if (latest !== null && latestFigure !== null && figureAtHand(outlook)?.isBaseline !== true) {
    const now = words.latest(year(latest.fiscalYear), latestFigure);
    if (outlook.latestAgainstTarget === null) return target === null ? now : `${now}${words.join}${aim()}`;
    return `${now}${words.join}${distance(outlook.latestAgainstTarget)}`;
  }
  if (target !== null) return aim();
  if (latest !== null && latestFigure !== null) return words.latest(year(latest.fiscalYear), latestFigure);
  return words.nothing;
};
