import { Hono } from 'hono';
import { enteredOf, readIndicatorList } from '../../../app/indicator/read-indicator-desk.ts';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { may } from '../../../domain/access/may.ts';
import { isDistribution } from '../../../domain/indicator/distribution.ts';
import { outlookOf } from '../../../domain/indicator/outlook.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { ancestorsOf } from '../../../domain/organisation/ancestors.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { formatFigure } from '../../text/figures.ts';
import { findingOf } from '../../text/finding.ts';
import { OfficeLayout } from '../layout.tsx';
import { IndicatorsNav } from './indicators-nav.tsx';

/** The newest figure; a newer year without one says why. A distribution is told as on its public page. */
const latestOf = (loaded: LoadedIndicator): string => {
  const { values, indicator } = loaded;
  const outlook = outlookOf(loaded);
  if (isDistribution(indicator, outlook.latest)) return findingOf(outlook, indicator, 'ja');
  const actuals = values.filter((value) => value.series === 'actual' && value.breakdown === '');
  const last = actuals.findLast((value) => value.value !== null || value.text !== null);
  const shown = (value: (typeof actuals)[number]): string =>
    `${formatFigure(value, indicator, 'ja') ?? ''}（${formatFiscalYear(value.fiscalYear, 'wareki')}）`;
  const newest = actuals.at(-1);
  const without =
    newest !== undefined && newest.missing !== null && newest.fiscalYear > (last?.fiscalYear ?? 0)
      ? shown(newest)
      : null;
  if (last === undefined) return without ?? 'まだありません';
  return without === null ? shown(last) : `${shown(last)}、${without}`;
};

/** 指標の一覧: whose they are, the last figure, and what waits to be published. */
export const indicatorListRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const { town, viewer } = c.var;
    const { indicators, units } = await readIndicatorList(actingOf(c, deps));
    const names = new Map(units.map((unit) => [unit.unitKey, unit.name]));
    const ancestors = ancestorsOf(units);
    const list = `/m/${town.municipality}/office/indicators`;
    const mayEnter = (unitKey: string | null) =>
      may(viewer.actor, 'indicator.enter', { unitKeys: unitKey === null ? [] : [unitKey], ancestors });
    return renderPage(
      c,
      <OfficeLayout
        title="指標"
        town={town}
        viewer={viewer}
        current="indicators"
        publicHref={`/m/${town.municipality}/indicators`}
      >
        <IndicatorsNav office={`/m/${town.municipality}/office`} current="list" />
        {indicators.length === 0 ? (
          <div className="empty">
            <p className="empty__title">まだ指標がありません</p>
            <p>企画担当が「指標を定める」から加えます。</p>
          </div>
        ) : (
          <TableScroll label="指標の一覧">
            <table className="table">
              <caption className="visually-hidden">指標の一覧</caption>
              <thead>
                <tr>
                  <th scope="col">指標</th>
                  <th scope="col">担当</th>
                  <th scope="col">いちばん新しい実績</th>
                  <th scope="col">下書き</th>
                  <th scope="col">公開</th>
                  <th scope="col">できること</th>
                </tr>
              </thead>
              <tbody>
                {indicators.map((loaded) => {
                  const { indicator, publishedAt } = loaded;
                  const drafts = enteredOf(loaded).filter((value) => value.stage === 'draft').length;
                  return (
                    <tr key={indicator.indicatorKey}>
                      <th scope="row">
                        <a href={`${list}/${encodeURIComponent(indicator.indicatorKey)}`}>{indicator.name}</a>
                      </th>
                      <td>
                        {indicator.unitKey === null
                          ? '―'
                          : (names.get(indicator.unitKey) ?? indicator.unitKey)}
                      </td>
                      <td>{latestOf(loaded)}</td>
                      <td>{drafts === 0 ? '―' : `${drafts}件`}</td>
                      <td>{publishedAt === null ? '未公開' : '公開中'}</td>
                      <td>
                        {indicator.computed !== null
                          ? 'ほかの指標から計算'
                          : mayEnter(indicator.unitKey)
                            ? '値の入力'
                            : '見るだけ'}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableScroll>
        )}
        {may(viewer.actor, 'indicator.define') && (
          <p className="actions">
            <a className="button" href={`${list}/new`}>
              指標を定める
            </a>
          </p>
        )}
      </OfficeLayout>,
    );
  });
