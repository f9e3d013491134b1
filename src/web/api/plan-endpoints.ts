import { z } from '@hono/zod-openapi';
import { loadRevision } from '../../db/read-plan.ts';
import { listAreas, listUnits } from '../../db/read-town.ts';
import { planCsv } from '../../documents/csv/plan-csv.ts';
import { numberItems } from '../../domain/plan/numbering.ts';
import { type ApiRequest, notFound, type TownEndpoint } from './endpoint.ts';
import { chooseRevision, findPublicPlan, listPublicPlans, planSummary, revisionData } from './find-plan.ts';
import { planSchema, planSummarySchema, revisionSchema } from './plan-schema.ts';

const slug = z.string().openapi({ description: '計画の略号', example: 'choki-senryaku' });
const revision = z
  .string()
  .optional()
  .openapi({ description: '版の番号。指定しなければ施行中の版', example: '1' });

const plans: TownEndpoint = {
  path: '/municipalities/{code}/plans',
  operationId: 'listPlans',
  summary: '公開中の計画の一覧',
  data: z.array(planSummarySchema),
  answer: async (request) => ({
    kind: 'data',
    data: (await listPublicPlans(request)).map((found) =>
      planSummary(request.town.municipality, found, found.inForce, request.today),
    ),
  }),
};

const revisions: TownEndpoint = {
  path: '/municipalities/{code}/plans/{slug}/revisions',
  operationId: 'listRevisions',
  summary: '公開した版の一覧（新しい順）',
  params: { slug },
  data: z.array(revisionSchema),
  answer: async (request) => {
    const found = await findPublicPlan(request);
    if (!found.ok) return found.answer;
    return {
      kind: 'data',
      data: found.value.revisions.map((row) => revisionData(row, found.value, request.today)),
    };
  },
};

/** The chosen revision with its text, or what to say instead. */
const loadChosen = async (request: ApiRequest) => {
  const found = await findPublicPlan(request);
  if (!found.ok) return found;
  const chosen = chooseRevision(found.value, request.query('revision'));
  if (!chosen.ok) return chosen;
  const row = chosen.value;
  const loaded = await loadRevision(request.tx, row.planKey, row.revision);
  return loaded === null
    ? { ok: false as const, answer: notFound('revision-not-found', String(row.revision)) }
    : { ok: true as const, value: { found: found.value, row, loaded } };
};

const plan: TownEndpoint = {
  path: '/municipalities/{code}/plans/{slug}',
  operationId: 'getPlan',
  summary: '計画の内容（施行中の版、または指定した版）',
  params: { slug },
  query: { revision },
  data: planSchema,
  answer: async (request) => {
    const chosen = await loadChosen(request);
    if (!chosen.ok) return chosen.answer;
    const { found, row, loaded } = chosen.value;
    const code = request.town.municipality;
    const names = new Map((await listUnits(request.tx)).map((unit) => [unit.unitKey, unit.name]));
    const unitsOf = (keys: readonly string[]) =>
      keys.map((unitKey) => ({ unitKey, name: names.get(unitKey) ?? unitKey }));
    const { header, levels, items } = loaded.content;
    const numbers = numberItems(levels, items);
    const summary = planSummary(code, found, row, request.today);
    return {
      kind: 'data',
      data: {
        ...summary,
        summary: header.summary,
        source: header.source,
        reviewCalendar: header.reviewCalendar,
        identity: header.identity,
        situation: header.situation,
        levels,
        items: items.map(({ code: _, leadUnitKeys, supportUnitKeys, voices, ...item }) => ({
          ...item,
          number: numbers.get(item.itemKey) ?? '',
          leadUnits: unitsOf(leadUnitKeys),
          supportUnits: unitsOf(supportUnitKeys),
          voices: voices.map(({ consent: _consent, ...voice }) => voice),
          articleNumber: loaded.records.get(item.itemKey)?.articleNumber,
          page: `${summary.links.page}/items/${encodeURIComponent(item.itemKey)}`,
        })),
      },
    };
  },
};

const planAsCsv: TownEndpoint = {
  path: '/municipalities/{code}/plans/{slug}.csv',
  operationId: 'getPlanCsv',
  summary: '計画の項目（CSV、UTF-8 BOM付き）',
  params: { slug },
  query: { revision },
  data: null,
  answer: async (request) => {
    const chosen = await loadChosen(request);
    if (!chosen.ok) return chosen.answer;
    const { found, row, loaded } = chosen.value;
    const { municipality: code, name } = request.town;
    const page = `${request.site}/m/${code}/plans/${found.plan.slug}/items/`;
    return {
      kind: 'csv',
      body: planCsv({
        municipality: { code, name },
        slug: found.plan.slug,
        revisionLabel: row.label,
        content: loaded.content,
        unitNames: new Map((await listUnits(request.tx)).map((unit) => [unit.unitKey, unit.name])),
        areaNames: new Map((await listAreas(request.tx)).map((area) => [area.areaKey, area.name])),
        addressOf: (itemKey) => page + encodeURIComponent(itemKey),
      }),
    };
  },
};

export const planEndpoints: readonly TownEndpoint[] = [plans, planAsCsv, plan, revisions];
