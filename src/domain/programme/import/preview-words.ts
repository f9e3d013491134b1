import { formatFiscalYear } from '../../kernel/fiscal-year.ts';
import type { Source } from '../../kernel/source.ts';
import type { BudgetCode, Funding, MeasureYear } from '../programme.ts';

/** 「会計-款-項-目-事業」, several with 、. */
export const codesInWords = (codes: readonly BudgetCode[]): string =>
  codes
    .map(({ account, kan, kou, moku, jigyou }) =>
      [account, kan, kou, moku, jigyou].filter((part) => part !== '').join('-'),
    )
    .join('、');

/** 「国 10・県 5・地方債 0・その他 0・一般財源 85」, thousand yen. */
export const fundingInWords = (funding: Funding | null): string =>
  funding === null
    ? ''
    : `国 ${funding.national}・県 ${funding.prefecture}・地方債 ${funding.bond}・その他 ${funding.other}・一般財源 ${funding.general}`;

const missingWords: Readonly<Record<string, string>> = {
  'not-stated': 'データなし',
  'not-measured': '測定なし',
  'not-applicable': '該当なし',
};

/** What stands in the cell of a figure; '' where nothing was entered. */
export const figureInWords = (
  figure: Pick<MeasureYear, 'actual' | 'actualText' | 'missing'> | undefined | null,
): string =>
  figure == null
    ? ''
    : (figure.actual ??
      figure.actualText ??
      (figure.missing === null ? '' : (missingWords[figure.missing] ?? '')));

const plainWords: Readonly<Record<string, string>> = {
  obliged: '法定義務あり',
  discretionary: '法定義務なし',
  unknown: '不明',
  yes: '含む',
  no: '含まない',
  up: '上がるとよい',
  down: '下がるとよい',
  none: '向きなし',
};

/** The names behind keys, for sentences. */
export interface Naming {
  readonly unitName: (key: string) => string;
  readonly typeName: (key: string) => string;
}

/** A field's value as the preview shows it; '' for nothing. */
export const fieldInWords = (field: string, value: unknown, naming: Naming): string => {
  if (value === null || value === undefined) return '';
  if (field === 'unitKey') return naming.unitName(String(value));
  if (field === 'typeKey') return naming.typeName(String(value));
  if (field === 'startFiscalYear' || field === 'endFiscalYear')
    return formatFiscalYear(Number(value), 'wareki');
  if (field === 'legalObligation' || field === 'personnelIncluded' || field === 'direction')
    return plainWords[String(value)] ?? String(value);
  if (field === 'budgetCodes') return codesInWords(value as readonly BudgetCode[]);
  if (field === 'source') {
    const { document, place } = value as Source;
    return place === undefined ? document : `${document} ${place}`;
  }
  return String(value);
};
