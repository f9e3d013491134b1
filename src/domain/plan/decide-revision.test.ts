import { describe, expect, it } from 'vitest';
import { errorAt, warningAt } from '../kernel/problem.ts';
import { decideNewDraft, decideRevision, type RevisionCommand } from './decide-revision.ts';
import type { RevisionState } from './revision.ts';
import { inForceRevision, type RevisionDates, revisionStatus } from './revision-status.ts';

const moment = { now: '2026-11-21T00:00:00.000Z', today: '2026-11-21' };
const draft: RevisionState = { status: 'draft' };
const submitted: RevisionState = { status: 'draft', isSubmitted: true };
const approved: RevisionState = { status: 'approved' };
const scheduled: RevisionState = { status: 'published', effectiveOn: '2027-04-01' };
const inForce: RevisionState = { status: 'published', effectiveOn: '2026-11-21' };
const publish = (more: Partial<Extract<RevisionCommand, { kind: 'publish' }>> = {}): RevisionCommand => ({
  kind: 'publish',
  by: 'u1',
  reason: '見直し評価を反映',
  effectiveOn: '2027-04-01',
  others: [],
  ...more,
});
const approve: RevisionCommand = {
  kind: 'approve',
  by: 'u1',
  problems: [warningAt('title-names-means', [])],
};

const submit: RevisionCommand = { ...approve, kind: 'submit' };

describe('決定', () => {
  it.each<[string, RevisionState, RevisionCommand, object]>([
    ['案を承認する (注意は妨げない)', draft, approve, { kind: 'approved', at: moment.now, by: 'u1' }],
    ['承認を求める (注意は妨げない)', draft, submit, { kind: 'submitted', at: moment.now, by: 'u1' }],
    ['求めた承認を取り戻す', submitted, { kind: 'withdraw' }, { kind: 'withdrawn' }],
    ['求められた案を承認する', submitted, approve, { kind: 'approved' }],
    ['求められた案を差し戻す', submitted, { kind: 'return' }, { kind: 'returned' }],
    ['差し戻す', approved, { kind: 'return' }, { kind: 'returned' }],
    [
      '公開する',
      approved,
      publish({ reason: '  見直し評価を反映 ' }),
      { kind: 'published', at: moment.now, by: 'u1', reason: '見直し評価を反映', effectiveOn: '2027-04-01' },
    ],
    [
      'さかのぼる施行日 (入力前から施行中の計画)',
      approved,
      publish({ effectiveOn: '2023-12-01' }),
      { effectiveOn: '2023-12-01' },
    ],
    ['施行前に取り下げる', scheduled, { kind: 'call-back', later: [] }, { kind: 'called-back' }],
  ])('%s', (_, state, command, event) => {
    const result = decideRevision(state, command, moment);
    expect(result.ok && result.value).toMatchObject(event);
  });

  const published: RevisionDates = { revision: 2, state: 'published', effectiveOn: '2026-04-01' };

  it.each<[string, RevisionState, RevisionCommand, string, string]>([
    [
      '誤りのある案の承認',
      draft,
      { ...approve, problems: [errorAt('item-cycle', [])] },
      'revision-has-errors',
      'items',
    ],
    [
      '誤りのある案の承認を求める',
      draft,
      { ...submit, problems: [errorAt('item-cycle', [])] },
      'revision-has-errors',
      'items',
    ],
    ['二度目に承認を求める', submitted, submit, 'revision-submitted-already', 'status'],
    ['承認ずみの承認を求める', approved, submit, 'revision-not-draft', 'status'],
    ['求めていない承認を取り戻す', draft, { kind: 'withdraw' }, 'revision-not-submitted', 'status'],
    ['承認ずみを取り戻す', approved, { kind: 'withdraw' }, 'revision-not-submitted', 'status'],
    ['承認ずみの承認', approved, approve, 'revision-not-draft', 'status'],
    ['公開ずみの承認', inForce, approve, 'revision-not-draft', 'status'],
    ['案の差し戻し', draft, { kind: 'return' }, 'revision-not-approved', 'status'],
    ['公開ずみの差し戻し', inForce, { kind: 'return' }, 'revision-not-approved', 'status'],
    ['案の公開', draft, publish(), 'revision-not-approved', 'status'],
    ['二度目の公開', inForce, publish(), 'revision-not-approved', 'status'],
    ['わけのない公開', approved, publish({ reason: '　 ' }), 'revision-reason-missing', 'reason'],
    ['長すぎるわけ', approved, publish({ reason: 'あ'.repeat(2001) }), 'text-too-long', 'reason'],
    ['ありえない施行日', approved, publish({ effectiveOn: '2027-02-29' }), 'date-impossible', 'effectiveOn'],
    ['日付でない施行日', approved, publish({ effectiveOn: '来年' }), 'date-impossible', 'effectiveOn'],
    [
      '遠すぎる施行日',
      approved,
      publish({ effectiveOn: '2032-04-01' }),
      'revision-effective-too-far',
      'effectiveOn',
    ],
    [
      'いまの改定より前の施行日',
      approved,
      publish({ effectiveOn: '2026-03-31', others: [published] }),
      'revision-effective-before-latest',
      'effectiveOn',
    ],
    ['案の取り下げ', draft, { kind: 'call-back', later: [] }, 'revision-not-published', 'status'],
    [
      '次の改定が始まった後の取り下げ',
      scheduled,
      { kind: 'call-back', later: [{ revision: 4, state: 'draft', effectiveOn: null }] },
      'revision-has-follower',
      'revision',
    ],
    ['施行後の取り下げ', inForce, { kind: 'call-back', later: [] }, 'revision-in-force', 'effectiveOn'],
  ])('断る: %s', (_, state, command, code, field) => {
    const result = decideRevision(state, command, moment);
    expect(result.ok ? null : result.error).toMatchObject({ code, path: [field], severity: 'error' });
  });
});

