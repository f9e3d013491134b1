import type { CyclePart } from '../../../app/cycle/save-cycle.ts';
import { newKey } from '../../../app/new-key.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { cycleEventKinds, type YearlyCycle } from '../../../domain/programme/yearly-cycle.ts';
import type { RowOf } from '../forms/rows.ts';

export type Cells = RowOf<string>;

/** How one list of the settings is drawn as a form and read from it. Cells are text as typed. */
export interface EditPart {
  readonly part: CyclePart;
  readonly title: string;
  readonly about: string;
  /** Words of one row: 「種類」2行目 */
  readonly row: string;
  readonly fields: readonly string[];
  /** Fields that always hold something: a row with these alone is empty. */
  readonly always: readonly string[];
  readonly fresh: Cells;
  readonly cells: (cycle: YearlyCycle) => readonly Cells[];
  readonly read: (rows: readonly Cells[]) => Partial<YearlyCycle>;
}

const keyOf = (typed: string | undefined): string => (typed ?? '').trim() || newKey();
const whole = (typed: string | undefined): number => {
  const plain = (typed ?? '').normalize('NFKC').replaceAll(/[\s,円]/gu, '');
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : Number.NaN;
};
const yearOf = (typed: string | undefined): number => {
  const year = parseFiscalYear(typed ?? '');
  return year.ok ? year.value : Number.NaN;
};

export const editParts: Readonly<Record<'types' | 'rates' | 'calendar', EditPart>> = {
  types: {
    part: 'programmeTypes',
    title: '事業の種類',
    about:
      '評価の様式は、種類によって尋ねる項目を変えられます。「実施計画で決める」種類の事業は、予算編成に決まった額として渡ります。キーは様式やファイルで種類を指す名で、空なら自動で付きます。',
    row: '種類',
    fields: ['label', 'settledIn', 'key'],
    always: ['settledIn'],
    fresh: { label: '', settledIn: 'budget', key: '' },
    cells: ({ programmeTypes }) =>
      programmeTypes.map(({ key, label, settledIn }) => ({ label, settledIn, key })),
    read: (rows) => ({
      programmeTypes: rows.map(({ label = '', settledIn, key }) => ({
        key: keyOf(key),
        label: label.trim(),
        settledIn: settledIn === 'implementation-plan' ? 'implementation-plan' : 'budget',
      })),
    }),
  },
  rates: {
    part: 'staffRates',
    title: '人件費の単価',
    about: '年度ごとの、職員1時間あたりの費用です。事務事業に入れた時間に掛けて、人件費とします。',
    row: '単価',
    fields: ['fiscalYear', 'yenPerHour'],
    always: [],
    fresh: { fiscalYear: '', yenPerHour: '' },
    cells: ({ staffRates }) =>
      staffRates.map(({ fiscalYear, yenPerHour }) => ({
        fiscalYear: String(fiscalYear),
        yenPerHour: String(yenPerHour),
      })),
    read: (rows) => ({
      staffRates: rows.map(({ fiscalYear, yenPerHour }) => ({
        fiscalYear: yearOf(fiscalYear),
        yenPerHour: whole(yenPerHour),
      })),
    }),
  },
  calendar: {
    part: 'calendar',
    title: '年間の予定',
    about: '4月から3月までの、評価・実施計画・予算の予定です。年度をまたぐ予定は2行に分けてください。',
    row: '予定',
    fields: ['title', 'kind', 'fromMonth', 'toMonth', 'who', 'note', 'key'],
    always: ['kind', 'fromMonth', 'toMonth', 'key'],
    fresh: { title: '', kind: 'evaluation-after', fromMonth: '4', toMonth: '4', who: '', note: '', key: '' },
    cells: ({ calendar }) =>
      calendar.map((event) => ({
        ...event,
        fromMonth: String(event.fromMonth),
        toMonth: String(event.toMonth),
      })),
    read: (rows) => ({
      calendar: rows.map(({ title = '', kind, fromMonth, toMonth, who = '', note = '', key }) => ({
        key: keyOf(key),
        title: title.trim(),
        kind: cycleEventKinds.find((each) => each === kind) ?? 'other',
        fromMonth: whole(fromMonth),
        toMonth: whole(toMonth),
        who: who.trim(),
        note: note.trim(),
      })),
    }),
  },
};

export const isEditPart = (name: string | undefined): name is keyof typeof editParts =>
  name !== undefined && Object.hasOwn(editParts, name);
