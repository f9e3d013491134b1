import { type Context, Hono } from 'hono';
import { readProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { saveProgrammeYear } from '../../../app/programme/save-programme-year.ts';
import { readWriters } from '../../../app/read-writers.ts';
import { fiscalYearOf } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { nothingKnown } from '../../../domain/programme/import/overlay.ts';
import type { ProgrammeYear } from '../../../domain/programme/programme.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { marksOf, meetingOf, printMarks, readMarks } from '../plans/item-compare.ts';
import { MeetingChoice, MeetingNotice } from '../plans/meeting.tsx';
import { programmeHref } from './programme-layout.tsx';
import { besideFields, placedProblem, yearFieldNames } from './words.ts';
import { isOfYearField, readYear, readYearForm, yearEntries, yearTexts } from './year-form.ts';
import { YearPage, type YearPageProps } from './year-page.tsx';

const fieldOf = (path: Problem['path']): string => String(path[0] ?? '');

/** 年度の記録: two writers never overwrite each other; where both wrote one field, both versions are shown. */
export const programmeYearRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().all('/', async (c: Context<OfficeEnv>) => {
    const acting = actingOf(c, deps);
    const desk = await readProgrammeDesk(acting, c.req.param('programmeKey') ?? '');
    if (desk === null) return c.notFound();
    if (!desk.mayEdit) return forbidden(c, deps, 'programme.edit');
    const { programmeKey } = desk.programme;
    const newest = desk.years.at(-1)?.fiscalYear ?? fiscalYearOf(desk.today);
    const fiscalYear = readYear(c.req.query('year'), newest);
    const found = desk.years.find((year) => year.fiscalYear === fiscalYear);
    const stored: ProgrammeYear = found ?? {
      programmeKey,
      fiscalYear,
      unitKey: desk.programme.unitKey,
      budgetCodes: [],
      budget: nothingKnown,
      settled: nothingKnown,
      staffHours: null,
      personnelIncluded: 'unknown',
      note: '',
      source: null,
    };
    const version = found?.version ?? 0;
    const unitName = (key: string): string => desk.units.find(({ unitKey }) => unitKey === key)?.name ?? key;
    const storedTexts = yearTexts(stored, unitName);
    const draw = (
      more: Partial<Pick<YearPageProps, 'form' | 'version' | 'marks' | 'top' | 'beside'>> & {
        readonly found?: readonly Problem[];
      },
      status: 200 | 409 | 422 = 200,
    ): Response =>
      renderPage(
        c,
        <YearPage
          town={c.var.town}
          viewer={c.var.viewer}
          desk={desk}
          fiscalYear={fiscalYear}
          form={more.form ?? formFromEntries(yearEntries(stored))}
          version={more.version ?? version}
          marks={more.marks ?? printMarks(marksOf(storedTexts))}
          sentences={besideFields(more.found ?? [], fieldOf)}
          problems={(more.found ?? []).map(placedProblem)}
          notice={c.req.query('done') === 'saved' && status === 200 ? '保存しました。' : undefined}
          top={more.top}
          beside={more.beside ?? (() => undefined)}
        />,
        status,
      );
    if (c.req.method !== 'POST') return draw({});

    const fields = Object.keys(yearFieldNames);
    const withStored = (form: typeof c.var.form, chosen: readonly string[]) =>
      formFromEntries([
        ...form.entries.filter(([name]) => !chosen.some((field) => isOfYearField(name, field))),
        ...yearEntries(stored).filter(([name]) => chosen.some((field) => isOfYearField(name, field))),
      ]);
    const form = withStored(
      c.var.form,
      fields.filter((field) => c.var.form.text(`choose.${field}`) === 'theirs'),
    );
    const seen = { form, version: seenVersion(form), marks: form.text('marks') };
    const year = readYearForm(form, { programmeKey, fiscalYear });
    if (!year.ok) return draw({ ...seen, found: year.error }, 422);
    const mine = yearTexts(year.value, unitName);
    const meeting = meetingOf(Object.keys(mine), readMarks(seen.marks), mine, storedTexts);
    const meets = seen.version !== version && meeting.theirs.length + meeting.both.length > 0;
    const saved = meets ? null : await saveProgrammeYear(acting, year.value, version);
    if (saved?.ok)
      return c.redirect(
        `${programmeHref(c.var.town.municipality, programmeKey)}/years?year=${fiscalYear}&done=saved`,
        303,
      );
    if (saved !== null && saved.error[0].code !== 'changed-meanwhile')
      return draw({ ...seen, found: saved.error }, 422);
    const writers = await readWriters(
      acting,
      'programme_year',
      { programme_key: programmeKey, fiscal_year: fiscalYear },
      seen.version,
    );
    return draw(
      {
        form: withStored(form, meeting.theirs),
        top: <MeetingNotice writers={writers} meeting={meeting} fieldNames={yearFieldNames} />,
        beside: (field) =>
          meeting.both.includes(field) ? (
            <MeetingChoice
              field={field}
              label={yearFieldNames[field] ?? field}
              mine={mine[field] ?? ''}
              theirs={storedTexts[field] ?? ''}
            />
          ) : undefined,
      },
      409,
    );
  });
