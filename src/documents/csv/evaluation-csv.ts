import type { CommonDirection } from '../../domain/evaluation/common-direction.ts';
import type { PublishedRound, PublishedSheet } from '../../domain/evaluation/publication.ts';
import type { CsvField } from './csv-field.ts';
import { fiscalYearFields } from './fiscal-year-fields.ts';
import { fieldMaker } from './make-field.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface EvaluationCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly rounds: readonly {
    readonly fiscalYear: number;
    readonly title: string;
    readonly edition: number;
    readonly round: PublishedRound;
    readonly sheets: readonly PublishedSheet[];
  }[];
}

interface Line extends Omit<EvaluationCsvInput['rounds'][number], 'sheets'> {
  readonly municipality: EvaluationCsvInput['municipality'];
  readonly sheet: PublishedSheet;
}

export const commonDirectionNames: Readonly<Record<CommonDirection, string>> = {
  expand: '拡大',
  continue: '現状のまま継続',
  improve: '改善',
  reduce: '縮小',
  merge: '統合',
  suspend: '休止',
  abolish: '廃止',
  complete: '完了',
};

const timings: Readonly<Record<PublishedRound['timing'], string>> = {
  before: '事前',
  during: '事中',
  after: '事後',
};

const field = fieldMaker<Line>();

const thousandYen = (
  key: string,
  name: string,
  nameEn: string,
  value: CsvField<Line>['value'],
  note = '空は不明',
  noteEn = 'Empty: not known',
): CsvField<Line> => ({ key, name, nameEn, type: 'integer', unit: '千円', note, noteEn, value });

const yearOf = ({ sheet, fiscalYear }: Line) =>
  sheet.figures.years.find((year) => year.fiscalYear === fiscalYear);

/** The reason of the last stage that gave a direction: the one whose direction stands. */
const reasonOf = ({ sheet }: Line): string =>
  sheet.records.findLast(({ direction }) => direction !== '')?.directionReason ?? '';

const machineGradeOf = ({ sheet }: Line): string | null =>
  sheet.records.findLast(({ machineGrade }) => machineGrade !== null)?.machineGrade ?? null;

const gradeLabel = ({ round }: Line, key: string | null): string | null =>
  key === null ? null : (round.grades.find((grade) => grade.key === key)?.label ?? key);

const funding = (
  key: 'national' | 'prefecture' | 'bond' | 'other' | 'general',
  name: string,
  nameEn: string,
) =>
  thousandYen(
    `settled_${key}`,
    `決算額のうち${name}`,
    `Of the settled amount: ${nameEn}`,
    (line) => yearOf(line)?.settled.funding?.[key] ?? null,
  );

/** 事業の評価（1行に1事業）の項目定義. */
export const evaluationFields: readonly CsvField<Line>[] = [
  ...townFields,
  ...fiscalYearFields('評価した年度', 'Fiscal year evaluated', (line: Line) => line.fiscalYear),
  field('round_key', '評価の回のキー', 'Round key', 'text', (line) => line.round.roundKey),
  field('round', '評価の回', 'Round', 'text', (line) => line.title),
  field('timing', '時期', 'Timing', 'text', (line) => timings[line.round.timing], '事前・事中・事後'),
  field(
    'edition',
    '版',
    'Edition',
    'integer',
    (line) => line.edition,
    '訂正のたびに1つ増える',
    'One more with each correction',
  ),
  field(
    'subject_key',
    '事業キー',
    'Programme key',
    'text',
    (line) => line.sheet.subjectKey,
    '名称が変わっても同じ',
    'Stays the same when the name changes',
  ),
  field('number', '事業番号', 'Number', 'text', (line) => line.sheet.number),
  field('name', '事業名', 'Programme', 'text', (line) => line.sheet.name),
  field('unit', '担当', 'Unit in charge', 'text', (line) => line.sheet.unitName),
  field('type', '事業の種類', 'Type', 'text', (line) => line.sheet.typeLabel),
  field(
    'stated_place',
    '施策など',
    'Place in the document',
    'text',
    (line) => line.sheet.statedPlace,
    '資料の記載のまま',
    'As the document writes it',
  ),
  field('plan_items', '計画の項目', 'Plan items', 'list', (line) =>
    line.sheet.planItems.map(({ title }) => title),
  ),
  field(
    'legal_obligation',
    '法令による義務',
    'Required by law',
    'text',
    (line) => line.sheet.legalObligation,
  ),
  field('target_group', '対象', 'For whom', 'text', (line) => line.sheet.targetGroup),
  field('means', '手段', 'What is done', 'text', (line) => line.sheet.means),
  field('intent', '意図', 'What for', 'text', (line) => line.sheet.intent),
  field(
    'exemption',
    '評価の対象外の理由',
    'Why it was exempt',
    'text',
    (line) => line.sheet.exemption,
    '空は評価した事業',
    'Empty: it was evaluated',
  ),
  field('direction', '今後の方向', 'Direction', 'text', (line) => line.sheet.direction?.label ?? null),
  field(
    'direction_class',
    '方向の共通区分',
    'Common class of the direction',
    'text',
    (line) => (line.sheet.direction === null ? null : commonDirectionNames[line.sheet.direction.common]),
    '団体の間でくらべるための区分',
    'Makes towns comparable',
  ),
  field('direction_reason', '方向の理由', 'Reason of the direction', 'text', reasonOf),
  field('grade', '評価', 'Grade', 'text', (line) => gradeLabel(line, line.sheet.grade)),
  field(
    'machine_grade',
    '計算による評価',
    'Grade by calculation',
    'text',
    (line) => gradeLabel(line, machineGradeOf(line)),
    '人が改めたときは「評価」と違う',
    'Differs from the grade where people changed it',
  ),
  thousandYen('budget', '予算額', 'Budget', (line) => yearOf(line)?.budget.totalThousandYen ?? null),
  thousandYen(
    'settled',
    '決算額',
    'Settled amount',
    (line) => yearOf(line)?.settled.totalThousandYen ?? null,
  ),
  funding('national', '国の支出金', 'state'),
  funding('prefecture', '県の支出金', 'prefecture'),
  funding('bond', '地方債', 'bonds'),
  funding('other', 'その他', 'other'),
  funding('general', '一般財源', 'general funds'),
  thousandYen('personnel', '人件費', 'Staff', (line) => yearOf(line)?.personnelThousandYen ?? null),
  thousandYen('total_cost', '総費用', 'Total cost', (line) => yearOf(line)?.totalThousandYen ?? null),
  field('amount_basis', '金額の中身', 'What the amounts are', 'text', (line) => line.round.amountBasis),
];

/** 事業の評価のCSV: one programme a line. */
export const evaluationCsv = ({ municipality, rounds }: EvaluationCsvInput): string =>
  writeCsv(
    evaluationFields,
    rounds.flatMap(({ sheets, ...round }) => sheets.map((sheet) => ({ ...round, municipality, sheet }))),
  );
