import type { PreviewedIndicator, SchemePreview } from '../../../app/judgement/preview-scheme.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../../domain/indicator/judgement/overall-axis.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { RollUpSummary } from '../../components/grade-counts.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { Findings } from '../schemes/findings.tsx';
import type { PlacedSentence } from '../schemes/placed-sentences.ts';
import { AxisMark, gradeOf } from './axis-mark.tsx';

/** What the headline says, as one text that can be compared between two schemes. */
const headline = (scheme: JudgementScheme, judgement: PreviewedIndicator['judgement']): string => {
  const grade = gradeOf(scheme, judgement.overall);
  return grade === null ? '' : `${grade.label} ${grade.class}`;
};

export const changedBy = ({ compiled, inUse, indicators }: SchemePreview): readonly PreviewedIndicator[] =>
  inUse === null
    ? []
    : indicators.filter(
        ({ judgement, before }) =>
          before !== null && headline(compiled.scheme, judgement) !== headline(inUse.scheme, before),
      );

export const previewSummary = (preview: SchemePreview): string => {
  const tried = `${formatFiscalYear(preview.fiscalYear, 'wareki')}の指標${preview.indicators.length}件を試算しました。`;
  if (preview.inUse === null) return `${tried}この年度の判定基準は、まだ選ばれていません。`;
  const changed = changedBy(preview).length;
  return changed === 0
    ? `${tried}いまの「${preview.inUse.scheme.name}」と、見出しの判定は同じです。`
    : `${tried}いまの「${preview.inUse.scheme.name}」から、${changed}件の見出しの判定が変わります。`;
};

const Changes = ({ preview }: { readonly preview: SchemePreview }) => {
  const changed = changedBy(preview);
  const { inUse, compiled } = preview;
  if (inUse === null || changed.length === 0) return null;
  return (
    <TableScroll label="判定の変わる指標">
      <table className="table">
        <caption>判定の変わる指標（{changed.length}件）</caption>
        <thead>
          <tr>
            <th scope="col">指標</th>
            <th scope="col">いまの判定基準</th>
            <th scope="col">この下書き</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ indicatorKey, name, judgement, before }) => (
            <tr key={indicatorKey}>
              <th scope="row">{name}</th>
              <td>
                <AxisMark scheme={inUse.scheme} judged={before?.overall ?? null} />
              </td>
              <td>
                → <AxisMark scheme={compiled.scheme} judged={judgement.overall} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const Everything = ({ preview }: { readonly preview: SchemePreview }) => {
  const { scheme } = preview.compiled;
  const overall = overallAxis(scheme)?.axisKey;
  return (
    <details id="preview-all">
      <summary>すべての指標の判定と計算（{preview.indicators.length}件）</summary>
      <ul className="judged-list">
        {preview.indicators.map(({ indicatorKey, name, judgement }) => (
          <li key={indicatorKey}>
            <b>{name}</b>
            {judgement.axes.map((judged) => (
              <span key={judged.axisKey} className="judged-list__axis">
                {judgement.axes.length > 1 &&
                  `${scheme.axes.find(({ axisKey }) => axisKey === judged.axisKey)?.name ?? ''}${judged.axisKey === overall ? '（見出し）' : ''}: `}
                <AxisMark scheme={scheme} judged={judged} />
              </span>
            ))}
            <ul className="arithmetic">
              {judgement.arithmetic().map(({ text }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one calculation, in its order
                <li key={at}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
};

export interface PreviewProps {
  /** null: the scheme as it stands cannot judge */
  readonly preview: SchemePreview | null;
  readonly sentences: readonly PlacedSentence[];
}

/** 試算: the town's own figures judged by the scheme as it is typed now. Also sent alone, while somebody types. */
export const PreviewResult = ({ preview, sentences }: PreviewProps) => {
  const errors = sentences.filter(({ isError }) => isError);
  return (
    <>
      <p role="status" className="preview__summary">
        {preview === null
          ? `直すところが${errors.length}か所あるため、試算できません。`
          : previewSummary(preview)}
      </p>
      <Findings sentences={sentences} kind="判定基準" />
      {preview !== null && (
        <>
          <h3>集計</h3>
          <RollUpSummary id="preview" rollUp={preview.rollUp} language="ja" />
          <Changes preview={preview} />
          <Everything preview={preview} />
        </>
      )}
    </>
  );
};
