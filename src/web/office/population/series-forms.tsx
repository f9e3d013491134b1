import type { PopulationSeries } from '../../../domain/population/series.ts';
import { seriesKindNames } from '../../../domain/population/series-kind-names.data.ts';
import type { Form } from '../../middleware/form.ts';
import type { Viewer } from '../../middleware/session.ts';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';

interface FormProps {
  readonly viewer: Viewer;
  readonly series: PopulationSeries;
  readonly href: string;
}

/** 公開する・公開をやめる, and 消す where it is not public. */
export const SeriesStateForms = ({ viewer, series, href }: FormProps) => {
  const isPublic = series.state === 'published';
  return (
    <section className="section" aria-labelledby="state-title">
      <h2 id="state-title">公開</h2>
      <p>
        {isPublic
          ? '公開をやめると、住民の画面とオープンデータから消えます。公開したシナリオに書かれた出典と結果は残ります。'
          : '公開すると、住民の画面とオープンデータに、出典とともに載ります。'}
      </p>
      <form method="post" action={`${href}/state`} className="inline-form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={series.version} />
        <input type="hidden" name="state" value={isPublic ? 'draft' : 'published'} />
        <button type="submit" className={`button ${isPublic ? 'button--danger' : ''}`}>
          {isPublic ? 'この系列の公開をやめる' : 'この系列を公開する'}
        </button>
      </form>
      {!isPublic && (
        <details>
          <summary>この系列を消す</summary>
          <p>数値ごと消えます。元に戻せません（監査証跡には残ります）。</p>
          <form method="post" action={`${href}/remove`}>
            <CsrfField viewer={viewer} />
            <input type="hidden" name="version" value={series.version} />
            <button type="submit" className="button button--danger">
              「{series.name}」を消す
            </button>
          </form>
        </details>
      )}
    </section>
  );
};

/** The facts a person gives of a series, new or known. */
export const SeriesFactsFields = (field: { readonly form: Form; readonly sentences: FieldSentences }) => (
  <>
    <TextField {...field} name="name" label="名前" required />
    <SelectField
      {...field}
      name="kind"
      label="種類"
      choices={Object.entries(seriesKindNames).map(([value, label]) => ({ value, label }))}
    />
    <TextField {...field} name="publisher" label="公表した機関" required />
    <TextArea
      {...field}
      name="source"
      label="出典"
      rows={3}
      hint="資料の名前と、その中の場所。公開の画面に載ります。"
      required
    />
    <TextField
      {...field}
      name="publishedOn"
      label="公表日"
      size="short"
      hint="2018、2018-03、2018-03-30 のように、分かるところまで"
    />
    <TextField
      {...field}
      name="baseYear"
      label="推計の基準年"
      size="short"
      inputMode="numeric"
      hint="将来推計のときだけ。西暦4桁"
    />
    <TextArea {...field} name="terms" label="利用条件・クレジット" rows={2} />
    <TextArea {...field} name="note" label="注" rows={3} />
  </>
);

/** Name, source and the like of a series: one form. Figures are replaced by importing again. */
export const SeriesFactsForm = ({
  viewer,
  series,
  href,
  form,
  isRefused,
  sentences,
}: FormProps & {
  readonly form: Form;
  readonly isRefused: boolean;
  readonly sentences: FieldSentences;
}) => {
  return (
    <section className="section" aria-labelledby="facts-title">
      <h2 id="facts-title">名前と出典を直す</h2>
      <details open={isRefused}>
        <summary>名前・出典・利用条件などを直す</summary>
        <form method="post" action={`${href}/facts`} className="form">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="version" value={series.version} />
          <SeriesFactsFields form={form} sentences={sentences} />
          <button type="submit" className="button">
            保存する
          </button>
        </form>
      </details>
    </section>
  );
};
