import { errorAt, type Problem } from '../../../../../domain/kernel/problem.ts';
import { checkScenario } from '../../../../../domain/population/check-scenario.ts';
import {
  leverKinds,
  type ScenarioContent,
  type ScenarioLeverKind,
} from '../../../../../domain/population/scenario.ts';
import type { Entries } from '../../../forms/entries.ts';
import { type Branch, branchOf, partOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { baselineOfChoice } from './baseline-choice.ts';
import { ScenarioReader } from './scenario-reader.ts';

/** A form as it stands: what it says where it says something whole, and all that is wrong, by field of the form. */
export interface ReadScenario {
  readonly name: string;
  readonly description: string;
  readonly content: ScenarioContent | null;
  /** `path` names the field of the form, in its parts */
  readonly problems: readonly Problem[];
  /** Problems at places of the content, at those of the form */
  readonly placed: (problems: readonly Problem[]) => readonly Problem[];
}

/** The field of the form that says where the slider stood when nothing was pulled, as its text. */
export const neutralName = (kind: ScenarioLeverKind): string => `neutral.${kind}`;

/** Not pulled: nothing typed, or left at its neutral mark with nothing else said. */
const readLever = (root: Branch, kind: ScenarioLeverKind, reader: ScenarioReader): unknown => {
  const row = partOf(root, 'lever', kind);
  const at = (field: string) => ['lever', kind, field];
  const said = ['fromYear', 'byYear', 'reason', 'source'].some((field) => textOf(row, field).trim() !== '');
  const typed = textOf(row, 'value').trim();
  if (!said && typed === textOf(partOf(root, 'neutral'), kind)) return null;
  const value = reader.number(typed, at('value'));
  if (typed === '' && said) reader.problems.push(errorAt('scenario-lever-without-value', at('value')));
  if (value === null) return null;
  return {
    kind,
    value,
    fromYear: reader.year(textOf(row, 'fromYear'), at('fromYear')),
    byYear: reader.year(textOf(row, 'byYear'), at('byYear')),
    shape: textOf(row, 'shape') === 'logistic' ? 'logistic' : 'linear',
    reason: reader.text(textOf(row, 'reason'), at('reason')),
    source: reader.text(textOf(row, 'source'), at('source')),
  };
};

const estateFields = ['year', 'persons', 'name', 'source'] as const;

/** A row nobody has typed into says nothing. */
const readEstates = (root: Branch, reader: ScenarioReader) => {
  const typed = rowsOf(root, 'estates')
    .map((row, place) => ({ row, place }))
    .filter(({ row }) => estateFields.some((field) => textOf(row, field).trim() !== ''));
  const estates = typed.map(({ row, place }) => {
    const at = (field: string) => ['estates', place, field];
    return {
      year: reader.yearGiven(textOf(row, 'year'), at('year')),
      persons: reader.persons(textOf(row, 'persons'), at('persons')),
      name: reader.text(textOf(row, 'name'), at('name'), 200),
      source: reader.text(textOf(row, 'source'), at('source')),
    };
  });
  return { estates, places: typed.map(({ place }) => place) };
};

/** Both blank: no aim. One of them: the other is asked for. */
const readAim = (root: Branch, reader: ScenarioReader): unknown => {
  const aim = partOf(root, 'aim');
  if (['year', 'total', 'source'].every((field) => textOf(aim, field).trim() === '')) return null;
  return {
    year: reader.yearGiven(textOf(aim, 'year'), ['aim', 'year']),
    total: reader.persons(textOf(aim, 'total'), ['aim', 'total']),
    source: reader.text(textOf(aim, 'source'), ['aim', 'source']),
  };
};

const readBirthRate = (root: Branch, reader: ScenarioReader): unknown => {
  const now = partOf(root, 'birthRateNow');
  const value = reader.number(textOf(now, 'value'), ['birthRateNow', 'value']);
  const source = reader.text(textOf(now, 'source'), ['birthRateNow', 'source']);
  // What is typed is kept or asked about, never dropped.
  if (source !== '' && textOf(now, 'value').trim() === '')
    reader.problems.push(errorAt('scenario-birth-rate-without-value', ['birthRateNow', 'value']));
  return value === null ? null : { value, source };
};

const readBaseline = (root: Branch, reader: ScenarioReader): unknown => {
  const choice = textOf(root, 'baseline');
  const isChange = choice.startsWith('recent-change ');
  const until = isChange ? reader.yearGiven(textOf(root, 'untilYear'), ['untilYear']) : 0;
  const baseline = baselineOfChoice(choice, until);
  if (baseline === null) reader.problems.push(errorAt('scenario-baseline-missing', ['baseline']));
  return baseline;
};

/** Where the parts of the content stand in the form: its levers by kind, its estates by row. */
interface Places {
  readonly levers: readonly ScenarioLeverKind[];
  readonly estates: readonly number[];
}

/** Places of the content as fields of the form: ['levers', 0, 'value'] is lever.birth-rate.value. */
const inForm = (problem: Problem, places: Places): Problem => {
  const [first, second, ...rest] = problem.path;
  if (first === 'baseline') return { ...problem, path: [second === 'untilYear' ? 'untilYear' : 'baseline'] };
  if (typeof second !== 'number') return problem;
  if (first === 'levers') return { ...problem, path: ['lever', places.levers[second] ?? '', ...rest] };
  return first === 'estates'
    ? { ...problem, path: ['estates', places.estates[second] ?? second, ...rest] }
    : problem;
};

/** The scenario a form says. */
export const readScenarioForm = (entries: Entries): ReadScenario => {
  const root = branchOf(entries);
  const reader = new ScenarioReader();
  const levers = leverKinds.flatMap((kind) => {
    const lever = readLever(root, kind, reader);
    return lever === null ? [] : [{ kind, lever }];
  });
  const name = reader.title(textOf(root, 'name'), ['name']);
  const description = reader.text(textOf(root, 'description'), ['description']);
  const { estates, places } = readEstates(root, reader);
  const content = {
    baseline: readBaseline(root, reader),
    birthRateNow: readBirthRate(root, reader),
    levers: levers.map(({ lever }) => lever),
    estates,
    interpolation: textOf(root, 'interpolation'),
    aim: readAim(root, reader),
    errors: textOf(root, 'errors'),
  };
  const stands: Places = { levers: levers.map(({ kind }) => kind), estates: places };
  const placed = (problems: readonly Problem[]) => problems.map((problem) => inForm(problem, stands));
  if (reader.problems.length > 0)
    return { name, description, content: null, problems: reader.problems, placed };
  const checked = checkScenario(content);
  return checked.ok
    ? { name, description, content: checked.value, problems: [], placed }
    : { name, description, content: null, problems: placed(checked.error), placed };
};
