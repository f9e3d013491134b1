import { readIsoDay } from '../kernel/calendar-day.ts';
import { errorAt, hasErrors, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { RevisionState } from './revision.ts';
import { inForceRevision, type RevisionDates } from './revision-status.ts';

export type RevisionCommand =
  /** 承認を求める: the planning office hands the draft over to who approves. `problems` as for the approval. */
  | { readonly kind: 'submit'; readonly by: string; readonly problems: readonly Problem[] }
  /** 取り戻す, before the approval. */
  | { readonly kind: 'withdraw' }
  /** `problems`: what `checkPlan` and `checkLineage` found; errors stop the approval, warnings do not. */
  | { readonly kind: 'approve'; readonly by: string; readonly problems: readonly Problem[] }
  /** 差し戻し of what was submitted or approved: back to the draft, to be corrected. */
  | { readonly kind: 'return' }
  | {
      readonly kind: 'publish';
      readonly by: string;
      readonly reason: string;
      /** 施行日, ISO date; may lie in the past for a plan that was in force before it was entered here. */
      readonly effectiveOn: string;
      /** The other revisions of the plan. */
      readonly others: readonly RevisionDates[];
    }
  /** 取り下げ before the 施行日. `later`: revisions of the plan opened after it, which rest on what it says. */
  | { readonly kind: 'call-back'; readonly later: readonly RevisionDates[] };

/** What was decided, to be written and to be shown in the history. */
export type RevisionEvent =
  | { readonly kind: 'submitted'; readonly at: string; readonly by: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'approved'; readonly at: string; readonly by: string }
  | { readonly kind: 'returned' }
  | {
      readonly kind: 'published';
      readonly at: string;
      readonly by: string;
      readonly reason: string;
      readonly effectiveOn: string;
    }
  | { readonly kind: 'called-back' };

/** `now`: ISO instant. `today`: ISO date in Japan. */
export interface Moment {
  readonly now: string;
  readonly today: string;
}

type Decision = Result<RevisionEvent, Problem>;

export const longestReason = 2000;
/** A 施行日 further away is a slip (令和70年). */
const furthestYears = 5;

const no = (code: string, field: string, params?: Problem['params']): Decision =>
  refuse(errorAt(code, [field], params));

const publish = (
  command: Extract<RevisionCommand, { kind: 'publish' }>,
  { now, today }: Moment,
): Decision => {
  const reason = command.reason.trim();
  const { effectiveOn } = command;
  if (reason === '') return no('revision-reason-missing', 'reason');
  if (reason.length > longestReason) {
    return no('text-too-long', 'reason', { limit: longestReason, length: reason.length });
  }
  const day = readIsoDay(effectiveOn);
  if (day === null) return no('date-impossible', 'effectiveOn', { input: effectiveOn.slice(0, 40) });
  if (day.year > Number(today.slice(0, 4)) + furthestYears) {
    return no('revision-effective-too-far', 'effectiveOn', { effectiveOn, years: furthestYears });
  }
  // Effective before the newest public one, it would be superseded the moment it is published.
  const newest = inForceRevision(command.others, '9999-12-31');
  if (newest !== null && newest.effectiveOn !== null && effectiveOn < newest.effectiveOn) {
    return no('revision-effective-before-latest', 'effectiveOn', {
      effectiveOn,
      revision: newest.revision,
      latest: newest.effectiveOn,
    });
  }
  return ok({ kind: 'published', at: now, by: command.by, reason, effectiveOn });
};

const withoutErrors = (problems: readonly Problem[], event: RevisionEvent): Decision => {
  const count = problems.filter(({ severity }) => severity === 'error').length;
  return hasErrors(problems) ? no('revision-has-errors', 'items', { count }) : ok(event);
};

/** Submit, approve, return, publish or call back one revision. Pure: the event is what to write. */
export const decideRevision = (state: RevisionState, command: RevisionCommand, moment: Moment): Decision => {
  switch (command.kind) {
    case 'submit':
      if (state.status !== 'draft') return no('revision-not-draft', 'status', { status: state.status });
      if (state.isSubmitted) return no('revision-submitted-already', 'status');
      return withoutErrors(command.problems, { kind: 'submitted', at: moment.now, by: command.by });
    case 'withdraw':
      return state.status === 'draft' && state.isSubmitted
        ? ok({ kind: 'withdrawn' })
        : no('revision-not-submitted', 'status');
    case 'approve':
      if (state.status !== 'draft') return no('revision-not-draft', 'status', { status: state.status });
      return withoutErrors(command.problems, { kind: 'approved', at: moment.now, by: command.by });
    case 'return':
      if (state.status === 'draft' && state.isSubmitted) return ok({ kind: 'returned' });
      if (state.status !== 'approved') return no('revision-not-approved', 'status', { status: state.status });
      return ok({ kind: 'returned' });
    case 'publish':
      if (state.status !== 'approved') return no('revision-not-approved', 'status', { status: state.status });
      return publish(command, moment);
    case 'call-back':
      if (state.status !== 'published') {
        return no('revision-not-published', 'status', { status: state.status });
      }
      // In force means citizens have read it: what is published never changes.
      if (state.effectiveOn <= moment.today) {
        return no('revision-in-force', 'effectiveOn', { effectiveOn: state.effectiveOn });
      }
      // Called back it could be corrected, and the later one would silently undo the correction.
      if (command.later.length > 0) {
        return no('revision-has-follower', 'revision', { revision: command.later[0]?.revision ?? 0 });
      }
      return ok({ kind: 'called-back' });
    default: {
      const unknown: never = command;
      throw new Error(`unknown command ${JSON.stringify(unknown)}`);
    }
  }
};

export interface NewDraft {
  readonly revision: number;
  /** Whose content the draft starts from; null: an empty plan. */
  readonly basedOnRevision: number | null;
}

/**
 * 改定に着手: a draft from the newest public revision (one waiting for its 施行日 before the one in force).
 * One at a time, so that two drafts cannot undo each other.
 */
export const decideNewDraft = (revisions: readonly RevisionDates[]): Result<NewDraft, Problem> => {
  const open = revisions.find(({ state }) => state !== 'published');
  if (open !== undefined) {
    return refuse(
      errorAt('revision-open-already', ['revision'], { revision: open.revision, status: open.state }),
    );
  }
  const base = inForceRevision(revisions, '9999-12-31');
  const last = Math.max(0, ...revisions.map(({ revision }) => revision));
  return ok({ revision: last + 1, basedOnRevision: base?.revision ?? null });
};
