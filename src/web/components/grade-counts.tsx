import { gradeBar } from '../../charts/grade-bar.ts';
import type { RollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { judgementWords } from '../text/judgement.ts';
import { countsInWords, gradeName, rollUpNotes, ungradedCount } from '../text/roll-up.ts';
import type { Language } from '../text/text.ts';
import { GradeShape, JudgementMark } from './judgement-mark.tsx';

interface Props {
  readonly rollUp: RollUp;
  readonly language: Language;
}

/** Each grade with its number and share, in the order of the scheme. */
export const GradeCounts = ({ rollUp, language }: Props) => {
  const words = judgementWords(language);
  const without = ungradedCount(rollUp);
  return (
    <ul className="grade-counts">
      {rollUp.grades.map(({ grade, count, percent }) => (
        <li key={grade.key}>
          <JudgementMark grade={grade} language={language} />
          <span className="number">{words.count(count)}</span>
          {percent === null ? null : <span className="quiet small">{words.share(percent)}</span>}
        </li>
      ))}
      {without === 0 ? null : (
        <li>
          <span className="mark mark--none">{words.ungraded}</span>
          <span className="number">{words.count(without)}</span>
        </li>
      )}
    </ul>
  );
};

/** On a branch of a tree: shape and number, the word for who does not see the shape. Grades nobody has are left out. */
export const GradeCountsShort = ({ rollUp, language }: Props) => (
  <span className="grade-counts grade-counts--small" lang={language}>
    {rollUp.grades
      .filter(({ count }) => count > 0)
      .map(({ grade, count }) => (
        <span key={grade.key} className="mark-count">
          <GradeShape grade={grade} />
          <span className={grade.shape === 'plain' ? undefined : 'visually-hidden'}>
            {gradeName(grade, language)}
          </span>
          <span className="number">{count}</span>
        </span>
      ))}
  </span>
);

/** 判定の帯 as wide as its column. */
export const GradeBar = ({
  id,
  rollUp,
  language,
  width,
}: Props & { readonly id: string; readonly width: 160 | 320 | 640 }) => {
  const svg = gradeBar(
    {
      id,
      title: countsInWords(rollUp, language),
      parts: [
        ...rollUp.grades.map(({ grade, count }) => ({ shape: grade.shape, of: grade.class, count })),
        { shape: 'plain', of: 'none', count: ungradedCount(rollUp) },
      ],
      whole: rollUp.entries,
    },
    width,
  );
  if (svg === null) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: src/charts escapes every text it is given (svg.ts)
  return <div className={`grade-bar grade-bar--${width}`} dangerouslySetInnerHTML={{ __html: svg }} />;
};

/** 集計: bar, numbers, and below them what is counted and what is not. */
export const RollUpSummary = ({ id, rollUp, language }: Props & { readonly id: string }) => (
  <div className="roll-up">
    <div className="grade-bar-pair">
      <GradeBar id={`${id}-n`} rollUp={rollUp} language={language} width={320} />
      <GradeBar id={`${id}-w`} rollUp={rollUp} language={language} width={640} />
    </div>
    <GradeCounts rollUp={rollUp} language={language} />
    <ul className="roll-up__notes small quiet">
      {rollUpNotes(rollUp, language).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  </div>
);
