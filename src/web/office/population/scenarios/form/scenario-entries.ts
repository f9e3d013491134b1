import {
  leverKinds,
  type PopulationScenario,
  type ScenarioLever,
  type ScenarioLeverKind,
} from '../../../../../domain/population/scenario.ts';
import type { Entries } from '../../../forms/entries.ts';
import { entriesOfRows } from '../../../forms/rows.ts';
import { baselineChoice } from './baseline-choice.ts';

/** What is worked on: what the form of a scenario holds. */
export type WorkedOn = Pick<PopulationScenario, 'name' | 'description' | 'content'>;

const numberText = (value: number | null): string => (value === null ? '' : String(value));

const leverEntries = (kind: ScenarioLeverKind, lever: ScenarioLever | undefined): Entries => {
  const prefix = `lever.${kind}`;
  return [
    [`${prefix}.value`, numberText(lever?.value ?? null)],
    [`${prefix}.fromYear`, numberText(lever?.fromYear ?? null)],
    [`${prefix}.byYear`, numberText(lever?.byYear ?? null)],
    [`${prefix}.shape`, lever?.shape ?? 'linear'],
    [`${prefix}.reason`, lever?.reason ?? ''],
    [`${prefix}.source`, lever?.source ?? ''],
  ];
};

/** A scenario as fields; every lever has its fields, pulled or not. */
export const scenarioEntries = ({ name, description, content }: WorkedOn): Entries => [
  ['name', name],
  ['description', description],
  ['baseline', baselineChoice(content.baseline)],
  ['untilYear', content.baseline.kind === 'recent-change' ? String(content.baseline.untilYear) : ''],
  ['birthRateNow.value', numberText(content.birthRateNow?.value ?? null)],
  ['birthRateNow.source', content.birthRateNow?.source ?? ''],
  ...leverKinds.flatMap((kind) =>
    leverEntries(
      kind,
      content.levers.find((lever) => lever.kind === kind),
    ),
  ),
  ...entriesOfRows(
    'estates',
    content.estates.map(({ year, persons, name: called, source }) => ({
      year: String(year),
      persons: String(persons),
      name: called,
      source,
    })),
  ),
  ['aim.year', numberText(content.aim?.year ?? null)],
  ['aim.total', numberText(content.aim?.total ?? null)],
  ['aim.source', content.aim?.source ?? ''],
  ['interpolation', content.interpolation],
  ['errors', content.errors],
];
