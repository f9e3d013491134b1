import type { ReadIndicator } from '../../app/indicator/computed-figures.ts';
import { readIndicators } from '../../app/indicator/read-indicators.ts';
import { listItemsOfIndicator, type MeasuredItem } from '../../db/read-indicator-items.ts';
import { listUnits } from '../../db/read-town.ts';
import { isDistribution } from '../../domain/indicator/distribution.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { Chart } from '../components/chart.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { itemHref } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { findingOf } from '../text/finding.ts';
import { IndicatorBreakdowns } from './indicator-breakdowns.tsx';
import { IndicatorComputed } from './indicator-computed.tsx';
import { IndicatorDefinition } from './indicator-definition.tsx';
import { IndicatorJudgements, type IndicatorYear } from './indicator-judgements.tsx';
import { IndicatorNumbers } from './indicator-numbers.tsx';
import { ChartNotes, IndicatorOutlook } from './indicator-outlook.tsx';
import { IndicatorTargets } from './indicator-targets.tsx';
import { findTownJudgements } from './judged-year.ts';
import type { PublicPage } from './page.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: ReadIndicator;
  /** What it is computed from, as far as it is public. */
  readonly operands: readonly ReadIndicator[];
  readonly items: readonly MeasuredItem[];
  readonly unit: OrganisationUnit | undefined;
  /** Public judgements, newest first. */
  readonly years: readonly IndicatorYear[];
}

const IndicatorPage = ({ frame, loaded, operands, items, unit, years }: Props) => {
  const { t, language } = frame;
  const { indicator } = loaded;
  const outlook = outlookOf(loaded);
  const finding = findingOf(outlook, indicator, language);
  const partsFirst = isDistribution(indicator, outlook.latest);
  return (
    <PublicLayout
      frame={frame}
      title={indicator.name}
      description={finding}
      section="indicators"
      crumbs={[
        { label: t.indicator.listTitle, href: href(frame, '/indicators') },
        { label: indicator.name, lang: 'ja' },
      ]}
      record={{ articleNumber: loaded.articleNumber, updatedAt: loaded.updatedAt }}
    >
      <PageHead title={indicator.name} kicker={t.indicator.name} lang="ja" />
      <div className="indicator-summary">
        <figure className="indicator-figure">
          <figcaption className="indicator-figure__finding phrase">{finding}</figcaption>
          <Chart frame={frame} loaded={loaded} finding={finding} size="full" forecasts />
          <ChartNotes frame={frame} loaded={loaded} />
        </figure>
        <IndicatorNumbers frame={frame} loaded={loaded} newest={years[0] ?? null} />
      </div>
      <IndicatorJudgements frame={frame} years={years} />
      <IndicatorOutlook frame={frame} loaded={loaded} year={years[0]?.year ?? null} />
      {partsFirst && <IndicatorBreakdowns frame={frame} loaded={loaded} />}
      <section className="section" aria-labelledby="values">
        <h2 id="values">{t.indicator.table}</h2>
        <FigureTable frame={frame} loaded={loaded} caption={`${indicator.name} ${t.indicator.table}`} />
        {loaded.referenceSeries.length === 0 ? null : (
          <dl className="facts series-notes">
            {loaded.referenceSeries
              .filter((series) => series.note !== '')
              .map((series) => (
                <div key={series.series} lang="ja">
                  <dt>{series.name}</dt>
                  <dd>{series.note}</dd>
                </div>
              ))}
          </dl>
        )}
      </section>
      <IndicatorComputed frame={frame} loaded={loaded} operands={operands} />
      {!partsFirst && <IndicatorBreakdowns frame={frame} loaded={loaded} />}
      <IndicatorTargets frame={frame} loaded={loaded} />
      {items.length === 0 ? null : (
        <section className="section section--ruled" aria-labelledby="used-by">
          <h2 id="used-by">{t.indicator.usedBy}</h2>
          <ul className="link-list" lang="ja">
            {items.flatMap((item) => {
              const plan = frame.plans.find((candidate) => candidate.planKey === item.planKey);
              return plan === undefined
                ? []
                : [
                    <li key={`${item.planKey} ${item.itemKey}`}>
                      <a href={itemHref(frame, plan.slug, item.itemKey)}>{item.title}</a>{' '}
                      <span className="quiet small">{plan.title}</span>
                    </li>,
                  ];
            })}
          </ul>
        </section>
      )}
      <IndicatorDefinition frame={frame} loaded={loaded} unit={unit} />
    </PublicLayout>
  );
};

export const indicatorPage: PublicPage = {
  path: '/indicators/:key',
  answer: async ({ tx, frame, param }) => {
    const key = param('key');
    const [loaded] = await readIndicators(tx, [key]);
    if (loaded === undefined) return { kind: 'missing' };
    const operands = await readIndicators(tx, loaded.indicator.computed?.operands ?? [], {
      breakdowns: false,
    });
    const items = await listItemsOfIndicator(tx, key);
    const current = items.filter((item) =>
      frame.plans.some((plan) => plan.planKey === item.planKey && plan.inForce.revision === item.revision),
    );
    const unit = (await listUnits(tx)).find((candidate) => candidate.unitKey === loaded.indicator.unitKey);
    // What is judged is the whole.
    const whole = { ...loaded, values: loaded.values.filter(({ breakdown }) => breakdown === '') };
    const town = await findTownJudgements(tx, frame, [whole]);
    const years = (town?.years ?? []).flatMap(({ fiscalYear }): IndicatorYear[] => {
      const year = town?.ofYear(fiscalYear) ?? null;
      const [judged] = year?.indicators ?? [];
      return year === null || judged === undefined ? [] : [{ year, judged }];
    });
    return {
      kind: 'page',
      element: (
        <IndicatorPage
          frame={frame}
          loaded={loaded}
          operands={operands}
          items={current}
          unit={unit}
          years={years}
        />
      ),
    };
  },
};
