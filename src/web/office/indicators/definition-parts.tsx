import type { ReactNode } from 'react';
import { type RuleIndicator, usersOf } from '../../../domain/indicator/check-computed.ts';
import type { Form } from '../../middleware/form.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';
import { rowsOf } from '../forms/rows.ts';
import { belongsTo } from './definition-form.ts';
import { computedOperations, pathShapes, timeBehaviours } from './indicator-words.data.ts';

export interface PartProps {
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly beside: (field: string) => ReactNode;
  /** Every indicator of the town, to compute from. */
  readonly rules: readonly RuleIndicator[];
  /** Address of the list of indicators. */
  readonly list: string;
  /** The indicator itself; null: it is not made yet. */
  readonly indicatorKey: string | null;
}

const asValues = { value: '', label: '（値と同じ）' } as const;

interface FoldProps {
  readonly page: PartProps;
  /** Parts of the definition that stand in it. */
  readonly fields: readonly string[];
  readonly label: string;
  /** What is chosen, read without opening. '' : nothing. */
  readonly says: string;
  readonly children: ReactNode;
}

/** Folded while it says nothing and nothing is wrong with it: a plain indicator stays a short form. */
const Fold = ({ page, fields, label, says, children }: FoldProps) => {
  const choices = fields.map((field) => page.beside(field)).filter((each) => each != null);
  const isWrong = [...page.sentences.keys()].some((name) => fields.some((field) => belongsTo(name, field)));
  const asked = page.form.text('then').split(':')[1];
  const isOpen = isWrong || choices.length > 0 || (asked !== undefined && fields.includes(asked));
  return (
    <details className="entry-row" open={isOpen}>
      <summary>
        {label}
        {says !== '' && <span className="quiet">{`: ${says}`}</span>}
      </summary>
      {fields.map((field) => (
        <div key={field}>{page.beside(field)}</div>
      ))}
      {children}
    </details>
  );
};

