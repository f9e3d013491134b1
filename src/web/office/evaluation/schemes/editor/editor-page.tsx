import type { ReactNode } from 'react';
import { Beside, EditorFrame } from '../../../schemes/editor-frame.tsx';
import type { OwnPageProps } from '../../../schemes/editor-routes.tsx';
import { type SchemePart, schemeParts } from '../form/scheme-parts.ts';
import { BasicsFields } from './basics-fields.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import { DirectionFields } from './direction-fields.tsx';
import { GradeFields } from './grade-fields.tsx';
import { ExemptionFields, MatrixFields } from './more-fields.tsx';
import type { PreviewProps } from './preview.tsx';
import { PreviewPart } from './preview-part.tsx';
import { RowTable } from './row-table.tsx';
import { StageFields } from './stage-fields.tsx';
import { TextFields } from './text-fields.tsx';

const parts: readonly (readonly [id: string, title: string, fields: () => ReactNode, part: SchemePart])[] = [
  ['basics', '名前と対象', () => <BasicsFields />, 'basics'],
  [
    'types',
    '事業の種類',
    () => (
      <RowTable
        list="types"
        what="種類"
        hint="種類によって問うことを変えるときに使います。変えない町では、空のままにします。"
        columns={[{ name: 'label', label: '呼び名', size: 'medium' }]}
      />
    ),
    'types',
  ],
  ['criteria', '評価項目', () => <CriterionFields />, 'criteria'],
  ['texts', '記入欄', () => <TextFields />, 'texts'],
  ['grades', '総合評価', () => <GradeFields />, 'grades'],
  ['directions', '方向性と優先度', () => <DirectionFields />, 'directions'],
  ['stages', '段階', () => <StageFields />, 'stages'],
  ['exemptions', '評価しない事業', () => <ExemptionFields />, 'more'],
  ['matrices', '判断の表', () => <MatrixFields />, 'more'],
];

/** 評価の様式の下書き, with the sheet it makes below. */
export const EditorPage = ({ page, own }: OwnPageProps<SchemePart, PreviewProps>) => {
  const { town, form, href, mayEdit, meeting } = page;
  const evaluation = `/m/${town.municipality}/office/evaluation`;
  return (
    <EditorFrame
      page={page}
      kind="評価の様式"
      parts={schemeParts}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: evaluation },
        { label: '評価の様式', href: `${evaluation}/schemes` },
      ]}
      adopted="この版で始めた評価の回は、この版のまま進みます。"
      says={{
        adopt: '保存してある内容で決まります。採用した版は変わりません。評価の回で使えるようになります。',
        next: 'この版を写した下書きができます。すでに始めた評価の回は、始めたときの版のまま進みます。',
        toPreview: 'シートを見る',
      }}
      contents={[...parts.map(([id, title]) => [id, title] as const), ['preview', 'シートの見え方']]}
      triedByForm={false}
      preview={<PreviewPart form={form} href={href} preview={own} mayEdit={mayEdit} />}
    >
      {parts.map(([id, title, fields, part], at) => (
        <section key={id} className="section scheme-part" aria-labelledby={`part-${id}`}>
          <h2 id={`part-${id}`}>{title}</h2>
          {parts[at - 1]?.[3] === part ? null : <Beside part={part} parts={schemeParts} meeting={meeting} />}
          {fields()}
        </section>
      ))}
    </EditorFrame>
  );
};
