import type { Problem } from '../../../../../domain/kernel/problem.ts';
import { leverKinds, type ScenarioLeverKind } from '../../../../../domain/population/scenario.ts';
import { leverNames } from '../scenario-words.data.ts';

const words: Readonly<Record<string, string>> = {
  name: '名前',
  description: '説明',
  baseline: '基準となる推計',
  untilYear: '何年まで',
  birthRateNow: 'いまの合計特殊出生率',
  lever: '前提',
  value: '値',
  fromYear: '動き始める年',
  byYear: '届く年',
  shape: '近づき方',
  reason: '理由',
  source: '出典',
  estates: '一度だけの転入',
  year: '年',
  persons: '人数',
  aim: '目標人口',
  total: '人数',
  interpolation: '国勢調査でない年の求め方',
  errors: '幅のもとになる過去の誤差',
  askFromYear: '何年の後から動かすか',
  pair: '二つの組み合わせ',
  second: '二つ目',
};

const isKind = (part: string): part is ScenarioLeverKind => leverKinds.some((kind) => kind === part);

/** A field of the form, and no key of something stored. */
export const isField = (path: Problem['path']): boolean => words[String(path[0])] !== undefined;

/** 「出生率 › 届く年」 for a field's name. */
export const fieldPlace = (name: string): string => {
  const parts: string[] = [];
  for (const [at, part] of name.split('.').entries()) {
    const last = parts.at(-1);
    if (/^\d+$/u.test(part) && last !== undefined) parts[parts.length - 1] = `${last}${Number(part) + 1}`;
    else if (at === 1 && isKind(part)) parts[0] = leverNames[part];
    else if (part !== '') parts.push(words[part] ?? part);
  }
  return parts.join(' › ');
};
