import type { ReadIndicator } from '../../../../../app/indicator/computed-figures.ts';
import type { AttachedPath } from '../../../../../app/population/attach-scenario.ts';
import type { ScenarioDesk } from '../../../../../app/population/read-population.ts';
import { type PopulationFanData, populationFan } from '../../../../../charts/population-fan.ts';
import { type OwnPath, type PathShape, plainIndicator } from '../../../../../domain/indicator/indicator.ts';
import { formatFiscalYear } from '../../../../../domain/kernel/fiscal-year.ts';
import { Drawing } from '../../../../components/drawing.tsx';
import { TableScroll } from '../../../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import { CsrfField, OfficeLayout } from '../../../layout.tsx';
import { type PathRow, pathRows } from './path-rows.ts';

export interface AttachPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: ScenarioDesk;
  /** Indicators in 人 that are entered, not computed */
  readonly candidates: readonly ReadIndicator[];
  readonly chosen: { readonly loaded: ReadIndicator; readonly path: AttachedPath } | null;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

const pathWords = ({ shape, points, scenario }: PathShape, years: number): string => {
  if (scenario !== undefined) return `シナリオ「${scenario.name}」第${scenario.edition}版`;
  if (shape === 'given') return `年ごとに決めた道筋（${points.length}年度分）`;
  if (years < 2) return '年ごとの期待値はなく、目標だけ';
  return shape === 'step' ? '調査の年に段を上がる道筋' : '基準値から目標までまっすぐ';
};

/** A path somebody has given or chosen for the indicator itself. */
const isOwn = ({ shape }: OwnPath): boolean => shape !== plainIndicator.path.shape;

/** What taking the scenario off again brings back: what stands now, or what was kept when the first one was put on. */
const keptPath = ({ scenario, ...own }: PathShape): OwnPath | undefined =>
  scenario === undefined ? own : scenario.before;

const ownWords = (path: OwnPath | undefined): string =>
  path === undefined || !isOwn(path)
    ? '基準値から目標までまっすぐな道筋'
    : path.shape === 'given'
      ? `年ごとに決めた道筋（${path.points.length}年度分）`
      : '調査の年に段を上がる道筋';

const pointsOf = (rows: readonly PathRow[], of: 'actual' | 'before' | 'after') =>
  rows.flatMap((row) => (row[of] === null ? [] : [{ year: row.fiscalYear, value: row[of] }]));

const Picture = ({ rows }: { readonly rows: readonly PathRow[] }) => {
  const last = rows.findLast(({ target }) => target !== null);
  const data: PopulationFanData = {
    id: 'attach',
    title: '指標の期待値が、いまの道筋から新しい道筋に変わります',
    description: '実績と、いまの道筋、シナリオによる道筋',
    unit: '人',
    years: 'short',
    series: [
      { name: '実績', kind: 'actual', points: pointsOf(rows, 'actual') },
      { name: 'いまの道筋', kind: 'projection', points: pointsOf(rows, 'before') },
      { name: '新しい道筋', kind: 'scenario', points: pointsOf(rows, 'after') },
    ],
    aim: last === undefined ? null : { year: last.fiscalYear, total: last.target ?? 0, name: '目標' },
  };
  const draw = (suffix: string, width: 320 | 640) =>
    populationFan({ ...data, id: `${data.id}-${suffix}` }, width);
  const [narrow, wide] = [draw('n', 320), draw('w', 640)];
  return narrow === null || wide === null ? null : (
    <div className="chart-pair">
      <Drawing svg={narrow} width={320} />
      <Drawing svg={wide} width={640} />
    </div>
  );
};

const shown = (value: number | null): string => (value === null ? '－' : wholePersons(value));

