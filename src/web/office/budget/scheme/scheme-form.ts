import type { BudgetScheme, FrameRule } from '../../../../domain/budget/budget-scheme.ts';
import type { CommonDirection } from '../../../../domain/evaluation/common-direction.ts';
import { commonDirections } from '../../../../domain/evaluation/common-direction.ts';
import type { Form } from '../../../middleware/form.ts';
import { rowsOf } from '../../forms/rows.ts';
import { typedAmount } from '../words.ts';

export const ruleWords: Readonly<Record<FrameRule['by'], string>> = {
  rate: '前年度 × 率',
  direction: '評価の方向による率',
  zero: 'ゼロから積み上げる',
  fixed: '定額にする',
  slot: '優先枠を加える',
  return: '節減分の一部を戻す',
  rest: '歳入から残りを配る',
};

const ruleKinds = Object.keys(ruleWords) as readonly FrameRule['by'][];

/** A key for a row that has none: the next that is free. */
const keyed = <Row extends { readonly key: string }>(
  rows: readonly Row[],
  prefix: string,
): readonly Row[] => {
  const taken = new Set(rows.map(({ key }) => key));
  let next = 1;
  return rows.map((row) => {
    if (row.key !== '') return row;
    while (taken.has(`${prefix}-${next}`)) next += 1;
    const key = `${prefix}-${next}`;
    taken.add(key);
    return { ...row, key };
  });
};

const listOrAll = (values: readonly string[]): readonly string[] | null =>
  values.length === 0 ? null : values;

const ruleOf = (
  form: Form,
  at: number,
  key: string,
  by: FrameRule['by'],
  label: string,
  first: string,
): FrameRule => {
  const text = (field: string) => form.text(`rules.${at}.${field}`).normalize('NFKC').trim();
  const number = (field: string) => typedAmount(form, `rules.${at}.${field}`) ?? 0;
  const scope = {
    key,
    label,
    classes: listOrAll(form.all(`rules.${at}.classes`)),
    units: listOrAll(form.all(`rules.${at}.units`)),
  };
  switch (by) {
    case 'rate':
      return { ...scope, by, rate: text('rate') || '1' };
    case 'direction': {
      const rates = commonDirections.flatMap((direction): (readonly [CommonDirection, string])[] => {
        const rate = text(`rate-${direction}`);
        return rate === '' ? [] : [[direction, rate]];
      });
      return { ...scope, by, rates: Object.fromEntries(rates), otherwise: text('otherwise') || '1' };
    }
    case 'zero':
      return { ...scope, by };
    case 'fixed':
      return { ...scope, by, amountThousandYen: number('amount') };
    case 'slot': {
      const chosen = form.all(`rules.${at}.directions`);
      const directions = commonDirections.filter((each) => chosen.includes(each));
      return {
        ...scope,
        by,
        amountThousandYen: number('amount'),
        directions: directions.length === 0 ? ['expand'] : directions,
      };
    }
    case 'return':
      return { ...scope, by, share: text('share') || '0.5', to: text('to') || first };
    case 'rest':
      return { ...scope, by, when: text('when') === 'exceeded' ? 'exceeded' : 'always' };
    default:
      return by satisfies never;
  }
};

/** The rule as typed; what does not stand in the form (its source, how it was read) stays as it was. */
export const typedScheme = (form: Form, before: BudgetScheme): BudgetScheme => {
  const text = (name: string) => form.text(name).trim();
  const classes = keyed(
    rowsOf(form, 'classes', ['key', 'label', 'inFrame', 'obligatory', 'meaning'])
      .filter(({ label }) => label.trim() !== '')
      .map((row) => ({
        key: row.key,
        label: row.label.trim(),
        inFrame: row.inFrame === 'yes',
        obligatory: row.obligatory === 'yes',
        meaning: row.meaning.trim(),
      })),
    'class',
  );
  const first = classes[0]?.key ?? '';
  const rules = rowsOf(form, 'rules', ['key', 'label', 'by'])
    .map((row, at) => ({ ...row, at }))
    .filter(({ label }) => label.trim() !== '');
  const unit = typedAmount(form, 'rounding.unit');
  const incentive = form.text('incentive.on') === 'yes';
  const criteria = keyed(
    rowsOf(form, 'criteria', ['key', 'label', 'levels'])
      .filter(({ label }) => label.trim() !== '')
      .map(({ key, label, levels }) => ({
        key,
        label: label.trim(),
        levels: levels
          .split('\n')
          .map((line) => /^\s*(\d{1,3})\s*[点:：]?\s*(.*)$/u.exec(line.normalize('NFKC')))
          .flatMap((match) =>
            match === null ? [] : [{ points: Number(match[1]), label: match[2]?.trim() || `${match[1]}点` }],
          ),
      })),
    'item',
  );
  const kindsOf = (name: string) =>
    (['new', 'expand', 'continue', 'reduce', 'stop'] as const).filter((kind) =>
      form.all(name).includes(kind),
    );
  return {
    ...before,
    name: text('name'),
    framesFor: text('framesFor') === 'own' ? 'own' : 'top',
    readings: text('readings')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    expenseClasses: classes,
    sorting: rowsOf(form, 'sorting', ['type', 'legal', 'give'])
      .filter(({ give }) => give !== '')
      .map(({ type, legal, give }) => ({
        types: type === '' ? null : type.split(' '),
        legal: legal === 'obliged' || legal === 'discretionary' || legal === 'unknown' ? [legal] : null,
        give,
      })),
    otherwise: text('otherwise') === '' ? null : text('otherwise'),
    base: {
      of: text('base.of') === 'settled' ? 'settled' : 'budget',
      money: text('base.money') === 'total' ? 'total' : 'general',
      unknownFunding: text('base.unknownFunding') === 'use-total' ? 'use-total' : 'list',
    },
    rules: keyed(
      rules.map(({ at, key, by, label }) =>
        ruleOf(form, at, key, ruleKinds.find((kind) => kind === by) ?? 'rate', label.trim(), first),
      ),
      'rule',
    ),
    ceiling: text('ceiling') === 'none' ? 'none' : 'revenue',
    rounding: {
      unitThousandYen: unit === 10 || unit === 100 || unit === 1000 ? unit : 1,
      mode: text('rounding.mode') === 'down' ? 'down' : 'half-away',
    },
    incentive: incentive
      ? {
          baseRate: text('incentive.baseRate') || '0',
          leastRate: text('incentive.leastRate') || '0',
          greatestRate: text('incentive.greatestRate') || '1',
          capThousandYen: typedAmount(form, 'incentive.cap'),
          usableYears: typedAmount(form, 'incentive.years') ?? 1,
          criteria,
          additions: rowsOf(form, 'additions', ['from', 'rate'])
            .filter(({ from }) => from.trim() !== '')
            .map(({ from, rate }) => ({
              fromPoints: Number(from.normalize('NFKC')),
              rate: rate.normalize('NFKC').trim(),
            })),
        }
      : null,
    proposals: {
      offsetFor: kindsOf('proposals.offsetFor'),
      endYearFor: kindsOf('proposals.endYearFor'),
      totalCostFor: kindsOf('proposals.totalCostFor'),
    },
    transfers: {
      acrossUnits: form.text('transfers.acrossUnits') === 'yes',
      acrossClasses: form.text('transfers.acrossClasses') === 'yes',
    },
  };
};
