import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import {
  type DistrictRow,
  districtRows,
  leastShown,
  sumOfRows,
  withoutSmallCounts,
} from '../../../domain/population/district-figures.ts';
import type { ProjectedDistricts } from '../../../domain/population/scenario-districts.ts';
import { DistrictPictures } from '../../components/population/district-pictures.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { wholePersons } from '../../text/population-names.ts';
import { formFromEntries } from '../forms/entries.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';
import type { DistrictsQuestion } from './districts-answer.ts';

/** 計算のもと: which series and days, and what the districts must sum to. */
export const QuestionForm = ({
  question,
  address,
  sentences,
}: {
  readonly question: DistrictsQuestion;
  readonly address: string;
  readonly sentences: FieldSentences;
}) => {
  const { choices, towns, choice, days, town, kappaText } = question;
  const form = formFromEntries([
    ['series', choice?.series.seriesKey ?? ''],
    ['base', days?.baseDate ?? ''],
    ['town', town?.key ?? ''],
    ['kappa', kappaText],
  ]);
  return (
    <form method="get" action={address} className="section">
      <h2>計算のもと</h2>
      <SelectField
        form={form}
        name="series"
        label="地区別の人口"
        choices={choices.map(({ series }) => ({ value: series.seriesKey, label: series.name }))}
      />
      <SelectField
        form={form}
        name="base"
        label="5年あけた二つの日"
        choices={(choice?.days ?? []).map(({ earlierDate, baseDate }) => ({
          value: baseDate,
          label: `${formatJapaneseDate(earlierDate)} と ${formatJapaneseDate(baseDate)}`,
        }))}
      />
      <SelectField
        form={form}
        name="town"
        label="合わせる市町村全体の推計"
        choices={towns.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <TextField
        form={form}
        name="kappa"
        label="少ない地区を全体に近づける強さ（人）"
        hint="この人数の年齢層で、地区の増減と全体の増減を半分ずつ見ます。書かなければ300。200～500がふつうです。"
        inputMode="numeric"
        size="short"
        sentences={sentences}
      />
      <button type="submit" className="button">
        計算する
      </button>
    </form>
  );
};

const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;

const Row = ({ row }: { readonly row: DistrictRow }) => {
  const [base, last] = [row.figures[0], row.figures.at(-1)];
  return (
    <tr>
      <th scope="row" className="table__nowrap">
        {row.names.join('、')}
      </th>
      {row.figures.map(({ total }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one cell a year, in the order of the years
        <td key={at} className="table__number">
          {wholePersons(total)}
        </td>
      ))}
      <td className="table__number">{share(last?.total ?? 0, base?.total ?? 0)}</td>
      <td className="table__number">{share(last?.children ?? 0, last?.total ?? 0)}</td>
      <td className="table__number">{share(last?.aged ?? 0, last?.total ?? 0)}</td>
    </tr>
  );
};

const Table = ({
  years,
  rows,
}: {
  readonly years: readonly number[];
  readonly rows: readonly DistrictRow[];
}) => {
  const last = years.at(-1) ?? 0;
  return (
    <TableScroll label="地区別の人口（表）">
      <table className="table">
        <caption>地区別の人口（人）</caption>
        <thead>
          <tr>
            <th scope="col">地区</th>
            {years.map((year) => (
              <th key={year} scope="col" className="table__number">
                {year}年
              </th>
            ))}
            <th scope="col" className="table__number">
              {last}年の、{years[0]}年に対する割合
            </th>
            <th scope="col" className="table__number">
              0～14歳（{last}年）
            </th>
            <th scope="col" className="table__number">
              65歳以上（{last}年）
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.areaKeys.join(' ')} row={row} />
          ))}
          <Row row={{ ...sumOfRows(rows), areaKeys: ['all'], names: ['全地区の合計'] }} />
        </tbody>
      </table>
    </TableScroll>
  );
};

const mostPictures = 40;

/** 地区ごとの図と表, and what is to be known of them. */
export const DistrictsFigures = ({
  projected,
  csvHref,
}: {
  readonly projected: ProjectedDistricts;
  readonly csvHref: string;
}) => {
  const { years, emptyDistricts, baseSum, townAtBase } = projected;
  const rows = districtRows(projected);
  const { together } = withoutSmallCounts(rows);
  const largest = rows
    .toSorted((a, b) => (b.figures[0]?.total ?? 0) - (a.figures[0]?.total ?? 0))
    .slice(0, mostPictures);
  const differs = townAtBase !== null && Math.abs(baseSum - townAtBase) >= 1;
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  return (
    <section className="section stack" aria-labelledby="districts-title">
      <h2 id="districts-title">
        {first}年から{last}年まで
      </h2>
      <p className="quiet">
        {first}年を100とする変わり方です。太い線が地区、細い灰色の線が全地区の合計です。
        {rows.length > mostPictures && `人口の多い${mostPictures}地区を図にしています。`}
      </p>
      <DistrictPictures
        id="office-districts"
        title={`地区別の人口（${first}年から${last}年まで）`}
        description="太い線が地区、細い灰色の線が全地区の合計。"
        years={years}
        rows={largest}
        whole={sumOfRows(rows)}
        label={(persons, year) => `${wholePersons(persons)}人 ${year}年`}
      />
      {differs && (
        <p className="notice notice--warn">
          {first}年の地区の合計（{wholePersons(baseSum)}人）は、市町村全体の推計の同じ年（
          {wholePersons(townAtBase)}人）と違います。抜けた地区がないか、同じ日の同じ調べかを確かめてください。
        </p>
      )}
      {emptyDistricts.length > 0 && (
        <p>
          {first}年に人が住んでいない地区: {emptyDistricts.join('、')}
          。市町村全体の推計に、ほかの地区にいない年齢の人がいるときだけ人数が入ります。
        </p>
      )}
      {together !== null && (
        <p>
          {leastShown}人に満たない欄のある地区（{together.names.join('、')}
          ）は、公開画面では合わせて示します。この画面とCSVは、そのまま出します。取扱いに注意してください。
        </p>
      )}
      <Table years={years} rows={rows} />
      <p className="actions">
        <a href={csvHref}>男女・年齢別の結果をCSVで取得</a>
      </p>
    </section>
  );
};
