import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { TypedValue } from '../decide-values.ts';
import type { Indicator } from '../indicator.ts';
import { isMissingReason } from '../missing-reason.ts';
import { parseValueText } from '../value-text/parse-value-text.ts';
import { valueInUnit } from '../value-text/value-in-unit.ts';
import type { NumberText, ValueText } from '../value-text/value-text.ts';

export type TypedCell = Pick<TypedValue, 'figure' | 'text' | 'missing'>;

const empty: TypedCell = { figure: '', text: '', missing: '' };

/** 約120, 120以上, 45（令和6年度）: the number is there, and something is said beside it that a figure cannot hold. */
const saysMore = ({ approximate, bound, year, cumulative }: NumberText): boolean =>
  approximate || bound !== null || year !== null || cumulative !== null;

/**
 * What was typed into the one cell of a figure: a number in whatever unit the town writes it (1,234千人), a milestone
 * in words, or a word or sign that gives the reason why there is none (未実施, －). `missing`: the reason chosen
 * beside it, or ''. Both, and they differ: two things for one cell. Paths: [indicatorKey, 'figure'].
 */
export const typedCell = (
  indicator: Pick<Indicator, 'indicatorKey' | 'direction' | 'unit'>,
  typed: string,
  missing: string,
): Result<TypedCell, Problem> => {
  const path = [indicator.indicatorKey, 'figure'];
  const text = typed.normalize('NFKC').trim();
  if (text === '') return ok({ ...empty, missing });
  const read = parseValueText(typed, path);
  const isWord = indicator.direction === 'milestone';
  const says: ValueText['kind'] = read.ok ? read.value.kind : 'blank';
  if (read.ok && read.value.kind === 'missing') {
    // A dash beside a reason, or the same reason in words, says one thing twice.
    const { reason, word } = read.value;
    if (missing === '' || missing === reason || /^[‐-―－−ー-]+$/u.test(word))
      return ok({ ...empty, missing: isMissingReason(missing) ? missing : reason });
    return refuse(errorAt('missing-beside-value', [indicator.indicatorKey, 'missing']));
  }
  if (missing !== '') return refuse(errorAt('missing-beside-value', [indicator.indicatorKey, 'missing']));
  if (read.ok && read.value.kind === 'number' && !saysMore(read.value)) {
    const value = valueInUnit(read.value, indicator.unit, path);
    return value.ok ? ok({ ...empty, figure: value.value }) : value;
  }
  if (isWord) return ok({ ...empty, text });
  const suggestion =
    read.ok && read.value.kind === 'number' ? `${read.value.value}${read.value.scale}` : undefined;
  const given =
    !read.ok && typeof read.error.params?.suggestion === 'string' ? read.error.params.suggestion : suggestion;
  return refuse(
    errorAt(says === 'open' ? 'sheet-to-be-set' : 'not-a-number', path, {
      text: typed.slice(0, 60),
      ...(given === undefined ? {} : { suggestion: given }),
    }),
  );
};
