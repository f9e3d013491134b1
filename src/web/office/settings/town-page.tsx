import type { ReactNode } from 'react';
import type { AuditEvent } from '../../../db/read-audit.ts';
import { mostDoors } from '../../../domain/organisation/town-rules.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { accentColours, contrast } from '../../styles/accent.ts';
import { japanTime } from '../../text/japan-time.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { AuditTable } from './audit-table.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import { doorCount } from './town-form.ts';

interface TownPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly form: Form;
  readonly plans: readonly { readonly slug: string; readonly title: string }[];
  readonly indicators: readonly { readonly indicatorKey: string; readonly name: string }[];
  readonly history: readonly AuditEvent[];
  readonly notice?: string | undefined;
  readonly problems?: readonly string[];
  readonly sentences?: FieldSentences | undefined;
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

const ratio = (a: string, b: string): string => contrast(a, b).toFixed(1);

/** The page itself is shown in the colour being tried; this says what becomes of it. */
const ColourPreview = ({ colour, town }: { readonly colour: string } & Pick<TownPageProps, 'town'>) => {
  const isColour = /^#[0-9a-f]{6}$/i.test(colour);
  if (!isColour) return null;
  const { accent, strong } = accentColours(colour);
  return (
    <figure className="colour-preview">
      <div className="colour-preview__head">
        <p className="masthead__town">{town.name}</p>
        <p className="actions">
          <span className="button">ボタン</span> <span className="tag tag--accent">しるし</span>
        </p>
      </div>
      <figcaption className="source">
        このページ全体も、この色で表示しています。白との明るさの比は、選んだ色 {ratio(colour, '#ffffff')}、
        線や印の色 {accent} {ratio(accent, '#ffffff')}、文字やボタンの色 {strong} {ratio(strong, '#ffffff')}。
        {contrast(colour, '#ffffff') < 4.5 &&
          '選んだ色は明るすぎて読みにくいため、読める濃さ（4.5以上）まで自動で濃くします。'}
      </figcaption>
    </figure>
  );
};

const doorKinds = [
  { value: 'query', label: '計画を検索する語' },
  { value: 'href', label: '公開画面のアドレス' },
];

const Doors = ({ form, sentences }: Pick<TownPageProps, 'form' | 'sentences'>) => {
  // Two more rows than are filled in: so that one can be added without a script.
  const rows = Array.from({ length: Math.min(doorCount(form) + 2, mostDoors) }, (_, row) => row);
  return (
    <>
      <p>住民が使う言葉で、計画の中の行き先を並べます。名前を空にした行はなくなります。</p>
      {rows.map((row) => (
        <fieldset className="field fields-row" key={row}>
          <legend>{row + 1}つ目の入口</legend>
          <TextField form={form} name={`doors.${row}.label`} label="名前" sentences={sentences} />
          <TextField form={form} name={`doors.${row}.labelEn`} label="英語の名前" sentences={sentences} />
          <SelectField form={form} name={`doors.${row}.kind`} label="行き先" choices={doorKinds} />
          <TextField
            form={form}
            name={`doors.${row}.target`}
            label="語またはアドレス"
            sentences={sentences}
          />
        </fieldset>
      ))}
    </>
  );
};

const Site = ({ town, viewer }: Pick<TownPageProps, 'town' | 'viewer'>) => {
  const open = town.publicSince !== null;
  return (
    <Part id="site" title="公開画面">
      <p>
        {open
          ? `${japanTime(town.publicSince)} から公開しています。閉じると、住民からは何も見えなくなります。`
          : 'まだ公開していません。公開した計画も、開くまでは職員にしか見えません。'}
      </p>
      <form method="post" action={`/m/${town.municipality}/office/settings/town/site`} className="actions">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="open" value={open ? 'no' : 'yes'} />
        <button type="submit" className={`button ${open ? 'button--danger' : ''}`}>
          {open ? '公開画面を閉じる' : '公開画面を開く'}
        </button>
      </form>
    </Part>
  );
};

