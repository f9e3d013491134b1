import { FieldProblems } from '../../../forms/field.tsx';
import { useEditing } from '../../../judgement/editor/editing.ts';
import { Text } from '../../../judgement/editor/fields.tsx';

/** 目標人口 the scenario is held against. */
export const AimFields = () => {
  const { sentences } = useEditing();
  return (
    <>
      <div className="fields-row">
        <Text name="aim.year" label="目標の年" hint="2032、R14、令和14年" size="short" />
        <Text name="aim.total" label="目標の人数" hint="例: 65000" size="short" />
        <Text name="aim.source" label="目標の出典" hint="計画の名前など" size="medium" />
      </div>
      <FieldProblems name="aim" sentences={sentences} />
    </>
  );
};
