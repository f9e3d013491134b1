import { Hono } from 'hono';
import { type PopulationDesk, readPopulation } from '../../../../app/population/read-population.ts';
import { may } from '../../../../domain/access/may.ts';
import { totalIn, yearSpokenOf } from '../../../../domain/population/total-in.ts';
import { TableScroll } from '../../../components/table-scroll.tsx';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { calendarYear } from '../../../text/calendar-year.ts';
import { wholePersons } from '../../../text/population-names.ts';
import { forbidden } from '../../forbidden.ts';
import { formatInstant } from '../../instant-words.ts';
import { OfficeLayout } from '../../layout.tsx';
import { PopulationNav } from '../population-nav.tsx';
import { baselineName } from './baseline-offers.ts';
import { mostCompared } from './compare/compared.ts';
import { onlyTotals, workOut } from './work-out.ts';

interface ListPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: PopulationDesk;
  readonly notice: string | undefined;
}

type Listed = PopulationDesk['scenarios'][number];

const stateOf = ({ publishedEdition, isAsPublished }: Listed): string => {
  if (publishedEdition === null) return '未公開';
  return isAsPublished
    ? `公開中（第${publishedEdition}版）`
    : `公開中（第${publishedEdition}版）・その後に変更あり`;
};

const Row = ({ scenario, ...page }: ListPageProps & { readonly scenario: Listed }) => {
  const { desk, town } = page;
  const { scenarioKey, name, content } = scenario;
  const worked = workOut(content, desk.series, onlyTotals);
  const writer = desk.scenarioWriters.find(({ key }) => key === scenarioKey);
  const attached = desk.attached.filter(({ scenario: of }) => of.key === scenarioKey);
  const year = worked.ok ? yearSpokenOf(worked.value.content.aim, worked.value.result.years) : null;
  return (
    <tr>
      <td>
        <label className="choice">
          <input type="checkbox" name="key" value={scenarioKey} />
          <span className="visually-hidden">{name}を比べる</span>
        </label>
      </td>
      <th scope="row">
        <a href={`/m/${town.municipality}/office/population/scenarios/${scenarioKey}`}>{name}</a>
        <span className="small">{baselineName(content.baseline, desk.series)}</span>
      </th>
      <td>
        {worked.ok && year !== null
          ? `${calendarYear(year, 'ja')} ${wholePersons(totalIn(worked.value.result.annual, year) ?? 0)}人`
          : '計算できません'}
      </td>
      <td>{content.aim === null ? '－' : `${wholePersons(content.aim.total)}人`}</td>
      <td>
        {stateOf(scenario)}
        {attached.length > 0 && (
          <span className="small">道筋にしている指標: {attached.map((each) => each.name).join('、')}</span>
        )}
      </td>
      <td>
        {writer === undefined ? '' : formatInstant(writer.at)}
        {writer !== undefined && writer.by !== '' && <span className="small">{writer.by}</span>}
      </td>
    </tr>
  );
};

const everyKey = ({ scenarios }: PopulationDesk): string =>
  new URLSearchParams(scenarios.map(({ scenarioKey }) => ['key', scenarioKey])).toString();

const ListPage = (props: ListPageProps) => {
  const { town, viewer, desk, notice } = props;
  const office = `/m/${town.municipality}/office`;
  const here = `${office}/population/scenarios`;
  return (
    <OfficeLayout
      title="人口のシナリオ"
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[{ label: '人口', href: `${office}/population` }]}
      notice={notice}
    >
      <PopulationNav office={office} viewer={viewer} current="scenarios" />
      <p className="section__text">
        基準となる推計から、出生や移動の前提を動かすと人口がどうなるかを試し、公開したり、指標の期待値の道筋にしたりします。
      </p>
      {may(viewer.actor, 'population.manage') && (
        <p>
          <a className="button" href={`${here}/new`}>
            シナリオを作る
          </a>
        </p>
      )}
      {desk.scenarios.length === 0 ? (
        <p>シナリオは、まだありません。</p>
      ) : (
        <form method="get" action={`${here}/compare`} className="section">
          <TableScroll label="シナリオ">
            <table className="table table--words scenario-list">
              <thead>
                <tr>
                  <th scope="col">比べる</th>
                  <th scope="col">シナリオ</th>
                  <th scope="col">総人口</th>
                  <th scope="col">目標</th>
                  <th scope="col">状態</th>
                  <th scope="col">最後に変えた日時</th>
                </tr>
              </thead>
              <tbody>
                {desk.scenarios.map((scenario) => (
                  <Row key={scenario.scenarioKey} {...props} scenario={scenario} />
                ))}
              </tbody>
            </table>
          </TableScroll>
          {desk.scenarios.length > 1 && desk.scenarios.length <= mostCompared && (
            <p className="after-table">
              <a href={`${here}/compare?${everyKey(desk)}`}>すべてのシナリオを比べる</a>
            </p>
          )}
          <button type="submit" className="button button--quiet scenario-list__compare">
            選んだシナリオを比べる（{mostCompared}つまで）
          </button>
        </form>
      )}
    </OfficeLayout>
  );
};

/** シナリオの一覧. */
export const scenarioListRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const desk = await readPopulation(actingOf(c, deps));
    if (desk === null) return forbidden(c, deps, 'population.view');
    const notice = c.req.query('done') === 'removed' ? 'シナリオを消しました。' : undefined;
    return renderPage(c, <ListPage town={c.var.town} viewer={c.var.viewer} desk={desk} notice={notice} />);
  });
