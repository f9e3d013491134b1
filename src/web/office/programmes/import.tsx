import { type Context, Hono } from 'hono';
import { importProgrammes } from '../../../app/programme/import-programmes.ts';
import { readProgrammes } from '../../../documents/programme/read-programmes.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem, placed } from '../../../domain/kernel/problem.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import { largestBody } from '../../middleware/readable-body.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { ImportPage } from './import-page.tsx';
import { keptFile, readMappingText } from './kept-file.ts';

/** Base64 is a third longer than the file, and travels back with it. */
const megabytes = Math.floor((largestBody * 0.7) / 1_000_000);

/** ファイルの取込み: CSV or JSON in, tried first. */
export const programmeImportRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = (
    c: Context<OfficeEnv>,
    problems: readonly Problem[],
    tried: Parameters<typeof ImportPage>[0]['tried'] = null,
  ): Response =>
    renderPage(
      c,
      <ImportPage
        town={c.var.town}
        viewer={c.var.viewer}
        form={c.req.method === 'POST' ? c.var.form : formFromEntries([])}
        problems={problems}
        tried={tried}
        megabytes={megabytes}
      />,
      problems.length > 0 ? 422 : 200,
    );
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'programme.manage'))
    .get('/', (c) => draw(c, []))
    .post('/', async (c) => {
      const { form } = c.var;
      const file = form.file('file');
      const given =
        form.text('step') === 'keep'
          ? keptFile(form)
          : file === null
            ? null
            : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      if (given === null) return draw(c, [errorAt('csv.file-missing', ['file'])]);
      const limit = megabytes * 1_000_000;
      if (given.bytes.length > limit)
        return draw(c, [errorAt('file-too-large', [given.name], { limit, size: given.bytes.length })]);
      const yearText = form.text('year').trim();
      const year = yearText === '' ? ok(null) : parseFiscalYear(yearText);
      if (!year.ok) return draw(c, [placed(['年度'], year.error)]);
      const read = readProgrammes(given.name, given.bytes, {
        mapping: readMappingText(form.text('mapping')),
        fiscalYear: year.value,
      });
      if (!read.ok) return draw(c, read.error);
      const dryRun = form.text('step') !== 'keep';
      const done = await importProgrammes(actingOf(c, deps), {
        given: read.value.given,
        createUnits: form.text('createUnits') === 'yes',
        dryRun,
      });
      if (!done.ok) return draw(c, done.error.map(read.value.placed));
      if (dryRun) return draw(c, [], { ...given, plan: done.value });
      const changes = done.value.added.length + done.value.changed.length;
      return c.redirect(`/m/${c.var.town.municipality}/office/programmes?done=imported&n=${changes}`, 303);
    });
};
