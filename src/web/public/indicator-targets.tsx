import type { LoadedIndicator } from '../../db/read-indicator.ts';
import type { TownFrame } from '../components/frame.ts';
import { SourceNote } from '../components/source-note.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { formatDate, formatYear } from '../text/dates.ts';
import { formatTarget } from '../text/figures.ts';

interface Props {
  readonly frame: TownFrame;
  readonly loaded: LoadedIndicator;
}

/** 目標の経緯: what holds and what held before, when it was set and why. A changed target keeps the old one. */
export const IndicatorTargets = ({ frame, loaded }: Props) => {
  const { t, language } = frame;
  const rows = [
    ...loaded.targets.map((target) => ({ target, former: false })),
    ...loaded.formerTargets.map((target) => ({ target, former: true })),
  ].sort((a, b) => a.target.fiscalYear - b.target.fiscalYear || b.target.seq - a.target.seq);
  if (rows.length === 0) return null;
  const dated = rows.some(({ target }) => target.setOn !== null);
  return (
    <section className="section" aria-labelledby="targets">
      <h2 id="targets">{t.indicator.targets}</h2>
      <TableScroll label={`${loaded.indicator.name} ${t.indicator.targets}`}>
        <table className="table">
          <caption className="visually-hidden">{t.indicator.targets}</caption>
          <thead>
            <tr>
              <th scope="col">{t.indicator.year}</th>
              <th scope="col" className="number">
                {t.indicator.target}
              </th>
              {dated ? <th scope="col">{t.indicator.setOn}</th> : null}
              <th scope="col">
                {t.indicator.reason}・{t.indicator.source}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ target, former }) => (
              <tr key={`${target.fiscalYear}/${target.seq}`}>
                <th scope="row" className="table__nowrap">
                  {formatYear(target.fiscalYear, language)}
                </th>
                <td className="number">
                  {former ? <s>{formatTarget(target, loaded.indicator, language)}</s> : null}
                  {former ? null : formatTarget(target, loaded.indicator, language)}
                </td>
                {dated ? <td>{target.setOn === null ? null : formatDate(target.setOn, language)}</td> : null}
                <td>
                  <p lang="ja">{target.reason}</p>
                  <SourceNote frame={frame} source={target.source} bare />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};
