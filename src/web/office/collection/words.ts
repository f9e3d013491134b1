import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { SheetState } from '../../../domain/indicator/collection/collection.ts';
import type { Waiting } from '../../../domain/indicator/collection/lateness.ts';
import { columnNames } from '../../../domain/indicator/collection/place-block.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';

export const stateWords: Readonly<Record<SheetState, string>> = {
  open: '入力中',
  submitted: '提出済み',
  returned: '差し戻し',
  approved: '承認済み',
};

/** Which of the tags of the office a state looks like. */
export const stateTags: Readonly<Record<SheetState, string>> = {
  open: 'draft',
  submitted: 'approved',
  returned: 'draft',
  approved: 'in-force',
};

export const waitingWords: Readonly<Record<Waiting, string>> = {
  unit: '課の入力',
  head: '課長の承認',
  nobody: '―',
};

const fieldNames: Readonly<Record<string, string>> = {
  ...columnNames,
  sourcePlace: '出典の場所',
  asOf: '時点',
  standardError: '標準誤差',
  fiscalYear: '年度',
  dueOn: '期限',
  unitKeys: '尋ねる課',
  note: '備考',
  reason: '差し戻す理由',
};

/** 「指標名」の『実績値』: … ; `names`: of the indicators, by key. */
export const sheetSentence = (problem: Problem, names: ReadonlyMap<string, string>): string => {
  const [first, field] = problem.path;
  const name = typeof first === 'string' ? names.get(first) : undefined;
  const label = fieldNames[String(field ?? (name === undefined ? first : ''))];
  // 「3行目」 of a block or a file stands as it is.
  const row = name !== undefined ? `「${name}」の` : /行目$/u.test(String(first)) ? String(first) : '';
  const column =
    label ?? (row !== '' && name === undefined && field !== undefined ? String(field) : undefined);
  const place = `${row}${column === undefined ? '' : `『${column}』`}`.replace(/の$/u, '');
  return `${place === '' ? '' : `${place}: `}${problemSentence(problem)}`;
};
