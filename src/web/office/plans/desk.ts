import type { Context } from 'hono';
import { type Desk, type DeskExtras, type DeskParts, readDesk } from '../../../app/plan/read-plan-desk.ts';
import { may } from '../../../domain/access/may.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv, type Viewer } from '../../middleware/session.ts';

import { forbidden } from '../forbidden.ts';

/** What every page of the desk is given. */
export interface DeskPage extends Desk, DeskExtras {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: Viewer;
  /** Address of the revision's desk, without a trailing slash. */
  readonly deskHref: string;
  readonly at: { readonly planKey: string; readonly revision: number };
  /** The planning office, on a draft: everything but single texts. */
  readonly mayEdit: boolean;
}

/** The revision named in the address, or the answer that says why not. */
export const openDesk = async (
  c: Context<OfficeEnv>,
  deps: WebDeps,
  parts: DeskParts = {},
): Promise<DeskPage | Response> => {
  const { town, viewer } = c.var;
  if (!may(viewer.actor, 'plan.view-draft')) return forbidden(c, deps, 'plan.view-draft');
  const slug = c.req.param('slug') ?? '';
  const number = c.req.param('revision') ?? '';
  if (!/^[1-9]\d{0,5}$/u.test(number)) return c.notFound();
  const desk = await readDesk(actingOf(c, deps), slug, Number(number), parts);
  if (desk === null) return c.notFound();
  return {
    ...desk,
    town,
    viewer,
    deskHref: `/m/${town.municipality}/office/plans/${slug}/revisions/${number}`,
    at: { planKey: desk.plan.planKey, revision: desk.revision.revision },
    mayEdit: desk.revision.status === 'draft' && may(viewer.actor, 'plan.edit', { status: 'draft' }),
  };
};
