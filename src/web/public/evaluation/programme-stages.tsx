import type { ReactNode } from 'react';
import type { PublishedRound, PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { evaluationWords } from '../../text/evaluation.ts';
import { sheetWords } from '../../text/evaluation-sheet.ts';
import { tableLabel } from '../../text/table-label.ts';

type Record_ = PublishedSheet['records'][number];

interface Props {
  readonly frame: TownFrame;
  readonly round: PublishedRound;
  readonly sheet: PublishedSheet;
}

interface Row {
  readonly label: string;
  readonly japanese: boolean;
  readonly of: (record: Record_) => { readonly said: ReactNode; readonly reason: string } | null;
}

const gradeLabel = (round: PublishedRound, key: string): string =>
  round.grades.find((grade) => grade.key === key)?.label ?? key;

/** A direction is published as its key or its words; either way the town's words are shown. */
const directionSaid = (round: PublishedRound, said: string): ReactNode => {
  const found = round.directions.find(({ key, label }) => key === said || label === said);
  return found === undefined ? said : <DirectionMark common={found.common} label={found.label} />;
};

const criteriaOf = (records: readonly Record_[]): readonly Row[] =>
  [...new Set(records.flatMap(({ criteria }) => criteria.map(({ label }) => label)))].map((label) => ({
    label,
    japanese: true,
    of: ({ criteria }) => {
      const found = criteria.find((each) => each.label === label);
      return found === undefined ? null : { said: found.level, reason: found.reason };
    },
  }));

const textsOf = (records: readonly Record_[]): readonly Row[] =>
  [...new Set(records.flatMap(({ texts }) => texts.map(({ label }) => label)))].map((label) => ({
    label,
    japanese: true,
    of: ({ texts }) => {
      const found = texts.find((each) => each.label === label);
      return found === undefined || found.body === '' ? null : { said: '', reason: found.body };
    },
  }));

/** 段階ごとの評価: what each stage said and why, side by side; the calculation beside the people's grade. */
export const ProgrammeStages = ({ frame, round, sheet }: Props) => {
  const { language } = frame;
  const words = sheetWords(language);
  const common = evaluationWords(language);
  const { records } = sheet;
  if (records.length === 0) return null;
  const rows: readonly Row[] = [
    {
      label: common.direction,
      japanese: false,
      of: ({ direction, directionReason }) =>
        direction === '' ? null : { said: directionSaid(round, direction), reason: directionReason },
    },
    {
      label: words.machineGrade,
      japanese: false,
      of: ({ machineGrade }) =>
        machineGrade === null ? null : { said: gradeLabel(round, machineGrade), reason: '' },
    },
    {
      label: words.humanGrade,
      japanese: false,
      of: ({ grade, gradeReason, machineGrade }) =>
        grade === ''
          ? null
          : {
              said: (
                <>
                  {gradeLabel(round, grade)}
                  {machineGrade === null || machineGrade === grade ? null : (
                    <span className="figure-table__mark" lang={language}>
                      {words.differs(gradeLabel(round, machineGrade), gradeLabel(round, grade))}
                    </span>
                  )}
                </>
              ),
              reason: gradeReason,
            },
    },
    {
      label: common.priority,
      japanese: false,
      of: ({ priority }) => (priority === '' ? null : { said: priority, reason: '' }),
    },
    ...criteriaOf(records),
    ...textsOf(records),
  ];
  const shown = rows.filter(({ of }) => records.some((record) => of(record) !== null));
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="stages">
      <h2 id="stages">{words.stages}</h2>
      <p className="section__lead">{words.stagesLead}</p>
      <TableScroll label={tableLabel(words.stages, frame.language)}>
        <table className="table table--words stage-table">
          <caption className="visually-hidden">{words.stages}</caption>
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              {records.map(({ stageKey, stageLabel }) => (
                <th key={stageKey} scope="col" lang="ja">
                  {stageLabel}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ label, japanese, of }) => (
              <tr key={label}>
                <th scope="row" lang={japanese ? 'ja' : undefined}>
                  {label}
                </th>
                {records.map((record) => {
                  const answer = of(record);
                  return (
                    <td key={record.stageKey} lang="ja">
                      {answer === null ? (
                        words.nothingSaid
                      ) : (
                        <>
                          {answer.said}
                          {answer.reason === '' ? null : <p className="prose">{answer.reason}</p>}
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};
