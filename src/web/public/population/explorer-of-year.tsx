import { dotChart } from '../../../charts/dot-chart.ts';
import type { PopulationSeries } from '../../../domain/population/series.ts';
import { ChartPair } from '../../components/chart-pair.tsx';
import { sourceDate } from '../../components/source-note.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { personsMore, wholePersons } from '../../text/population-names.ts';
import { tableLabel } from '../../text/table-label.ts';
import { yearsOf } from './explorer-facts.ts';
import { figuresPicture } from './explorer-pictures.ts';
import { type ExplorerView, explorerHref, spokenPersons, spokenYear } from './explorer-view.ts';
import type { SourcedFigure } from './figures-in-year.ts';
import { KeptChoices } from './kept-choices.tsx';
import { scenarioHref } from './scenario-edition.ts';

const YearForm = ({ view }: { readonly view: ExplorerView }) => {
  const { words, facts, query, year } = view;
  const range = yearsOf(facts);
  if (range === null) return null;
  const years = Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);
  return (
    <form className="population-choice no-print" method="get" action={`${explorerHref(view)}#of-year`}>
      <KeptChoices query={query} without={['in']} />
      <p className="population-choice__field">
        <label htmlFor="choose-in">{words.ofYear.choose}</label>
        <select className="input" id="choose-in" name="in" defaultValue={String(year)}>
          {years.map((each) => (
            <option key={each} value={each}>
              {spokenYear(view, each)}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" className="button button--quiet">
        {words.ofYear.show}
      </button>
    </form>
  );
};

const howFound = ({ of, between }: SourcedFigure, { words }: ExplorerView): string => {
  if (of === 'scenario')
    return between === null ? words.ofYear.scenarioStep : words.ofYear.scenario(...between);
  return between === null ? words.ofYear.asPublished : words.ofYear.between(...between);
};

const SeriesName = ({ series, view }: { readonly series: PopulationSeries; readonly view: ExplorerView }) => (
  <>
    <span lang="ja">{series.name}</span>
    <span className="population-note">
      {view.words.ofYear.publishedOn(series.publisher, sourceDate(series.publishedOn, view.frame.language))}
    </span>
  </>
);

const FigureRow = ({ figure, view }: { readonly figure: SourcedFigure; readonly view: ExplorerView }) => {
  const { facts, frame, words, year } = view;
  const aim = facts.aim?.year === year ? facts.aim : null;
  return (
    <tr>
      <th scope="row" className="population-sources__name">
        {figure.of === 'scenario' ? (
          <>
            <a href={scenarioHref(frame, figure.scenario.key)} lang="ja">
              {figure.scenario.title}
            </a>
            {figure.range === null ? null : (
              <span className="population-note">
                {words.assumptions.range} {wholePersons(figure.range[0])}
                {words.assumptions.to}
                {wholePersons(figure.range[1])}
              </span>
            )}
          </>
        ) : (
          <SeriesName series={figure.series} view={view} />
        )}
      </th>
      <td className="number population-sources__total">{wholePersons(figure.value)}</td>
      {aim === null ? null : <td className="number">{personsMore(figure.value - aim.total)}</td>}
      <td>{howFound(figure, view)}</td>
    </tr>
  );
};

/** 出典ごとの値: the same year as every source has it, and how each was found. */
export const ExplorerOfYear = ({ view }: { readonly view: ExplorerView }) => {
  const { facts, figures, words, year } = view;
  const name = spokenYear(view, year);
  const title = words.ofYear.title(name);
  const [least, most] = [figures[0]?.value ?? 0, figures.at(-1)?.value ?? 0];
  const finding =
    figures.length === 0
      ? words.ofYear.none(name)
      : figures.length === 1
        ? words.ofYear.findingOne(name)
        : words.ofYear.finding(name, figures.length, spokenPersons(view, most - least));
  return (
    <section className="section section--ruled" aria-labelledby="of-year">
      <h2 id="of-year">{title}</h2>
      <p className="population-finding">{finding}</p>
      <p className="population-lead">{words.ofYear.lead}</p>
      <YearForm view={view} />
      {figures.length < 2 ? null : (
        <figure className="population-dots">
          <ChartPair draw={dotChart} data={figuresPicture(figures, finding, words)} />
          <figcaption className="small quiet">{words.ofYear.chartNote}</figcaption>
        </figure>
      )}
      {figures.length === 0 ? null : (
        <TableScroll label={tableLabel(title, view.frame.language)}>
          <table className="table population-sources">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.series}</th>
                <th scope="col" className="number">
                  {words.ofYear.total}
                </th>
                {facts.aim?.year === year ? (
                  <th scope="col" className="number">
                    {words.ofYear.toAim}
                  </th>
                ) : null}
                <th scope="col">{words.ofYear.how}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <FigureRow
                  key={figure.of === 'scenario' ? `scenario ${figure.scenario.key}` : figure.series.seriesKey}
                  figure={figure}
                  view={view}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
};
