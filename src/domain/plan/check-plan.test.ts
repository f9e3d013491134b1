import { expect, it } from 'vitest';
import { hasErrors } from '../kernel/problem.ts';
import { defaultSettings } from '../kernel/settings.ts';
import { blankItem } from './blank-item.ts';
import { checkPlan, type PlanContext } from './check-plan.ts';
import type { PlanItem } from './item.ts';
import type { PlanContent, PlanHeader } from './plan.ts';

const header: PlanHeader = {
  title: 'しおじり未来投資戦略',
  subtitle: '長期戦略',
  kindLabel: '長期戦略',
  startFiscalYear: 2024,
  endFiscalYear: 2032,
  updateMode: 'fixed',
  summary: '',
  reviewCalendar: [],
  identity: [
    {
      entryKey: 'vision',
      kind: 'vision',
      label: '都市像',
      text: '多彩な暮らし',
      explanation: '',
      source: null,
    },
  ],
  situation: [
    {
      entryKey: 's1',
      kind: 'strength',
      scope: null,
      theme: '地勢',
      text: '交通の結節点',
      isNew: true,
      source: null,
    },
  ],
  source: null,
};
const sound: PlanItem = {
  ...blankItem('a', 'field', '子どもと家族が応援されている'),
  leadUnitKeys: ['kodomo'],
  supportUnitKeys: ['kikaku'],
  areaKeys: ['city'],
  indicatorKeys: ['happiness'],
  reasonKeys: ['s1'],
  sdgGoals: [1, 4],
  span: 'long',
  investmentKinds: ['funds', 'time'],
};
const plan = (item: Partial<PlanItem> = {}, head: Partial<PlanHeader> = {}): PlanContent => ({
  header: { ...header, ...head },
  levels: [
    {
      levelKey: 'field',
      name: '戦略分野',
      parents: ['root'],
      numbering: 'circled',
      numberingScope: 'global',
      titleStyle: 'state',
    },
  ],
  items: [{ ...sound, ...item }],
});
const context: PlanContext = {
  unitKeys: new Set(['kodomo', 'kikaku', 'fukushi', 'shimin']),
  areaKeys: new Set(['city']),
  indicatorKeys: new Set(['happiness']),
  checks: defaultSettings.checks,
  parentPeriod: null,
};

it('正しい計画には何も言わない', () => {
  expect(checkPlan(plan(), context)).toEqual([]);
});

it.each<[string, Partial<PlanItem>, string, readonly (string | number)[]]>([
  ['題がない', { title: '　' }, 'text-missing', ['title']],
  [
    '出典の場所が長すぎる',
    { source: { document: '資料', place: 'あ'.repeat(401) } },
    'text-too-long',
    ['source', 'place'],
  ],
  ['題が長すぎる', { title: 'あ'.repeat(201) }, 'text-too-long', ['title']],
  ['10 MB の文', { desiredState: 'あ'.repeat(10_000_000) }, 'text-too-long', ['desiredState']],
  ['課題が長すぎる', { issue: 'a'.repeat(20_001) }, 'text-too-long', ['issue']],
  ['番号が長すぎる', { code: '1-'.repeat(20) }, 'text-too-long', ['code']],
  ['制御文字', { approach: 'あ\u0000い' }, 'text-control-character', ['approach']],
  ['半分の文字', { currentState: 'あ\ud83d' }, 'text-control-character', ['currentState']],
  ['鍵に使えない字', { itemKey: 'a/b' }, 'item-key-format', ['itemKey']],
  ['空の鍵', { itemKey: '' }, 'item-key-format', ['itemKey']],
  ['ない課', { leadUnitKeys: ['nobody'] }, 'unit-unknown', ['leadUnitKeys', 0]],
  ['ない関係課', { supportUnitKeys: ['kikaku', 'nobody'] }, 'unit-unknown', ['supportUnitKeys', 1]],
  ['ないエリア', { areaKeys: ['moon'] }, 'area-unknown', ['areaKeys', 0]],
  ['ない指標', { indicatorKeys: ['luck'] }, 'indicator-unknown', ['indicatorKeys', 0]],
  ['ない状況分析', { reasonKeys: ['s9'] }, 'situation-unknown', ['reasonKeys', 0]],
  ['同じ課が二度', { leadUnitKeys: ['kodomo', 'kodomo'] }, 'key-twice', ['leadUnitKeys', 1]],
  ['SDGs 18', { sdgGoals: [18] }, 'sdg-goal-unknown', ['sdgGoals', 0]],
  ['SDGs 0', { sdgGoals: [4, 0] }, 'sdg-goal-unknown', ['sdgGoals', 1]],
  ['SDGs 1.5', { sdgGoals: [1.5] }, 'sdg-goal-unknown', ['sdgGoals', 0]],
  ['同じ SDGs が二度', { sdgGoals: [4, 4] }, 'key-twice', ['sdgGoals', 1]],
  ['位置が負', { position: -1 }, 'item-position', ['position']],
  [
    '名のない主体',
    { partners: [{ kind: 'npo', name: '', role: '見守り' }] },
    'text-missing',
    ['partners', 0, 'name'],
  ],
  [
    '空の声',
    { voices: [{ body: '', origin: 'ワークショップ', heardOn: null, consent: true }] },
    'text-missing',
    ['voices', 0, 'body'],
  ],
])('項目の誤りを場所とともに言う: %s', (_, item, code, place) => {
  const content = plan(item);
  const problems = checkPlan(content, context);
  expect(problems).toMatchObject([
    { code, severity: 'error', path: ['items', content.items[0]?.itemKey, ...place] },
  ]);
});

