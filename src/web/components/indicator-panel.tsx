import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import { formatYear } from '../text/dates.ts';
import { findingOf } from '../text/finding.ts';
import { judgementWords } from '../text/judgement.ts';
import { Chart } from './chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { href, type TownFrame } from './frame.ts';
import { JudgementMark } from './judgement-mark.tsx';
import { indicatorHref } from './plan-view.ts';
import { ScenarioPathNote } from './scenario-path-note.tsx';

export interface IndicatorPanelProps {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
  /** 判定 of the newest public year; null: none. */
  readonly mark: { readonly grade: Grade; readonly fiscalYear: number } | null;
}

/** 指標: name, finding, chart, and the table behind it. */
export const IndicatorPanel = ({ frame, loaded, mark }: IndicatorPanelProps) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const finding = findingOf(outlookOf(loaded), indicator, language);
  return (
    <article className="indicator-panel">
      <h3 lang="ja">
        <a href={indicatorHref(frame, indicator.indicatorKey)}>{indicator.name}</a>
      </h3>
      {mark === null ? null : (
        <p className="indicator-panel__mark">
          <JudgementMark grade={mark.grade} language={language} />{' '}
          <span className="small quiet">
            {judgementWords(language).of(formatYear(mark.fiscalYear, language))}
          </span>
        </p>
      )}
      <figure>
        <figcaption className="indicator-panel__finding">{finding}</figcaption>
        <Chart frame={frame} loaded={loaded} finding={finding} size="full" />
      </figure>
      {indicator.path.scenario === undefined ? null : (
        <p className="small quiet">
          <ScenarioPathNote frame={frame} scenario={indicator.path.scenario} />
        </p>
      )}
      <details>
        <summary>{t.indicator.showTable}</summary>
        <FigureTable frame={frame} loaded={loaded} caption={`${indicator.name} ${t.indicator.table}`} />
        <p className="small">
          <a href={href(frame, `/indicators/${encodeURIComponent(indicator.indicatorKey)}`)}>
            {t.indicator.definition}・{t.indicator.targets}
          </a>
        </p>
      </details>
    </article>
  );
};
