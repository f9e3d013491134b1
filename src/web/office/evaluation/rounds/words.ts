import { problemSentence } from '../../../../documents/problem-text/sentences.ts';
import { roleNames } from '../../../../domain/access/role-names.ts';
import type { StageActor } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { EvaluationRound } from '../../../../domain/evaluation/round.ts';
import type { SheetStatus } from '../../../../domain/evaluation/sheet-state.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { FieldSentences } from '../../forms/field.tsx';

export const roundStateWords: Readonly<Record<EvaluationRound['state'], string>> = {
  preparing: '準備中',
  open: '受付中',
  closed: '締め切り済み',
  published: '公開済み',
};

/** Which of the tags of the office a state looks like. */
export const roundStateTags: Readonly<Record<EvaluationRound['state'], string>> = {
  preparing: 'draft',
  open: 'approved',
  closed: 'scheduled',
  published: 'in-force',
};

export const statusWords: Readonly<Record<SheetStatus, string>> = {
  'not-started': '未着手',
  draft: '記入中',
  submitted: '提出済み',
  returned: '差し戻し',
  approved: '承認済み',
  final: '評価済み',
  published: '公開済み',
};

export const statusTags: Readonly<Record<SheetStatus, string>> = {
  'not-started': 'draft',
  draft: 'draft',
  submitted: 'approved',
  returned: 'draft',
  approved: 'approved',
  final: 'in-force',
  published: 'in-force',
};

export const actorWords = (actor: StageActor): string => roleNames[actor];

export const eventWords = {
  submit: '提出',
  approve: '承認',
  return: '差し戻し',
  'take-back': '取り戻し',
  reopen: '開き直し',
  decide: '決定',
  exempt: '対象外',
  publish: '公開',
} as const;

const fieldWords: Readonly<Record<string, string>> = {
  title: '題名',
  fiscalYear: '年度',
  scheme: '様式',
  planKey: '計画',
  note: '連絡',
  reason: '理由',
  to: '差し戻す先',
  body: '指摘',
  audience: '見せる範囲',
  userId: '代理の職員',
  unitKey: '課',
  validTo: 'いつまで',
  population: '人口',
};

/** 「事業の名前」の…: the sentence with its place; fields of a sheet have their label in the sentence. */
export const roundSentence = (problem: Problem, names: ReadonlyMap<string, string> = new Map()): string => {
  const [first, second] = problem.path.map(String);
  const name = first === undefined ? undefined : names.get(first);
  const label = problem.params?.label ?? fieldWords[(name === undefined ? first : second) ?? ''];
  const place = [name === undefined ? '' : `「${name}」`, label === undefined ? '' : `『${String(label)}』`]
    .filter((part) => part !== '')
    .join('の');
  const sentence = problemSentence(problem);
  return place === '' || sentence.startsWith(place) ? sentence : `${place}: ${sentence}`;
};

/** Sentences beside the fields of one sheet: [subjectKey, field]. */
export const besideFields = (problems: readonly Problem[], subjectKey: string): FieldSentences => {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const path = problem.path[0] === subjectKey ? problem.path.slice(1) : problem.path;
    const field = String(path[0] ?? '');
    if (field !== '') found.set(field, [...(found.get(field) ?? []), problemSentence(problem)]);
  }
  return found;
};
