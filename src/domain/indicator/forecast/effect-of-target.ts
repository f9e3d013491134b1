import { divideFractions, subtractFractions, wholeFraction } from '../../kernel/fraction.ts';
import { type Figure, isReason } from '../judgement/figure.ts';
import type { Judgeable } from '../judgement/judgeable.ts';
import { type AlongPath, alongPath } from '../path/along-path.ts';
import { noTolerance, type PathTolerance } from '../path/path-tolerance.ts';
import { pathYear, standingIn } from '../path/target-path.ts';
import type { Forecast } from './forecast.ts';
import { forecastOf } from './forecast-of.ts';

/** Where an indicator stands in a year under one set of targets. */
export interface UnderTargets<T> {
  /** 期待値 and 必要到達率 of the year */
  readonly expected: Figure;
  readonly requiredShare: Figure;
  /** Change needed each year from the year's figure to the last target */
  readonly neededPerYear: Figure;
  readonly along: AlongPath;
  readonly judgement: T;
  readonly forecast: Forecast;
}

const neededPerYear = (judgeable: Judgeable, fiscalYear: number): Figure => {
  const { indicator, figure } = standingIn(judgeable, fiscalYear);
  const target = indicator.finalTarget;
  if (target === null) return 'no-target';
  if (isReason(target.figure)) return target.figure;
  if (isReason(figure)) return figure;
  if (target.fiscalYear <= fiscalYear) return 'outside-plan';
  const years = wholeFraction(target.fiscalYear - fiscalYear);
  return divideFractions(subtractFractions(target.figure, figure), years) ?? 'outside-plan';
};

const underTargets = <T>(
  judgeable: Judgeable,
  fiscalYear: number,
  judgeIt: (judgeable: Judgeable, fiscalYear: number) => T,
  onPath: PathTolerance,
): UnderTargets<T> => {
  const { expected, requiredShare } = pathYear(judgeable, fiscalYear, 'stated-targets');
  return {
    expected,
    requiredShare,
    neededPerYear: neededPerYear(judgeable, fiscalYear),
    along: alongPath(judgeable, fiscalYear, onPath),
    judgement: judgeIt(judgeable, fiscalYear),
    forecast: forecastOf(judgeable, fiscalYear),
  };
};

/**
 * 目標の変更の影響: the same figures under the targets in force and under others. A target that is only made easier
 * shows as a better judgement at the same forecast. `judgeIt`: the year's scheme, `judge(compiled, …)`; `onPath`: what it counts as on
 * the path.
 */
export const effectOfTargets = <T>(
  judgeable: Judgeable,
  changed: Judgeable['targets'],
  fiscalYear: number,
  judgeIt: (judgeable: Judgeable, fiscalYear: number) => T,
  onPath: PathTolerance = noTolerance,
): { readonly before: UnderTargets<T>; readonly after: UnderTargets<T> } => ({
  before: underTargets(judgeable, fiscalYear, judgeIt, onPath),
  after: underTargets({ ...judgeable, targets: changed }, fiscalYear, judgeIt, onPath),
});
