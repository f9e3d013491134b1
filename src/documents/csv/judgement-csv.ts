import { arithmeticWords } from '../../domain/indicator/judgement/arithmetic-words.data.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import type { AxisJudgement, Judgement } from '../../domain/indicator/judgement/judgement.ts';
import type { Grade, JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import type { CsvField } from './csv-field.ts';
import { fiscalYearFields } from './fiscal-year-fields.ts';
import { fieldMaker } from './make-field.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

/** One indicator in one fiscal year, with what the scheme and people said of it. */
export interface JudgementCsvRow {
  readonly fiscalYear: number;
  readonly scheme: JudgementScheme;
  readonly judgeable: Judgeable;
  /** What stands. */
  readonly judgement: Judgement;
  /** What the calculation found. */
  readonly machine: Judgement;
  readonly human: readonly { readonly subject: string; readonly choice: string; readonly reason: string }[];
}

export interface JudgementCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly rows: readonly JudgementCsvRow[];
}

/** 判定: one axis of a scheme. 数値: one figure the scheme publishes. */
interface Line {
  readonly municipality: JudgementCsvInput['municipality'];
  readonly row: JudgementCsvRow;
  readonly what: '判定' | '数値';
  readonly key: string;
  readonly name: string;
  readonly isOverall: boolean;
  readonly grade: Grade | null;
  readonly machineGrade: Grade | null;
  readonly text: string | null;
  readonly points: string | null;
  readonly reason: AxisJudgement['reason'];
  readonly humanReason: string;
}

const classes: Readonly<Record<Grade['class'], string>> = {
  good: '良い',
  fair: '普通',
  poor: '悪い',
  unknown: '判定できない',
  none: '良し悪しなし',
};

const field = fieldMaker<Line>();

/** 指標の判定（縦持ち）の項目定義. */
export const judgementFields: readonly CsvField<Line>[] = [
  ...townFields,
  ...fiscalYearFields('判定の年度', 'Fiscal year judged', (line: Line) => line.row.fiscalYear),
  field(
    'indicator_key',
    '指標キー',
    'Indicator key',
    'text',
    (line) => line.row.judgeable.indicatorKey,
    '名称が変わっても同じ',
    'Stays the same when the name changes',
  ),
  field('indicator_name', '指標名', 'Indicator', 'text', (line) => line.row.judgeable.name),
  field(
    'scheme',
    '判定基準',
    'Scheme',
    'text',
    (line) => `${line.row.scheme.name}（第${line.row.scheme.version}版）`,
  ),
  field(
    'what',
    '内容',
    'Content',
    'text',
    (line) => line.what,
    '判定（段階）または数値',
    'A grade or a figure',
  ),
  field('key', '軸・数値のキー', 'Key of axis or figure', 'text', (line) => line.key),
  field('name', '軸・数値の名前', 'Name of axis or figure', 'text', (line) => line.name),
  field(
    'is_overall',
    '見出しの判定',
    'Headline',
    'boolean',
    (line) => line.isOverall,
    '1はその指標の見出しになる判定',
    '1 is the headline of the indicator',
  ),
  field('grade_key', '段階のキー', 'Grade key', 'text', (line) => line.grade?.key ?? null),
  field(
    'grade',
    '段階',
    'Grade',
    'text',
    (line) => line.grade?.label ?? null,
    '空は判定なし、または数値の行',
    'Empty: not judged, or a figure',
  ),
  field('symbol', '記号', 'Symbol', 'text', (line) => line.grade?.symbol ?? null),
  field(
    'class',
    '良し悪しの別',
    'Class',
    'text',
    (line) => (line.grade === null ? null : classes[line.grade.class]),
    '団体の間でくらべるための別',
    'Makes towns comparable',
  ),
  field('points', '点数', 'Points', 'decimal', (line) => line.points),
  field(
    'figure',
    '数値',
    'Figure',
    'text',
    (line) => line.text,
    '方式が公表する形',
    'As the scheme prints it',
  ),
  field(
    'reason',
    '判定のない理由',
    'Reason',
    'text',
    (line) => (line.reason === null ? null : arithmeticWords.ja.reasons[line.reason]),
    '段階や数値がない理由',
    'Why there is no grade or figure',
  ),
  field(
    'machine_grade',
    '計算による段階',
    'Grade by calculation',
    'text',
    (line) => line.machineGrade?.label ?? null,
    '人が改めたときは「段階」と違う',
    'Differs from the grade where people changed it',
  ),
  field(
    'human_reason',
    '人による判定の理由',
    'Reason given by people',
    'text',
    (line) => line.humanReason,
    '団体が公開するときだけ',
    'Only where the town publishes it',
  ),
  field(
    'arithmetic',
    '計算の過程',
    'Arithmetic',
    'text',
    (line) =>
      line.what === '判定' && line.isOverall
        ? line.row.machine
            .arithmetic('ja')
            .map(({ text }) => text)
            .join('\n')
        : null,
    '見出しの判定の行だけ',
    'In the line of the headline',
  ),
];

const linesOf = (municipality: JudgementCsvInput['municipality'], row: JudgementCsvRow): readonly Line[] => {
  const { scheme, judgement, machine, human } = row;
  const headline = overallAxis(scheme)?.axisKey;
  const axes = judgement.axes.flatMap((judged): Line[] => {
    const axis = scheme.axes.find(({ axisKey }) => axisKey === judged.axisKey);
    if (axis === undefined) return [];
    const gradeOf = (key: string | null | undefined): Grade | null =>
      axis.grades.find((grade) => grade.key === key) ?? null;
    return [
      {
        municipality,
        row,
        what: '判定',
        key: axis.axisKey,
        name: axis.name,
        isOverall: axis.axisKey === headline,
        grade: gradeOf(judged.grade),
        machineGrade: gradeOf(machine.axes.find(({ axisKey }) => axisKey === axis.axisKey)?.grade),
        text: null,
        points: judged.points,
        reason: judged.reason,
        humanReason: human
          .filter(({ subject, reason }) => subject === axis.axisKey && reason !== '')
          .map(({ reason }) => reason)
          .join('\n'),
      },
    ];
  });
  const figures = judgement.published.map(
    ({ measure, name, text, reason }): Line => ({
      municipality,
      row,
      what: '数値',
      key: measure,
      name,
      isOverall: false,
      grade: null,
      machineGrade: null,
      text,
      points: null,
      reason,
      humanReason: '',
    }),
  );
  return [...axes, ...figures];
};

/** 指標の判定のCSV（縦持ち）: one axis or published figure a line. */
export const judgementCsv = ({ municipality, rows }: JudgementCsvInput): string =>
  writeCsv(
    judgementFields,
    rows.flatMap((row) => linesOf(municipality, row)),
  );
