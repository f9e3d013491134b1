import type { JudgedIndicator, YearJudgements } from '../../../app/judgement/read-judgements.ts';
import { overallAxis } from '../../../domain/indicator/judgement/overall-axis.ts';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField } from '../forms/field.tsx';
import type { SheetPageProps } from './sheet-page.tsx';

/** What the address asks for. */
export interface SheetFilter {
  /** '' for all; 'none': without a unit */
  readonly unit: string;
  /** '' for all; 'none': without a grade; else the key of a grade of the headline */
  readonly grade: string;
  readonly withoutFigure: boolean;
  /** Judged with figures that are entered and not public */
  readonly drafts: boolean;
}

export const readFilter = (query: (name: string) => string | undefined): SheetFilter => ({
  unit: query('unit') ?? '',
  grade: query('grade') ?? '',
  withoutFigure: query('value') === 'none',
  drafts: query('figures') === 'entered',
});

export const filtered = (year: YearJudgements, filter: SheetFilter): readonly JudgedIndicator[] =>
  year.indicators.filter(({ loaded, judgement, machine }) => {
    const unit = loaded.indicator.unitKey ?? 'none';
    const grade = judgement.overall?.grade ?? 'none';
    return (
      (filter.unit === '' || filter.unit === unit) &&
      (filter.grade === '' || filter.grade === grade) &&
      (!filter.withoutFigure || !machine.hasValue)
    );
  });

/** A plain form that asks for the same page with another address; it works without JavaScript and can be mailed. */
export const SheetFilters = ({ sheet, year, filter, shown }: SheetPageProps) => {
  const used = new Set(year.indicators.map(({ loaded }) => loaded.indicator.unitKey));
  const grades = overallAxis(year.compiled.scheme)?.grades ?? [];
  const form = formFromEntries([
    ['unit', filter.unit],
    ['grade', filter.grade],
    ['value', filter.withoutFigure ? 'none' : ''],
  ]);
  return (
    <form method="get" className="fields-row sheet-filters no-print">
      {filter.drafts && <input type="hidden" name="figures" value="entered" />}
      <SelectField
        form={form}
        name="unit"
        label="担当"
        choices={[
          { value: '', label: 'すべて' },
          ...sheet.units
            .filter(({ unitKey }) => used.has(unitKey))
            .map(({ unitKey, name }) => ({ value: unitKey, label: name })),
          ...(used.has(null) ? [{ value: 'none', label: '担当なし' }] : []),
        ]}
      />
      <SelectField
        form={form}
        name="grade"
        label="判定"
        choices={[
          { value: '', label: 'すべて' },
          ...grades.map(({ key, label }) => ({ value: key, label })),
          { value: 'none', label: '判定なし' },
        ]}
      />
      <SelectField
        form={form}
        name="value"
        label="値"
        choices={[
          { value: '', label: 'すべて' },
          { value: 'none', label: '値のない指標だけ' },
        ]}
      />
      <p className="actions">
        <button type="submit" className="button button--quiet">
          しぼる
        </button>
        <span role="status">
          {year.indicators.length}件のうち{shown.length}件
        </span>
        <button type="button" className="button button--quiet" data-print hidden>
          印刷する
        </button>
      </p>
    </form>
  );
};
