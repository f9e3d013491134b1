import type { Totals } from '../../../domain/evaluation/totals.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { type EvaluationPublication, roundsOfYear, yearHref } from './chosen-round.ts';
import { DirectionBar, findingOf } from './evaluation-summary.tsx';

export interface HomeEvaluationsProps {
  readonly frame: TownFrame;
  readonly round: EvaluationPublication;
  readonly totals: Totals;
  readonly all: readonly EvaluationPublication[];
}

/** 事業の評価 on the home page: one sentence, one bar, the ways on. */
export const HomeEvaluations = ({ frame, round, totals, all }: HomeEvaluationsProps) => {
  const { language } = frame;
  const words = evaluationWords(language);
  const year = formatYear(round.fiscalYear, language);
  return (
    <section className="section" aria-labelledby="evaluations">
      <h2 id="evaluations">{words.title}</h2>
      <p className="section__lead">{findingOf(totals, round.content, year, words, language)}</p>
      <DirectionBar frame={frame} totals={totals} />
      <p className="more more--several">
        <a href={yearHref(frame, round, roundsOfYear(all, round.fiscalYear))}>{words.allOf(year)}</a>
        <a href={href(frame, '/evaluations')}>{words.years}</a>
      </p>
    </section>
  );
};
