import type { ProgrammeList } from '../../../app/programme/read-programme-list.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { programmeSorts, programmeStates } from '../../../domain/programme/list/filter.ts';
import { formFromEntries } from '../forms/entries.ts';
import { type Choice, SelectField, TextField } from '../forms/field.tsx';
import { unitChoices } from '../plans/place-choices.ts';
import type { ListAddress } from './list-address.ts';
import { sortWords, stateWords } from './words.ts';

const all: Choice = { value: '', label: 'すべて' };

/** Plan items for a <select>: 「計画 › 1-2 項目」. */
export const itemChoices = (items: ProgrammeList['items']): readonly Choice[] => {
  const plans = new Set(items.map(({ planKey }) => planKey));
  return items.map(({ planKey, planTitle, itemKey, code, title }) => ({
    value: `${planKey}/${itemKey}`,
    label: `${plans.size > 1 ? `${planTitle} › ` : ''}${code === null ? '' : `${code} `}${title}`,
  }));
};

/** A plain form that asks for the same page with another address. */
export const ListFilters = ({
  list,
  address,
  href,
}: {
  readonly list: ProgrammeList;
  readonly address: ListAddress;
  readonly href: string;
}) => {
  const { filter } = address;
  const form = formFromEntries([
    ['year', String(list.fiscalYear)],
    ['q', filter.text],
    ['unit', filter.unit],
    ['type', filter.type],
    ['class', filter.expenseClass],
    ['item', filter.item],
    ['state', filter.state],
    ['sort', address.sort],
    ['order', address.descending ? 'desc' : ''],
  ]);
  const chosenUnit = filter.unit === '' ? [] : [filter.unit];
  const used = list.rows.flatMap(({ unitKey }) => (unitKey === null ? [] : [unitKey]));
  const years = [...new Set([list.fiscalYear, ...list.fiscalYears])].sort((a, b) => b - a);
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  return (
    <form method="get" action={href} className="programme-filters no-print" aria-label="一覧をしぼる">
      <div className="fields-row">
        <SelectField
          form={form}
          name="year"
          label="年度"
          choices={years.map((year) => ({ value: String(year), label: formatFiscalYear(year, 'wareki') }))}
        />
        <TextField form={form} name="q" label="ことば（番号・名前など）" size="medium" />
        <SelectField
          form={form}
          name="unit"
          label="担当（下の組織を含む）"
          choices={[
            all,
            ...unitChoices(list.units, [...chosenUnit, ...used], list.today).map(
              ({ value, label, indent }) => ({
                value,
                label: `${'　'.repeat(indent)}${label}`,
              }),
            ),
            { value: 'none', label: '担当なし' },
          ]}
        />
        <SelectField
          form={form}
          name="state"
          label="状態"
          choices={[all, ...programmeStates.map((value) => ({ value, label: stateWords[value] }))]}
        />
      </div>
      <details open={filter.type + filter.expenseClass + filter.item !== '' || address.sort !== 'position'}>
        <summary>ほかの条件と並び順</summary>
        <div className="fields-row">
          <SelectField
            form={form}
            name="type"
            label="事業種別"
            choices={[
              all,
              ...list.types.map(({ key, label }) => ({ value: key, label })),
              { value: 'none', label: '決めていない' },
            ]}
          />
          <SelectField
            form={form}
            name="class"
            label="経費区分"
            choices={[
              all,
              ...list.expenseClasses.map(({ key, label }) => ({ value: key, label })),
              { value: 'none', label: '分けていない' },
            ]}
          />
          <SelectField
            form={form}
            name="item"
            label="計画項目"
            choices={[all, ...itemChoices(list.items), { value: 'none', label: 'つながりなし' }]}
          />
          <SelectField
            form={form}
            name="sort"
            label="並び順"
            choices={programmeSorts.map((value) => ({ value, label: sortWords[value] }))}
          />
          <SelectField
            form={form}
            name="order"
            label="向き"
            choices={[
              { value: '', label: '小さい順（はじめから）' },
              { value: 'desc', label: '大きい順（終わりから）' },
            ]}
          />
        </div>
      </details>
      <p className="actions">
        <button type="submit" className="button button--quiet">
          しぼる
        </button>
        {isNarrowed && <a href={`${href}?year=${list.fiscalYear}`}>条件を消す</a>}
      </p>
    </form>
  );
};
