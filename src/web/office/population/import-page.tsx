import type { PopulationSeries } from '../../../domain/population/series.ts';
import { seriesKindNames } from '../../../domain/population/series-kind-names.data.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { intoField } from './import-form.ts';
import { PopulationNav } from './population-nav.tsx';
import { KeepTried, type TriedReading } from './tried-reading.tsx';

/** A file that was read, and what storing it would do. */
export interface TriedFile extends TriedReading {
  readonly name: string;
}

interface ImportPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly form: Form;
  readonly series: readonly PopulationSeries[];
  /** Sentences with their places */
  readonly problems: readonly string[];
  readonly sentences: FieldSentences;
  readonly tried: TriedFile | null;
  readonly megabytes: number;
}

/** So many sentences are shown; the rest is a number. */
const most = 100;

const Tried = ({
  tried,
  viewer,
  href,
  home,
  sentences,
}: {
  readonly tried: TriedFile;
  readonly href: string;
  readonly home: string;
} & Pick<ImportPageProps, 'viewer' | 'sentences'>) => {
  const { target, holder, name } = tried;
  return (
    <section className="section notice" aria-labelledby="tried-title">
      <h2 id="tried-title">読み取りました。まだ取り込んでいません</h2>
      <p>
        {name}
        {holder !== null ? '' : target === null ? '（新しい系列）' : `（「${target.name}」に加える）`}
      </p>
      <KeepTried
        tried={tried}
        viewer={viewer}
        sentences={sentences}
        href={href}
        home={home}
        hidden={<input type="hidden" name="fileName" value={name} />}
      />
    </section>
  );
};

/** 人口ファイルの取込み: read and shown first, stored when the person says so. */
export const ImportPage = (props: ImportPageProps) => {
  const { town, viewer, form, series, problems, sentences, tried, megabytes } = props;
  const office = `/m/${town.municipality}/office`;
  const home = `${office}/population`;
  const href = `${home}/import`;
  const field = { form, sentences: tried === null ? sentences : new Map() } as const;
  return (
    <OfficeLayout
      title="人口のファイルを取り込む"
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[{ label: '人口', href: home }]}
      problems={
        problems.length === 0
          ? []
          : [
              ...problems.slice(0, most),
              ...(problems.length > most ? [`ほか${problems.length - most}件`] : []),
              `${problems.length}件の誤りがあります。何も変わっていません。`,
            ]
      }
    >
      <PopulationNav office={office} viewer={viewer} current="import" />
      {tried !== null && (
        <Tried tried={tried} viewer={viewer} href={href} home={home} sentences={sentences} />
      )}
      <section className="section" aria-labelledby="file-title">
        <h2 id="file-title">{tried === null ? 'ファイルを選ぶ' : '別のファイルを選ぶ、読み方を変える'}</h2>
        <p className="prose">
          地域・年齢別人口のオープンデータ、住民基本台帳年齢階級別人口（総務省）、社人研の将来推計人口の結果、
          年・性別・年齢・人口の表を、形を見分けて読みます。CSV（UTF-8 か Shift_JIS）と Excel（.xlsx）、
          {megabytes}
          MBまで。ほかの市区町村の行は読みません。先に、読み取った内容を表示します。
        </p>
        <form method="post" action={href} encType="multipart/form-data" className="form">
          <CsrfField viewer={viewer} />
          <div className="field">
            <label htmlFor="file">人口のファイル</label>
            <input
              id="file"
              name="file"
              type="file"
              accept=".csv,text/csv,.txt,.tsv,.xlsx"
              className="input"
            />
          </div>
          <SelectField
            {...field}
            name={intoField}
            label="取り込む先"
            choices={[
              { value: '', label: '新しい系列を作る' },
              ...series.map(({ seriesKey, name }) => ({ value: seriesKey, label: `「${name}」に加える` })),
            ]}
          />
          <SelectField
            {...field}
            name="readKind"
            label="種類（新しい系列のとき）"
            hint="将来推計は、数がそれぞれ丸められていても読みます"
            choices={[
              { value: '', label: 'ファイルから判断する' },
              ...Object.entries(seriesKindNames).map(([value, label]) => ({ value, label })),
            ]}
          />
          <TextField
            {...field}
            name="date"
            label="基準日"
            hint="ファイルに日付が書いていないときだけ。令和7年1月1日、2025-01-01 など"
            size="medium"
          />
          <TextField
            {...field}
            name="monthDay"
            label="月日"
            hint="ファイルに年だけが書いてあるとき。書かなければ10月1日（国勢調査の日）。1月1日 など"
            size="short"
          />
          <p className="actions">
            <button type="submit" className="button" name="step" value="try">
              読み取って確かめる
            </button>
          </p>
        </form>
      </section>
    </OfficeLayout>
  );
};
