import type { EntryInPublication } from '../../../db/read-publication.ts';
import { sheetAmount, totalOf } from '../../../domain/evaluation/totals.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import type { TownFrame } from '../../components/frame.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { tableLabel } from '../../text/table-label.ts';
import { proseYen, tableYen } from '../../text/yen.ts';
import { newestOfProgrammes, roundsOfYear, subjectHref, yearHref } from './chosen-round.ts';

const mostShown = 12;

/** この項目の事業: what is done for it, what it cost, and how each goes on. The costliest first. */
export const ItemProgrammes = ({
  frame,
  planKey,
  itemKey,
  evaluated,
}: {
  readonly frame: TownFrame;
  readonly planKey: string;
  readonly itemKey: string;
  readonly evaluated: readonly EntryInPublication<'evaluation'>[];
}) => {
  const { language } = frame;
  const words = evaluationWords(language);
  const publications = [
    ...new Map(evaluated.map(({ publication }) => [publication.key, publication])).values(),
  ];
  const newest = newestOfProgrammes(publications);
  if (newest === undefined) return null;
  const year = formatYear(newest.fiscalYear, language);
  const rounds = roundsOfYear(publications, newest.fiscalYear);
  const own = evaluated
    .filter(({ publication }) => publication.key === newest.key)
    .map(({ entry }) => ({ entry, amount: sheetAmount(entry, newest.fiscalYear, newest.content.timing) }))
    .toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
  const total = totalOf(own.map(({ amount }) => amount));
  const yearAddress = yearHref(frame, newest, rounds);
  // Programmes of items further below are in the list under their own items.
  const direct = own.every(({ entry }) =>
    entry.planItems.some((item) => item.planKey === planKey && item.itemKey === itemKey),
  );
  const listed = `${yearAddress}${direct ? `${yearAddress.includes('?') ? '&' : '?'}item=${encodeURIComponent(`${planKey}/${itemKey}`)}` : ''}#list`;
  return (
    <div className="item-programmes">
      <h3>{words.of(year)}</h3>
      <p>
        {words.count(total.count)}　
        {words.found.amount(proseYen(total.amountThousandYen, language), newest.content.amountBasis)}
        {total.withoutAmount === 0 ? '' : words.noAmount(total.withoutAmount)}
      </p>
      <TableScroll label={tableLabel(words.of(year), frame.language)}>
        <table className="table table--words phone-table">
          <caption className="visually-hidden">{words.of(year)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.programmes}</th>
              <th scope="col">{words.direction}</th>
              <th scope="col" className="number">
                {words.amountUnit}
              </th>
            </tr>
          </thead>
          <tbody lang="ja">
            {own.slice(0, mostShown).map(({ entry, amount }) => (
              <tr key={entry.subjectKey}>
                <th scope="row">
                  <a href={subjectHref(frame, newest, entry.subjectKey, rounds)}>{entry.name}</a>
                </th>
                <td>
                  {entry.direction === null ? (
                    entry.exemption === '' ? (
                      <span lang={language}>{words.undecided}</span>
                    ) : (
                      entry.exemption
                    )
                  ) : (
                    <DirectionMark common={entry.direction.common} label={entry.direction.label} />
                  )}
                </td>
                <td className="number">{amount === null ? '—' : tableYen(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {own.length <= mostShown ? null : (
        <p className="more">
          <a href={listed}>{words.allOf(year)}</a>
        </p>
      )}
    </div>
  );
};
