import type { Acting } from '../app/acting.ts';
import { openRound, wholeTownScope } from '../app/evaluation/open-round.ts';
import { prepareRound } from '../app/evaluation/prepare-round.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { dayFromNow, inEveryRole } from './demo-cycle-people.ts';
import { adoptShipped } from './demo-cycle-schemes.ts';

/** 令和5年度 部局経営目標: the year of the town's document. */
const fiscalYear = 2023;
const planKey = 'department-goals-2023';

const rounds = [
  {
    scheme: 'maniwa-mid-year',
    roundKey: 'goals-2023-mid-year',
    title: '令和5年度 部局経営目標 中間の自己評価（見本）',
    opens: true,
  },
  {
    scheme: 'maniwa-year-end',
    roundKey: 'goals-2023-year-end',
    title: '令和5年度 部局経営目標 年度末の自己評価（見本）',
    opens: false,
  },
] as const;

/**
 * 部局経営目標の自己評価: at mid-year, open to be tried, and at the year's end, prepared. The document states no
 * self-evaluation, so none is entered and none is published.
 */
export const loadGoalRounds = async (loader: Acting): Promise<Result<null, readonly Problem[]>> => {
  const acting = inEveryRole(loader);
  for (const { scheme: name, roundKey, title, opens } of rounds) {
    const scheme = await adoptShipped(acting, name);
    if (!scheme.ok) return scheme;
    const prepared = await prepareRound(
      acting,
      {
        title,
        fiscalYear,
        ...scheme.value,
        planKey,
        dueOn: {
          division: dayFromNow(acting, opens ? 14 : 120),
          mayor: dayFromNow(acting, opens ? 28 : 140),
        },
        note: '見本: 町の資料に自己評価の結果はありません。記入は空です。',
      },
      { roundKey },
    );
    if (!prepared.ok) return prepared;
    if (!opens) continue;
    const opened = await openRound(acting, roundKey, { ...wholeTownScope, typeKeys: ['goal'] });
    if (!opened.ok) return opened;
  }
  return ok(null);
};
