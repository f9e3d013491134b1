import { Hono } from 'hono';
import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import {
  readEvaluationSchemes,
  type UsedEvaluationScheme,
} from '../../../../app/evaluation/read-evaluation-schemes.ts';
import { may } from '../../../../domain/access/may.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { formatInstant } from '../../instant-words.ts';
import { OfficeLayout } from '../../layout.tsx';
import { ProgrammesNav } from '../../programmes/programmes-nav.tsx';
import { summaryOf } from './summary.ts';

interface ListPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly schemes: readonly UsedEvaluationScheme[];
  readonly notice: string | undefined;
}

const summary = ({ content }: UsedEvaluationScheme): string => {
  const scheme = parseEvaluationScheme(content);
  return scheme.ok ? summaryOf(scheme.value) : '';
};

/** 評価の様式の一覧 */
const ListPage = ({ town, viewer, schemes, notice }: ListPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/evaluation/schemes`;
  return (
    <OfficeLayout
      title="評価の様式"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[{ label: '評価の回', href: `${office}/evaluation` }]}
      notice={notice}
    >
      <ProgrammesNav office={office} viewer={viewer} current="schemes" />
      <p className="section__text">
        評価シートで何を問い、どの段階を通り、どう決めるかを、様式に定めます。採用した版は変わりません。評価の回は、始めたときの版のまま進みます。
      </p>
      {may(viewer.actor, 'evaluation.manage') && (
        <p className="actions">
          <a className="button" href={`${href}/new`}>
            様式を作る
          </a>
        </p>
      )}
      {schemes.length === 0 ? (
        <p className="quiet">様式はまだありません。ほかの団体の様式を写して始められます。</p>
      ) : (
        <TableScroll label="評価の様式">
          <table className="table">
            <caption className="visually-hidden">評価の様式</caption>
            <thead>
              <tr>
                <th scope="col">様式</th>
                <th scope="col">版</th>
                <th scope="col">状態</th>
                <th scope="col">内容</th>
                <th scope="col">使っている評価の回</th>
                <th scope="col">更新</th>
              </tr>
            </thead>
            <tbody>
              {schemes.map((scheme) => (
                <tr key={`${scheme.schemeKey} ${scheme.schemeVersion}`}>
                  <th scope="row">
                    <a href={`${href}/${scheme.schemeKey}/${scheme.schemeVersion}`}>{scheme.name}</a>
                  </th>
                  <td>第{scheme.schemeVersion}版</td>
                  <td>{scheme.state === 'draft' ? '下書き' : '採用済み'}</td>
                  <td>{summary(scheme)}</td>
                  <td>{scheme.usedBy.length === 0 ? 'なし' : scheme.usedBy.join('、')}</td>
                  <td>{formatInstant(scheme.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </OfficeLayout>
  );
};

export const schemeListRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const schemes = await readEvaluationSchemes(actingOf(c, deps));
    const notice =
      c.req.query('done') === 'discarded' ? '下書きを破棄しました。採用済みの版は残っています。' : undefined;
    return renderPage(c, <ListPage town={c.var.town} viewer={c.var.viewer} {...{ schemes, notice }} />);
  });
