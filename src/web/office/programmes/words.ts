import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { ProgrammeSort, ProgrammeState } from '../../../domain/programme/list/filter.ts';
import type { AmountKind } from '../../../domain/programme/list/totals.ts';
import type {
  LegalObligation,
  MeasureKind,
  ProgrammeMissingReason,
} from '../../../domain/programme/programme.ts';
import type { FieldSentences } from '../forms/field.tsx';

export const stateWords: Readonly<Record<ProgrammeState, string>> = {
  running: '続いている事業',
  'not-started': 'まだ始まっていない事業',
  ended: '終わった事業',
  'no-record': 'この年度の記録がない事業',
  'no-amount': '決算額の記載がない事業',
};

export const sortWords: Readonly<Record<ProgrammeSort, string>> = {
  position: '町の並び',
  number: '事業番号',
  name: '事業名',
  unit: '担当',
  settled: '決算額',
  budget: '予算額',
  total: '総事業費',
};

export const amountWords: Readonly<Record<AmountKind, string>> = {
  settled: '決算額',
  budget: '予算額',
  total: '総事業費',
};

export const obligationWords: Readonly<Record<LegalObligation, string>> = {
  obliged: '法定義務あり',
  discretionary: '法定義務なし',
  unknown: '分からない',
};

export const measureKindWords: Readonly<Record<MeasureKind, string>> = {
  output: '活動指標',
  outcome: '成果指標',
};

export const measureDirectionWords = { none: '向きなし', up: '上がるとよい', down: '下がるとよい' } as const;

export const missingWords: Readonly<Record<ProgrammeMissingReason, string>> = {
  'not-stated': 'データなし',
  'not-measured': '測定なし',
  'not-applicable': '該当なし',
};

export const personnelWords = { unknown: '分からない', yes: '含む', no: '含まない' } as const;

export const fundingWords = {
  national: '国庫支出金',
  prefecture: '県支出金',
  bond: '地方債',
  other: 'その他',
  general: '一般財源',
} as const;

/** Fields of the programme's form, as people call them. */
export const programmeFieldNames: Readonly<Record<string, string>> = {
  number: '事業番号',
  name: '事業名',
  typeKey: '事業種別',
  legalObligation: '法定義務',
  legalBasis: '根拠法令',
  targetGroup: '対象',
  means: '手段',
  intent: '意図',
  unitKey: '担当の組織',
  statedPlace: '施策（出典の記載）',
  expenseClass: '経費区分',
  startFiscalYear: '開始年度',
  endFiscalYear: '終了年度',
  note: '備考',
  source: '出典',
  planItems: '計画項目',
};

export const yearFieldNames: Readonly<Record<string, string>> = {
  fiscalYear: '年度',
  unitKey: '担当の組織',
  budget: '予算額と財源',
  settled: '決算額と財源',
  budgetCodes: '予算科目',
  staffHours: '従事時間',
  personnelIncluded: '人件費込み',
  note: '備考',
  source: '出典',
};

const otherNames: Readonly<Record<string, string>> = {
  ...yearFieldNames,
  ...programmeFieldNames,
  measures: '指標',
  unit: '単位',
  target: '目標',
  actual: '実績',
  indicatorKey: '指標とのつながり',
  reason: '理由',
};

/** 「3行目 › 決算額: …」 */
export const placedProblem = (problem: Problem): string => {
  const place = problem.path
    .filter((step) => step !== 'file')
    .map((step) => (typeof step === 'number' ? `${step + 1}番目` : (otherNames[step] ?? step)));
  const line = problem.params?.line;
  const where = [...(line === undefined ? [] : [`${line}行`]), ...place].join(' › ');
  return where === '' ? problemSentence(problem) : `${where}: ${problemSentence(problem)}`;
};

/** Sentences beside their fields; `fieldOf` says which field of the form a place is. */
export const besideFields = (
  problems: readonly Problem[],
  fieldOf: (path: Problem['path']) => string,
): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const field = fieldOf(problem.path);
    found.set(field, [...(found.get(field) ?? []), problemSentence(problem)]);
  }
  return found;
};
