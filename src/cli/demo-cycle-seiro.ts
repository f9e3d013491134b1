import type { Acting } from '../app/acting.ts';
import { closeRound } from '../app/evaluation/close-round.ts';
import { handOnSheets } from '../app/evaluation/hand-on-sheets.ts';
import { openRound } from '../app/evaluation/open-round.ts';
import { prepareRound } from '../app/evaluation/prepare-round.ts';
import { publishRound } from '../app/evaluation/publish-round.ts';
import { settleYear } from '../app/programme/settle-year.ts';
import type { EvaluationScheme } from '../domain/evaluation/evaluation-scheme.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import type { StatedDirection } from '../domain/programme/import/plan-import.ts';
import { inEveryRole } from './demo-cycle-people.ts';
import { adoptShipped } from './demo-cycle-schemes.ts';

/** 令和6年度: the year the town's published evaluation is about. */
export const evaluatedYear = 2024;
export const publishedRoundKey = 'fy2024-after';

/** 方向性 as it was extracted → the town's own word (B_rubrics). */
const directionKeys: Readonly<Record<string, string>> = {
  現状継続: 'continue',
  '改善（手段変更）': 'improve-means',
  拡大: 'improve-expand',
  縮小: 'improve-reduce',
  廃止方向: 'abolish',
};

/**
 * The town's sheet without what its publication leaves unsaid: levels, words and reasons are not asked, so that
 * nothing has to be made up for them.
 */
const asPublished = (scheme: EvaluationScheme): EvaluationScheme => ({
  ...scheme,
  name: `${scheme.name}: 公表された方向だけを写す見本`,
  notes: [
    ...scheme.notes,
    '見本: 公表資料の一覧から分かるのは方向だけなので、5つの視点・実績・理由を必須にしていません。',
  ],
  criteria: scheme.criteria.map((criterion) => ({ ...criterion, required: false, reason: 'optional' })),
  texts: scheme.texts.map((text) => ({ ...text, required: false })),
  directions: scheme.directions.map((word) => ({ ...word, reason: false })),
});

/** The town's population as the list of programmes states it; its day is not stated. */
const population = { persons: 13_986, source: '事務事業の一覧（第三者による抽出）。時点の記載なし' };

/**
 * 聖籠町's evaluation of 令和6年度 through all its stages to publication, with the directions its document states. The
 * document gives one direction for each programme; it is entered at every stage.
 */
export const loadPublishedEvaluation = async (
  loader: Acting,
  stated: readonly StatedDirection[],
): Promise<Result<null, readonly Problem[]>> => {
  const acting = inEveryRole(loader);
  const settled = await settleYear(acting, evaluatedYear, '見本: 公表された決算額');
  if (!settled.ok) return settled;
  const scheme = await adoptShipped(acting, 'seiro', asPublished);
  if (!scheme.ok) return scheme;
  const roundKey = publishedRoundKey;
  const prepared = await prepareRound(
    acting,
    {
      title: '令和7年度評価（令和6年度の事業）',
      fiscalYear: evaluatedYear,
      ...scheme.value,
      planKey: null,
      dueOn: { entry: '2025-06-30', first: '2025-07-31', second: '2025-09-30' },
      note: '見本: 公表された方向は一つなので、担当者・一次・二次のどれにも同じ方向を入れています。締め切りの日は町の資料にないため、見本の日です。',
    },
    { roundKey },
  );
  if (!prepared.ok) return prepared;
  const opened = await openRound(acting, roundKey);
  if (!opened.ok) return opened;
  const sheets = stated
    .filter(({ fiscalYear }) => fiscalYear === evaluatedYear)
    .map(({ programmeKey, text }) => {
      const after = directionKeys[text];
      if (after === undefined) throw new Error(`the demonstration has no direction for ${text}`);
      return {
        subjectKey: programmeKey,
        seenVersion: null,
        changes: [{ field: 'direction', before: '', after }],
      };
    });
  const entered = await handOnSheets(acting, { roundKey, stageKey: 'entry', sheets });
  if (!entered.ok) return entered;
  // The stages after begin with what the stage before said.
  const unchanged = sheets.map(({ subjectKey }) => ({ subjectKey, seenVersion: null }));
  for (const stageKey of ['first', 'second']) {
    const handed = await handOnSheets(acting, { roundKey, stageKey, sheets: unchanged });
    if (!handed.ok) return handed;
  }
  const closed = await closeRound(acting, roundKey);
  if (!closed.ok) return closed;
  const published = await publishRound(acting, roundKey, {
    amountBasis: '令和6年度 決算（千円）',
    population,
    source: '聖籠町「令和7年度 施策評価（令和6年度の実績）」。第三者が抽出した一覧による見本',
  });
  return published.ok ? ok(null) : published;
};
