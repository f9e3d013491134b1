import { Hono } from 'hono';
import {
  readWorkload,
  type WorkloadGroup,
  type WorkloadView,
  type workloadGroups,
} from '../../../../app/evaluation/read-workload.ts';
import type { Workload } from '../../../../domain/evaluation/fatigue.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { requireRight } from '../../forbidden.ts';
import { OfficeLayout } from '../../layout.tsx';

const groupWords: Readonly<Record<WorkloadGroup, string>> = {
  stage: '段階ごと',
  unit: '課ごと',
  type: '種類ごと',
};

const minutes = (value: number | null): string => {
  if (value === null) return '―';
  return value >= 120 ? `${Math.round(value / 6) / 10}時間` : `${value}分`;
};

const Rows = ({ title, rows }: { readonly title: string; readonly rows: readonly Workload[] }) => (
  <TableScroll label={title}>
    <table className="table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">区分</th>
          <th scope="col">シート</th>
          <th scope="col">一枚の欄の数</th>
          <th scope="col">初めから埋まった割合</th>
          <th scope="col">そこから直した欄</th>
          <th scope="col">一枚に書いた文字</th>
          <th scope="col">最初の保存から最後の保存まで（真ん中）</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.group}>
            <th scope="row">{row.group}</th>
            <td>{row.records}</td>
            <td>{row.askedMean}</td>
            <td>{row.prefilledPercent === null ? '―' : `${row.prefilledPercent}%`}</td>
            <td>{row.changed}</td>
            <td>{row.writtenMean}</td>
            <td>{minutes(row.medianMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const Page = ({
  town,
  viewer,
  view,
}: Pick<OfficeEnv['Variables'], 'town' | 'viewer'> & { readonly view: WorkloadView }) => {
  const office = `/m/${town.municipality}/office`;
  const { round, all } = view;
  return (
    <OfficeLayout
      title="記入の手間"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        { label: round.title, href: `${office}/evaluation/${encodeURIComponent(round.roundKey)}` },
      ]}
    >
      {all === null ? (
        <p className="quiet">まだ記入がありません。</p>
      ) : (
        <>
          <p>
            一枚のシートで {all.askedMean} 個の欄を尋ねています。そのうち{' '}
            {all.prefilledPercent === null ? '―' : `${all.prefilledPercent}%`}{' '}
            は、前の年度の記入や数字、前の段階から初めから埋まっていました。
          </p>
          <p className="quiet">
            埋まったままだれも直さない欄や、時間のかかる段階は、様式から減らせるかを考える手がかりになります。時間は保存と保存の間で、手を止めていた間も含みます。
          </p>
          {(['stage', 'unit', 'type'] satisfies readonly (typeof workloadGroups)[number][]).map((group) => (
            <section className="section" key={group}>
              <Rows title={groupWords[group]} rows={view.of[group]} />
            </section>
          ))}
        </>
      )}
    </OfficeLayout>
  );
};

/** 記入の手間: what the round asked of people, so that it can ask less next time. */
export const workloadRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().use(requireRight(deps, 'evaluation.view')).get('/', async (c) => {
    const view = await readWorkload(actingOf(c, deps), c.req.param('round') ?? '');
    return view === null
      ? c.notFound()
      : renderPage(c, <Page town={c.var.town} viewer={c.var.viewer} view={view} />);
  });
