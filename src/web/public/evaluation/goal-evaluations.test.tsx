import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { TownFrame } from '../../components/frame.ts';
import { GoalEvaluations } from './goal-evaluations.tsx';

type Evaluated = Parameters<typeof GoalEvaluations>[0]['of'][number];

const evaluated = {
  publication: {
    key: 'r5-mid',
    fiscalYear: 2023,
    title: '中間の自己評価',
    publishedAt: '2023-11-01T00:00:00Z',
    content: { grades: [], target: 'plan-item', timing: 'during' },
  },
  entry: {
    subjectKey: 'goal',
    grade: null,
    direction: null,
    records: [
      {
        stageKey: 'division',
        stageLabel: '部局長の自己評価',
        criteria: [
          { label: '進みぐあい', level: '遅れている', reason: '工事が止まった' },
          { label: '体制', level: '', reason: '' },
        ],
        texts: [{ label: '上半期に取り組んだこと', body: '説明会を開いた' }],
      },
    ],
  },
} as unknown as Evaluated;

it('目標の自己評価は、選んだ段階とその理由を、書いた文の前に示す', () => {
  const frame = { language: 'ja', town: { code: '332143' } } as unknown as TownFrame;
  const html = renderToStaticMarkup(<GoalEvaluations frame={frame} of={[evaluated]} all={[evaluated]} />);
  const text = html.replaceAll(/<[^>]+>/gu, '');
  expect(text).toContain('進みぐあい: 遅れている　工事が止まった');
  expect(text.indexOf('遅れている')).toBeLessThan(text.indexOf('説明会を開いた'));
  expect(text).not.toContain('体制');
});
