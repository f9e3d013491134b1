import { type Computed, figureText } from '../../islands/population/live-figures.ts';
import type { LiveScenario } from './explorer-live.ts';
import type { ExplorerView } from './explorer-view.ts';

export const computedOf = ({ content, start, projection, baseline, result }: LiveScenario): Computed => ({
  content,
  ages: start.assumptions.ages,
  projection,
  baseline,
  result,
});

interface Props {
  readonly view: ExplorerView;
  readonly live: LiveScenario;
  readonly name: string;
}

/** A figure the script keeps up to date. */
export const MovingFigure = ({ view, live, name }: Props) => (
  <span data-population-figure={name}>{figureText(computedOf(live), name, view.frame.language) ?? ''}</span>
);
