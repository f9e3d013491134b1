import { z } from '@hono/zod-openapi';
import { listLineage } from '../../db/read-plan.ts';
import { loadRevisions } from '../../db/read-revision.ts';
import { differContent, itemMarks } from '../../domain/plan/difference.ts';
import { comparisonTable } from '../../domain/plan/difference-table.ts';
import { notFound, type TownEndpoint } from './endpoint.ts';
import { chooseRevision, findPublicPlan } from './find-plan.ts';

const segments = z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
const side = z.strictObject({ slug: z.string(), revision: z.int(), label: z.string(), title: z.string() });

const differenceSchema = z
  .strictObject({
    from: side,
    to: side,
    counts: z.record(z.enum([...itemMarks, 'unchanged']), z.int()),
    groups: z
      .array(
        z.strictObject({
          part: z.enum(['header', 'levels', 'identity', 'situation', 'items']),
          key: z.string(),
          kindName: z.string(),
          code: z.string(),
          title: z.string(),
          marks: z.array(z.enum([...itemMarks, 'changed'])),
          rows: z.array(
            z.strictObject({
              field: z.string(),
              form: z.enum(['text', 'list', 'value']),
              old: segments,
              new: segments,
            }),
          ),
          reasons: z.array(z.string()),
        }),
      )
      .openapi({ description: '新旧対照表。old は same と removed、new は same と added からなる' }),
  })
  .openapi('Difference');

export const differenceEndpoint: TownEndpoint = {
  path: '/municipalities/{code}/plans/{slug}/difference',
  operationId: 'getDifference',
  summary: '二つの版の差分、または前の計画との差分',
  params: { slug: z.string().openapi({ description: '計画の略号' }) },
  query: {
    from: z.string().optional().openapi({
      description: '旧の版の番号、または predecessor（前の計画の施行中の版）。なければ新の一つ前の版',
    }),
    to: z.string().optional().openapi({ description: '新の版の番号。なければ施行中の版' }),
  },
  data: differenceSchema,
  answer: async (request) => {
    const found = await findPublicPlan(request);
    if (!found.ok) return found.answer;
    const { plan, revisions, all } = found.value;
    const newer = chooseRevision(found.value, request.query('to'));
    if (!newer.ok) return newer.answer;
    const to = newer.value;
    const asked = request.query('from');
    const predecessor = all.find((other) => other.plan.planKey === plan.predecessorPlanKey);
    if (asked === 'predecessor' && predecessor === undefined)
      return notFound('predecessor-not-found', plan.slug);
    const before = revisions.find(({ revision }) => revision < to.revision);
    if (asked === '' && before === undefined) return notFound('no-earlier-revision', plan.slug);
    const older =
      asked === 'predecessor' && predecessor !== undefined
        ? { ok: true as const, value: predecessor.inForce }
        : asked === '' && before !== undefined
          ? { ok: true as const, value: before }
          : chooseRevision(found.value, asked);
    if (!older.ok) return older.answer;
    const from = older.value;
    const between = from.planKey !== to.planKey;
    const loaded = await loadRevisions(request.tx, [from, to]);
    const [old, now] = [from, to].map(({ planKey, revision }) =>
      loaded.find((side) => side.planKey === planKey && side.revision === revision),
    );
    if (old === undefined || now === undefined) return notFound('revision-not-found', asked);
    const lineage = (await listLineage(request.tx, [plan.planKey])).filter(
      (link) =>
        link.planKey === plan.planKey &&
        link.revision <= to.revision &&
        (between || link.revision > from.revision),
    );
    const difference = differContent(
      old.content,
      now.content,
      lineage,
      between ? { old: from.planKey, new: to.planKey } : null,
    );
    const sideOf = ({ revision, label, title }: typeof to, ofSlug: string) => ({
      slug: ofSlug,
      revision,
      label,
      title,
    });
    return {
      kind: 'data',
      data: {
        from: sideOf(from, between ? (predecessor?.plan.slug ?? '') : plan.slug),
        to: sideOf(to, plan.slug),
        counts: difference.counts,
        groups: comparisonTable(difference),
      },
    };
  },
};
