import { Hono } from 'hono';
import { type ListedPlan, readPlanList } from '../../../app/plan/read-plan-desk.ts';
import { may } from '../../../domain/access/may.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { OfficeLayout } from '../layout.tsx';
import { formatPeriod, StatusTag } from './desk-layout.tsx';

const notices: Readonly<Record<string, string>> = {
  imported: '下書きとして登録しました。',
  discarded: '下書きを破棄しました。監査証跡には残っています。',
};

const PlanRows = ({ listed, office }: { readonly listed: ListedPlan; readonly office: string }) => {
  const { plan, revisions } = listed;
  const inForce = revisions.find((revision) => revision.status === 'in-force');
  const open = revisions.find(
    (revision) => revision.status !== 'in-force' && revision.status !== 'superseded',
  );
  const shown = inForce ?? revisions[0];
  return (
    <tr>
      <th scope="row">
        <a href={`${office}/plans/${plan.slug}`}>{shown?.title ?? plan.slug}</a>
      </th>
      <td>{shown?.kindLabel}</td>
      <td>{shown !== undefined && formatPeriod(shown.startFiscalYear, shown.endFiscalYear)}</td>
      <td>
        {inForce === undefined ? (
          <span className="quiet">公開した版はまだありません</span>
        ) : (
          <>
            <StatusTag revision={inForce} /> {inForce.label}
          </>
        )}
      </td>
      <td>
        {open === undefined ? (
          <span className="quiet">ありません</span>
        ) : (
          <>
            <StatusTag revision={open} />{' '}
            <a href={`${office}/plans/${plan.slug}/revisions/${open.revision}`}>{open.label}の続きを書く</a>
          </>
        )}
      </td>
    </tr>
  );
};

/** 計画の一覧: what is in force and what is being written. */
export const planListRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', requireRight(deps, 'plan.view-draft'), async (c) => {
    const { town, viewer } = c.var;
    const office = `/m/${town.municipality}/office`;
    const plans = await readPlanList(actingOf(c, deps));
    return renderPage(
      c,
      <OfficeLayout
        title="計画"
        town={town}
        viewer={viewer}
        current="plans"
        notice={notices[c.req.query('done') ?? '']}
        publicHref={`/m/${town.municipality}`}
      >
        {plans.length === 0 ? (
          <div className="empty">
            <p className="empty__title">まだ計画がありません</p>
            <p>「計画をつくる」か「データを読み込む」から始めてください。</p>
          </div>
        ) : (
          <TableScroll label="計画の一覧">
            <table className="table">
              <caption className="visually-hidden">計画の一覧</caption>
              <thead>
                <tr>
                  <th scope="col">計画</th>
                  <th scope="col">種類</th>
                  <th scope="col">期間</th>
                  <th scope="col">公開している版</th>
                  <th scope="col">作業中の版</th>
                </tr>
              </thead>
              <tbody>
                {plans.map((listed) => (
                  <PlanRows key={listed.plan.planKey} listed={listed} office={office} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
        {may(viewer.actor, 'plan.create') && (
          <p className="actions">
            <a className="button" href={`${office}/plans/new`}>
              計画をつくる
            </a>
            <a href={`${office}/plans/import`}>データを読み込む</a>
          </p>
        )}
      </OfficeLayout>,
    );
  });
