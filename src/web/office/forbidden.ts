import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { listAdministrators } from '../../app/people/list-administrators.ts';
import { type Action, actionRules } from '../../domain/access/action.ts';
import { type ActedOn, may } from '../../domain/access/may.ts';
import { type Role, roles } from '../../domain/access/role.ts';
import { roleNames } from '../../domain/access/role-names.ts';
import type { WebDeps } from '../deps.ts';
import { actingOf, type OfficeEnv, type OpenOfficeEnv } from '../middleware/session.ts';
import { refusePage } from './refusal-page.tsx';

/** What the right lets a person do, to fill 「…する権限がありません」. */
const doing: Readonly<Record<Action, string>> = {
  'plan.view-draft': '下書き（改定案や公開前の値）を見る',
  'plan.create': '計画を作る',
  'plan.edit': '計画の構成を変える',
  'plan.edit-item': 'この項目を書き換える',
  'plan.approve': '改定案を承認する',
  'plan.publish': '計画を公開する',
  'indicator.define': '指標を定める',
  'indicator.enter': 'この指標の値を入力する',
  'indicator.publish': 'この指標の値を公開する',
  'indicator.collect': '実績の照会を始める・締め切る',
  'judgement.scheme': '判定基準を決める',
  'judgement.mark': 'この指標の判定を書く',
  'judgement.publish': '判定を公開する',
  'programme.view': '事務事業と経費を見る',
  'programme.edit': 'この事務事業を書き換える',
  'programme.manage': '事務事業をまとめて変える・取り込む・決算を確定する',
  'evaluation.manage': '評価の様式を決める・評価の回を進める',
  'evaluation.view': '評価シートを見る',
  'evaluation.as-unit-staff': '担当として評価を書く',
  'evaluation.as-unit-head': '課長として評価する',
  'evaluation.as-division-head': '部長として評価する',
  'evaluation.as-planner': '企画として評価する',
  'evaluation.as-finance': '財政として評価する',
  'evaluation.as-executive': '首長・本部として決める',
  'evaluation.as-external-reviewer': '外部評価者として評価する',
  'budget.view': '予算の編成を見る',
  'budget.propose': 'この課の予算を提案する',
  'budget.allocate': 'この枠のなかで配分する',
  'budget.prioritise': '企画の優先順位を付ける',
  'budget.manage': '配分の規則と枠を決める・予算を確定する',
  'implementation.manage': '実施計画を決める',
  'population.view': '公開前の人口の系列とシナリオを見る',
  'population.manage': '人口の数値を取り込む・シナリオを作り公開する',
  'unit.manage': '組織を変える',
  'user.manage': '職員のアカウントを管理する',
  'settings.manage': '団体の設定を変える',
  'audit.view': '監査証跡を見る',
};

const holders = (action: Action): string =>
  roles
    .filter((role: Role) => actionRules[action].roles[role] !== undefined)
    .map((role) => roleNames[role])
    .join('、');

/** 403: names the right that is missing and who can give it. */
export const forbidden = async (c: Context<OfficeEnv>, deps: WebDeps, action: Action): Promise<Response> => {
  const administrators = await listAdministrators(actingOf(c, deps));
  const givers =
    administrators.length === 0
      ? 'システム管理者'
      : `システム管理者（${administrators.map(({ displayName }) => displayName).join('、')}）`;
  // The same context: a viewer is there, which the page does not ask about.
  return refusePage(c as unknown as Context<OpenOfficeEnv>, deps, {
    status: 403,
    title: '権限がありません',
    sentences: [
      `「${doing[action]}」権限がありません。何も変わっていません。`,
      `この権限があるのは、役割が ${holders(action)} の職員です。必要なときは、${givers}に役割を付けてもらってください。`,
    ],
  });
};

/** For routes whose right does not depend on what is shown. */
export const requireRight = (deps: WebDeps, action: Action, on?: ActedOn) =>
  createMiddleware<OfficeEnv>(async (c, next) =>
    may(c.var.viewer.actor, action, on) ? next() : forbidden(c, deps, action),
  );
