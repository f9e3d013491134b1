import type { RoundView } from '../../../../app/evaluation/read-round.ts';
import { statusWords } from '../rounds/words.ts';
import type { SheetFilters } from './sheet-filters.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

const Select = ({
  name,
  label,
  value,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}) => (
  <div className="field">
    <label htmlFor={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name} className="input input--medium" defaultValue={value}>
      <option value="">すべて</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** 絞り込み: an ordinary form with an address that can be kept. */
export const FilterForm = ({
  view,
  filters,
  action,
}: {
  readonly view: RoundView;
  readonly filters: SheetFilters;
  readonly action: string;
}) => {
  const { scheme, units, sheets } = view;
  const shown = new Set(
    sheets.flatMap(({ sheet }) =>
      sheet.unitKey === null ? [] : [sheet.unitKey, ...(view.scope.ancestors.get(sheet.unitKey) ?? [])],
    ),
  );
  return (
    <form method="get" action={action} className="filter-row">
      <Select
        name="unit"
        label="担当課"
        value={filters.unit}
        options={[
          ...units
            .filter(({ unitKey }) => shown.has(unitKey))
            .map(({ unitKey, name }) => ({ value: unitKey, label: name })),
          ...(sheets.some(({ sheet }) => sheet.unitKey === null)
            ? [{ value: '-', label: '担当課なし' }]
            : []),
        ]}
      />
      <Select
        name="stage"
        label="今の段階"
        value={filters.stage}
        options={scheme.stages.map(({ key, label }) => ({ value: key, label }))}
      />
      <Select
        name="state"
        label="状態"
        value={filters.state}
        options={[
          { value: 'late', label: '期限を過ぎた' },
          ...Object.entries(statusWords).map(([value, label]) => ({ value, label })),
          { value: 'exempt', label: '対象外' },
        ]}
      />
      {scheme.directions.length > 0 && (
        <Select
          name="direction"
          label="方向性"
          value={filters.direction}
          options={scheme.directions.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      <div className="field">
        <label htmlFor="filter-q">番号・名前</label>
        <input
          id="filter-q"
          name="q"
          type="search"
          className="input input--medium"
          defaultValue={filters.words}
        />
      </div>
      <label className="choice filter-row__choice">
        <input type="checkbox" name="mine" value="1" defaultChecked={filters.mine} />
        あなたの番だけ
      </label>
      <button type="submit" className="button button--quiet">
        絞り込む
      </button>
    </form>
  );
};
