import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import type { TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { indicatorHref, newestOf } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SparkLine } from '../components/spark-line.tsx';
import { formatYear } from '../text/dates.ts';
import { formatAmount, formatFigure, formatTarget } from '../text/figures.ts';
import { findingOf } from '../text/finding.ts';
import type { PublicPage } from './page.ts';

interface Props {
  readonly frame: TownFrame;
  readonly indicators: readonly LoadedIndicator[];
}

const Row = ({ frame, loaded }: { readonly frame: TownFrame; readonly loaded: LoadedIndicator }) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const outlook = outlookOf(loaded);
  const { latest, baseline, target } = outlook;
  const figure =
    latest !== null
      ? {
          text: formatFigure(latest, indicator, language),
          year: latest.fiscalYear,
          isBaseline: outlook.onlyBaseline,
        }
      : baseline !== null && baseline.value !== null
        ? {
            text: formatAmount(baseline.value, indicator, language),
            year: baseline.fiscalYear,
            isBaseline: true,
          }
        : null;
  return (
    <li className="indicator-row">
      <h2 className="indicator-row__name">
        <a href={indicatorHref(frame, indicator.indicatorKey)} lang="ja">
          {indicator.name}
        </a>
        <span className="indicator-row__direction">{t.indicator.directions[indicator.direction]}</span>
      </h2>
      <dl className="indicator-row__figures">
        {isDistribution(indicator, latest) ? null : (
          <div>
            <dt>
              {figure?.isBaseline === true ? t.indicator.baseline : t.indicator.latest}
              {figure === null ? null : ` ${formatYear(figure.year, language)}`}
            </dt>
            <dd>
              {figure === null || figure.text === null ? (
                <span className="tag tag--open">{t.status.notEntered}</span>
              ) : (
                <>
                  <b className="number">{figure.text}</b>
                  {latest?.status === 'provisional' ? (
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
      </dl>
      <div className="indicator-row__chart">
        <SparkLine frame={frame} loaded={loaded} finding={findingOf(outlook, indicator, language)} />
      </div>
    </li>
  );
};

const IndicatorsPage = ({ frame, indicators }: Props) => {
  const { t } = frame;
  return (
    <PublicLayout
      frame={frame}
      title={t.indicator.listTitle}
      description={t.indicator.listLead}
      section="indicators"
      crumbs={[{ label: t.indicator.listTitle }]}
      record={{ updatedAt: newestOf(indicators.map((loaded) => loaded.updatedAt)) }}
    >
      <PageHead title={t.indicator.listTitle} lead={t.indicator.listLead} />
      {indicators.length === 0 ? (
        <div className="empty">
          <p>{t.indicator.none}</p>
        </div>
      ) : (
        <ul className="indicator-rows">
          {indicators.map((loaded) => (
            <Row key={loaded.indicator.indicatorKey} frame={frame} loaded={loaded} />
          ))}
        </ul>
      )}
    </PublicLayout>
  );
};

export const indicatorsPage: PublicPage = {
  path: '/indicators',
  answer: async ({ tx, frame }) => ({
    kind: 'page',
    element: (
      <IndicatorsPage frame={frame} indicators={await loadIndicators(tx, undefined, { breakdowns: false })} />
    ),
  }),
};
