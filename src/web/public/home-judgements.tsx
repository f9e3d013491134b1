import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import { rollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { RollUpSummary } from '../components/grade-counts.tsx';
import { formatYear } from '../text/dates.ts';
import { judgementWords } from '../text/judgement.ts';

interface Props {
  readonly frame: TownFrame;
  /** null: no judgement is public. */
  readonly year: YearJudgements | null;
  /** Newest year with public figures; null: none. */
  readonly changedIn: number | null;
}

/** How the indicators stand in sum, and the ways on: all of them, the judgements, what changed. */
export const HomeJudgements = ({ frame, year, changedIn }: Props) => {
  const { t, language } = frame;
  const words = judgementWords(language);
  return (
    <>
      {year === null ? null : (
        <div className="home-judgements">
          <h3>{words.rollUpOf(formatYear(year.year.fiscalYear, language))}</h3>
          <RollUpSummary id="home" language={language} rollUp={rollUp(year.compiled, year.indicators)} />
        </div>
      )}
      <p className="more more--several">
        <a href={href(frame, '/indicators')}>{t.home.allIndicators}</a>
        {year === null ? null : (
          <a href={href(frame, `/judgements/${year.year.fiscalYear}`)}>
            {words.allJudgements(formatYear(year.year.fiscalYear, language))}
          </a>
        )}
        {changedIn === null ? null : (
          <a href={href(frame, `/changes/${changedIn}`)}>
            {words.allChanges(formatYear(changedIn, language))}
          </a>
        )}
      </p>
    </>
  );
};
