import type { PathShape } from '../../domain/indicator/indicator.ts';
import { scenarioPathWords } from '../text/scenario-path.ts';
import { href, type TownFrame } from './frame.ts';

/** Which 人口シナリオ, and which edition of it, the path to the targets was taken from. */
export const ScenarioPathNote = ({
  frame,
  scenario,
}: {
  readonly frame: TownFrame;
  readonly scenario: NonNullable<PathShape['scenario']>;
}) => {
  const words = scenarioPathWords(frame.language);
  const address = `/population/scenarios/${encodeURIComponent(scenario.key)}?edition=${scenario.edition}`;
  return (
    <>
      {words.from}
      <a href={href(frame, address)} lang="ja">
        {scenario.name}
      </a>
      {words.edition(scenario.edition)}
    </>
  );
};
