import { type PopulationFanData, populationFan } from '../../../../../charts/population-fan.ts';
import { summarise } from '../../../../../domain/demography/summary.ts';
import type { SeriesWithTables } from '../../../../../domain/population/series.ts';
import { totalIn, yearSpokenOf } from '../../../../../domain/population/total-in.ts';
import { totalsOfSeries } from '../../../../../domain/population/totals-of-series.ts';
import { Drawing } from '../../../../components/drawing.tsx';
import { TableScroll } from '../../../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import { calendarYear } from '../../../../text/calendar-year.ts';
import { chanceText } from '../../../../text/chance.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import { OfficeLayout } from '../../../layout.tsx';
import { percent } from '../figure-words.ts';
import { assumptionRows, type Compared } from './compared.ts';

interface ComparePageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly series: readonly SeriesWithTables[];
  readonly compared: readonly Compared[];
  readonly problems: readonly string[];
  readonly csvHref: string;
}

const finding = (compared: readonly Compared[]): string => {
  const [first] = compared;
  if (first === undefined) return '';
  const year = yearSpokenOf(first.worked.content.aim, first.worked.result.years);
  const totals = compared.flatMap(({ worked }) => totalIn(worked.result.annual, year) ?? []);
  return `${calendarYear(year, 'ja')}の総人口は、シナリオによって${wholePersons(Math.min(...totals))}人から${wholePersons(Math.max(...totals))}人まで違います。`;
};

const Totals = ({ compared, series }: Pick<ComparePageProps, 'compared' | 'series'>) => {
  const aims = [...new Set(compared.map(({ scenario }) => JSON.stringify(scenario.content.aim)))];
  const aim = aims.length === 1 ? (compared[0]?.scenario.content.aim ?? null) : null;
  const data: PopulationFanData = {
    id: 'compare',
    title: finding(compared),
    description: '総人口の実績と、それぞれのシナリオでの見通し',
    unit: '人',
    years: 'western',
    series: [
      ...series
        .filter((each) => each.series.kind === 'census')
        .map((each) => {
          const { years, values } = totalsOfSeries(each);
          return {
            name: '国勢調査',
            kind: 'actual' as const,
            points: years.map((year, at) => ({ year, value: values[at] ?? 0 })),
          };
        }),
      ...compared.map(({ scenario, worked }) => ({
        name: scenario.name,
        kind: 'scenario' as const,
        points: worked.result.annual.years.map((year, at) => ({
          year,
          value: worked.result.annual.total[at] ?? 0,
        })),
      })),
    ],
    aim: aim === null ? null : { ...aim, name: '目標' },
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

const Heads = ({
  compared,
  className,
}: Pick<ComparePageProps, 'compared'> & { readonly className?: string }) =>
  compared.map(({ scenario }) => (
    <th scope="col" key={scenario.scenarioKey} className={className}>
      {scenario.name}
    </th>
  ));

const TotalsTable = ({ compared }: Pick<ComparePageProps, 'compared'>) => {
  const looked = compared.map(({ worked }) => yearSpokenOf(worked.content.aim, worked.result.years));
  const years = [...new Set([...compared.flatMap(({ worked }) => worked.result.years), ...looked])].toSorted(
    (a, b) => a - b,
  );
  return (
    <TableScroll label="総人口">
      <table className="table table--words">
        <caption>総人口（人）</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            <Heads compared={compared} className="table__number" />
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{calendarYear(year, 'ja')}</th>
              {compared.map(({ scenario, worked }) => {
                const total = totalIn(worked.result.annual, year);
                return (
                  <td className="table__number" key={scenario.scenarioKey}>
                    {total === null ? '－' : wholePersons(total)}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">目標以上になる確率</th>
            {compared.map(({ scenario, worked }) => (
              <td className="table__number" key={scenario.scenarioKey}>
                {worked.result.aim === null ? '－' : chanceText(worked.result.aim.probability, 'ja')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </TableScroll>
  );
};

/** Ages of the step that holds the year looked at. */
const AgesTable = ({ compared }: Pick<ComparePageProps, 'compared'>) => {
  const summaries = compared.map(({ scenario, worked }) => {
    const aimed = yearSpokenOf(worked.content.aim, worked.result.years);
    const years = worked.projection.years;
    const at = years.findIndex((each) => each >= aimed);
    const place = at < 0 ? years.length - 1 : at;
    const population = worked.projection.populations[place] ?? worked.assumptions.base;
    return {
      key: scenario.scenarioKey,
      year: years[place] ?? 0,
      of: summarise(population, worked.assumptions.ages),
    };
  });
  const rows = [
    ['0～14歳', 'children'],
    ['15～64歳', 'workingAge'],
    ['65歳以上', 'aged'],
    ['75歳以上', 'agedFrom75'],
  ] as const;
  return (
    <TableScroll label="年齢別の人数">
      <table className="table table--words">
        <caption>
          年齢別の人数と割合（{[...new Set(summaries.map(({ year }) => calendarYear(year, 'ja')))].join('、')}
          ）
        </caption>
        <thead>
          <tr>
            <th scope="col">年齢</th>
            <Heads compared={compared} className="table__number" />
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, field]) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {summaries.map(({ key, of }) => (
                <td className="table__number" key={key}>
                  {wholePersons(of[field])}人（{percent(of[field], of.total)}％）
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Assumptions = ({ compared, series }: Pick<ComparePageProps, 'compared' | 'series'>) => {
  const rows = assumptionRows(compared, series);
  const same = rows.filter(({ differs }) => !differs);
  return (
    <>
      <TableScroll label="違う前提">
        <table className="table table--words">
          <caption>違う前提</caption>
          <thead>
            <tr>
              <th scope="col">前提</th>
              <Heads compared={compared} />
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ differs }) => differs)
              .map(({ name, texts }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {texts.map((text, at) => (
                    <td key={compared[at]?.scenario.scenarioKey}>{text}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </TableScroll>
      {same.length > 0 && (
        <details>
          <summary>どのシナリオでも同じ前提（{same.length}件）</summary>
          <ul>
            {same.map(({ name, texts }) => (
              <li key={name}>
                {name}: {texts[0]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

/** シナリオを比べる: totals, ages and the assumptions that differ, up to four side by side. */
export const ComparePage = (props: ComparePageProps) => {
  const { town, viewer, compared, problems, csvHref } = props;
  const office = `/m/${town.municipality}/office`;
  return (
    <OfficeLayout
      title="シナリオを比べる"
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[
        { label: '人口', href: `${office}/population` },
        { label: 'シナリオ', href: `${office}/population/scenarios` },
      ]}
      problems={problems}
    >
      {compared.length < 2 ? (
        <p>
          <a href={`${office}/population/scenarios`}>シナリオの一覧</a>
          で、比べるものを2つから4つ選んでください。
        </p>
      ) : (
        <>
          <p className="preview__summary">{finding(compared)}</p>
          <Totals {...props} />
          <section className="section">
            <h2>総人口</h2>
            <TotalsTable {...props} />
          </section>
          <section className="section">
            <h2>年齢</h2>
            <AgesTable {...props} />
          </section>
          <section className="section">
            <h2>前提</h2>
            <Assumptions {...props} />
          </section>
          <p>
            <a href={csvHref} download>
              この比較を表にして持ち出す（CSV）
            </a>
          </p>
        </>
      )}
    </OfficeLayout>
  );
};
