import { undefinedReasons } from '../../../../domain/indicator/judgement/judgement.ts';
import { missingReasons } from '../../../../domain/indicator/missing-reason.ts';
import { type Branch, partOf, rowsOf, textOf } from '../form/branch.ts';
import { inclusiveFrom, inclusiveTo, missingNames, stepKinds, undefinedNames } from '../scheme-words.data.ts';
import { BandDrawing } from './band-drawing.tsx';
import { choicesOfMark, gradeChoices, markChoices, measureChoices, useEditing } from './editing.ts';
import { Boxes, Fold, GroupProblems, Kept, RowButton, RowTools, Select, Text } from './fields.tsx';

interface StepProps {
  readonly name: string;
  readonly axis: number;
  readonly step: Branch;
}

const next = { value: 'next', label: '次の手順へ' } as const;

const useGrades = (axis: number) => [...gradeChoices(useEditing(), axis), next];

const reasonChoices = [
  ...undefinedReasons.map((value) => ({ value, label: undefinedNames[value] })),
  ...missingReasons.map((value) => ({ value, label: missingNames[value] })),
];

const Bands = ({ name, axis, step }: StepProps) => {
  const grades = useGrades(axis);
  const list = `${name}.bands`;
  const bands = rowsOf(step, 'bands');
  return (
    <div className="bands" id={`f-${list.replaceAll('.', '-')}`}>
      <div className="bands__table">
        <GroupProblems name={list} />
        <div className="edit-rows">
          <table className="table table--edit">
            <caption>区切り（境は 0.8 か 80% のように。空欄は限りなし）</caption>
            <thead>
              <tr>
                <th scope="col">下の境</th>
                <th scope="col">含むか</th>
                <th scope="col">上の境</th>
                <th scope="col">含むか</th>
                <th scope="col">段階</th>
                <th scope="col">行</th>
              </tr>
            </thead>
            <tbody>
              {bands.map((_, at) => {
                const row = `${list}.${at}`;
                const which = `区切り${at + 1}の`;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
                  <tr key={at}>
                    <td>
                      <Text name={`${row}.from`} label={`${which}下の境`} size="short" quietLabel />
                    </td>
                    <td>
                      <Select
                        name={`${row}.fromInclusive`}
                        label={`${which}下の境を含むか`}
                        choices={inclusiveFrom}
                        quietLabel
                      />
                    </td>
                    <td>
                      <Text name={`${row}.to`} label={`${which}上の境`} size="short" quietLabel />
                    </td>
                    <td>
                      <Select
                        name={`${row}.toInclusive`}
                        label={`${which}上の境を含むか`}
                        choices={inclusiveTo}
                        quietLabel
                      />
                    </td>
                    <td>
                      <Select
                        name={`${row}.give`}
                        label={`${which}段階`}
                        choices={grades}
                        none="選ぶ"
                        quietLabel
                      />
                    </td>
                    <td>
                      <RowTools
                        list={list}
                        row={at}
                        length={bands.length}
                        what={`区切り${at + 1}`}
                        movable={false}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <RowButton then={`add ${list}`} to={list}>
          区切りを加える
        </RowButton>
      </div>
      <BandDrawing name={name} axis={axis} step={step} />
    </div>
  );
};

const Without = ({ name, axis, step }: StepProps) => {
  const grades = useGrades(axis);
  const list = `${name}.without`;
  const rows = rowsOf(step, 'without');
  return (
    <Fold name={list} title={`数にならないとき（この手順だけの決まり ${rows.length}件）`}>
      {rows.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
        <div className="fields-row" key={at}>
          <Select name={`${list}.${at}.reason`} label={`理由${at + 1}`} choices={reasonChoices} none="選ぶ" />
          <Select
            name={`${list}.${at}.give`}
            label={`そのときの段階${at + 1}`}
            choices={grades}
            none="選ぶ"
          />
          <RowTools list={list} row={at} length={rows.length} what={`理由${at + 1}`} movable={false} />
        </div>
      ))}
      <RowButton then={`add ${list}`} to={list}>
        理由を加える
      </RowButton>
    </Fold>
  );
};

const MeasureStep = (props: StepProps) => {
  const editing = useEditing();
  return (
    <>
      <Select name={`${props.name}.measure`} label="数え方" choices={measureChoices(editing)} none="選ぶ" />
      <Bands {...props} />
      <Without {...props} />
    </>
  );
};

const MarkStep = ({ name, axis, step }: StepProps) => {
  const editing = useEditing();
  const grades = useGrades(axis);
  const known = rowsOf(step, 'choices').map((row) => textOf(row, 'key'));
  const offered = choicesOfMark(editing, textOf(step, 'mark'));
  const keys = [...known, ...offered.map(({ value }) => value).filter((value) => !known.includes(value))];
  return (
    <>
      <Select
        name={`${name}.mark`}
        label="人の印"
        hint="先に「人の印」で決めておきます。選び直したら「試算する」を押すと、選択肢がそろいます。"
        choices={markChoices(editing)}
        none="選ぶ"
      />
      <GroupProblems name={`${name}.choices`} />
      {keys.map((key, at) => (
        <div key={key}>
          <input type="hidden" name={`${name}.choices.${at}.key`} value={key} />
          <Select
            name={`${name}.choices.${at}.give`}
            label={`「${offered.find(({ value }) => value === key)?.label ?? `なくなった選択肢 ${key}`}」のとき`}
            choices={grades}
            none="選ぶ"
          />
        </div>
      ))}
      <Select name={`${name}.unmarked`} label="印がないとき" choices={grades} none="判定なし" />
    </>
  );
};

const TextStep = ({ name, axis, step }: StepProps) => {
  const grades = useGrades(axis);
  const list = `${name}.texts`;
  const rows = rowsOf(step, 'texts');
  return (
    <>
      <div id={`f-${list.replaceAll('.', '-')}`}>
        {rows.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
          <div className="fields-row" key={at}>
            <Text name={`${list}.${at}.text`} label={`文字${at + 1}`} size="medium" />
            <Select
              name={`${list}.${at}.give`}
              label={`そのときの段階${at + 1}`}
              choices={grades}
              none="選ぶ"
            />
            <RowTools list={list} row={at} length={rows.length} what={`文字${at + 1}`} movable={false} />
          </div>
        ))}
        <RowButton then={`add ${list}`} to={list}>
          文字を加える
        </RowButton>
      </div>
      <Select name={`${name}.asTarget`} label="目標の文字と同じとき" choices={grades} none="決めない" />
      <Select name={`${name}.otherwise`} label="ほかの文字のとき" choices={grades} none="選ぶ" />
    </>
  );
};

