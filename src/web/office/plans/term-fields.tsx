import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { type Period, periodYears } from '../../../domain/plan/periods.ts';
import type { PlanHeader } from '../../../domain/plan/plan.ts';
import type { DrawnTermRule } from '../../../domain/plan/review-calendar-fill.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';

const leftOvers = [
  { value: 'short-last', label: '最後に短い期を置く' },
  { value: 'long-last', label: '最後の期を長くする' },
] as const;

/** '3' is every three years; '5、4' is the first five, then four. */
export const readTermRule = (form: Form): Result<DrawnTermRule, Problem> => {
  const typed = form.text('terms.years').normalize('NFKC');
  const lengths = typed
    .split(/[\s、,・+]+/u)
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,2}年?$/u.test(part) ? Number.parseInt(part, 10) : 0));
  const [years = 0, ...more] = lengths;
  if (lengths.length === 0 || lengths.some((length) => length < 1))
    return {
      ok: false,
      error: errorAt('terms-unreadable', ['terms', 'years'], { text: typed.slice(0, 40) }),
    };
  if (more.length > 0) return ok({ rule: 'lengths', lengths });
  const leftOver =
    leftOvers.find(({ value }) => value === form.text('terms.leftOver'))?.value ?? 'short-last';
  return ok({ rule: 'split', years, leftOver });
};

/** What the drawn terms say of themselves, to begin with. */
export const termEntries = (header: PlanHeader): Entries => {
  const terms: readonly Period[] =
    header.reviewCalendar.filter(({ group }) => group === 'strategy')[1]?.periods ?? [];
  const lengths = terms.map(periodYears);
  return [['terms.years', new Set(lengths).size === 1 ? String(lengths[0]) : lengths.join('、')]];
};

interface TermFieldsProps {
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly isOpen: boolean;
}

/** 期間から作る: the rows follow from the plan's period and the length of its terms. */
export const TermFields = ({ form, sentences, isOpen }: TermFieldsProps) => (
  <details className="entry-row" open={isOpen || sentences.has('terms.years')}>
    <summary>期間から作る</summary>
    <p className="quiet">
      計画の期間に、期の棒、毎年の評価（●）、期の終わりの見直し（○）を置きます。行の名前は残ります。できた行は、保存する前に直せます。
    </p>
    <div className="fields-row">
      <TextField
        form={form}
        name="terms.years"
        label="1つの期の年数"
        hint="例: 3（3年ごと）、5、4（前期5年・後期4年）"
        size="medium"
        sentences={sentences}
      />
      <SelectField form={form} name="terms.leftOver" label="年数が余るとき" choices={leftOvers} />
    </div>
    <p className="actions">
      <button type="submit" name="then" value="fill" className="button button--quiet button--small">
        期間から行を作る
      </button>
    </p>
  </details>
);
