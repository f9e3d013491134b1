import type { Context } from 'hono';
import type { ScenarioDesk } from '../../../../../app/population/read-population.ts';
import { may } from '../../../../../domain/access/may.ts';
import type { Problem } from '../../../../../domain/kernel/problem.ts';
import type { ScenarioContent } from '../../../../../domain/population/scenario.ts';
import type { SeriesWithTables } from '../../../../../domain/population/series.ts';
import type { WebDeps } from '../../../../deps.ts';
import { answer } from '../../../../islands/population/answer.ts';
import type { LeverField } from '../../../../islands/population/lever-field.ts';
import type { Form } from '../../../../middleware/form.ts';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import { type Entries, formFromEntries } from '../../../forms/entries.ts';
import { marksOf } from '../../../plans/item-compare.ts';
import { backcastAnswers } from '../backcast/answers.ts';
import { questionEntries, questionProblems, readQuestion } from '../backcast/question.ts';
import { baselineOffers } from '../baseline-offers.ts';
import { readScenarioForm } from '../form/read-scenario-form.ts';
import { scenarioEntries } from '../form/scenario-entries.ts';
import { partTexts } from '../form/scenario-parts.ts';
import { leverFields } from '../lever-fields.ts';
import { computedOf, liveInputOf } from '../results/live-data.ts';
import { placedSentences, scenarioFieldSentences } from '../scenario-sentences.ts';
import { leverPlace, type Worked, workOut } from '../work-out.ts';
import type { EditorPageProps, Shown } from './editor-page.tsx';

export const formKeyOf = (scenarioKey: string): string => `population-scenario/${scenarioKey}`;

/** A form worked out as far as it can be. */
export interface Tried {
  readonly name: string;
  readonly description: string;
  readonly content: ScenarioContent | null;
  readonly worked: Worked | null;
  /** At places of the form */
  readonly problems: readonly Problem[];
}

export const tryForm = (entries: Entries, series: readonly SeriesWithTables[]): Tried => {
  const { name, description, content, problems, placed } = readScenarioForm(entries);
  if (content === null) return { name, description, content, worked: null, problems };
  const worked = workOut(content, series);
  return worked.ok
    ? { name, description, content, worked: worked.value, problems: [] }
    : { name, description, content, worked: null, problems: placed(worked.error) };
};

/** The year the pyramid is first shown of: the step that holds the aim, else the last. */
const pyramidYear = ({ content, result }: Worked, asked: string): number => {
  const steps = result.years;
  const aimed = content.aim?.year ?? Number.POSITIVE_INFINITY;
  const usual = steps.find((year) => year >= aimed) ?? steps.at(-1) ?? 0;
  return /^\d{4}$/u.test(asked) ? Number(asked) : usual;
};

const shownOf = (
  worked: Worked,
  form: Form,
  series: readonly SeriesWithTables[],
  levers: readonly LeverField[],
): Shown => {
  const input = liveInputOf(worked, series, levers, pyramidYear(worked, form.text('shownYear')));
  const question = readQuestion(form);
  const unasked = questionProblems(form, worked.result.years);
  const ask = { content: worked.content, year: input.year, figures: [], pictures: [], withRanges: true };
  return {
    worked,
    computed: computedOf(worked),
    input,
    // The words the script will say when an assumption moves.
    says: answer(input, ask).says,
    unasked: placedSentences(unasked),
    answers: question === null || unasked.length > 0 ? null : backcastAnswers(worked, question),
  };
};

/** The page of a form. `tells`: what is wrong with it stands beside the fields. */
export const pageOf = (
  c: Context<OfficeEnv>,
  deps: WebDeps,
  desk: ScenarioDesk,
  entries: Entries,
  { tells }: { readonly tells: boolean },
): EditorPageProps => {
  const { scenario, series } = desk;
  const tried = tryForm(entries, series);
  const content = tried.content ?? scenario.content;
  const place = leverPlace(content, series);
  const levers = leverFields(content.levers, place);
  // A form that was sent carries its question; a scenario from the store is asked the usual one.
  const isSent = entries.some(([name]) => name === 'pair.first');
  const asked = isSent ? [] : questionEntries(tried.worked, deps.now().getUTCFullYear());
  const form = formFromEntries([...entries, ...asked]);
  const shown = tried.worked === null ? null : shownOf(tried.worked, form, series, levers);
  const asksWrong = tried.worked === null ? [] : questionProblems(form, tried.worked.result.years);
  return {
    town: c.var.town,
    viewer: c.var.viewer,
    desk,
    mayEdit: may(c.var.viewer.actor, 'population.manage'),
    form: formFromEntries([
      ...form.entries.filter(([name]) => name !== 'shownYear'),
      ['shownYear', String(shown?.input.year ?? '')],
    ]),
    version: scenario.version,
    marks: marksOf(partTexts(scenarioEntries(scenario))),
    formKey: formKeyOf(scenario.scenarioKey),
    sentences: tells ? scenarioFieldSentences([...tried.problems, ...asksWrong]) : new Map(),
    refused: [],
    problems: [],
    offers: baselineOffers(series),
    levers,
    birthRate:
      content.birthRateNow === null && place.birthRateNow !== null ? place.birthRateNow.toFixed(2) : null,
    shown,
    standing: placedSentences(tried.problems),
    touched: '',
    kept: null,
    notice: undefined,
    meeting: null,
  };
};
