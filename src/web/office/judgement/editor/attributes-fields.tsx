import { directions, indicatorKinds, timeBehaviours } from '../../indicators/indicator-words.data.ts';
import { readAttributes } from '../form/attributes-form.ts';
import { type Branch, textOf } from '../form/branch.ts';
import { subjectiveChoices, targetKinds } from '../scheme-words.data.ts';
import { Boxes, Fold, Select, Text } from './fields.tsx';

const labelsOf = (branch: Branch): string => {
  const words = (name: string, choices: readonly { readonly value: string; readonly label: string }[]) =>
    (branch.parts.get(name)?.values ?? []).map(
      (value) => choices.find((choice) => choice.value === value)?.label ?? value,
    );
  const subjective = textOf(branch, 'subjective');
  return [
    ...words('direction', directions),
    ...words('kind', indicatorKinds),
    ...(subjective === '' ? [] : [subjectiveChoices.find(({ value }) => value === subjective)?.label ?? '']),
    ...words('timeBehaviour', timeBehaviours),
    ...words('targetIs', targetKinds).map((label) => `目標が${label}`),
    ...['unit', 'frequency', 'tag'].map((name) => textOf(branch, name)),
  ]
    .filter((word) => word !== '')
    .join('・');
};

/** 「すべての指標」 or what they must be. */
export const attributesSummary = (branch: Branch): string =>
  readAttributes(branch) === null ? 'すべての指標' : labelsOf(branch);

/** Which indicators a row is for. Nothing chosen: every indicator. */
export const AttributesFields = ({ name, summary }: { readonly name: string; readonly summary: string }) => (
  <Fold name={name} title={`どの指標か: ${summary}`}>
    <p className="field__hint">
      選んだことすべてに当てはまる指標に限ります。何も選ばなければ、すべての指標です。
    </p>
    <Boxes name={`${name}.direction`} label="向き" choices={directions} />
    <Boxes name={`${name}.kind`} label="種類" choices={indicatorKinds} />
    <Boxes name={`${name}.timeBehaviour`} label="値の性質" choices={timeBehaviours} />
    <Boxes name={`${name}.targetIs`} label="最後の目標" choices={targetKinds} />
    <div className="fields-row">
      <Select name={`${name}.subjective`} label="主観の別" choices={subjectiveChoices} />
      <Text name={`${name}.unit`} label="単位" hint="「、」で区切る。例: %、人" size="medium" />
      <Text name={`${name}.frequency`} label="測る頻度" hint="「、」で区切る" size="medium" />
      <Text name={`${name}.tag`} label="目印の言葉" hint="「、」で区切る" size="medium" />
    </div>
  </Fold>
);
