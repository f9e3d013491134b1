import type { PopulationPyramidData, PyramidSides } from '../../../charts/population-pyramid.ts';
import { wholeNumber } from '../../../domain/kernel/whole-number.ts';
import type { Computed } from './live-figures.ts';
import type { LiveInput, PyramidFrame } from './live-input.ts';
import { liveWords } from './live-words.ts';

type Named = PyramidSides & { readonly name: string };

export interface ShownPyramid {
  readonly shown: Named;
  readonly compare: Named | null;
}

const isPulled = ({ content }: Computed): boolean => content.levers.length > 0 || content.estates.length > 0;

/** A year as these assumptions give it, where it moves with them: moved, it is no longer what its source published. */
const framed = (frame: PyramidFrame, computed: Computed): Named => {
  const { projection } = computed;
  const moved = frame.moves ? projection.populations[projection.years.indexOf(frame.year)] : undefined;
  const { male, female } = moved ?? frame;
  const { names } = frame;
  const name = names === undefined ? frame.name : isPulled(computed) ? names.moved : names.still;
  return { name, male, female };
};

/** The pyramid of a year and what is laid over it: another year, else the same one without the assumptions. */
export const shownPyramid = (
  input: LiveInput,
  data: PopulationPyramidData,
  computed: Computed,
  year: number,
): ShownPyramid => {
  const frame = input.frames.find((each) => each.year === year);
  const shown =
    frame === undefined
      ? { name: data.words.shown, male: data.male, female: data.female }
      : framed(frame, computed);
  const other = input.frames.find((each) => each.year === input.compareYear);
  if (data.compare !== null)
    return { shown, compare: other === undefined ? data.compare : framed(other, computed) };
  const still = computed.baseline.populations[computed.projection.years.indexOf(year)];
  const isOutlined =
    input.outlinesUnchanged !== false && frame?.moves === true && still !== undefined && isPulled(computed);
  return {
    shown,
    compare: isOutlined
      ? { name: liveWords(input.language).unchanged, male: still.male, female: still.female }
      : null,
  };
};

/** `pyramid:name`, `pyramid:both:3` (its fourth group of ages), `compare:male:0`; null where nothing of the kind is shown. */
export const pyramidFigure = ({ shown, compare }: ShownPyramid, name: string): string | null => {
  const [of, what, group] = name.split(':');
  const sides = of === 'pyramid' ? shown : of === 'compare' ? compare : null;
  if (sides === null) return null;
  if (what === 'name') return sides.name;
  const [male, female] = [sides.male[Number(group)], sides.female[Number(group)]];
  if (male === undefined || female === undefined) return null;
  if (what === 'male') return wholeNumber(male);
  if (what === 'female') return wholeNumber(female);
  return what === 'both' ? wholeNumber(male + female) : null;
};
