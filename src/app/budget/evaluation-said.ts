import { loadHandedOnDirections } from '../../db/read-budget-moves.ts';
import { findRound } from '../../db/read-evaluation.ts';
import { loadEvaluationSchemes } from '../../db/read-evaluation-scheme.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { CommonDirection } from '../../domain/evaluation/common-direction.ts';
import { parseEvaluationScheme } from '../evaluation/read-evaluation-scheme.ts';

/** 評価の方向: the word of the town and its common class. */
export interface Said {
  readonly word: string;
  readonly common: CommonDirection;
}

/** What the last stage that has handed on a direction said of each programme of the round. Three queries. */
export const evaluationSaid = async (
  tx: TenantTx,
  roundKey: string | null,
): Promise<ReadonlyMap<string, Said>> => {
  const round = roundKey === null ? null : await findRound(tx, roundKey);
  if (round === null) return new Map();
  const stored = (await loadEvaluationSchemes(tx)).find(
    (each) => each.schemeKey === round.schemeKey && each.schemeVersion === round.schemeVersion,
  );
  const scheme = stored === undefined ? null : parseEvaluationScheme(stored.content);
  const words = new Map(
    scheme?.ok ? scheme.value.directions.map(({ key, label, common }) => [key, { word: label, common }]) : [],
  );
  const last = new Map<string, { readonly at: number; readonly said: Said }>();
  for (const { subjectKey, stageKey, stageKeys, direction } of await loadHandedOnDirections(
    tx,
    round.roundKey,
  )) {
    const said = words.get(direction);
    const at = stageKeys.indexOf(stageKey);
    if (said !== undefined && at >= (last.get(subjectKey)?.at ?? 0)) last.set(subjectKey, { at, said });
  }
  return new Map([...last].map(([subjectKey, { said }]) => [subjectKey, said]));
};
