import type { ProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { fiscalYearOf } from '../../../domain/kernel/fiscal-year.ts';
import { yearName } from './year-form.ts';

/** Years that have a record, the running one and the next: newest first. */
export const yearsToShow = (desk: ProgrammeDesk, chosen: number): readonly number[] => {
  const running = fiscalYearOf(desk.today);
  return [...new Set([running + 1, running, chosen, ...desk.years.map(({ fiscalYear }) => fiscalYear)])].sort(
    (a, b) => b - a,
  );
};

export const YearChips = ({
  years,
  chosen,
  href,
}: {
  readonly years: readonly number[];
  readonly chosen: number;
  readonly href: string;
}) => (
  <>
    <nav className="section-nav" aria-label="年度">
      {years.map((year) => (
        <a
          key={year}
          className="chip"
          href={`${href}?year=${year}`}
          aria-current={year === chosen ? 'page' : undefined}
        >
          {yearName(year)}
        </a>
      ))}
    </nav>
    <form method="get" action={href} className="fields-row no-print">
      <div className="field">
        <label htmlFor="other-year">ほかの年度（西暦）</label>
        <input
          id="other-year"
          name="year"
          className="input input--short"
          inputMode="numeric"
          pattern="[0-9]{4}"
          autoComplete="off"
        />
      </div>
      <p className="actions">
        <button type="submit" className="button button--quiet">
          開く
        </button>
      </p>
    </form>
  </>
);
