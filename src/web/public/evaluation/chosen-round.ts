import type { Publication } from '../../../db/read-publication.ts';
import { href, type TownFrame } from '../../components/frame.ts';

export type EvaluationPublication = Publication<'evaluation'>;

const rank = ({ content }: EvaluationPublication): number =>
  (content.target === 'programme' ? 0 : 10) + ['after', 'during', 'before'].indexOf(content.timing);

/** The rounds of a year: programmes before items of plans, 事後 before 事中 and 事前. */
export const roundsOfYear = (
  all: readonly EvaluationPublication[],
  fiscalYear: number,
): readonly EvaluationPublication[] =>
  all.filter((each) => each.fiscalYear === fiscalYear).toSorted((a, b) => rank(a) - rank(b));

/** The one asked for, else the first of its year; undefined: nothing is public. */
export const chosenRound = (
  rounds: readonly EvaluationPublication[],
  asked: string | undefined,
): EvaluationPublication | undefined => rounds.find(({ key }) => key === asked) ?? rounds[0];

/** The newest evaluation of programmes after their year: what a home page or a plan item speaks of. */
export const newestOfProgrammes = (
  all: readonly EvaluationPublication[],
): EvaluationPublication | undefined =>
  all
    .filter(({ content }) => content.target === 'programme')
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || rank(a) - rank(b))[0];

/** The round stands in the address only where the year has several. */
const withRound = (address: string, key: string, rounds: readonly EvaluationPublication[]): string =>
  rounds.length < 2 || rounds[0]?.key === key ? address : `${address}?round=${encodeURIComponent(key)}`;

export const yearHref = (
  frame: TownFrame,
  { fiscalYear, key }: EvaluationPublication,
  rounds: readonly EvaluationPublication[],
): string => withRound(href(frame, `/evaluations/${fiscalYear}`), key, rounds);

export const subjectHref = (
  frame: TownFrame,
  { fiscalYear, key }: EvaluationPublication,
  subjectKey: string,
  rounds: readonly EvaluationPublication[],
): string =>
  withRound(href(frame, `/evaluations/${fiscalYear}/${encodeURIComponent(subjectKey)}`), key, rounds);
