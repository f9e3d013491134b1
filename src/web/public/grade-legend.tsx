import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { JudgementMark } from '../components/judgement-mark.tsx';
import { formatYear } from '../text/dates.ts';
import { judgementWords } from '../text/judgement.ts';

/** What the shapes beside the branches mean, and of which year they are. */
export const GradeLegend = ({
  frame,
  year,
}: {
  readonly frame: TownFrame;
  readonly year: YearJudgements;
}) => {
  const { language } = frame;
  const { fiscalYear } = year.year;
  const grades = overallAxis(year.compiled.scheme)?.grades ?? [];
  return grades.length === 0 ? null : (
    <p className="grade-legend small">
      <a href={href(frame, `/judgements/${fiscalYear}`)}>
        {judgementWords(language).of(formatYear(fiscalYear, language))}
      </a>
      {grades
        .filter(({ shape }) => shape !== 'plain')
        .map((grade) => (
          <JudgementMark key={grade.key} grade={grade} language={language} />
        ))}
    </p>
  );
};
