import type { PopulationDesk } from '../../../app/population/read-population.ts';
import { may } from '../../../domain/access/may.ts';
import type { PopulationScenario } from '../../../domain/population/scenario.ts';
import { seriesKindNames } from '../../../domain/population/series-kind-names.data.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { OfficeLayout } from '../layout.tsx';
import { PopulationNav } from './population-nav.tsx';
import { depthInWords, yearsInWords } from './series-extent.ts';
import { StateTag } from './state-tag.tsx';

interface PopulationIndexProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: PopulationDesk;
  readonly notice: string | undefined;
}

interface PartProps {
  readonly desk: PopulationDesk;
  readonly home: string;
  readonly mayManage: boolean;
}

const NoSeries = ({ home, mayManage }: Omit<PartProps, 'desk'>) => (
  <div className="empty">
    <p className="empty__title">人口の系列はまだありません。</p>
    {mayManage ? (
      <p>
        国勢調査や住民基本台帳、社人研の推計の<a href={`${home}/import`}>ファイルを取り込む</a>
        と、ここに並びます。
      </p>
    ) : (
      <p>企画担当が「ファイルの取込み」から加えます。</p>
    )}
  </div>
);

const SeriesTable = ({ desk, home }: PartProps) => (
  <TableScroll label="人口の系列の一覧">
    <table className="table population-index">
      <caption className="visually-hidden">人口の系列</caption>
      <thead>
        <tr>
          <th scope="col">名前</th>
          <th scope="col">種類</th>
          <th scope="col">公表した機関</th>
          <th scope="col">年</th>
          <th scope="col">内訳</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {desk.series.map((each) => (
          <tr key={each.series.seriesKey}>
            <th scope="row">
              <a className="table__link" href={`${home}/series/${encodeURIComponent(each.series.seriesKey)}`}>
                {each.series.name}
              </a>
            </th>
            <td>{seriesKindNames[each.series.kind]}</td>
            <td>
              {each.series.publisher}
              {each.series.publishedOn !== '' && `（${each.series.publishedOn}）`}
            </td>
            <td>{yearsInWords(each)}</td>
            <td>{depthInWords(each)}</td>
            <td>
              <StateTag isPublic={each.series.state === 'published'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const stateOf = ({ publishedEdition, isAsPublished }: PopulationScenario): string => {
  if (publishedEdition === null) return '公開前';
  return isAsPublished
    ? `公開中（第${publishedEdition}版）`
    : `公開中（第${publishedEdition}版）。その後に変更あり`;
};

const Scenarios = ({ desk, home, mayManage }: PartProps) => (
  <section className="section" aria-labelledby="scenarios-title">
    <h2 id="scenarios-title">シナリオ</h2>
    {desk.scenarios.length === 0 ? (
      <p>
        まだシナリオがありません。
        {mayManage && desk.series.length > 0 && '前提を動かして、先の人口を比べられます。'}
      </p>
    ) : (
      <ul className="link-list">
        {desk.scenarios.map((scenario) => (
          <li key={scenario.scenarioKey}>
            <a href={`${home}/scenarios/${encodeURIComponent(scenario.scenarioKey)}`}>{scenario.name}</a>
            <span className="quiet"> {stateOf(scenario)}</span>
          </li>
        ))}
      </ul>
    )}
    <p className="actions">
      <a className="button button--quiet" href={`${home}/scenarios`}>
        シナリオを見る・作る
      </a>
    </p>
  </section>
);

export const PopulationIndexPage = ({ town, viewer, desk, notice }: PopulationIndexProps) => {
  const office = `/m/${town.municipality}/office`;
  const part: PartProps = {
    desk,
    home: `${office}/population`,
    mayManage: may(viewer.actor, 'population.manage'),
  };
  return (
    <OfficeLayout
      title="人口"
      town={town}
      viewer={viewer}
      current="population"
      notice={notice}
      publicHref={`/m/${town.municipality}/population`}
    >
      <PopulationNav office={office} viewer={viewer} current="series" />
      <section className="section" aria-labelledby="series-title">
        <h2 id="series-title">人口の系列</h2>
        <p className="section__text">
          出典ごとに分けて並べます。同じ年の数値が資料によって違うときも、どれかに揃えず、すべて残します。
        </p>
        {desk.series.length === 0 ? <NoSeries {...part} /> : <SeriesTable {...part} />}
      </section>
      <Scenarios {...part} />
    </OfficeLayout>
  );
};
