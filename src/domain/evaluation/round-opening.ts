import { formatFiscalYear } from '../kernel/fiscal-year.ts';
import type { Fraction } from '../kernel/fraction.ts';
import type { EvaluationScheme } from './evaluation-scheme.ts';
import { exemptionOf } from './exemption.ts';
import { firstState } from './move-sheet.ts';
import { type LastYear, type Prefilled, prefillFirst } from './prefill.ts';
import { proposeLevels } from './propose-levels.ts';
import type { SheetState } from './sheet-state.ts';

/** What opening a round needs to know of one subject. */
export interface OpeningSubject {
  readonly subjectKey: string;
  readonly unitKey: string | null;
  readonly typeKey: string | null;
  /** Settled amounts, the year evaluated first; null: not known */
  readonly settledThousandYen: readonly (number | null)[];
  readonly achievement: Fraction | null;
  readonly last: LastYear | null;
}

export interface OpenedSheet extends SheetState {
  readonly subjectKey: string;
  readonly unitKey: string | null;
  readonly position: number;
  readonly stageKeys: readonly string[];
  readonly exemption: string;
  /** The arithmetic or the type by which it is exempt; '' : it is evaluated. */
  readonly exemptionNote: string;
  /** Key of the first stage and what its record begins with; null: exempt. */
  readonly first: { readonly stageKey: string; readonly record: Prefilled } | null;
}

const thousandYen = (amount: number): string => `${amount.toLocaleString('ja-JP')}千円`;

/** Why an exemption holds, as arithmetic where it is one. */
export const exemptionWords = (
  scheme: EvaluationScheme,
  key: string,
  subject: Pick<OpeningSubject, 'typeKey' | 'settledThousandYen'>,
  fiscalYear: number,
): string => {
  const exemption = scheme.exemptions.find((each) => each.key === key);
  if (exemption === undefined) return '';
  const type = scheme.types.find((each) => each.key === subject.typeKey);
  if (type !== undefined && exemption.types.includes(type.key))
    return `${exemption.label}: 事業の種類「${type.label}」`;
  if (exemption.atMost === null) return exemption.label;
  const { years, thousandYen: most } = exemption.atMost;
  const amounts = subject.settledThousandYen.slice(0, years).map((amount) => amount ?? 0);
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const span =
    years === 1
      ? formatFiscalYear(fiscalYear, 'wareki')
      : `${formatFiscalYear(fiscalYear - years + 1, 'wareki')}〜${formatFiscalYear(fiscalYear, 'wareki')}`;
  const terms = years === 1 ? '' : `${amounts.toReversed().map(thousandYen).join(' + ')} = `;
  return `${exemption.label}: ${span}の決算 ${terms}${thousandYen(sum)}（${thousandYen(most)}以下）`;
};

/**
 * The sheets a round begins with. A stage that looks at some subjects only is on the sheets of those that were chosen
 * for it; what a rule exempts is final from the beginning and says why.
 */
export const openSheets = (
  scheme: EvaluationScheme,
  fiscalYear: number,
  subjects: readonly OpeningSubject[],
  chosen: ReadonlyMap<string, ReadonlySet<string>>,
): readonly OpenedSheet[] =>
  subjects.map((subject, position) => {
    const stages = scheme.stages.filter(
      ({ key, subjects: which }) => which === 'all' || chosen.get(key)?.has(subject.subjectKey) === true,
    );
    const exemption = exemptionOf(scheme, subject.typeKey, subject.settledThousandYen);
    const [first] = stages;
    return {
      subjectKey: subject.subjectKey,
      unitKey: subject.unitKey,
      position,
      stageKeys: stages.map(({ key }) => key),
      ...firstState(stages.length, exemption !== '' || first === undefined),
      exemption,
      exemptionNote: exemptionWords(scheme, exemption, subject, fiscalYear),
      first:
        exemption !== '' || first === undefined
          ? null
          : {
              stageKey: first.key,
              record: prefillFirst(
                scheme,
                first,
                subject.typeKey,
                proposeLevels(scheme, subject.achievement, subject.typeKey),
                subject.last,
              ),
            },
    };
  });
