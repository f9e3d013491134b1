import type { Context } from 'hono';
import { Hono } from 'hono';
import { type CycleFile, cycleSchema } from '../../../app/cycle/cycle-schema.ts';
import { readCycleDesk } from '../../../app/cycle/read-cycle.ts';
import { type CyclePart, cycleMark, cycleParts, saveCycle } from '../../../app/cycle/save-cycle.ts';
import { placeInWords } from '../../../documents/problem-text/place-in-words.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { readJsonFile } from '../../../documents/town-file/read-json-file.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { YearlyCycle } from '../../../domain/programme/yearly-cycle.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { cycleTemplates } from './templates.ts';
import { TemplatesPage } from './templates-page.tsx';

const chosenFile = async (form: Form): Promise<Result<CycleFile, readonly Problem[]>> => {
  const from = form.text('from');
  if (from !== 'file:') {
    const template = cycleTemplates().find(({ key }) => key === from);
    return template === undefined ? refuse([errorAt('cycle-template-unknown', [])]) : ok(template.file);
  }
  const file = form.file('file');
  if (file === null || file.size === 0) return refuse([errorAt('cycle-file-missing', [])]);
  const read = readJsonFile(file.name, new Uint8Array(await file.arrayBuffer()), cycleSchema, {
    schemaName: 'yearly-cycle.schema.json',
  });
  return read.ok ? ok(read.value.value) : read;
};

const sentence = (problem: Problem): string => {
  const place = problem.params?.line === undefined ? placeInWords(problem) : problemPlace(problem);
  return place === '' ? problemSentence(problem) : `${place}: ${problemSentence(problem)}`;
};

/** ひな形・ファイルから入れる: the chosen lists take the place of what is there. */
export const cycleTemplateRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const page = async (
    c: Context<OfficeEnv>,
    problems: readonly string[],
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> => {
    const { cycle } = await readCycleDesk(actingOf(c, deps));
    return renderPage(
      c,
      <TemplatesPage
        town={c.var.town}
        viewer={c.var.viewer}
        cycle={cycle}
        templates={cycleTemplates()}
        marks={Object.fromEntries(cycleParts.map((part) => [part, cycleMark(cycle, part)]))}
        problems={problems.length === 0 ? [] : ['何も取り込んでいません。', ...problems]}
      />,
      status,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'programme.manage'))
    .get('/', (c) => page(c, []))
    .post('/', async (c) => {
      const { form } = c.var;
      const file = await chosenFile(form);
      if (!file.ok) return page(c, file.error.map(sentence), 422);
      const chosen = cycleParts.filter((part) => form.all('part').includes(part));
      if (chosen.length === 0) return page(c, [problemSentence(errorAt('cycle-part-missing', []))], 422);
      const change: Partial<YearlyCycle> = Object.fromEntries(chosen.map((part) => [part, file.value[part]]));
      const seen: Partial<Record<CyclePart, string>> = Object.fromEntries(
        chosen.map((part) => [part, form.text(`seen.${part}`)]),
      );
      const saved = await saveCycle(actingOf(c, deps), change, seen);
      if (saved.ok) return c.redirect(`/m/${c.var.town.municipality}/office/cycle?done=taken`, 303);
      if (saved.error[0].code === 'not-allowed') return forbidden(c, deps, 'programme.manage');
      const isMeeting = saved.error[0].code === 'cycle-changed-meanwhile';
      return page(c, saved.error.map(sentence), isMeeting ? 409 : 422);
    });
};
