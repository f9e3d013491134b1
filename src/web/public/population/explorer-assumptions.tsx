import { populationFan } from '../../../charts/population-fan.ts';
import { ChartPair } from '../../components/chart-pair.tsx';
import { LeverPanel } from '../../components/population/lever-panel.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { totalIn } from '../../islands/population/live-figures.ts';
import { liveWords } from '../../islands/population/live-words.ts';
import { wholePersons } from '../../text/population-names.ts';
import { tableLabel } from '../../text/table-label.ts';
import { leverKeys } from './explorer-levers.ts';
import type { LiveScenario } from './explorer-live.ts';
import { ExplorerMovedTable } from './explorer-moved-table.tsx';
import { bandsAtSteps, movedTotalsPicture } from './explorer-pictures.ts';
import { type ExplorerView, explorerHref, spokenPersons, spokenYear } from './explorer-view.ts';
import { KeptChoices } from './kept-choices.tsx';
import { computedOf, MovingFigure } from './moving-figure.tsx';

interface Props {
  readonly view: ExplorerView;
  readonly live: LiveScenario;
}

/** Year of the aim, or the year asked about, then the last. */
const resultYears = ({ content, result }: LiveScenario, year: number): readonly number[] => {
  const { years } = result.annual;
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const wished = content.aim?.year ?? year;
  return [...new Set([...(wished > first && wished <= last ? [wished] : []), last])].toSorted(
    (a, b) => a - b,
  );
};

const Results = ({ view, live }: Props) => {
  const words = view.words.assumptions;
  return (
    <TableScroll label={tableLabel(words.results, view.frame.language)}>
      <table className="table population-results">
        <caption className="visually-hidden">{words.results}</caption>
        <thead>
          <tr>
            <th scope="col">{view.words.year}</th>
            <th scope="col" className="number">
              {words.withThis}
            </th>
            <th scope="col" className="number">
              {words.without}
            </th>
            <th scope="col" className="number">
              {words.difference}
            </th>
            <th scope="col" className="number">
              {words.range}
            </th>
          </tr>
        </thead>
        <tbody>
          {resultYears(live, view.year).map((year) => (
            <tr key={year}>
              <th scope="row" className="table__nowrap">
                {view.words.pyramid.yearOnly(year)}
              </th>
              <td className="number population-results__total">
                <MovingFigure view={view} live={live} name={`total:${year}`} />
              </td>
              <td className="number">
                <MovingFigure view={view} live={live} name={`baseline:${year}`} />
              </td>
              <td className="number">
                <MovingFigure view={view} live={live} name={`difference:${year}`} />
              </td>
              <td className="number">
                <MovingFigure view={view} live={live} name={`low:${year}`} />
                {words.to}
                <MovingFigure view={view} live={live} name={`high:${year}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

const LeverForm = ({ view, live }: Props) => {
  const words = view.words.assumptions;
  return (
    <form
      className="population-levers"
      method="get"
      action={`${explorerHref(view)}#assumptions`}
      data-population-form
    >
      <KeptChoices query={view.query} without={leverKeys} />
      <LeverPanel
        legend={words.legend}
        hint={words.hint(live.after)}
        fields={live.fields}
        words={{ now: words.now, slider: words.slider, reset: words.reset }}
        {...(live.problems.size === 0 ? {} : { typed: view.query, problems: live.problems })}
      />
      <p className="population-levers__buttons">
        <button type="submit" className="button">
          {words.calculate}
        </button>
        {live.isMoved || live.problems.size > 0 ? (
          <a
            className="button button--quiet"
            href={`${explorerHref(view)}#assumptions`}
            data-population-without-script
          >
            {words.backToStart}
          </a>
        ) : null}
      </p>
      {live.result.birthRateIsEstimated ? <p className="small quiet">{words.estimated}</p> : null}
    </form>
  );
};

/** 前提を動かす: a form that any browser sends, and sliders where the script runs. */
export const ExplorerAssumptions = ({ view, live }: Props) => {
  const { facts, frame } = view;
  const words = view.words.assumptions;
  const year = live.content.aim?.year ?? live.projection.years.at(-1) ?? view.year;
  const total = totalIn(computedOf(live), year, 'projection') ?? 0;
  const finding = liveWords(frame.language).totals(year, wholePersons(total));
  const moved = movedTotalsPicture(facts, live, view.words);
  const { aim } = live.content;
  const drawn = {
    ...moved,
    title: finding,
    series: [
      ...moved.series,
      {
        name: words.line,
        kind: 'scenario' as const,
        points: live.result.annual.years.map((each, at) => ({
          year: each,
          value: live.result.annual.total[at] ?? 0,
        })),
      },
    ],
    bands: bandsAtSteps(live.result),
  };
  return (
    <section className="section section--ruled" aria-labelledby="assumptions">
      <h2 id="assumptions">{words.title}</h2>
      <p className="population-lead">{words.lead(live.start.series.name)}</p>
      {live.problems.size === 0 ? null : (
        <p className="notice notice--warn" data-population-until-moved>
          {words.notTaken}
        </p>
      )}
      {live.isRefused ? <p className="notice notice--warn">{words.refused}</p> : null}
      {live.from === null ? null : (
        <p className="small">
          {words.startScenario}: <span lang="ja">{live.from.title}</span>
        </p>
      )}
      <div className="population-desk">
        <h3 className="population-finding population-desk__finding" data-population-title="totals">
          {finding}
        </h3>
        <LeverForm view={view} live={live} />
        <div className="population-desk__results">
          <p className="visually-hidden" role="status" data-population-says />
          <div data-population-picture="totals">
            <ChartPair draw={populationFan} data={drawn} />
          </div>
          <Results view={view} live={live} />
          <ExplorerMovedTable view={view} live={live} />
          <p className="small quiet" data-population-stale hidden>
            {words.stale}
          </p>
          {aim === null ? null : (
            <p className="population-chance">
              {words.chance(spokenYear(view, aim.year), spokenPersons(view, aim.total))}{' '}
              <strong>
                <MovingFigure view={view} live={live} name="probability" />
              </strong>{' '}
              <span className="small quiet">{words.chanceNote}</span>
            </p>
          )}
          <p className="small quiet">{words.caution}</p>
        </div>
      </div>
    </section>
  );
};
