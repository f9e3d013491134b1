import { askedFields } from '../../../../../domain/evaluation/asked-fields.ts';
import type { EvaluationScheme } from '../../../../../domain/evaluation/evaluation-scheme.ts';
import type { Answers } from '../../../../../domain/evaluation/sheet.ts';
import type { Entries } from '../../../forms/entries.ts';
import { Findings } from '../../../schemes/findings.tsx';
import type { PlacedSentence } from '../../../schemes/placed-sentences.ts';
import { SheetFields } from '../../fields/sheet-fields.tsx';

const answerName =
  /^(?:(?:criterion|reason|text)\..+|direction|direction\.reason|grade|grade\.reason|priority)$/u;

/** The trial answers among the fields of the editor's form. */
export const trialAnswers = (entries: Entries): Answers =>
  Object.fromEntries(entries.filter(([name, value]) => answerName.test(name) && value !== ''));

export interface PreviewProps {
  /** null: the scheme as it stands makes no sheet */
  readonly scheme: EvaluationScheme | null;
  readonly stageKey: string;
  /** '' : a programme without type */
  readonly typeKey: string;
  readonly answers: Answers;
  readonly sentences: readonly PlacedSentence[];
}

const Sheet = ({ scheme, stageKey, typeKey, answers }: PreviewProps) => {
  const stage = scheme?.stages.find(({ key }) => key === stageKey) ?? scheme?.stages[0];
  if (scheme === null || stage === undefined) return null;
  const type = typeKey === '' ? null : typeKey;
  const asked = askedFields(scheme, stage, type, answers);
  const required = asked.filter((field) => field.required).length;
  return (
    <>
      <p>
        {stage.label}: 欄は<b>{asked.length}</b>、うち必ず答える欄は<b>{required}</b>です。
      </p>
      <SheetFields
        scheme={scheme}
        stage={stage}
        typeKey={type}
        answers={answers}
        prefilled={{}}
        lastYear={null}
        problems={new Map()}
        readOnly={false}
        idPrefix="trial-"
      />
    </>
  );
};

/** シートの見え方: the sheet the scheme makes as it is typed now. Also sent alone, while somebody types. */
export const PreviewResult = (props: PreviewProps) => {
  const errors = props.sentences.filter(({ isError }) => isError);
  return (
    <>
      <p role="status" className="preview__summary">
        {errors.length > 0
          ? `直すところが${errors.length}か所あります。${props.scheme === null ? '直すと、シートが見られます。' : ''}`
          : 'この様式は使えます。'}
      </p>
      <Findings sentences={props.sentences} kind="評価の様式" />
      <Sheet {...props} />
    </>
  );
};