export const TownPage = (props: TownPageProps) => {
  const { town, viewer, form, plans, indicators, history, notice, problems, sentences } = props;
  const base = `/m/${town.municipality}/office/settings/town`;
  const colour = form.text('accentColour');
  return (
    <SettingsLayout
      title="団体の設定"
      page="town"
      town={town}
      viewer={viewer}
      notice={notice}
      problems={problems}
      accent={/^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined}
    >
      <form method="post" action={base} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={form.text('version')} />
        <Part id="name" title="名前と色">
          <p>
            {town.prefecture}
            {town.name}（団体コード {town.municipality}）。名前は全国地方公共団体コードの一覧によります。
          </p>
          <TextField
            form={form}
            name="nameKana"
            label="ふりがな"
            size="medium"
            required
            sentences={sentences}
          />
          <TextField
            form={form}
            name="nameEn"
            label="英語の名前"
            size="medium"
            required
            sentences={sentences}
          />
          <TextField
            form={form}
            name="accentColour"
            label="基調色"
            hint="# と6桁の16進数。例: #00558d"
            size="short"
            required
            sentences={sentences}
          />
          <ColourPreview colour={colour} town={town} />
        </Part>
        <Part id="checks" title="点検の基準">
          <TextField
            form={form}
            name="maxLeadUnits"
            label="主管の数の目安"
            hint="これより多い項目に印を付けます。空なら点検しません。"
            inputMode="numeric"
            size="short"
            sentences={sentences}
          />
          <ChoiceGroup
            form={form}
            name="namingLint"
            label="名称の点検"
            choices={[{ value: 'yes', label: '名称が手段で終わる項目に、ありたい姿としての言い方を勧める' }]}
          />
          <TextArea
            form={form}
            name="meansWords"
            label="手段を表す語"
            hint="1行に1語。"
            rows={6}
            sentences={sentences}
          />
        </Part>
        <Part id="home" title="公開画面の最初のページ">
          <SelectField
            form={form}
            name="planSlug"
            label="最初に見せる計画"
            sentences={sentences}
            choices={[
              { value: '', label: '並びの最初の計画' },
              ...plans.map(({ slug, title }) => ({ value: slug, label: title })),
            ]}
          />
          <ChoiceGroup
            form={form}
            name="topIndicatorKeys"
            label="大きく見せる指標"
            choices={indicators.map(({ indicatorKey, name }) => ({ value: indicatorKey, label: name }))}
            empty="指標がまだありません。"
            sentences={sentences}
          />
          <h3>暮らしの場面からの入口</h3>
          <Doors form={form} sentences={sentences} />
        </Part>
        <Part id="contact" title="問い合わせ先">
          <TextField form={form} name="contactName" label="担当" size="medium" sentences={sentences} />
          <TextField form={form} name="contactPhone" label="電話" size="medium" sentences={sentences} />
          <TextField form={form} name="contactMail" label="メール" size="medium" sentences={sentences} />
        </Part>
        <Part id="licence" title="オープンデータの利用条件">
          <p>オープンデータのページと、APIのすべての答えに示します。</p>
          <TextField form={form} name="licenceName" label="条件の名前" required sentences={sentences} />
          <TextField
            form={form}
            name="licenceNameEn"
            label="英語の名前（条件）"
            required
            sentences={sentences}
          />
          <TextField
            form={form}
            name="licenceUrl"
            label="条件を読めるアドレス"
            hint="例: https://creativecommons.org/licenses/by/4.0/deed.ja"
            required
            sentences={sentences}
          />
        </Part>
        <p className="actions">
          <button type="submit" className="button">
            保存する
          </button>
          {/* After the button above: Enter in a field saves. */}
          <button type="submit" className="button button--quiet" name="preview" value="yes">
            色を試す（保存しません）
          </button>
        </p>
      </form>
      <Site town={town} viewer={viewer} />
      <Part id="history" title="変更の記録">
        <AuditTable events={history} caption="新しい順" />
      </Part>
    </SettingsLayout>
  );
};
