import { leverKinds, type ScenarioLeverKind } from '../../../../../domain/population/scenario.ts';
import type { Form } from '../../../../middleware/form.ts';
import type { Entries } from '../../../forms/entries.ts';
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
  const pair = [
    first ?? asked[0] ?? 'birth-rate',
    second !== undefined && second !== first
      ? second
      : (leverKinds.find((kind) => kind !== first) ?? 'birth-rate'),
  ] as const;
  const year = form.text('askFromYear').trim();
  return asked.length === 0
    ? null
    : { kinds: [...new Set(asked)], pair, fromYear: /^\d{4}$/u.test(year) ? Number(year) : null };
};