const AxesStep = ({ name, axis, step }: StepProps) => {
  const editing = useEditing();
  const grades = useGrades(axis);
  const list = `${name}.table`;
  const rows = rowsOf(step, 'table');
  const earlier = rowsOf(editing.root, 'axes').slice(0, axis);
  return (
    <>
      <p className="field__hint">上から見て、選んだことすべてに当てはまる行の段階にします。</p>
      <div id={`f-${list.replaceAll('.', '-')}`}>
        {rows.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
          <fieldset className="scheme-row" key={at}>
            <legend>組み合わせ{at + 1}</legend>
            {earlier.map((other, place) => (
              <Boxes
                key={textOf(other, 'axisKey')}
                name={`${list}.${at}.axes.${textOf(other, 'axisKey')}`}
                label={textOf(other, 'name')}
                choices={gradeChoices(editing, place)}
              />
            ))}
            {markChoices(editing).map(({ value, label }) => (
              <Boxes
                key={value}
                name={`${list}.${at}.marks.${value}`}
                label={label}
                choices={choicesOfMark(editing, value)}
              />
            ))}
            <Select name={`${list}.${at}.give`} label="段階" choices={grades} none="選ぶ" />
            <RowTools list={list} row={at} length={rows.length} what={`組み合わせ${at + 1}`} />
          </fieldset>
        ))}
        <RowButton then={`add ${list}`} to={list}>
          組み合わせを加える
        </RowButton>
      </div>
      <Select name={`${name}.otherwise`} label="ほかの組み合わせのとき" choices={grades} none="判定なし" />
    </>
  );
};

const GradeStep = ({ name, axis }: StepProps) => (
  <Select name={`${name}.give`} label="段階" choices={gradeChoices(useEditing(), axis)} none="選ぶ" />
);

const kinds: Readonly<Record<string, (props: StepProps) => React.ReactNode>> = {
  measure: MeasureStep,
  mark: MarkStep,
  text: TextStep,
  axes: AxesStep,
  grade: GradeStep,
};

/** 手順: tried in their order, until one decides. */
export const StepFields = ({ axis, place }: { readonly axis: number; readonly place: number }) => {
  const { root } = useEditing();
  const list = `axes.${axis}.cases.${place}.steps`;
  const steps = rowsOf(partOf(root, 'axes', String(axis), 'cases', String(place)), 'steps');
  return (
    <div id={`f-${list.replaceAll('.', '-')}`}>
      <GroupProblems name={list} />
      {steps.map((step, at) => {
        const name = `${list}.${at}`;
        const by = textOf(step, 'by');
        const Fields = kinds[by];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place, which is their identity in the form
          <fieldset className="scheme-row" key={at} id={`f-${name.replaceAll('.', '-')}`}>
            <legend>
              手順{at + 1}: {stepKinds.find(({ value }) => value === by)?.label ?? by}
            </legend>
            <Kept name={`${name}.by`} />
            <GroupProblems name={name} />
            {Fields === undefined ? null : <Fields name={name} axis={axis} step={step} />}
            <RowTools list={list} row={at} length={steps.length} what={`手順${at + 1}`} removes="この手順" />
          </fieldset>
        );
      })}
      <div className="actions">
        {stepKinds
          .filter(({ value }) => value !== 'axes' || axis > 0 || rowsOf(root, 'marks').length > 0)
          .map(({ value, label }) => (
            <RowButton key={value} then={`add ${list} ${value}`} to={`${list}.${steps.length}`}>
              手順を加える: {label}
            </RowButton>
          ))}
      </div>
    </div>
  );
};
