import { Fold, Select } from '../../../judgement/editor/fields.tsx';
import { errorChoices, interpolationChoices } from '../scenario-words.data.ts';

/** 計算のしかた: what a planner changes rarely. */
export const MethodFields = () => (
  <Fold name="method" title="計算のしかた（国勢調査でない年の求め方、幅のもと）">
    <Select name="interpolation" label="国勢調査でない年の求め方" choices={interpolationChoices} />
    <Select
      name="errors"
      label="予測の幅のもとになる、過去の推計の誤差"
      hint="同じ規模の市町村の過去の推計が、実際とどれだけ違ったかに合わせて幅を出します。"
      choices={errorChoices}
    />
  </Fold>
);
