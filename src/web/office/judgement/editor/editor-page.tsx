import type { ReactNode } from 'react';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import { Beside, EditorFrame } from '../../schemes/editor-frame.tsx';
import type { OwnPageProps } from '../../schemes/editor-routes.tsx';
import { type SchemePart, schemeParts } from '../form/scheme-parts.ts';
import { type PreviewProps, PreviewResult } from '../preview.tsx';
import { AxisFields } from './axis-fields.tsx';
import { BasicsFields } from './basics-fields.tsx';
import { MarksAndWidths } from './mark-fields.tsx';
import { MeasureFields, PublishedFields } from './measure-fields.tsx';
import { RollUpFields } from './roll-up-fields.tsx';

/** What the editor of 判定基準 shows besides its form. */
export interface JudgementTrial {
  readonly preview: PreviewProps;
  readonly years: readonly number[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
}
type EditorPageProps = OwnPageProps<SchemePart, JudgementTrial>;

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section className="section scheme-part" aria-labelledby={`part-${id}`}>
    <h2 id={`part-${id}`}>{title}</h2>
    {children}
  </section>
);

const contents = [
  ['basics', '名前と期間'],
  ['axes', '軸と段階'],
  ['measures', '数え方'],
  ['published', '公表する数'],
  ['people', '人の印と許容の幅'],
  ['rollUp', '集計'],
  ['preview', '試算'],
] as const;

const PreviewPart = ({ page: { form, href }, own }: EditorPageProps) => (
  <Part id="preview" title="試算（町の指標を、この下書きで判定すると）">
    <p className="field__hint">公開前の値も含めて試します。ここで見ても、何も保存されません。</p>
    <div className="fields-row preview__choice">
      <label htmlFor="preview-year">
        年度
        <select
          id="preview-year"
          name="previewYear"
          className="input input--short"
          defaultValue={form.text('previewYear')}
        >
          {own.years.map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, 'wareki')}
            </option>
          ))}
        </select>
      </label>
      <button
        type="submit"
        name="then"
        value="preview"
        className="button button--quiet"
        formAction={`${href}#part-preview`}
      >
        試算する
      </button>
    </div>
    <div data-preview-result>
      <PreviewResult {...own.preview} />
    </div>
  </Part>
);

/** 判定基準の下書き, with the town's own indicators judged by it below. */
export const EditorPage = (props: EditorPageProps) => {
  const { page, own } = props;
  const office = `/m/${page.town.municipality}/office`;
  const beside = (part: SchemePart) => <Beside part={part} parts={schemeParts} meeting={page.meeting} />;
  return (
    <EditorFrame
      page={page}
      kind="判定基準"
      parts={schemeParts}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `${office}/indicators` },
        { label: '判定', href: `${office}/judgement` },
      ]}
      adopted="この版で判定した年度は、そのまま残ります。"
      says={{
        adopt: '保存してある内容で決まります。採用した版は変わりません。年度の判定に使えるようになります。',
        next: 'この版を写した下書きができます。採用するまで、年度の判定は変わりません。',
        toPreview: '試算を見る',
      }}
      contents={contents}
      triedByForm
      preview={<PreviewPart {...props} />}
    >
      <Part id="basics" title="名前と期間、使う値">
        {beside('basics')}
        <BasicsFields />
      </Part>
      <Part id="axes" title="軸と段階">
        {beside('axes')}
        <AxisFields />
      </Part>
      <Part id="measures" title="数え方">
        {beside('measures')}
        <p className="field__hint">決まった式から選びます。「軸と段階」の区切りと、公表する数に使います。</p>
        <MeasureFields />
      </Part>
      <Part id="published" title="公表する数">
        {beside('people')}
        <PublishedFields />
      </Part>
      <Part id="people" title="人の印と許容の幅">
        <MarksAndWidths />
      </Part>
      <Part id="rollUp" title="集計">
        {beside('rollUp')}
        <RollUpFields groups={own.groups} />
      </Part>
    </EditorFrame>
  );
};
