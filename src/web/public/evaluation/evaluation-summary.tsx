import { gradeBar } from '../../../charts/grade-bar.ts';
import type { PublishedRound } from '../../../domain/evaluation/publication.ts';
import { exemptKey, percentOf, type TotalLine, type Totals } from '../../../domain/evaluation/totals.ts';
import { DirectionMark, directionShapes } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { type EvaluationWords, evaluationWords } from '../../text/evaluation.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';

interface Props {
  readonly frame: TownFrame;
  readonly round: PublishedRound;
  readonly fiscalYear: number;
  /** By direction word. */
  readonly totals: Totals;
  /** Address of the list narrowed to a direction; null: the lines are no links. */
  readonly listHref: ((key: string) => string) | null;
}

/** 結論の一文: the commonest direction, how many change, and what all of it costs. */
export const findingOf = (
  totals: Totals,
  round: PublishedRound,
  year: string,
  words: EvaluationWords,
  language: 'ja' | 'en',
): string => {
  const { whole, lines } = totals;
  const given = lines.filter(({ common }) => common !== null);
  const most = given.toSorted((a, b) => b.count - a.count)[0];
  const amount = words.found.amount(proseYen(whole.amountThousandYen, language), round.amountBasis);
  const separator = language === 'ja' ? '' : ' ';
  if (most === undefined || most.count === 0)
    return [words.found.nothing(year, whole.count), amount].join(separator);
  const sum = (of: (line: TotalLine) => boolean): number =>
    given.filter(of).reduce((total, { count }) => total + count, 0);
  return [
    words.found.most(year, whole.count, most.label, most.count, percentOf(most.count, whole.count) ?? ''),
    words.found.review(
      sum(({ common }) => common !== 'continue' && common !== 'expand'),
      sum(({ common }) => common === 'expand'),
    ),
    amount,
  ].join(separator);
};

/** What is in the figures and what is not, in sentences. */
export const notesOf = (totals: Totals, round: PublishedRound, words: EvaluationWords): readonly string[] => {
  const undecided = totals.lines.find(({ key }) => key === '')?.count ?? 0;
  const byDirection = totals.way === 'direction' || totals.way === 'common';
  return [
    words.basis(round.amountBasis),
    words.personnel[round.personnelIncluded],
    ...(totals.whole.withoutAmount === 0 ? [] : [words.noAmount(totals.whole.withoutAmount)]),
    ...(byDirection && totals.exempt.count > 0 ? [words.notCounted.exempt(totals.exempt.count)] : []),
    ...(byDirection && undecided > 0 ? [words.notCounted.undecided(undecided)] : []),
    ...(totals.repeated > 0 ? [words.notCounted.repeated(totals.repeated)] : []),
    words.notCounted.rounded,
  ];
};

/** 方向の帯: as long a part as a direction has programmes. */
export const DirectionBar = ({ totals, frame }: Pick<Props, 'totals' | 'frame'>) => {
  const words = evaluationWords(frame.language);
  const data = (which: string) => ({
    id: `directions-${which}`,
    title: `${words.chart}: ${totals.lines
      .filter(({ count }) => count > 0)
      .map((line) => `${lineLabel(line, words)} ${line.count}`)
      .join(frame.language === 'ja' ? '、' : ', ')}`,
    parts: totals.lines.map(({ common, count }) =>
      common === null
        ? { shape: 'plain' as const, of: 'unknown' as const, count }
        : { shape: directionShapes[common].shape, of: directionShapes[common].class, count },
    ),
    whole: totals.whole.count,
  });
  const [narrow, wide] = [gradeBar(data('n'), 320), gradeBar(data('w'), 640)];
  if (narrow === null || wide === null) return null;
  return (
    <div className="grade-bar-pair">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: src/charts escapes every text it is given (svg.ts) */}
      <div className="grade-bar grade-bar--320" dangerouslySetInnerHTML={{ __html: narrow }} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: src/charts escapes every text it is given (svg.ts) */}
      <div className="grade-bar grade-bar--640" dangerouslySetInnerHTML={{ __html: wide }} />
    </div>
  );
};

export const lineLabel = (line: Pick<TotalLine, 'key' | 'label'>, words: EvaluationWords): string =>
  line.key === exemptKey ? words.exempt : line.key === '' ? words.undecided : line.label;

const percentText = (percent: string | null): string => (percent === null ? '—' : `${percent}%`);

/** An amount and its share: beside each other, on a phone below each other. */
const WithShare = ({ amount, share }: { readonly amount: number; readonly share: string }) => (
  <>
    <td className="number">
      {tableYen(amount)}
      <span className="phone-table__below">{share}</span>
    </td>
    <td className="number phone-table__beside">{share}</td>
  </>
);

/** 方向ごとの集計: sentence, bar, table. */
export const EvaluationSummary = ({ frame, round, fiscalYear, totals, listHref }: Props) => {
  const { language } = frame;
  const words = evaluationWords(language);
  const finding = findingOf(totals, round, formatYear(fiscalYear, language), words, language);
  return (
    <div className="roll-up">
      <p className="finding phrase">{finding}</p>
      <DirectionBar frame={frame} totals={totals} />
      <TableScroll label={tableLabel(words.summary, frame.language)}>
        <table className="table grade-table phone-table">
          <caption className="visually-hidden">{words.chart}</caption>
          <thead>
            <tr>
              <th scope="col">{words.direction}</th>
              <th scope="col" className="number">
                {words.number}
              </th>
              <th scope="col" className="number phone-table__beside">
                {words.share}
              </th>
              <th scope="col" className="number">
                {words.amountUnit}
              </th>
              <th scope="col" className="number phone-table__beside">
                {words.amountShare}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.lines.map((line) => {
              const name =
                line.common === null ? (
                  lineLabel(line, words)
                ) : (
                  <DirectionMark common={line.common} label={line.label} />
                );
              return (
                <tr key={line.key}>
                  <th scope="row">
                    {listHref === null || line.count === 0 ? name : <a href={listHref(line.key)}>{name}</a>}
                    {line.common === null || language === 'ja' ? null : (
                      <span className="figure-table__mark">{words.directions[line.common]}</span>
                    )}
                  </th>
                  <WithShare amount={line.count} share={percentText(line.countPercent)} />
                  <WithShare amount={line.amountThousandYen} share={percentText(line.amountPercent)} />
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr className="grade-table__whole">
              <th scope="row">{words.total}</th>
              <WithShare
                amount={totals.whole.count}
                share={percentText(totals.whole.count === 0 ? null : '100.0')}
              />
              <WithShare
                amount={totals.whole.amountThousandYen}
                share={percentText(totals.whole.amountThousandYen === 0 ? null : '100.0')}
              />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <ul className="roll-up__notes small quiet">
        {notesOf(totals, round, words).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
};
