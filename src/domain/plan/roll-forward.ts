import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { PlanItem } from './item.ts';
import type { LineageLink } from './lineage.ts';
import { nextPeriod, type Period } from './periods.ts';
import type { PlanContent, PlanHeader, ReviewRow } from './plan.ts';
import { buildTree, walkTree } from './tree.ts';

/** Why an item continues by itself, or has to be asked about. */
export interface RollProposal {
  readonly itemKey: string;
  readonly proposal: 'continue' | 'ask';
  /** 長期継続; 短期集中; no span said; or something below it continues. */
  readonly because: 'long' | 'short' | 'unsaid' | 'child-continues';
}

/** A person's answer. `reason` is needed to drop. */
export interface RollChoice {
  readonly continues: boolean;
  readonly reason: string;
}

/**
 * What to propose for each item, in reading order: 長期継続 continues, 短期集中 is asked about, and what holds
 * a continuing item continues with it.
 */
export const proposeRollForward = (items: readonly PlanItem[]): readonly RollProposal[] => {
  const byKey = new Map(items.map((item) => [item.itemKey, item]));
  const held = new Set<string>();
  for (const item of items) {
    if (item.span !== 'long') continue;
    for (let key = item.parentKey; key !== null && !held.has(key); key = byKey.get(key)?.parentKey ?? null) {
      held.add(key);
    }
  }
  const propose = ({ itemKey, span }: PlanItem): RollProposal => {
    if (span === 'long') return { itemKey, proposal: 'continue', because: 'long' };
    if (held.has(itemKey)) return { itemKey, proposal: 'continue', because: 'child-continues' };
    return { itemKey, proposal: 'ask', because: span === 'short' ? 'short' : 'unsaid' };
  };
  return [...walkTree(buildTree(items))].filter((node) => !node.again).map((node) => propose(node.item));
};

export interface RollForward {
  readonly content: PlanContent;
  readonly lineage: readonly LineageLink[];
}

const shiftReview = (rows: readonly ReviewRow[], years: number): readonly ReviewRow[] =>
  rows.map((row) => ({
    ...row,
    periods: row.periods.map((bar) => ({ ...bar, start: bar.start + years, end: bar.end + years })),
    marks: row.marks.map((mark) => ({ ...mark, fiscalYear: mark.fiscalYear + years })),
  }));

const nextHeader = (header: PlanHeader, period: Period): PlanHeader => ({
  ...header,
  startFiscalYear: period.start,
  endFiscalYear: period.end,
  reviewCalendar: shiftReview(header.reviewCalendar, period.start - header.startFiscalYear),
});

const decisions = (
  items: readonly PlanItem[],
  choices: ReadonlyMap<string, RollChoice>,
): Result<ReadonlyMap<string, RollChoice>, readonly Problem[]> => {
  const problems: Problem[] = [];
  const decided = new Map<string, RollChoice>();
  const byKey = new Map(items.map((item) => [item.itemKey, item]));
  for (const { itemKey, proposal } of proposeRollForward(items)) {
    const title = byKey.get(itemKey)?.title ?? '';
    const choice =
      choices.get(itemKey) ?? (proposal === 'continue' ? { continues: true, reason: '' } : undefined);
    if (choice === undefined) {
      problems.push(errorAt('roll-forward-undecided', ['items', itemKey], { title }));
    } else {
      decided.set(itemKey, choice);
      if (!choice.continues && choice.reason.trim() === '') {
        problems.push(errorAt('roll-forward-reason-missing', ['items', itemKey, 'reason'], { title }));
      }
    }
  }
  for (const { itemKey, parentKey, title } of items) {
    const dropped = parentKey !== null && decided.get(parentKey)?.continues === false;
    if (dropped && decided.get(itemKey)?.continues === true) {
      const params = { title, parent: byKey.get(parentKey)?.title ?? parentKey };
      problems.push(errorAt('roll-forward-parent-dropped', ['items', itemKey], params));
    }
  }
  for (const key of choices.keys()) {
    if (!byKey.has(key)) problems.push(errorAt('item-unknown', ['items', key]));
  }
  return problems.length === 0 ? ok(decided) : refuse(problems);
};

/**
 * 次期へ: the next term's content from an ended one, and what became of each item. Items keep their keys.
 * `to` may be the same plan (a revision) or its successor. Without `period`: the one that follows by update mode.
 */
export const rollForward = (
  from: { readonly planKey: string; readonly content: PlanContent },
  to: { readonly planKey: string; readonly period?: Period },
  choices: ReadonlyMap<string, RollChoice>,
): Result<RollForward, readonly Problem[]> => {
  const { header, levels, items } = from.content;
  const ended = { start: header.startFiscalYear, end: header.endFiscalYear };
  const period = to.period ?? nextPeriod(ended, header.updateMode);
  if (period.start <= ended.start || period.end < period.start) {
    return refuse([
      errorAt('roll-forward-period', ['period'], { start: period.start, end: period.end, after: ended.end }),
    ]);
  }
  const decided = decisions(items, choices);
  if (!decided.ok) return decided;
  const continues = (key: string | null): boolean =>
    key === null || decided.value.get(key)?.continues === true;
  const kept = items
    .filter((item) => continues(item.itemKey))
    .map((item) => ({ ...item, alsoUnder: item.alsoUnder.filter((also) => continues(also.parentKey)) }));
  const lineage = items.map(({ itemKey }): LineageLink => {
    const reference = { planKey: from.planKey, itemKey };
    const reason = decided.value.get(itemKey)?.reason.trim() ?? '';
    return continues(itemKey)
      ? { kind: 'carry', from: reference, to: { planKey: to.planKey, itemKey }, reason }
      : { kind: 'drop', from: reference, to: null, reason };
  });
  return ok({ content: { header: nextHeader(header, period), levels, items: kept }, lineage });
};
