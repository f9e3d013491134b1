import { errorAt, type Problem } from '../../../../../domain/kernel/problem.ts';
import { leverKinds, type ScenarioLeverKind } from '../../../../../domain/population/scenario.ts';
import type { Form } from '../../../../middleware/form.ts';
import type { Entries } from '../../../forms/entries.ts';
import { ScenarioReader } from '../form/scenario-reader.ts';
import type { Worked } from '../work-out.ts';

/** What 「目標から逆に考える」 asks: which levers, which two as a pair, and from when on they move. */
export interface BackcastQuestion {
  /** The pair first */
  readonly kinds: readonly ScenarioLeverKind[];
  readonly pair: readonly [ScenarioLeverKind, ScenarioLeverKind];
  /** Of levers the scenario has not pulled; null: from the base year on */
  readonly fromYear: number | null;
}

/** What a town can work at; how long people live is not asked for first. */
const usualKinds: readonly ScenarioLeverKind[] = [
  'birth-rate',
  'young-migration-scale',
  'families-per-year',
  'young-adults-per-year',
];

const isKind = (text: string): text is ScenarioLeverKind => leverKinds.some((kind) => kind === text);

/** The last step that has begun: nobody changes the years behind us. */
export const usualStart = ({ result }: Pick<Worked, 'result'>, thisYear: number): number | null =>
  result.years.findLast((year) => year <= thisYear) ?? null;

/** Fields of the question as they first stand on the page. */
export const questionEntries = (worked: Worked | null, thisYear: number): Entries => {
  const pulled = worked?.content.levers.map(({ kind }) => kind) ?? [];
  const asked = leverKinds.filter((kind) => usualKinds.includes(kind) || pulled.includes(kind));
  const start = worked === null ? null : usualStart(worked, thisYear);
  return [
    ...asked.map((kind) => ['ask', kind] as const),
    ['pair.first', 'birth-rate'],
    ['pair.second', 'families-per-year'],
    ['askFromYear', start === null ? '' : String(start)],
  ];
};

/** null: nothing is asked for. */
export const readQuestion = (form: Form): BackcastQuestion | null => {
  const asked = form.all('ask').filter(isKind);
  const [first, second] = [form.text('pair.first'), form.text('pair.second')].filter(isKind);
  const reader = new ScenarioReader();
  const pair = [
    first ?? asked[0] ?? 'birth-rate',
    second !== undefined && second !== first
      ? second
      : (leverKinds.find((kind) => kind !== first) ?? 'birth-rate'),
  ] as const;
  const fromYear = reader.year(form.text('askFromYear'), ['askFromYear']);
  return asked.length === 0 ? null : { kinds: [...new Set(asked)], pair, fromYear };
};

/** What of the question cannot be asked, by field of the form; the years are those of the projection. */
export const questionProblems = (form: Form, years: readonly number[]): readonly Problem[] => {
  const reader = new ScenarioReader();
  const year = reader.year(form.text('askFromYear'), ['askFromYear']);
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const outside =
    year !== null && (year < from || year >= to)
      ? [errorAt('scenario-ask-year-outside', ['askFromYear'], { year, from, to })]
      : [];
  const same =
    form.text('pair.first') !== '' && form.text('pair.first') === form.text('pair.second')
      ? [errorAt('scenario-pair-same', ['pair', 'second'])]
      : [];
  return [...reader.problems, ...outside, ...same];
};
