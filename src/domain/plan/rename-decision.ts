import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { LineageLink } from './lineage.ts';

interface Rename {
  readonly planKey: string;
  readonly itemKey: string;
  /** In the revision the draft is based on; null: the item is new. */
  readonly formerTitle: string | null;
  readonly title: string;
  readonly reason: string;
}

/** 名称変更: what the draft records of an item's name. Back to the old name is no change; a new one says why. */
export const decideRename = (
  lineage: readonly LineageLink[],
  { planKey, itemKey, formerTitle, title, reason }: Rename,
): Result<readonly LineageLink[], Problem> => {
  const place = { planKey, itemKey };
  const isOwn = ({ kind, from, to }: LineageLink): boolean =>
    kind === 'rename' &&
    from?.planKey === planKey &&
    from.itemKey === itemKey &&
    to?.planKey === planKey &&
    to.itemKey === itemKey;
  const others = lineage.filter((link) => !isOwn(link));
  if (formerTitle === null || formerTitle === title) return ok(others);
  const why = reason.trim() === '' ? (lineage.find(isOwn)?.reason ?? '') : reason.trim();
  if (why === '') return refuse(errorAt('rename-reason-required', ['renameReason'], { title: formerTitle }));
  if (why.length > 2000)
    return refuse(errorAt('text-too-long', ['renameReason'], { limit: 2000, length: why.length }));
  const renamed: LineageLink = { kind: 'rename', from: place, to: place, reason: why };
  const known = lineage.find(isOwn);
  return ok(known?.reason === why ? lineage : [...others, renamed]);
};
