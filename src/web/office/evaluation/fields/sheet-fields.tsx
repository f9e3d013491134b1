import { mayApply } from '../../../../domain/evaluation/applies.ts';
import { askedFields } from '../../../../domain/evaluation/asked-fields.ts';
import type { Criterion } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { CriterionField } from './criterion-field.tsx';
import { DirectionField, GradeField, PriorityField } from './decision-fields.tsx';
import { conditionWords } from './field-words.ts';
import { type Sheet, type SheetFieldsProps, SheetProvider } from './sheet-context.ts';
import { WordsField } from './words-field.tsx';

export type { SheetFieldsProps } from './sheet-context.ts';

interface Viewpoint {
  readonly name: string;
  readonly criteria: readonly Criterion[];
}

/** Neighbours of one 視点 stand under its heading. */
const viewpointsOf = (criteria: readonly Criterion[]): readonly Viewpoint[] => {
  const found: { name: string; criteria: Criterion[] }[] = [];
  for (const criterion of criteria) {
    const last = found.at(-1);
    if (last !== undefined && last.name === criterion.viewpoint) last.criteria.push(criterion);
    else found.push({ name: criterion.viewpoint, criteria: [criterion] });
  }
  return found;
};

const Criteria = ({ sheet }: { readonly sheet: Sheet }) => {
  const { scheme, stage, typeKey, asked, readOnly } = sheet;
  const shown = scheme.criteria.filter(
    ({ key, applies }) =>
      stage.criteria.includes(key) && (readOnly ? asked.has(`criterion.${key}`) : mayApply(applies, typeKey)),
  );
  return viewpointsOf(shown).map(({ name, criteria }) => (
    <section key={criteria[0]?.key} className="sheet-viewpoint">
      {name !== '' && !(criteria.length === 1 && criteria[0]?.label === name) && (
        <h3 className="sheet-viewpoint__name">{name}</h3>
      )}
      {criteria.map((criterion) => (
        <CriterionField key={criterion.key} criterion={criterion} />
      ))}
    </section>
  ));
};

const Texts = ({ sheet }: { readonly sheet: Sheet }) => {
  const { scheme, stage, typeKey, asked, readOnly } = sheet;
  return scheme.texts
    .filter(
      ({ key, applies }) =>
        stage.texts.includes(key) && (readOnly ? asked.has(`text.${key}`) : mayApply(applies, typeKey)),
    )
    .map(({ key, label, hint, applies, maxLength, rows }) => (
      <WordsField
        key={key}
        name={`text.${key}`}
        label={label}
        hint={hint}
        condition={readOnly ? '' : conditionWords(scheme, applies)}
        maxLength={maxLength}
        rows={rows}
      />
    ));
};

/**
 * The fields a stage is asked, as the paper sheet staff know. A question that hangs on another answer stands there
 * with its condition in words, so that nothing has to appear. Names of the controls are those of the answers.
 */
export const SheetFields = (props: SheetFieldsProps) => {
  const { scheme, stage, typeKey, answers } = props;
  const asked = new Map(
    askedFields(scheme, stage, typeKey, answers).map((field) => [field.name, field] as const),
  );
  const sheet: Sheet = { ...props, asked };
  return (
    <SheetProvider value={sheet}>
      <div className="sheet-paper" data-read={props.readOnly || undefined}>
        <Criteria sheet={sheet} />
        <Texts sheet={sheet} />
        {stage.grade !== 'none' && <GradeField />}
        {stage.direction !== 'none' && <DirectionField />}
        {stage.priority !== 'none' && <PriorityField />}
        {asked.size === 0 && <p className="quiet">この種類の事業では、この段階で答えることはありません。</p>}
      </div>
    </SheetProvider>
  );
};
