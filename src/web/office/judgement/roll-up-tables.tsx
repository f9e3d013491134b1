import type { JudgedIndicator, YearJudgements } from '../../../app/judgement/read-judgements.ts';
import {
  type GroupedRollUp,
  type RollUp,
  rollUp,
  rollUpBy,
} from '../../../domain/indicator/judgement/roll-up.ts';
import type { Judged } from '../../../domain/indicator/judgement/tally.ts';
import { RollUpSummary } from '../../components/grade-counts.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { judgementWords } from '../../text/judgement.ts';
import { gradeName, reasonWords, ungradedCount } from '../../text/roll-up.ts';

export interface Grouping {
  readonly by: string;
  readonly title: string;
  readonly nameOf: (groupKey: string) => string;
}

export const judgedOf = (indicators: readonly JudgedIndicator[]): readonly Judged[] =>
  indicators.map(({ judgeable, judgement }) => ({ judgeable, judgement }));

type NameOf = (indicatorKey: string) => string;

/** Who is not counted, by name: 未集計（A、B）。判定なし・目標値がない（C）。 */
export const notCounted = (all: RollUp, nameOf: NameOf): string =>
  [
    ...all.grades
      .filter(({ count, percent, isCounted }) => count > 0 && (percent === null || !isCounted))
      .map(({ grade, indicatorKeys }) => [gradeName(grade, 'ja'), indicatorKeys] as const),
    ...all.ungraded.map(
      ({ reason, indicatorKeys }) =>
        [reason === '' ? '判定なし' : `判定なし・${reasonWords(reason, 'ja')}`, indicatorKeys] as const,
    ),
  ]
    .map(([label, keys]) => `${label}（${keys.map(nameOf).join('、')}）`)
    .join('。');

const GroupTable = ({
  grouping,
  grouped,
  nameOf,
}: {
  readonly grouping: Grouping;
  readonly grouped: GroupedRollUp;
  readonly nameOf: NameOf;
}) => {
  const words = judgementWords('ja');
  const grades = grouped.groups[0]?.rollUp.grades ?? [];
  return (
    <details className="roll-up-group" id={`by-${grouping.by}`}>
      <summary>
        {grouping.title}（{grouped.groups.length}）
      </summary>
      <TableScroll label={grouping.title}>
        <table className="table">
          <caption className="visually-hidden">{grouping.title}の集計</caption>
          <thead>
            <tr>
              <th scope="col">区分</th>
              {grades.map(({ grade }) => (
                <th scope="col" key={grade.key}>
                  {gradeName(grade, 'ja')}
                </th>
              ))}
              <th scope="col">判定なし</th>
              <th scope="col">計</th>
              <th scope="col">数えていないもの</th>
            </tr>
          </thead>
          <tbody>
            {grouped.groups.map(({ groupKey, rollUp: one }) => (
              <tr key={groupKey}>
                <th scope="row">{grouping.nameOf(groupKey)}</th>
                {one.grades.map(({ grade, count, percent }) => (
                  <td key={grade.key} className="number">
                    {count}
                    {percent !== null && <span className="quiet small">（{percent}%）</span>}
                  </td>
                ))}
                <td className="number">{ungradedCount(one)}</td>
                <td className="number">
                  {one.entries}
                  <span className="quiet small">（分母 {one.denominator.count}）</span>
                </td>
                <td>{notCounted(one, nameOf) || words.everything}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="quiet">
        割合の分母は、それぞれの「分母」の件数です。
        {grouped.repeated > 0 && words.repeated(grouped.repeated)}
        {grouped.without.length > 0 &&
          `${words.withoutGroup(grouped.without.length)}（${grouped.without.map(nameOf).join('、')}）`}
      </p>
    </details>
  );
};

/** 集計: the whole, then by level, unit, plan and nature; under every total what is counted and what is not. */
export const RollUpTables = ({
  year,
  indicators,
  groupings,
}: {
  readonly year: YearJudgements;
  readonly indicators: readonly JudgedIndicator[];
  readonly groupings: readonly Grouping[];
}) => {
  const judged = judgedOf(indicators);
  const names = new Map(indicators.map(({ judgeable }) => [judgeable.indicatorKey, judgeable.name]));
  const nameOf: NameOf = (key) => names.get(key) ?? key;
  const all = rollUp(year.compiled, judged);
  const left = notCounted(all, nameOf);
  return (
    <>
      <RollUpSummary id="all" rollUp={all} language="ja" />
      {left !== '' && (
        <details>
          <summary>数えていない指標の名前</summary>
          <p>{left}。</p>
        </details>
      )}
      {groupings.map((grouping) => {
        const grouped = rollUpBy(year.compiled, judged, grouping.by);
        return grouped.groups.length === 0 ? null : (
          <GroupTable key={grouping.by} grouping={grouping} grouped={grouped} nameOf={nameOf} />
        );
      })}
    </>
  );
};
