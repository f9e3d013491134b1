import { leverKinds } from '../../../../../domain/population/scenario.ts';
import { calendarYear } from '../../../../text/calendar-year.ts';
import { chanceText } from '../../../../text/chance.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import { Boxes, RowButton, Select, Text } from '../../../judgement/editor/fields.tsx';
import { leverNames } from '../scenario-words.data.ts';
import type { Worked } from '../work-out.ts';
import { AloneList } from './alone-list.tsx';
import type { BackcastAnswers } from './answers.ts';
import { LeastEffort } from './least-effort.tsx';
import { PairAnswer } from './pair-answer.tsx';

const choices = leverKinds.map((kind) => ({ value: kind, label: leverNames[kind] }));

/** What is asked; the fields belong to the form of the scenario and are not stored with it. */
export const BackcastFields = () => (
  <>
    <Boxes name="ask" label="どの前提を動かして考えますか" choices={choices} />
    <div className="fields-row">
      <Select name="pair.first" label="二つの組み合わせ: 一つ目" choices={choices} />
      <Select name="pair.second" label="二つの組み合わせ: 二つ目" choices={choices} />
      <Text name="askFromYear" label="何年の後から動かすか" hint="空欄は基準の年から" size="short" />
    </div>
    <RowButton then="calculate" to="backcast">
      逆に考える
    </RowButton>
  </>
);

export interface BackcastAnswersProps {
  readonly worked: Worked;
  readonly answers: BackcastAnswers;
  readonly mayEdit: boolean;
}

/** 「目標から逆に考える」の答え, in words, tables and a curve. */
export const BackcastResult = (props: BackcastAnswersProps) => {
  const { aim, withoutMeasures } = props.answers.each;
  const missing = Math.round(aim.total) - Math.round(withoutMeasures.total);
  return (
    <>
      <p className="preview__summary" role="status">
        {calendarYear(aim.year, 'ja')}に{wholePersons(aim.total)}人にするには。選んだ前提を動かさないと
        {wholePersons(withoutMeasures.total)}人で、
        {missing > 0
          ? `あと${wholePersons(missing)}人要ります`
          : missing < 0
            ? `目標を${wholePersons(-missing)}人上回ります`
            : 'ちょうど目標です'}
        （目標以上になる確率は{chanceText(withoutMeasures.probability, 'ja')}）。
      </p>
      <AloneList {...props} />
      <LeastEffort {...props} />
      <PairAnswer {...props} />
    </>
  );
};
