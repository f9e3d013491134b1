import type { BudgetScheme, FrameRule } from '../../../../domain/budget/budget-scheme.ts';
import { type CommonDirection, commonDirections } from '../../../../domain/evaluation/common-direction.ts';
import { Check, Input, Select } from './inputs.tsx';
import { ruleWords } from './scheme-form.ts';

const directionWords: Readonly<Record<CommonDirection, string>> = {
  expand: '拡大',
  continue: '継続',
  improve: '改善',
  reduce: '縮小',
  merge: '統合',
  suspend: '休止',
  abolish: '廃止',
  complete: '完了',
};

interface Props {
  readonly scheme: BudgetScheme;
  readonly units: readonly (readonly [key: string, name: string])[];
}

const kinds = Object.entries(ruleWords) as readonly (readonly [FrameRule['by'], string])[];

/** What the chosen kind of step needs, and nothing else. */
const Own = ({
  rule,
  at,
  scheme,
}: { readonly rule: FrameRule; readonly at: number } & Pick<Props, 'scheme'>) => {
  const name = (field: string) => `rules.${at}.${field}`;
  switch (rule.by) {
    case 'rate':
      return <Input name={name('rate')} label="率（例: 0.97）" value={rule.rate} size="input--short" />;
    case 'direction':
      return (
        <div className="fields-row">
          {commonDirections.map((direction) => (
            <Input
              key={direction}
              name={name(`rate-${direction}`)}
              label={`${directionWords[direction]}の率`}
              value={rule.rates[direction] ?? ''}
              size="input--short"
            />
          ))}
          <Input name={name('otherwise')} label="ほかの率" value={rule.otherwise} size="input--short" />
        </div>
      );
    case 'fixed':
      return (
        <Input
          name={name('amount')}
          label="額（千円）"
          value={String(rule.amountThousandYen)}
          size="input--short"
        />
      );
    case 'slot':
      return (
        <>
          <Input
            name={name('amount')}
            label="優先枠の額（千円）"
            value={String(rule.amountThousandYen)}
            size="input--short"
          />
          <fieldset className="field field--choices">
            <legend>この方向の事業の額に比例して配る</legend>
            <div className="choices">
              {commonDirections.map((direction) => (
                <Check
                  key={direction}
                  name={name('directions')}
                  value={direction}
                  label={directionWords[direction]}
                  checked={rule.directions.includes(direction)}
                />
              ))}
            </div>
          </fieldset>
        </>
      );
    case 'return':
      return (
        <div className="fields-row">
          <Input name={name('share')} label="戻す割合（例: 0.5）" value={rule.share} size="input--short" />
          <Select
            name={name('to')}
            label="戻す先の経費区分"
            value={rule.to}
            choices={scheme.expenseClasses.map(({ key, label }) => [key, label])}
          />
        </div>
      );
    case 'rest':
      return (
        <Select
          name={name('when')}
          label="いつ"
          value={rule.when}
          choices={[
            ['always', 'いつも、残りのすべてを配る'],
            ['exceeded', '超えるときだけ、残りに収める'],
          ]}
        />
      );
    case 'zero':
      return null;
    default:
      return rule satisfies never;
  }
};

const Scope = ({ rule, at, scheme, units }: Props & { readonly rule: FrameRule; readonly at: number }) => (
  <details>
    <summary>
      対象（
      {rule.classes === null
        ? 'すべての経費区分'
        : scheme.expenseClasses
            .filter(({ key }) => rule.classes?.includes(key))
            .map(({ label }) => label)
            .join('・')}
      、{rule.units === null ? 'すべての組織' : `${rule.units.length}の組織`}）
    </summary>
    <fieldset className="field field--choices">
      <legend>経費区分（選ばなければすべて）</legend>
      <div className="choices">
        {scheme.expenseClasses.map(({ key, label }) => (
          <Check
            key={key}
            name={`rules.${at}.classes`}
            value={key}
            label={label}
            checked={rule.classes?.includes(key) ?? false}
          />
        ))}
      </div>
    </fieldset>
    <fieldset className="field field--choices">
      <legend>組織（選ばなければすべて）</legend>
      <div className="choices">
        {units.map(([key, name]) => (
          <Check
            key={key}
            name={`rules.${at}.units`}
            value={key}
            label={name}
            checked={rule.units?.includes(key) ?? false}
          />
        ))}
      </div>
    </fieldset>
  </details>
);

/** The steps in their order. A new one is named with its kind; what it needs appears when it is saved or tried. */
export const RuleFields = ({ scheme, units }: Props) => (
  <>
    {scheme.rules.map((rule, at) => (
      <fieldset className="field budget-rule" key={rule.key}>
        <legend>
          {at + 1}. {rule.label}
        </legend>
        <input type="hidden" name={`rules.${at}.key`} value={rule.key} />
        <div className="fields-row">
          <Input name={`rules.${at}.label`} label="名前（空けると消えます）" value={rule.label} />
          <Select name={`rules.${at}.by`} label="計算" value={rule.by} choices={kinds} />
        </div>
        <Own rule={rule} at={at} scheme={scheme} />
        <Scope rule={rule} at={at} scheme={scheme} units={units} />
      </fieldset>
    ))}
    <fieldset className="field budget-rule">
      <legend>計算を足す</legend>
      <input type="hidden" name={`rules.${scheme.rules.length}.key`} value="" />
      <div className="fields-row">
        <Input name={`rules.${scheme.rules.length}.label`} label="名前" value="" />
        <Select name={`rules.${scheme.rules.length}.by`} label="計算" value="rate" choices={kinds} />
      </div>
    </fieldset>
  </>
);
