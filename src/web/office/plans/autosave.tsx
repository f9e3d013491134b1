import { Hono } from 'hono';
import { z } from 'zod';
import { forgetTyping, keepTyping } from '../../../app/plan/autosave.ts';
import type { WebDeps } from '../../deps.ts';
import { fieldProblems } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { formatInstant } from '../instant-words.ts';
import { isOfficePath } from '../office-path.ts';
import { planSentence } from '../plan-sentences.ts';
import { fieldSentence } from '../receive-form.ts';

/** The form's address below the office, as the pages of the desk write it. */
const formKey =
  /^(plan|indicator|judgement|evaluation-scheme|population-scenario)(\/(?:[\w.~!*'()-]|%[0-9A-F]{2})+)+$/u;

const typed = z.object({
  formKey: z.string().max(300).regex(formKey),
  baseVersion: z.int32().min(0),
  fields: z.array(z.tuple([z.string().max(200), z.string().max(100_000)])).max(5_000),
});

/** What islands send while somebody types, and its end. */
export const autosaveRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .post('/', async (c) => {
      const body = typed.safeParse(await c.req.json().catch(() => null));
      if (!body.success)
        return c.json({ sentence: '入力を控えられませんでした。先に保存してください。' }, 422);
      const { fields, baseVersion } = body.data;
      const [unreadable] = fieldProblems({ entries: fields });
      if (unreadable !== undefined) return c.json({ sentence: fieldSentence(unreadable) }, 422);
      const kept = await keepTyping(actingOf(c, deps), body.data.formKey, { fields, baseVersion });
      return kept.ok
        ? c.json({
            sentence: `入力を控えました（${formatInstant(kept.value.keptAt)}）。まだ保存していません。`,
          })
        : c.json({ sentence: planSentence(kept.error[0]) }, 422);
    })
    .post('/discard', async (c) => {
      const { form, town } = c.var;
      await forgetTyping(actingOf(c, deps), form.text('formKey'));
      const back = form.text('back');
      return c.redirect(isOfficePath(town.municipality, back) ? back : `/m/${town.municipality}/office`, 303);
    });
