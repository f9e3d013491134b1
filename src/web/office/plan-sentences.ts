import { problemSentence } from '../../documents/problem-text/sentences.ts';
import { formatFiscalYear, isFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import type { FieldSentences } from './forms/field.tsx';
import { planProblemWords } from './plan-problem-words.data.ts';

/** What the person sees beside a field, by the last named part of a path. */
const fieldNames: Readonly<Record<string, string>> = {
  title: '題名',
  code: '番号',
  subtitle: '副題',
  kindLabel: '計画の種類の呼び名',
  summary: '前文・策定の方針',
  startFiscalYear: '始まりの年度',
  endFiscalYear: '終わりの年度',
  periodReason: '期間を変える理由',
  desiredState: 'ありたい姿',
  currentState: '現状',
  issue: '課題',
  approach: '方針',
  lifeStages: '対象とする年代',
  leadUnitKeys: '主管',
  supportUnitKeys: '関係課',
  areaKeys: 'エリア',
  indicatorKeys: '指標',
  reasonKeys: '理由とする状況分析',
  sdgGoals: 'SDGs',
  partners: '協働する主体',
  voices: '生の声',
  renameReason: '名前を変える理由',
  reason: '理由',
  label: '名前',
  effectiveOn: '施行日',
  slug: 'アドレスの名前',
  name: '名前',
  body: '声',
  origin: '聞いた場',
  heardOn: '聞いた日',
  role: '役割',
  text: '本文',
  explanation: '説明',
  theme: '見出し',
  parents: '上に置く階層',
  figure: '実績値',
  asOf: '時点',
  nameEn: '英語名',
  track: '系統',
  document: '出典',
  publisher: '発行者',
  place: '出典の場所',
  date: '発行年月',
  url: 'アドレス（URL）',
  'source.url': 'アドレス（URL）',
  'source.document': '出典',
  sourceDocument: '出典',
  sourcePlace: '出典の場所',
  note: '備考',
  status: '確定の別',
  unit: '単位',
  definition: '定義',
  decimals: '小数の桁数',
  direction: '向き',
  timeBehaviour: '値の性質',
  baseline: '基準値',
  baselineYear: '基準の年度',
  baselineValue: '基準値',
  baselineBehaviour: '基準値の性質',
  targetBasis: '目標の性質',
  since: '数え始める年度',
  range: '望ましい範囲',
  shape: '進み方',
  points: '道筋の値',
  surveyYears: '調査の年度',
  unitChanges: '単位の変更',
  factor: '掛ける数',
  computed: '計算',
  operation: '計算',
  operands: '計算に使う指標',
  availableAfterMonths: '値が分かるまでの月数',
  commonKey: '共通指標のキー',
  missing: '値がない理由',
  standardError: '標準誤差',
};

const fieldOf = (problem: Problem): string =>
  problem.path
    .filter((part): part is string => typeof part === 'string')
    .findLast((part) => fieldNames[part] !== undefined) ?? '';

/** 何が起きたか、どうすればよいか. */
export const planSentence = (problem: Problem): string => {
  const words = planProblemWords[problem.code];
  // What has no words of its own for these pages is said as everywhere else.
  if (words === undefined) return problemSentence(problem);
  return typeof words === 'string' ? words : words(problem.params ?? {});
};

/** With the place before it, for a list at the top of a page. */
export const placedSentence = (problem: Problem): string => {
  const title = problem.params?.title;
  const field = fieldNames[fieldOf(problem)];
  const number = problem.path.find((part): part is number => typeof part === 'number');
  const isYear = number !== undefined && isFiscalYear(number);
  const place = [
    ...(problem.path[0] === 'items' && typeof title === 'string' && title !== '' ? [`「${title}」の`] : []),
    ...(isYear ? [`${formatFiscalYear(number, 'wareki')}の`] : []),
    ...(field === undefined
      ? []
      : [`「${field}」${number === undefined || isYear ? '' : `の${number + 1}番目`}: `]),
  ].join('');
  return `${place}${planSentence(problem)}`;
};

/**
 * Sentences beside their fields. `nameOf` gives the name of the form's field for a path; without one the
 * sentence stands only at the top.
 */
export const sentencesByField = (
  problems: readonly Problem[],
  nameOf: (path: Problem['path']) => string | null,
): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const name = nameOf(problem.path);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), planSentence(problem)]);
  }
  return found;
};
