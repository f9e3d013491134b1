import { type Context, Hono } from 'hono';
import { readScenario, type ScenarioDesk } from '../../../../../app/population/read-population.ts';
import type { WebDeps } from '../../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../../middleware/session.ts';
import { csvFile } from '../../../csv-file.ts';
import { formFromEntries } from '../../../forms/entries.ts';
import { backcastAnswers } from '../backcast/answers.ts';
import { questionEntries, readQuestion } from '../backcast/question.ts';
import { type Worked, workOut } from '../work-out.ts';
import { agesCsv, assumptionsCsv, backcastCsv, totalsCsv } from './scenario-csv.ts';

/** Files of a scenario as it is stored. 404 where it cannot be worked out, or for a file of an aim it has not. */
export const scenarioCsvRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = (c: Context<OfficeEnv>): Promise<ScenarioDesk | null> =>
    readScenario(actingOf(c, deps), c.req.param('scenarioKey') ?? '');
  const worked =
    (name: string, write: (worked: Worked) => string | null) =>
    async (c: Context<OfficeEnv>): Promise<Response> => {
      const desk = await open(c);
      const result = desk === null ? null : workOut(desk.scenario.content, desk.series);
      const text = result?.ok === true ? write(result.value) : null;
      return text === null ? c.notFound() : csvFile(c, text, `${desk?.scenario.scenarioKey}-${name}.csv`);
    };
  return new Hono<OfficeEnv>()
    .get('/totals.csv', worked('totals', totalsCsv))
    .get('/ages.csv', worked('ages', agesCsv))
    .get('/assumptions.csv', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const { scenarioKey, content } = desk.scenario;
      return csvFile(c, assumptionsCsv(content, desk.series), `${scenarioKey}-assumptions.csv`);
    })
    .get(
      '/backcast.csv',
      worked('backcast', (result) => {
        const form = formFromEntries(questionEntries(result, deps.now().getUTCFullYear()));
        const question = readQuestion(form);
        const answers = question === null ? null : backcastAnswers(result, question);
        return answers === null ? null : backcastCsv(answers);
      }),
    );
};
