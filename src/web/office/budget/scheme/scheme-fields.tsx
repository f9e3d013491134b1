import { proposalKinds } from '../../../../domain/budget/budget.ts';
import type { BudgetScheme } from '../../../../domain/budget/budget-scheme.ts';
import type { ProgrammeType } from '../../../../domain/programme/yearly-cycle.ts';
import { kindWords } from '../words.ts';
import { Area, Check, Input, Select } from './inputs.tsx';
import { RuleFields } from './rule-fields.tsx';

interface Props {
  readonly scheme: BudgetScheme;
  readonly units: readonly (readonly [key: string, name: string])[];
  readonly types: readonly ProgrammeType[];
}

const Classes = ({ scheme }: Props) => {
  const blank = { key: '', label: '', inFrame: true, obligatory: false, meaning: '' };
  return [...scheme.expenseClasses, blank].map((each, at) => (
    <fieldset className="field budget-rule" key={each.key}>
      <legend>{each.label === '' ? '経費区分を足す' : each.label}</legend>
      <input type="hidden" name={`classes.${at}.key`} value={each.key} />
      <div className="fields-row">
        <Input name={`classes.${at}.label`} label="名前" value={each.label} />
        <Input name={`classes.${at}.meaning`} label="説明" value={each.meaning} />
      </div>
      <Check name={`classes.${at}.inFrame`} label="枠配分経費" checked={each.inFrame} />
      <Check
        name={`classes.${at}.obligatory`}
        label="義務的経費（割り落とさない）"
        checked={each.obligatory}
      />
    </fieldset>
  ));
};

const Sorting = ({ scheme, types }: Props) => {
  const classes = scheme.expenseClasses.map(({ key, label }) => [key, label] as const);
  const rows = [...scheme.sorting, { types: null, legal: null, give: '' }];
  return (
    <>
      {rows.map((row, at) => {
        const own = row.types?.join(' ') ?? '';
        const known = types.map(({ key, label }) => [key, label] as const);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          <div className="fields-row" key={at}>
            <Select
              name={`sorting.${at}.type`}
              label="事業の種類"
              value={own}
              choices={[
                ['', 'どの種類でも'],
                ...known,
                ...(own === '' || known.some(([key]) => key === own) ? [] : [[own, own] as const]),
              ]}
            />
            <Select
              name={`sorting.${at}.legal`}
              label="法令の義務"
              value={row.legal?.[0] ?? ''}
              choices={[
                ['', '問わない'],
                ['obliged', '義務あり'],
                ['discretionary', '裁量'],
                ['unknown', '不明'],
              ]}
            />
            <Select
              name={`sorting.${at}.give`}
              label="経費区分"
              value={row.give}
              choices={[['', row.give === '' ? '足さない' : 'この行を消す'], ...classes]}
            />
          </div>
        );
      })}
      <Select
        name="otherwise"
        label="どれにも当てはまらない事業"
        value={scheme.otherwise ?? ''}
        choices={[['', '振り分けず、一覧に挙げる'], ...classes]}
      />
    </>
  );
};

const Incentive = ({ scheme: { incentive } }: Props) => {
  const criteria = [...(incentive?.criteria ?? []), { key: '', label: '', levels: [] }];
  const additions = [...(incentive?.additions ?? []), { fromPoints: null, rate: '' }];
  return (
    <>
      <Check name="incentive.on" label="節減への還元を行う" checked={incentive !== null} />
      <div className="fields-row">
        <Input
          name="incentive.baseRate"
          label="もとの率"
          value={incentive?.baseRate ?? '0.8'}
          size="input--short"
        />
        <Input
          name="incentive.leastRate"
          label="率の下限"
          value={incentive?.leastRate ?? '0'}
          size="input--short"
        />
        <Input
          name="incentive.greatestRate"
          label="率の上限"
          value={incentive?.greatestRate ?? '1'}
          size="input--short"
        />
        <Input
          name="incentive.cap"
          label="上限額（千円）"
          value={incentive?.capThousandYen == null ? '' : String(incentive.capThousandYen)}
          size="input--short"
        />
        <Input
          name="incentive.years"
          label="使える年度の数"
          value={String(incentive?.usableYears ?? 1)}
          size="input--short"
        />
      </div>
      {criteria.map(({ key, label, levels }, at) => (
        <div className="fields-row" key={key}>
          <input type="hidden" name={`criteria.${at}.key`} value={key} />
          <Input name={`criteria.${at}.label`} label="点を付ける項目" value={label} />
          <Area
            name={`criteria.${at}.levels`}
            label="段階（1行に「点 言葉」）"
            value={levels.map((level) => `${level.points} ${level.label}`).join('\n')}
          />
        </div>
      ))}
      {additions.map(({ fromPoints, rate }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
        <div className="fields-row" key={at}>
          <Input
            name={`additions.${at}.from`}
            label="総点がこれ以上なら"
            value={fromPoints === null ? '' : String(fromPoints)}
            size="input--short"
          />
          <Input name={`additions.${at}.rate`} label="率に加える" value={rate} size="input--short" />
        </div>
      ))}
    </>
  );
};

