import { FieldProblems } from '../../../forms/field.tsx';
import { useEditing } from '../../../judgement/editor/editing.ts';
import { RowButton, Select, Text } from '../../../judgement/editor/fields.tsx';
import type { BaselineOffer } from '../baseline-offers.ts';

interface BaselineFieldsProps {
  readonly offers: readonly BaselineOffer[];
  /** 合計特殊出生率 worked out from the tables; null: none could be */
  readonly birthRate: string | null;
}

/** 基準となる推計, and the birth rate it starts from. */
export const BaselineFields = ({ offers, birthRate }: BaselineFieldsProps) => {
  const { sentences } = useEditing();
  return (
    <>
      <Select
        name="baseline"
        label="基準となる推計"
        hint="前提を動かさないときの見通しです。選び直したら「計算する」を押してください。"
        choices={offers.map(({ choice, label }) => ({ value: choice, label }))}
        none="選ぶ"
      />
      <Text
        name="untilYear"
        label="何年まで（最近の変化が続くとするとき）"
        hint="基準の年から5年ごとの年。例: 2050"
        size="short"
      />
      <div className="fields-row">
        <Text
          name="birthRateNow.value"
          label="いまの合計特殊出生率"
          hint={
            birthRate === null
              ? '分かっているときに書きます。'
              : `空欄なら、子どもと女性の人数から求めた ${birthRate} を使います。`
          }
          size="short"
        />
        <Text name="birthRateNow.source" label="その出典" size="medium" />
      </div>
      <FieldProblems name="birthRateNow" sentences={sentences} />
      <RowButton then="calculate" to="results">
        この基準で計算する
      </RowButton>
    </>
  );
};
