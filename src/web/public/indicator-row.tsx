import { isDistribution } from '../../domain/indicator/distribution.ts';
import { figureAtHand } from '../../domain/indicator/figure-at-hand.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import type { TownFrame } from '../components/frame.ts';
import { JudgementMark } from '../components/judgement-mark.tsx';
import { indicatorHref } from '../components/plan-view.ts';
import { SparkLine } from '../components/spark-line.tsx';
import { formatYear } from '../text/dates.ts';
import { formatFigure, formatTarget } from '../text/figures.ts';
import { findingOf } from '../text/finding.ts';
import { judgementWords } from '../text/judgement.ts';
import { reasonWords } from '../text/roll-up.ts';
import type { ListedIndicator } from './indicator-filter.ts';

interface Props {
  readonly frame: TownFrame;
  readonly listed: ListedIndicator;
  /** Figures of later years are left out; null: all. */
  readonly until: number | null;
}

const Judgement = ({ frame, listed }: Pick<Props, 'frame' | 'listed'>) => {
  const { grade, reason, isJudged } = listed;
  const { language } = frame;
  const words = judgementWords(language);
  if (!isJudged) return null;
  return (
    <div>
      <dt>{words.judgement}</dt>
      <dd>
        {grade === null ? (
          <span className="small quiet">
            {reason === null ? words.ungraded : words.ungradedBecause(reasonWords(reason, language))}
          </span>
        ) : (
          <JudgementMark grade={grade} language={language} />
        )}
      </dd>
    </div>
  );
};

/** 指標の一覧の一行: name and direction, newest figure, target, judgement, small chart. */
export const IndicatorRow = ({ frame, listed, until }: Props) => {
  const { t, language } = frame;
  const known = {
    ...listed.loaded,
    values: listed.loaded.values.filter(
      ({ fiscalYear, series }) => until === null || series !== 'actual' || fiscalYear <= until,
    ),
  };
  const { indicator } = known;
  const outlook = outlookOf(known);
  const { latest, target } = outlook;
  const shown = figureAtHand(outlook);
  const figure = shown === null ? null : formatFigure(shown, indicator, language);
  return (
    <li className="indicator-row">
      <h3 className="indicator-row__name">
        <a href={indicatorHref(frame, indicator.indicatorKey)} lang="ja">
          {indicator.name}
        </a>
        <span className="indicator-row__direction">{t.indicator.directions[indicator.direction]}</span>
      </h3>
      <dl className="indicator-row__figures">
        {isDistribution(indicator, latest) ? null : (
          <div>
            <dt>
              {shown?.isBaseline === true ? t.indicator.baseline : t.indicator.latest}
              {shown === null ? null : ` ${formatYear(shown.fiscalYear, language)}`}
            </dt>
            <dd>
              {figure === null ? (
                <span className="tag tag--open">{t.status.notEntered}</span>
              ) : (
                <>
                  <b className="number">{figure}</b>
                  {shown?.status === 'provisional' ? (
                    <span className="small"> {t.status.provisional}</span>
                  ) : null}
                </>
              )}
            </dd>
          </div>
        )}
        {target === null ? null : (
          <div>
            <dt>
              {t.indicator.target} {formatYear(target.fiscalYear, language)}
            </dt>
            <dd>
              {target.value === null && target.text === null ? (
                <span className="tag tag--open">{t.status.toBeSet}</span>
              ) : (
                <b className="number">{formatTarget(target, indicator, language)}</b>
              )}
            </dd>
          </div>
        )}
        <Judgement frame={frame} listed={listed} />
      </dl>
      <div className="indicator-row__chart">
        <SparkLine frame={frame} loaded={known} finding={findingOf(outlook, indicator, language)} />
      </div>
    </li>
  );
};