const Kinds = ({ name, label, chosen }: { name: string; label: string; chosen: readonly string[] }) => (
  <fieldset className="field field--choices">
    <legend>{label}</legend>
    <div className="choices">
      {proposalKinds.map((kind) => (
        <Check key={kind} name={name} value={kind} label={kindWords[kind]} checked={chosen.includes(kind)} />
      ))}
    </div>
  </fieldset>
);

/** Everything a rule of frames can say, without JSON. */
export const SchemeFields = (props: Props) => {
  const { scheme } = props;
  return (
    <>
      <Input name="name" label="規則の名前" value={scheme.name} size="input--wide" />
      <h2>経費区分</h2>
      <Classes {...props} />
      <h2>事業の振り分け</h2>
      <Sorting {...props} />
      <h2>もとになる額</h2>
      <div className="fields-row">
        <Select
          name="framesFor"
          label="枠を配る先"
          value={scheme.framesFor}
          choices={[
            ['top', 'いちばん上の組織（部）'],
            ['own', '担当の組織（課）'],
          ]}
        />
        <Select
          name="base.of"
          label="基準年度の"
          value={scheme.base.of}
          choices={[
            ['budget', '予算額'],
            ['settled', '決算額'],
          ]}
        />
        <Select
          name="base.money"
          label="数えるもの"
          value={scheme.base.money}
          choices={[
            ['general', '一般財源'],
            ['total', '事業費の全部'],
          ]}
        />
        <Select
          name="base.unknownFunding"
          label="財源内訳が分からない事業"
          value={scheme.base.unknownFunding}
          choices={[
            ['list', '計算に入れず、一覧に挙げる'],
            ['use-total', '事業費を一般財源とみなす'],
          ]}
        />
      </div>
      <h2>枠の計算（上から順に）</h2>
      <RuleFields scheme={scheme} units={props.units} />
      <div className="fields-row">
        <Select
          name="ceiling"
          label="枠の合計"
          value={scheme.ceiling}
          choices={[
            ['revenue', '歳入見込みの範囲に収める'],
            ['none', '限らない'],
          ]}
        />
        <Select
          name="rounding.unit"
          label="端数の単位"
          value={String(scheme.rounding.unitThousandYen)}
          choices={[
            ['1', '1千円'],
            ['10', '1万円'],
            ['100', '10万円'],
            ['1000', '100万円'],
          ]}
        />
        <Select
          name="rounding.mode"
          label="端数"
          value={scheme.rounding.mode}
          choices={[
            ['half-away', '四捨五入'],
            ['down', '切り捨て'],
          ]}
        />
      </div>
      <h2>提案と流用の決まり</h2>
      <Kinds name="proposals.offsetFor" label="見合いの財源が要る提案" chosen={scheme.proposals.offsetFor} />
      <Kinds name="proposals.endYearFor" label="終期が要る提案" chosen={scheme.proposals.endYearFor} />
      <Kinds
        name="proposals.totalCostFor"
        label="総事業費が要る提案"
        chosen={scheme.proposals.totalCostFor}
      />
      <Check
        name="transfers.acrossUnits"
        label="部をまたぐ流用を認める"
        checked={scheme.transfers.acrossUnits}
      />
      <Check
        name="transfers.acrossClasses"
        label="経費区分をまたぐ流用を認める"
        checked={scheme.transfers.acrossClasses}
      />
      <h2>節減への還元</h2>
      <Incentive {...props} />
      <Area
        name="readings"
        label="読み方・注記（1行に一つ。公表にも出ます）"
        value={scheme.readings.join('\n')}
        rows={4}
      />
    </>
  );
};
