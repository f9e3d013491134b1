import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { problemSentence } from '../../documents/problem-text/sentences.ts';
import type { Problem } from '../../domain/kernel/problem.ts';

type Said = readonly [title: string, detail: (params: NonNullable<Problem['params']>) => string];

const sentences: Readonly<Record<string, Said>> = {
  'municipality-not-public': [
    '公開していない団体です',
    (p) =>
      `団体 ${p.asked}${p.name} は、ここでは計画を公開していません。/api/v1/municipalities で公開している団体を確かめてください。`,
  ],
  'plan-not-found': [
    '計画が見つかりません',
    (p) => `「${p.asked}」という公開中の計画はありません。…/plans で計画の略号（slug）を確かめてください。`,
  ],
  'revision-not-found': [
    '版が見つかりません',
    (p) => `版「${p.asked}」は公開されていません。…/revisions で公開中の版の番号を確かめてください。`,
  ],
  'revision-format': [
    '版の番号が読めません',
    (p) => `「${p.asked}」は版の番号ではありません。1 以上の整数で指定してください。`,
  ],
  'predecessor-not-found': [
    '前の計画が見つかりません',
    (p) => `計画「${p.asked}」には、公開中の前の計画がありません。from に版の番号を指定してください。`,
  ],
  'no-earlier-revision': [
    '比べる版がありません',
    (p) =>
      `計画「${p.asked}」には、前の版がありません。from=predecessor で前の計画と比べられることがあります。`,
  ],
  'indicator-not-found': [
    '指標が見つかりません',
    (p) => `「${p.asked}」という公開中の指標はありません。…/indicators で指標キーを確かめてください。`,
  ],
  'judgement-year-not-public': [
    '判定が見つかりません',
    (p) =>
      `「${p.asked}」年度の判定は公開されていません。…/judgements で判定を公開している年度を確かめてください。`,
  ],
  'evaluation-not-public': [
    '評価が見つかりません',
    (p) =>
      `「${p.asked}」年度の評価（またはその回）は公表されていません。…/evaluations で公表している年度と回を確かめてください。`,
  ],
  'budget-not-public': [
    '予算が見つかりません',
    (p) => `「${p.asked}」年度の予算は公表されていません。…/budgets で公表している年度を確かめてください。`,
  ],
  'implementation-plan-not-public': [
    '実施計画が見つかりません',
    (p) =>
      `「${p.asked}」年度から始まる実施計画は公表されていません。…/implementation-plans で公表している計画の始まりの年度を確かめてください。`,
  ],
  'population-series-not-public': [
    '人口の系列が見つかりません',
    (p) =>
      `「${p.asked}」という公開中の人口の系列はありません。…/population で系列キー（seriesKey）を確かめてください。`,
  ],
  'population-scenario-not-public': [
    '人口シナリオが見つかりません',
    (p) =>
      `「${p.asked}」という人口シナリオ（またはその版）は公表されていません。…/population/scenarios で公表しているシナリオを確かめてください。`,
  ],
  'address-not-found': [
    'アドレスが見つかりません',
    () => 'このアドレスはありません。/api/v1/openapi.json でアドレスの一覧を確かめてください。',
  ],
};

export const problemSchema = z
  .strictObject({
    type: z.string().openapi({ description: '問題の種類。urn:rashin:problem: に続く符号' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: '何が起きたか、どうすればよいか（日本語）' }),
    instance: z.string().openapi({ description: '求めたアドレス' }),
  })
  .openapi('Problem');

/** RFC 9457, in Japanese. Never kept by a cache: what is missing today may be published tomorrow. */
export const problemAnswer = (c: Context, status: 400 | 404, problem: Problem): Response => {
  const said = sentences[problem.code];
  const body: z.infer<typeof problemSchema> = {
    type: `urn:rashin:problem:${problem.code}`,
    title: said?.[0] ?? '指定を読めません',
    status,
    detail: said === undefined ? problemSentence(problem) : said[1](problem.params ?? {}),
    instance: c.req.path,
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
};
