import { IndicatorPanel } from '../components/indicator-panel.tsx';
import { viewItemHref } from '../components/plan-view.ts';
import type { ItemPageProps } from './item-page.tsx';
import { markIn } from './judged-year.ts';

/** いまどうなっているか. Where the item has no indicator of its own, those it is judged by are named as such. */
export const ItemFigures = ({ frame, view, indicators, indicatorsOf, year }: ItemPageProps) => {
  const { t } = frame;
  return (
    <section className="section" aria-labelledby="now">
      <h2 id="now">{t.item.now}</h2>
      {indicatorsOf === null ? null : (
        <p className="section__lead">
          {t.item.upIndicators[0]}
          <a href={viewItemHref(frame, view, indicatorsOf.itemKey)} lang="ja">
            {indicatorsOf.title}
          </a>
          {t.item.upIndicators[1]}
        </p>
      )}
      {indicators.length === 0 ? (
        <p className="quiet">{t.item.noIndicators}</p>
      ) : (
        <div className="indicator-panels">
          {indicators.map((loaded) => (
            <IndicatorPanel
              key={loaded.indicator.indicatorKey}
              frame={frame}
              loaded={loaded}
              mark={markIn(year, loaded.indicator.indicatorKey)}
            />
          ))}
        </div>
      )}
    </section>
  );
};