const labelOf = (
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string => choices.find((each) => each.value === value)?.label ?? '';

/** Rows that are filled, and some to fill; more when they are asked for. */
const rowCount = (form: Form, field: string, filled: number, least = 1): number =>
  Math.max(least, filled + (form.text('then') === `more:${field}` ? 4 : 1));

const MoreRows = ({ field, label }: { readonly field: string; readonly label: string }) => (
  <p className="actions">
    <button type="submit" name="then" value={`more:${field}`} className="button button--quiet button--small">
      {label}
    </button>
  </p>
);

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const Targets = (page: PartProps) => {
  const { form, sentences } = page;
  const behaviour = form.text('targetBasis.behaviour');
  const range = [form.text('range.from'), form.text('range.to')];
  const says = [
    behaviour === '' ? '' : labelOf(timeBehaviours, behaviour),
    range.every((end) => end === '') ? '' : `範囲 ${range.join('〜')}`,
  ].filter((part) => part !== '');
  return (
    <Fold
      page={page}
      fields={['targetBasis', 'range']}
      label="目標の性質・望ましい範囲"
      says={says.join('、')}
    >
      <p className="field__hint">
        一年間の値を足し上げて目標と比べるときは、目標の性質を「累計」にし、数え始める年度を書きます。
      </p>
      <div className="fields-row">
        <SelectField
          form={form}
          name="targetBasis.behaviour"
          label="目標の性質"
          choices={[asValues, ...timeBehaviours]}
          sentences={sentences}
        />
        <TextField
          form={form}
          name="targetBasis.since"
          label="数え始める年度"
          hint="空なら基準の年度の翌年度から"
          size="short"
          sentences={sentences}
        />
      </div>
      <div className="fields-row">
        <TextField
          form={form}
          name="range.from"
          label="望ましい範囲の下"
          hint="向きが「範囲に収める」のとき"
          inputMode="decimal"
          size="short"
          sentences={sentences}
        />
        <TextField
          form={form}
          name="range.to"
          label="望ましい範囲の上"
          hint="片方だけでもよい"
          inputMode="decimal"
          size="short"
          sentences={sentences}
        />
      </div>
    </Fold>
  );
};

const Path = (page: PartProps) => {
  const { form, sentences } = page;
  const shape = form.text('path.shape');
  const points = rowsOf(form, 'points', ['fiscalYear', 'value']).length;
  return (
    <Fold
      page={page}
      fields={['path']}
      label="目標までの道筋"
      says={shape === 'linear' ? '' : labelOf(pathShapes, shape)}
    >
      <SelectField form={form} name="path.shape" label="進み方" choices={pathShapes} sentences={sentences} />
      <TextField
        form={form}
        name="path.surveyYears"
        label="調査の年度（段階のとき）"
        hint="例: 令和6、令和8、令和10"
        sentences={sentences}
      />
      <fieldset className="plain">
        <legend>年度ごとの値（年度ごとに定めるとき）</legend>
        {places(rowCount(form, 'path', points)).map((index) => (
          <div key={index} className="fields-row">
            <TextField
              form={form}
              name={`points.${index}.fiscalYear`}
              label={`道筋${index + 1}の年度`}
              size="short"
              sentences={sentences}
            />
            <TextField
              form={form}
              name={`points.${index}.value`}
              label={`道筋${index + 1}の値`}
              inputMode="decimal"
              size="short"
              sentences={sentences}
            />
          </div>
        ))}
        <MoreRows field="path" label="道筋の行を増やす" />
      </fieldset>
    </Fold>
  );
};

const Units = (page: PartProps) => {
  const { form, sentences } = page;
  const rows = rowsOf(form, 'unitChanges', ['fiscalYear', 'unit', 'factor']);
  return (
    <Fold
      page={page}
      fields={['unitChanges']}
      label="単位の変更"
      says={rows
        .filter(({ fiscalYear }) => fiscalYear !== '')
        .map(({ fiscalYear, unit }) => `${fiscalYear}から${unit}`)
        .join('、')}
    >
      <p className="field__hint">
        その年度から単位が変わったときに書きます。前の値に掛けると新しい単位になる数を書くと、前の値とも比べられます（千人から人へなら1000）。比べられないときは空にします。
      </p>
      {places(rowCount(form, 'unitChanges', rows.length)).map((index) => (
        <div key={index} className="fields-row">
          <TextField
            form={form}
            name={`unitChanges.${index}.fiscalYear`}
            label={`変更${index + 1}の年度`}
            size="short"
            sentences={sentences}
          />
          <TextField
            form={form}
            name={`unitChanges.${index}.unit`}
            label={`変更${index + 1}の後の単位`}
            size="short"
            sentences={sentences}
          />
          <TextField
            form={form}
            name={`unitChanges.${index}.factor`}
            label={`変更${index + 1}で前の値に掛ける数`}
            inputMode="decimal"
            size="short"
            sentences={sentences}
          />
        </div>
      ))}
      <MoreRows field="unitChanges" label="変更の行を増やす" />
    </Fold>
  );
};

/** What is computed from this indicator: changing its unit, or making it depend on them, is refused. */
const Users = ({ rules, indicatorKey, list }: PartProps) => {
  const known = new Map(rules.map((rule) => [rule.indicatorKey, rule]));
  const users = indicatorKey === null ? [] : usersOf(indicatorKey, known);
  return users.length === 0 ? null : (
    <p>
      この指標から計算している指標:{' '}
      {users.map((user, index) => (
        <span key={user.indicatorKey}>
          {index > 0 && '、'}
          <a href={`${list}/${encodeURIComponent(user.indicatorKey)}`}>{user.name}</a>
        </span>
      ))}
    </p>
  );
};

const Computed = (page: PartProps) => {
  const { form, sentences, rules, indicatorKey } = page;
  const operation = form.text('computed.operation');
  const operands = rowsOf(form, 'operands', ['key']).filter(({ key }) => key !== '');
  const nameOf = (key: string): string =>
    rules.find((rule) => rule.indicatorKey === key)?.name ?? `${key}（登録がありません）`;
  const choices = [
    { value: '', label: '（選んでいない）' },
    // One that is gone stays to be seen.
    ...operands
      .filter(({ key }) => !rules.some((rule) => rule.indicatorKey === key))
      .map(({ key }) => ({ value: key, label: nameOf(key) })),
    ...rules
      .filter(
        (rule) => rule.indicatorKey !== indicatorKey || operands.some(({ key }) => key === indicatorKey),
      )
      .map(({ indicatorKey: value, name, unit }) => ({
        value,
        label: unit === '' ? name : `${name}（${unit}）`,
      })),
  ];
  return (
    <Fold
      page={page}
      fields={['computed']}
      label="ほかの指標から計算する"
      says={
        operation === ''
          ? ''
          : `${labelOf(computedOperations, operation)} ${operands.map(({ key }) => nameOf(key)).join('、')}`
      }
    >
      <p className="field__hint">
        同じ年度の値から計算し、値は手で入れません。元の値が速報なら速報、元の値がなければ「計算できない」と、その指標の名前を示します。
      </p>
      <div className="fields-row">
        <SelectField
          form={form}
          name="computed.operation"
          label="計算"
          choices={[{ value: '', label: '（計算しない。値を入力する）' }, ...computedOperations]}
          sentences={sentences}
        />
        <TextField
          form={form}
          name="computed.factor"
          label="結果に掛ける数"
          hint="百分率なら100、人口千人当たりなら1000。空は1"
          inputMode="decimal"
          size="short"
          sentences={sentences}
        />
      </div>
      {places(rowCount(form, 'computed', operands.length, 2)).map((index) => (
        <SelectField
          key={index}
          form={form}
          name={`operands.${index}.key`}
          label={`計算に使う指標${index + 1}`}
          choices={choices}
          sentences={sentences}
        />
      ))}
      <MoreRows field="computed" label="計算に使う指標を増やす" />
    </Fold>
  );
};

const Publication = (page: PartProps) => {
  const { form, sentences } = page;
  const months = form.text('availableAfterMonths');
  const commonKey = form.text('commonKey');
  const says = [months === '' ? '' : `年度の終わりから${months}か月`, commonKey];
  return (
    <Fold
      page={page}
      fields={['availableAfterMonths', 'commonKey']}
      label="値が分かる時期・ほかの町と共通の指標"
      says={says.filter((part) => part !== '').join('、')}
    >
      <div className="fields-row">
        <TextField
          form={form}
          name="availableAfterMonths"
          label="年度の終わりから値が分かるまでの月数"
          hint="空なら、照会の期限による"
          inputMode="numeric"
          size="short"
          sentences={sentences}
        />
        <TextField
          form={form}
          name="commonKey"
          label="共通指標のキー"
          hint="ほかの町と同じ定義の指標に付ける名前。半角の小文字・数字・ハイフン"
          size="medium"
          sentences={sentences}
        />
      </div>
    </Fold>
  );
};

/** The parts of a definition that only some indicators need. */
export const DefinitionParts = (page: PartProps) => (
  <section className="section" aria-labelledby="more-title">
    <h2 id="more-title">必要な指標にだけ定めること</h2>
    <Users {...page} />
    <Targets {...page} />
    <Path {...page} />
    <Units {...page} />
    <Computed {...page} />
    <Publication {...page} />
  </section>
);

export const baselineBehaviourChoices = [asValues, ...timeBehaviours];
