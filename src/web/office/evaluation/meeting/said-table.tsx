import type { Decision, StageSaid } from '../../../../domain/evaluation/decision.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { DirectionMark } from '../../../components/direction-mark.tsx';
import { TableScroll } from '../../../components/table-scroll.tsx';

const nothing = '—';

const gradeLabel = (scheme: EvaluationScheme, key: string | null): string =>
  key === null ? nothing : (scheme.grades.find((grade) => grade.key === key)?.label ?? key);

interface Row {
  readonly label: string;
  readonly of: (said: StageSaid) => { readonly said: string; readonly reason: string } | null;
}

const rowsOf = (scheme: EvaluationScheme, said: readonly StageSaid[]): readonly Row[] => {
  const answer = (key: string) => (each: StageSaid) => {
    const text = each.answers[key] ?? '';
    return text === '' ? null : { said: '', reason: text };
  };
  const rows: readonly Row[] = [
    ...scheme.criteria.map(({ key, label, levels }) => ({
      label,
      of: ({ answers }: StageSaid) => {
        const level = levels.find((each) => each.key === answers[`criterion.${key}`]);
        return level === undefined ? null : { said: level.label, reason: answers[`reason.${key}`] ?? '' };
      },
    })),
    ...scheme.texts.map(({ key, label }) => ({ label, of: answer(`text.${key}`) })),
    {
      label: '優先度',
      of: ({ priority }) => {
        const word = scheme.priorities.find(({ key }) => key === priority);
        return word === undefined ? null : { said: word.label, reason: '' };
      },
    },
  ];
  return rows.filter(({ of }) => said.some((each) => of(each) !== null));
};

/** 段階ごとの評価をならべる: direction, machine and human grade first, then what each stage wrote. */
export const SaidTable = ({
  scheme,
  decision,
  only,
}: {
  readonly scheme: EvaluationScheme;
  readonly decision: Decision;
  /** Stages to show; all that have handed on where it is absent. */
  readonly only?: (said: StageSaid) => boolean;
}) => {
  const said = decision.said.filter((each) => each.handedOn && (only?.(each) ?? true));
  if (said.length === 0) return <p className="quiet">まだどの段階も提出していません。</p>;
  const graded = said.some(({ grade, machineGrade }) => (grade ?? machineGrade) !== null);
  return (
    <TableScroll label={`${decision.name} 段階ごとの評価（表）`}>
      <table className="table table--words said-table">
        <caption className="visually-hidden">段階ごとの評価</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            {said.map(({ stage }) => (
              <th key={stage.key} scope="col">
                {stage.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">今後の方向</th>
            {said.map(({ stage, direction, answers }) => (
              <td key={stage.key}>
                {direction === null ? (
                  nothing
                ) : (
                  <DirectionMark common={direction.common} label={direction.label} />
                )}
                {(answers['direction.reason'] ?? '') === '' ? null : (
                  <p className="prose">{answers['direction.reason']}</p>
                )}
              </td>
            ))}
          </tr>
          {graded ? (
            <tr>
              <th scope="row">評価（計算）</th>
              {said.map(({ stage, machineGrade }) => (
                <td key={stage.key}>{gradeLabel(scheme, machineGrade)}</td>
              ))}
            </tr>
          ) : null}
          {graded ? (
            <tr>
              <th scope="row">評価（人）</th>
              {said.map(({ stage, grade, machineGrade, answers }) => (
                <td key={stage.key}>
                  {gradeLabel(scheme, grade)}
                  {grade !== null && machineGrade !== null && grade !== machineGrade ? (
                    <b className="said-table__differs">計算とちがいます</b>
                  ) : null}
                  {(answers['grade.reason'] ?? '') === '' ? null : (
                    <p className="prose">{answers['grade.reason']}</p>
                  )}
                </td>
              ))}
            </tr>
          ) : null}
          {rowsOf(scheme, said).map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {said.map((each) => {
                const answer = of(each);
                return (
                  <td key={each.stage.key}>
                    {answer === null ? nothing : answer.said}
                    {answer === null || answer.reason === '' ? null : (
                      <p className="prose">{answer.reason}</p>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};
