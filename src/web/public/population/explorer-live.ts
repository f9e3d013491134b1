import { type ProjectedScenario, projectScenario } from '../../../domain/population/project-scenario.ts';
import type { ScenarioContent, ScenarioResult } from '../../../domain/population/scenario.ts';
import type { LeverField } from '../../islands/population/lever-field.ts';
import type { PopulationExplorerWords } from '../../text/population-explorer.ts';
import { type StartingPoint, startingPoint } from './explorer-baseline.ts';
import { lastCountedYear, type PopulationFacts } from './explorer-facts.ts';
import { contentAsked, leverFieldsOf, movesAfter } from './explorer-levers.ts';
import { runKept } from './kept-runs.ts';
import { leverProblems } from './lever-problems.ts';
import type { ScenarioPublication } from './scenario-edition.ts';

/** The reader's assumptions and what they come to. */
export interface LiveScenario extends ProjectedScenario {
  readonly start: StartingPoint;
  /** The scenario they start from; null: the baseline as it is */
  readonly from: ScenarioPublication | null;
  readonly content: ScenarioContent;
  readonly fields: readonly LeverField[];
  readonly after: number;
  readonly result: ScenarioResult;
  /** Nothing pulled: the baseline with its ranges */
  readonly still: ScenarioResult;
  /** What was asked for could not be calculated; this is the baseline */
  readonly isRefused: boolean;
  readonly isMoved: boolean;
  /** Fields of the address that cannot be taken, by name: then nothing is moved */
  readonly problems: ReadonlyMap<string, readonly string[]>;
}

const withField = (fields: readonly LeverField[], { levers }: ScenarioContent): readonly LeverField[] =>
  fields.map((field) => ({ ...field, value: levers.find(({ kind }) => kind === field.kind)?.value ?? null }));

/** null: nothing public has ages by sex, or its baseline cannot be calculated. */
export const liveScenario = (
  facts: PopulationFacts,
  query: ReadonlyMap<string, string>,
  words: PopulationExplorerWords,
): LiveScenario | null => {
  const start = startingPoint(facts);
  if (start === null) return null;
  const still = runKept(start.content, start.assumptions);
  if (!still.ok) return null;
  const after = movesAfter(start, lastCountedYear(facts));
  // Another baseline has other assumptions: such a scenario is read on its own page.
  const from =
    facts.scenarios.find(
      ({ key, content }) =>
        key === query.get('scenario') &&
        JSON.stringify(content.content.baseline) === JSON.stringify(start.content.baseline),
    ) ?? null;
  const begin = from === null ? start.content : { ...from.content.content, aim: start.content.aim };
  const offered = leverFieldsOf(start, begin, words);
  const problems = leverProblems(offered, query, words);
  const asked = problems.size === 0 ? contentAsked(begin, offered, query, after) : start.content;
  const isMoved = asked.levers.length > 0 || asked.estates.length > 0;
  const result = isMoved ? runKept(asked, start.assumptions) : still;
  const content = result.ok ? asked : start.content;
  return {
    start,
    from,
    content,
    fields: withField(offered, content),
    after,
    result: result.ok ? result.value : still.value,
    still: still.value,
    isRefused: !result.ok,
    isMoved: isMoved && result.ok,
    problems,
    ...projectScenario(content, start.assumptions),
  };
};
