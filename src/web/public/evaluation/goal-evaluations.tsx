import type { EntryInPublication } from '../../../db/read-publication.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { formatDate, formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { subjectHref } from './chosen-round.ts';

type Evaluated = EntryInPublication<'evaluation'>;

/** 部局の目標の自己評価: mid-year and year-end, the newest first, each with its words and a link to all of it. */
export const GoalEvaluations = ({
  frame,
  of,
  all,
}: {
  readonly frame: TownFrame;
  /** Of one item. */
  readonly of: readonly Evaluated[];
  /** Of every item: which rounds a year has. */
  readonly all: readonly Evaluated[];
}) => {
  const { language } = frame;
  const words = evaluationWords(language);
  if (of.length === 0) return null;
  return (
    <ul className="goal-evaluations">
      {of.map(({ publication, entry }) => {
        const { content, fiscalYear } = publication;
        const rounds = [
          ...new Map(
            all
              .filter((each) => each.publication.fiscalYear === fiscalYear)
              .map((each) => [each.publication.key, each.publication]),
          ).values(),
        ];
        const last = entry.records.at(-1);
        const grade = content.grades.find(({ key }) => key === entry.grade)?.label ?? entry.grade ?? '';
        const levels = entry.records
          .flatMap(({ stageKey, criteria }) => criteria.map((each) => ({ ...each, stageKey })))
          .filter(({ level }) => level !== '');
        const texts = entry.records.flatMap((record) => record.texts).filter(({ body }) => body !== '');
        return (
          <li key={publication.key}>
            <h4>
              <a href={subjectHref(frame, publication, entry.subjectKey, rounds)}>
                {formatYear(fiscalYear, language)} <span lang="ja">{publication.title}</span>
              </a>
            </h4>
            <p className="small quiet">
              {words.publishedOn(formatDate(publication.publishedAt, language))}
              {last === undefined ? null : <span lang="ja">　{last.stageLabel}</span>}
            </p>
            <p lang="ja">
              {grade === '' ? null : <b>{grade}</b>}{' '}
              {entry.direction === null ? null : (
                <DirectionMark common={entry.direction.common} label={entry.direction.label} />
              )}
            </p>
            {levels.map(({ stageKey, label, level, reason }) => (
              <p key={`${stageKey} ${label}`} lang="ja" className="prose">
                <b>
                  {label}: {level}
                </b>
                {reason === '' ? null : `　${reason}`}
              </p>
            ))}
            {texts.map(({ label, body }) => (
              <p key={label} lang="ja" className="prose">
                <b>{label}</b> {body}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
};
