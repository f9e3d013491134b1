import type { AxisJudgement } from '../../../domain/indicator/judgement/judgement.ts';
import type { Grade, JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import { JudgementMark } from '../../components/judgement-mark.tsx';
import { reasonWords } from '../../text/roll-up.ts';

export const gradeOf = (scheme: JudgementScheme, judged: AxisJudgement | null): Grade | null =>
  scheme.axes
    .find(({ axisKey }) => axisKey === judged?.axisKey)
    ?.grades.find(({ key }) => key === judged?.grade) ?? null;

/** The grade on an axis, or why there is none. */
export const AxisMark = ({
  scheme,
  judged,
}: {
  readonly scheme: JudgementScheme;
  readonly judged: AxisJudgement | null;
}) => {
  const grade = gradeOf(scheme, judged);
  if (grade !== null) return <JudgementMark grade={grade} language="ja" />;
  const reason = judged?.reason ?? null;
  return (
    <span className="mark mark--none">
      判定なし{reason === null ? '' : `（${reasonWords(reason, 'ja')}）`}
    </span>
  );
};
