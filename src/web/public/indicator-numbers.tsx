import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import { figureAtHand } from '../../domain/indicator/figure-at-hand.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import type { TownFrame } from '../components/frame.ts';
import { JudgementMark } from '../components/judgement-mark.tsx';
import { formatYear } from '../text/dates.ts';
import { formatAmount, formatFigure, formatTarget } from '../text/figures.ts';
import { indicatorWords } from '../text/indicator-words.ts';
import { judgementWords } from '../text/judgement.ts';
import type { IndicatorYear } from './indicator-judgements.tsx';
import { gradeIn } from './judged-year.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** Newest public judgement; null: none. */
  readonly newest: IndicatorYear | null;
}

/** 最新の値・基準値・目標・望ましい向き beside the chart. */
export const IndicatorNumbers = ({ frame, loaded, newest }: Props) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const { latest, baseline, target, without } = outlookOf(loaded);
  const isBaseline = figureAtHand({ latest, baseline })?.isBaseline === true;
  const rows = [
    ...(latest === null || isBaseline || isDistribution(indicator, latest)
      ? []
      : [
          {
            label: t.indicator.latest,
            figure: formatFigure(latest, indicator, language) ?? t.status.notEntered,
            detail: [
              formatYear(latest.fiscalYear, language),
              latest.status === 'final' ? '' : t.status[latest.status],
              indicator.computed === null ? '' : indicatorWords(language).computed,
            ]
              .filter((part) => part !== '')
              .join(' '),
          },
        ]),
    ...(without === null
      ? []
      : [
          {
            label: formatYear(without.fiscalYear, language),
            figure: formatFigure(without, indicator, language) ?? t.status.notEntered,
            detail: '',
          },
        ]),
    ...(baseline === null
      ? []
      : [
          {
            label: t.indicator.baseline,
            figure:
              baseline.value === null
                ? t.status.notEntered
                : formatAmount(baseline.value, indicator, language),
            detail: formatYear(baseline.fiscalYear, language),
          },
        ]),
    ...(target === null
      ? []
      : [
          {
            label: t.indicator.target,
            figure: formatTarget(target, indicator, language),
            detail: formatYear(target.fiscalYear, language),
          },
        ]),
    { label: t.indicator.direction, figure: t.indicator.directions[indicator.direction], detail: '' },
  ];
  const grade = newest === null ? null : gradeIn(newest.year, newest.judged);
  return (
    <dl className="facts">
      {grade === null || newest === null ? null : (
        <div>
          <dt>{judgementWords(language).judgement}</dt>
          <dd>
            <JudgementMark grade={grade} language={language} />
            <span className="small quiet">{formatYear(newest.year.year.fiscalYear, language)}</span>
          </dd>
        </div>
      )}
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.figure}
            {row.detail === '' ? null : <span className="small quiet">{row.detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
