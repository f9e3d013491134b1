import type { PopulationSeries } from '../../../domain/population/series.ts';
import { estatCredit } from '../../../estat/connection.ts';
import type { KnownTable } from '../../../estat/known-tables.data.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { intoField } from './import-form.ts';
import { PopulationNav } from './population-nav.tsx';
import { hasNothingNew, KeepTried, type TriedReading } from './tried-reading.tsx';

interface EstatPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  /** Whether an application id is set */
  readonly isOn: boolean;
  readonly known: readonly KnownTable[];
  readonly series: readonly PopulationSeries[];
  readonly form: Form;
  /** Sentences with their places */
  readonly problems: readonly string[];
  readonly sentences: FieldSentences;
  readonly tried: TriedReading | null;
}

const HowToTurnOn = ({ home }: { readonly home: string }) => (
  <section className="section stack" aria-labelledby="off-title">
    <h2 id="off-title">e-Stat からの取込みは、設定されていません</h2>
    <p>
      このサーバーは、いま e-Stat
      と通信しません。政府統計の総合窓口（e-Stat）から国勢調査などを直接取り込むには、次のようにします。
    </p>
    <ol className="plain-bullets plain-bullets--numbers">
      <li>
        <a href="https://www.e-stat.go.jp/api/">e-Stat のAPI機能のページ</a>
        で利用者を登録し、アプリケーションIDの発行を受けます（無料）。
      </li>
      <li>
        運用担当者に、環境変数 <code>RASHIN_ESTAT_APP_ID</code>{' '}
        にそのIDを設定して、羅針を起動し直すよう頼みます。庁内の網から外部のウェブに出られることが要ります。
      </li>
    </ol>
    <p>
      設定しなくても、e-Stat などから手元に保存したファイルは<a href={`${home}/import`}>ファイルの取込み</a>
      で同じように使えます。
    </p>
  </section>
);

const Tried = ({
  tried,
  viewer,
  href,
  home,
  sentences,
}: Pick<EstatPageProps, 'viewer' | 'sentences'> & {
  readonly tried: TriedReading;
  readonly href: string;
  readonly home: string;
}) => {
  const { target, holder } = tried;
  return (
    <section className="section notice stack" aria-labelledby="tried-title">
      <h2 id="tried-title">取り出しました。まだ取り込んでいません</h2>
      {holder === null && (
        <p>{target === null ? '新しい系列を作ります。' : `「${target.name}」に加えます。`}</p>
      )}
      <KeepTried
        tried={tried}
        viewer={viewer}
        sentences={sentences}
        href={href}
        home={home}
        note={
          target !== null &&
          !hasNothingNew(tried) && <p>系列の利用条件には、e-Stat のAPIを使ったことを示す文が加わります。</p>
        }
      />
    </section>
  );
};

const AskForm = ({
  viewer,
  known,
  series,
  form,
  sentences,
  href,
  again,
}: Pick<EstatPageProps, 'viewer' | 'known' | 'series' | 'form' | 'sentences'> & {
  readonly href: string;
  readonly again: boolean;
}) => (
  <section className="section stack" aria-labelledby="ask-title">
    <h2 id="ask-title">{again ? '別の統計表を取り出す' : '統計表を選ぶ'}</h2>
    <p className="prose">
      この市町村の値だけを e-Stat
      から取り出し、男女・年齢の分類を読み取って表示します。取り込むのは、内容を確かめた後です。
    </p>
    <form method="post" action={href} className="form">
      <CsrfField viewer={viewer} />
      <SelectField
        form={form}
        name="known"
        label="統計表"
        choices={[
          ...known.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: 'ほかの統計表（下に統計表IDを書く）' },
        ]}
      />
      <TextField
        form={form}
        sentences={sentences}
        name="table"
        label="統計表ID"
        hint="ほかの統計表のとき。e-Stat の統計表の画面にある10桁の数字"
        inputMode="numeric"
        size="medium"
      />
      <SelectField
        form={form}
        sentences={sentences}
        name={intoField}
        label="取り込む先"
        choices={[
          { value: '', label: '新しい系列を作る' },
          ...series.map(({ seriesKey, name }) => ({ value: seriesKey, label: `「${name}」に加える` })),
        ]}
      />
      <p className="actions">
        <button type="submit" className="button" name="step" value="ask">
          e-Stat から取り出して確かめる
        </button>
      </p>
    </form>
    <p className="quiet small">{estatCredit}</p>
  </section>
);

/** e-Statから取り込む: asked for, shown, stored when the person says so. Without an application id, how to turn it on. */
export const EstatPage = (props: EstatPageProps) => {
  const { town, viewer, isOn, problems, tried, sentences } = props;
  const office = `/m/${town.municipality}/office`;
  const home = `${office}/population`;
  const href = `${home}/estat`;
  return (
    <OfficeLayout
      title="e-Statから取り込む"
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[{ label: '人口', href: home }]}
      problems={problems.length === 0 ? [] : [...problems, '何も変わっていません。']}
    >
      <PopulationNav office={office} viewer={viewer} current="estat" />
      {tried !== null && (
        <Tried tried={tried} viewer={viewer} href={href} home={home} sentences={sentences} />
      )}
      {isOn ? <AskForm {...props} href={href} again={tried !== null} /> : <HowToTurnOn home={home} />}
    </OfficeLayout>
  );
};
