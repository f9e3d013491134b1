import type { Sum } from '../../../domain/programme/list/totals.ts';
import { tableYen } from '../../text/yen.ts';

/** 「4,582,433千円（224事業。ほかに金額の記載がない事業 3）」: a sum that says what it counts. */
export const sumWords = ({ thousandYen, counted, without }: Sum): string =>
  counted === 0
    ? `分かりません（金額の分からない事業 ${without}）`
    : `${tableYen(thousandYen)}千円（${counted}事業${without === 0 ? '' : `。ほかに金額の分からない事業 ${without}`}）`;

/** An amount in a table of thousand yen; a dash where it is not known. */
export const amountCell = (thousandYen: number | null): string =>
  thousandYen === null ? '―' : tableYen(thousandYen);