it.each<[string, Partial<PlanHeader>, string, readonly (string | number)[]]>([
  ['題がない', { title: '' }, 'text-missing', ['header', 'title']],
  ['期間が逆さ', { endFiscalYear: 2020 }, 'period-reversed', ['header', 'endFiscalYear']],
  ['ありえない年度', { startFiscalYear: 6 }, 'fiscal-year-impossible', ['header', 'startFiscalYear']],
  [
    '見直しが期間の外',
    {
      reviewCalendar: [
        { group: 'evaluation', label: '評価', periods: [], marks: [{ fiscalYear: 2040, mark: 'yearly' }] },
      ],
    },
    'review-mark-outside-period',
    ['header', 'reviewCalendar', 0, 'marks', 'yearly'],
  ],
  [
    '都市像の鍵が重なる',
    { identity: [...header.identity, ...header.identity] },
    'entry-key-duplicate',
    ['header', 'identity', 1, 'entryKey'],
  ],
])('計画そのものの誤り: %s', (_, head, code, path) => {
  expect(checkPlan(plan({}, head), context)).toMatchObject([{ code, severity: 'error', path }]);
});

it.each<[string, Partial<PlanItem>, string, readonly (string | number)[]]>([
  [
    '主管が四つ',
    { leadUnitKeys: ['kodomo', 'fukushi', 'shimin', 'kikaku'], supportUnitKeys: [] },
    'too-many-lead-units',
    ['items', 'a', 'leadUnitKeys'],
  ],
  ['手段の題', { title: '子育て環境の整備' }, 'title-names-means', ['items', 'a', 'title']],
  [
    '主管であり関係課でもある',
    { supportUnitKeys: ['kodomo'] },
    'unit-lead-and-support',
    ['items', 'a', 'supportUnitKeys'],
  ],
])('団体の決まりは注意で、承認を妨げない: %s', (_, item, code, path) => {
  const problems = checkPlan(plan(item), context);
  expect(problems).toMatchObject([{ code, severity: 'warning', path }]);
  expect(hasErrors(problems)).toBe(false);
});

it.each([
  [null, 0],
  [4, 0],
  [3, 1],
  [2, 1],
])('主管の数の決まりは団体が変えられる: 上限 %s', (maxLeadUnits, found) => {
  const item = { leadUnitKeys: ['kodomo', 'fukushi', 'shimin', 'kikaku'], supportUnitKeys: [] };
  const problems = checkPlan(plan(item), { ...context, checks: { ...context.checks, maxLeadUnits } });
  expect(problems).toHaveLength(found);
});

it('上位計画の期間からはみ出せば注意する', () => {
  const problems = checkPlan(plan(), { ...context, parentPeriod: { start: 2024, end: 2031 } });
  expect(problems).toMatchObject([{ code: 'period-outside-parent', severity: 'warning' }]);
});
