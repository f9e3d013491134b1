import type { JudgedIndicator } from '../../../app/judgement/read-judgements.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import { handSubjects } from './hand-form.ts';

/** What people said of an indicator's year, in words, with the reason. */
export const HumanSaid = ({
  scheme,
  human,
}: {
  readonly scheme: JudgementScheme;
  readonly human: JudgedIndicator['human'];
}) => {
  const subjects = handSubjects(scheme);
  if (human.length === 0) return <span className="quiet">なし</span>;
  return (
    <ul className="human-said">
      {human.map(({ kind, subject, choice, reason }) => {
        const found = subjects.find((each) => each.kind === kind && each.subject === subject);
        const label = found?.choices.find(({ value }) => value === choice)?.label;
        return (
          <li key={`${kind} ${subject}`}>
            {found === undefined || label === undefined ? (
              <span className="quiet">いまの判定基準にない判定（{choice}）</span>
            ) : (
              <>
                {found.name}: <b>{label}</b>
              </>
            )}
            {reason !== '' && <span className="quiet"> 理由: {reason}</span>}
          </li>
        );
      })}
    </ul>
  );
};