const revisions: readonly RevisionDates[] = [
  { revision: 1, state: 'published', effectiveOn: '2024-04-01' },
  { revision: 2, state: 'published', effectiveOn: '2026-04-01' },
  { revision: 3, state: 'published', effectiveOn: '2027-04-01' },
  { revision: 4, state: 'draft', effectiveOn: null },
];

it.each([
  ['2024-03-31', null, 'scheduled scheduled scheduled draft'],
  ['2024-04-01', 1, 'in-force scheduled scheduled draft'],
  ['2026-03-31', 1, 'in-force scheduled scheduled draft'],
  ['2026-04-01', 2, 'superseded in-force scheduled draft'],
  ['2030-01-01', 3, 'superseded superseded in-force draft'],
])('%s の状態', (today, revision, statuses) => {
  expect(inForceRevision(revisions, today)?.revision ?? null).toBe(revision);
  expect(revisions.map((each) => revisionStatus(each, revisions, today)).join(' ')).toBe(statuses);
});

it('同じ日に施行された改定は、後のものが生きる', () => {
  const same: readonly RevisionDates[] = [
    { revision: 2, state: 'published', effectiveOn: '2026-04-01' },
    { revision: 1, state: 'published', effectiveOn: '2026-04-01' },
  ];
  expect(inForceRevision(same, '2026-04-01')?.revision).toBe(2);
  expect(same.map((each) => revisionStatus(each, same, '2026-04-01'))).toEqual(['in-force', 'superseded']);
});

it.each<[string, readonly RevisionDates[], object]>([
  ['はじめての案', [], { ok: true, value: { revision: 1, basedOnRevision: null } }],
  ['施行中のものから', revisions.slice(0, 2), { ok: true, value: { revision: 3, basedOnRevision: 2 } }],
  [
    '施行を待つものがあれば、それから',
    revisions.slice(0, 3),
    { ok: true, value: { revision: 4, basedOnRevision: 3 } },
  ],
  [
    '案が開いている',
    revisions,
    { ok: false, error: { code: 'revision-open-already', params: { revision: 4, status: 'draft' } } },
  ],
  [
    '承認ずみが公開を待っている',
    [{ revision: 1, state: 'approved', effectiveOn: null }],
    { ok: false, error: { code: 'revision-open-already', params: { revision: 1, status: 'approved' } } },
  ],
])('改定に着手: %s', (_, existing, expected) => {
  expect(decideNewDraft(existing)).toMatchObject(expected);
});