const Rows = ({ rows }: { readonly rows: readonly PathRow[] }) => (
  <TableScroll label="年度ごとの期待値">
    <table className="table">
      <caption>年度ごとの期待値（人）</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col" className="table__number">
            実績
          </th>
          <th scope="col" className="table__number">
            いまの道筋
          </th>
          <th scope="col" className="table__number">
            新しい道筋
          </th>
          <th scope="col" className="table__number">
            目標
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fiscalYear, actual, before, after, target }) => (
          <tr key={fiscalYear}>
            <th scope="row">{formatFiscalYear(fiscalYear, 'wareki')}</th>
            <td className="table__number">{shown(actual)}</td>
            <td className="table__number">{shown(before)}</td>
            <td className="table__number">{shown(after)}</td>
            <td className="table__number">{shown(target)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const Chosen = ({
  viewer,
  href,
  chosen,
}: AttachPageProps & { readonly href: string; readonly chosen: NonNullable<AttachPageProps['chosen']> }) => {
  const { loaded, path } = chosen;
  const rows = pathRows(loaded, path.after);
  const kept = keptPath(path.before);
  return (
    <section className="section" aria-labelledby="preview-title">
      <h2 id="preview-title">「{loaded.indicator.name}」の道筋はこう変わります</h2>
      <p>
        いま: {pathWords(path.before, pointsOf(rows, 'before').length)}。変えた後:{' '}
        {pathWords(path.after, path.after.points.length)}
        。実績と目標は変わりません。道筋で判定する判定基準を使っていれば、判定がこの期待値によるものになります。
      </p>
      {kept !== undefined && isOwn(kept) && (
        <p className="notice">
          この指標のために決めた{ownWords(kept)}
          は、取ってあります。あとでシナリオを外すと、その道筋に戻ります。指標の定義の画面で道筋を手で変えると、手で変えた道筋が残り、取ってある道筋はなくなります。
        </p>
      )}
      <Picture rows={rows} />
      <Rows rows={rows} />
      <form method="post" action={href} className="inline-form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="indicator" value={loaded.indicator.indicatorKey} />
        <input type="hidden" name="version" value={loaded.version} />
        <button type="submit" className="button">
          この指標の道筋にする
        </button>
        <span>年ごとの人数は、1人単位に丸めます。</span>
      </form>
    </section>
  );
};

const Attached = ({ viewer, href, desk, candidates }: AttachPageProps & { readonly href: string }) => (
  <section className="section" aria-labelledby="attached-title">
    <h2 id="attached-title">このシナリオを道筋にしている指標</h2>
    {desk.attached.length === 0 ? (
      <p>まだありません。</p>
    ) : (
      <ul className="attached-list">
        {desk.attached.map(({ indicatorKey, name, scenario }) => {
          const loaded = candidates.find(({ indicator }) => indicator.indicatorKey === indicatorKey);
          return (
            <li key={indicatorKey}>
              {name}（第{scenario.edition}版による）
              <form method="post" action={`${href}/detach`} className="inline-form">
                <CsrfField viewer={viewer} />
                <input type="hidden" name="indicator" value={indicatorKey} />
                <input type="hidden" name="version" value={loaded?.version ?? 0} />
                <button type="submit" className="button button--quiet" aria-label={`${name}の道筋から外す`}>
                  外す
                </button>
                <span>
                  {scenario.before === undefined
                    ? `${ownWords(undefined)}になります。シナリオの前の道筋は取ってありません。`
                    : `シナリオの前の道筋（${ownWords(scenario.before)}）に戻ります。`}
                </span>
              </form>
            </li>
          );
        })}
      </ul>
    )}
  </section>
);

/** シナリオを指標の期待値の道筋にする: choose, look at before and after, then press. */
export const AttachPage = (props: AttachPageProps) => {
  const { town, viewer, desk, candidates, chosen } = props;
  const office = `/m/${town.municipality}/office`;
  const scenario = `${office}/population/scenarios/${desk.scenario.scenarioKey}`;
  const href = `${scenario}/attach`;
  return (
    <OfficeLayout
      title="指標の道筋にする"
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[
        { label: '人口', href: `${office}/population` },
        { label: 'シナリオ', href: `${office}/population/scenarios` },
        { label: desk.scenario.name, href: scenario },
      ]}
      notice={props.notice}
      problems={props.problems}
    >
      <p className="section__text">
        公開した版の年ごとの総人口を、指標の期待値の道筋にします。目標そのものは変わりません。
      </p>
      {desk.scenario.publishedEdition === null ? (
        <p>このシナリオはまだ公開していません。先に公開してください。</p>
      ) : candidates.length === 0 ? (
        <p>単位が「人」の指標がありません。</p>
      ) : (
        <form method="get" action={href} className="section fields-row workbench__year">
          <div className="field">
            <label htmlFor="attach-indicator">指標（単位が「人」のもの）</label>
            <select
              id="attach-indicator"
              name="indicator"
              className="input input--medium"
              defaultValue={chosen?.loaded.indicator.indicatorKey}
            >
              {candidates.map(({ indicator }) => (
                <option key={indicator.indicatorKey} value={indicator.indicatorKey}>
                  {indicator.name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button button--quiet">
            どう変わるかを見る
          </button>
        </form>
      )}
      {chosen !== null && <Chosen {...props} href={href} chosen={chosen} />}
      <Attached {...props} href={href} />
    </OfficeLayout>
  );
};
