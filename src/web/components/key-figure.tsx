import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { figureAtHand } from '../../domain/indicator/figure-at-hand.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { type Outlook, outlookOf } from '../../domain/indicator/outlook.ts';
import { formatYear } from '../text/dates.ts';
import { formatFigure, formatTarget } from '../text/figures.ts';
import { findingOf } from '../text/finding.ts';
import { judgementWords } from '../text/judgement.ts';
import { Chart } from './chart.tsx';
import type { TownFrame } from './frame.ts';
import { JudgementMark } from './judgement-mark.tsx';
import { indicatorHref } from './plan-view.ts';

export interface KeyFigureProps {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** 判定 of the newest public year; null: none. */
  readonly mark: { readonly grade: Grade; readonly fiscalYear: number } | null;
  readonly heading: 'h3' | 'h4';
}

/** Where nothing has been measured yet, the target is what is known. */
const KeyTarget = ({
  frame,
  outlook,
  indicator,
}: {
  readonly frame: TownFrame;
  readonly outlook: Outlook;
  readonly indicator: Indicator;
}) => {
  const { t, language } = frame;
  const { target } = outlook;
  if (target === null) return <p className="key-figure__none">{t.indicator.noValues}</p>;
  const isSet = target.value !== null || target.text !== null;
  return (
    <p className="key-figure__value">
      <span className="key-figure__year">
        {t.indicator.target} {formatYear(target.fiscalYear, language)}
      </span>
      <span className={isSet ? 'key-figure__number number' : 'key-figure__open'}>
        {formatTarget(target, indicator, language)}
      </span>
    </p>
  );
};

/** One indicator at a glance: value large, target in words, the finding, a small chart. */
export const KeyFigure = ({ frame, loaded, mark, heading: Heading }: KeyFigureProps) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const outlook = outlookOf(loaded);
  const shown = figureAtHand(outlook);
  const finding = findingOf(outlook, indicator, language);
  const figure = shown === null ? null : formatFigure(shown, indicator, language);
  // 設定中 stands large already.
  const isOpen = figure === null && outlook.target?.value == null && outlook.target?.text == null;
  return (
    <article className="key-figure">
      <Heading className="key-figure__name" lang="ja">
        <a href={indicatorHref(frame, indicator.indicatorKey)}>{indicator.name}</a>
      </Heading>
      {shown === null || figure === null ? (
        <KeyTarget frame={frame} outlook={outlook} indicator={indicator} />
      ) : (
        <p className="key-figure__value">
          <span className="key-figure__number number">{figure}</span>
          <span className="key-figure__year">
            {formatYear(shown.fiscalYear, language)}
            {shown.isBaseline ? ` ${t.indicator.baseline}` : ''}
            {shown.status === 'provisional' ? ` ${t.status.provisional}` : ''}
          </span>
        </p>
      )}
      {mark === null ? null : (
        <p className="key-figure__mark">
          <JudgementMark grade={mark.grade} language={language} />{' '}
          <span className="small quiet">
            {judgementWords(language).of(formatYear(mark.fiscalYear, language))}
          </span>
        </p>
      )}
      {isOpen ? null : <p className="key-figure__finding">{finding}</p>}
      <Chart frame={frame} loaded={loaded} finding={finding} size="small" />
    </article>
  );
};
