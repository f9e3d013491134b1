import type { Database } from '../../src/db/connection.ts';
import type { PublishedBudgetLine } from '../../src/domain/budget/budget.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { publishedRound, publishedSheet, putPublication, yearOf } from './published-sheets.ts';

const reduce = { key: 'reduce', label: '縮小', common: 'reduce' } as const;

const sheet = publishedSheet('p-1', {
  number: '2002',
  name: '行政情報システム整備事業',
  unitName: '総務課',
  targetGroup: '職員',
  means: '機器を整える',
  intent: '仕事を止めない',
  planItems: [{ planKey: 'dai6ji', itemKey: 'a', title: '子育て' }],
  direction: reduce,
  grade: 'B',
  figures: {
    ...yearOf(91_229),
    measures: [
      {
        measureKey: 'm',
        kind: 'outcome',
        name: '停止した日数',
        unit: '日',
        figures: [
          { fiscalYear: 2023, target: null, actual: null, missing: 'not-measured' },
          { fiscalYear: 2024, target: '0', actual: '2', missing: null },
        ],
        sharedBy: 3,
      },
    ],
  },
  records: [
    {
      stageKey: 'first',
      stageLabel: '一次評価',
      direction: 'keep',
      directionReason: '必要な機器だから',
      machineGrade: 'A',
      grade: 'A',
      gradeReason: '',
      priority: '',
      criteria: [{ label: '必要性', level: '高い', reason: '' }],
      texts: [{ label: '課題', body: '費用がかさむ' }],
    },
    {
      stageKey: 'second',
      stageLabel: '二次評価',
      direction: 'reduce',
      directionReason: '台数を減らせる',
      machineGrade: 'A',
      grade: 'B',
      gradeReason: '費用に見合わない',
      priority: '',
      criteria: [],
      texts: [],
    },
  ],
  remarks: [{ fiscalYear: 2023, body: '台数を見直すこと', answer: '3台減らした' }],
});

const line: PublishedBudgetLine = {
  proposalKey: 'q-1',
  programmeKey: 'p-1',
  number: '2002',
  name: '行政情報システム整備事業',
  unitName: '総務課',
  kind: 'reduce',
  evaluationWord: '縮小',
  evaluationClass: 'reduce',
  baseGeneralThousandYen: 10_000,
  requestedGeneralThousandYen: 9_000,
  allocatedGeneralThousandYen: 8_800,
  decisionReason: '台数を減らすため',
  offsets: [],
};

/**
 * 公表した一年: evaluations of 2023 and 2024 (of which the second edition stands), the budget of 2026 that answers, an
 * implementation plan from 2026, corrected once.
 */
export const publishYear = async (db: Database, municipality: MunicipalityCode): Promise<void> => {
  const evaluation = (fiscalYear: number, sheets: readonly (typeof sheet)[], edition = 1) =>
    putPublication(db, municipality, {
      kind: 'evaluation',
      key: `after-${fiscalYear}`,
      fiscalYear,
      edition,
      reason: edition === 1 ? '' : '決算額の訂正',
      title: `令和${fiscalYear - 2018}年度事務事業評価`,
      content: publishedRound({ roundKey: `after-${fiscalYear}` }),
      entries: sheets.map((content) => ({ subjectKey: content.subjectKey, content })),
    });
  await evaluation(2023, [publishedSheet('p-1', { name: sheet.name, figures: yearOf(80_000, 2023) })]);
  await evaluation(2024, [publishedSheet('p-1', { figures: yearOf(1) })]);
  await evaluation(2024, [sheet, publishedSheet('p-2', { name: '窓口事業', figures: yearOf(null) })], 2);
  await putPublication(db, municipality, {
    kind: 'budget',
    key: '2026',
    fiscalYear: 2026,
    title: `令和8年度当初予算`,
    content: {
      fiscalYear: 2026,
      baseFiscalYear: 2025,
      round: { roundKey: 'after-2024', title: '令和6年度事務事業評価' },
      schemeName: '枠配分',
      notes: ['骨格予算'],
      frames: [
        {
          unitName: '総務課',
          expenseClass: '経常',
          frameThousandYen: 9_700,
          allocatedThousandYen: 8_800,
          steps: [
            { rule: 'rate', label: '前年度の97%', arithmetic: '10,000 × 0.97', amountThousandYen: 9_700 },
          ],
          adjustmentThousandYen: 0,
          adjustmentReason: '',
        },
      ],
    },
    entries: [{ subjectKey: 'q-1', content: line }],
  });
  await putPublication(db, municipality, {
    kind: 'implementation-plan',
    key: '2026',
    fiscalYear: 2026,
    title: `実施計画`,
    content: { startFiscalYear: 2026, years: 3, mode: 'fixed', correction: 1 },
    entries: [
      {
        subjectKey: 'p-1',
        content: {
          programmeKey: 'p-1',
          number: '2002',
          name: '行政情報システム整備事業',
          unitName: '総務課',
          planItems: ['子育て'],
          amounts: [
            { fiscalYear: 2026, amountThousandYen: 8_800, originalThousandYen: 8_800, reason: '' },
            {
              fiscalYear: 2027,
              amountThousandYen: 7_000,
              originalThousandYen: 9_000,
              reason: '台数の見直し',
            },
          ],
        },
      },
    ],
  });
};
