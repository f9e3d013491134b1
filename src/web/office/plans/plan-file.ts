import type { z } from 'zod';
import type { townFile } from '../../../documents/town-file/schema.ts';
import type { DeskPage } from './desk.ts';

type PlanFile = Pick<z.input<typeof townFile>, 'plans'>;

/** One revision as a 団体データファイル. A published one keeps its 施行日; reading it in again is up to the reader. */
export const planFileOf = ({ plan, revision, loaded, lineage }: DeskPage): PlanFile => {
  const { header, levels, items } = loaded.content;
  const { planKey, slug, kind, parentPlanKey, predecessorPlanKey, position } = plan;
  return {
    plans: [
      {
        plan: { planKey, slug, kind, parentPlanKey, predecessorPlanKey, position },
        revisions: [
          {
            label: revision.label,
            reason: revision.reason,
            effectiveOn: revision.effectiveOn,
            content: structuredClone({ header, levels, items }) as PlanContentInput,
            lineage: lineage.map(({ kind: what, from, to, reason }) => ({ kind: what, from, to, reason })),
          },
        ],
      },
    ],
  };
};

/** The same as the domain types but for `readonly`, which zod does not write. */
type PlanContentInput = NonNullable<PlanFile['plans']>[number]['revisions'][number]['content'];
