import { populationPyramid } from '../../../charts/population-pyramid.ts';
import { summarise } from '../../../domain/demography/summary.ts';
import { ChartPair } from '../../components/chart-pair.tsx';
import { PyramidPlayer } from '../../components/population/pyramid-player.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { percentText } from '../../islands/population/live-figures.ts';
import type { PyramidFrame } from '../../islands/population/live-input.ts';
import { liveWords } from '../../islands/population/live-words.ts';
import { wholePersons } from '../../text/population-names.ts';
import { tableLabel } from '../../text/table-label.ts';
import { frameOfYear, type PyramidFrames } from './explorer-frames.ts';
import { pyramidPicture } from './explorer-pictures.ts';
import { type ExplorerView, explorerHref } from './explorer-view.ts';
import { KeptChoices } from './kept-choices.tsx';

interface Props {
  readonly view: ExplorerView;
  readonly pyramid: PyramidFrames;
}

const yearOf = (asked: string | undefined): number | null =>
  asked !== undefined && /^\d{4}$/.test(asked) ? Number(asked) : null;

/** Said by the address, where no year is compared with. */
const noYear = 'none';

/** The year asked for, else the last; the year compared with, else the newest that was counted. */
export const shownFrames = (
  { frames }: PyramidFrames,
  query: ReadonlyMap<string, string>,
): { readonly shown: PyramidFrame; readonly compare: PyramidFrame | null } | null => {
  const last = frames.at(-1);
  if (last === undefined) return null;
  const shown = frameOfYear(frames, yearOf(query.get('year')) ?? last.year) ?? last;
  const counted = frames.findLast(({ moves, year }) => !moves && year < shown.year);
  const asked = yearOf(query.get('compare'));
  const compare = query.has('compare') ? frameOfYear(asked === null ? [] : frames, asked ?? 0) : counted;
  return { shown, compare: compare === undefined || compare.year === shown.year ? null : compare };
};

const ChoiceForm = ({
  view,
  pyramid,
  shown,
  compare,
}: Props & { readonly shown: PyramidFrame; readonly compare: PyramidFrame | null }) => {
  const words = view.words.pyramid;
  const years = pyramid.frames.map(({ year, name }) => (
    <option key={year} value={year}>
      {name}
    </option>
  ));
  return (
    <form className="population-choice no-print" method="get" action={`${explorerHref(view)}#pyramid`}>
      <KeptChoices query={view.query} without={['year', 'compare', 'series']} />
      <p className="population-choice__field">
        <label htmlFor="choose-year">{view.words.year}</label>
        <select
          className="input"
          id="choose-year"
          name="year"
          defaultValue={String(shown.year)}
          data-population-choose-year
        >
          {years}
        </select>
      </p>
      <p className="population-choice__field">
        <label htmlFor="choose-compare">{words.compare}</label>
        <select
          className="input"
          id="choose-compare"
          name="compare"
          defaultValue={compare === null ? noYear : String(compare.year)}
        >
          <option value={noYear}>{words.noCompare}</option>
          {years}
        </select>
      </p>
      {pyramid.futures.length < 2 ? null : (
        <p className="population-choice__field">
          <label htmlFor="choose-series">{words.future}</label>
          <select className="input" id="choose-series" name="series" defaultValue={pyramid.future}>
            {pyramid.futures.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      <button type="submit" className="button button--quiet">
        {words.show}
      </button>
    </form>
  );
};

/** Columns of a year; `of` names its figures for the script, which shows other years in their place. */
const columnsOf = (frame: PyramidFrame, of: 'pyramid' | 'compare', { words }: ExplorerView) =>
  [
    { side: 'male', name: words.pyramid.male, value: (at: number) => frame.male[at] ?? 0 },
    { side: 'female', name: words.pyramid.female, value: (at: number) => frame.female[at] ?? 0 },
    {
      side: 'both',
      name: words.pyramid.both,
      value: (at: number) => (frame.male[at] ?? 0) + (frame.female[at] ?? 0),
    },
  ].map((column) => ({ ...column, key: `${of}:${column.side}` }));

const AgeTable = ({
  view,
  ages,
  shown,
  compare,
}: {
  readonly view: ExplorerView;
  readonly ages: readonly string[];
  readonly shown: PyramidFrame;
  readonly compare: PyramidFrame | null;
}) => {
  const { words } = view;
  const frames = [
    { of: 'pyramid' as const, frame: shown },
    ...(compare === null ? [] : [{ of: 'compare' as const, frame: compare }]),
  ];
  const columns = frames.flatMap(({ of, frame }) => columnsOf(frame, of, view));
  return (
    <TableScroll label={tableLabel(words.pyramid.title, view.frame.language)}>
      <table className="table population-ages">
        <caption className="visually-hidden">{words.pyramid.title}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.pyramid.age}
            </th>
            {frames.map(({ of, frame }) => (
              <th key={of} scope="colgroup" colSpan={3} data-population-figure={`${of}:name`}>
                {frame.name}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ages.map((age, at) => (
            <tr key={age}>
              <th scope="row" className="table__nowrap">
                {age}
              </th>
              {columns.map(({ key, value }) => (
                <td key={key} className="number" data-population-figure={`${key}:${at}`}>
                  {wholePersons(value(at))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** 人口ピラミッド: a year beside another, and a player where the script runs. */
export const ExplorerPyramid = ({ view, pyramid }: Props) => {
  const { words, frame, query } = view;
  const chosen = shownFrames(pyramid, query);
  if (chosen === null) return null;
  const { shown, compare } = chosen;
  const { agedShare } = summarise(shown, pyramid.ages);
  const finding = liveWords(frame.language).pyramid(shown.name, percentText(agedShare));
  const picture = { ...pyramidPicture(pyramid, shown, compare, words), title: finding };
  return (
    <section className="section section--ruled" aria-labelledby="pyramid">
      <h2 id="pyramid">{words.pyramid.title}</h2>
      <p className="population-finding" data-population-title="pyramid">
        {finding}
      </p>
      <ChoiceForm view={view} pyramid={pyramid} shown={shown} compare={compare} />
      <PyramidPlayer
        years={pyramid.frames.map(({ year }) => year)}
        year={shown.year}
        words={{ ...words.pyramid.player, year: words.pyramid.yearOnly }}
      />
      <figure data-population-picture="pyramid">
        <ChartPair draw={populationPyramid} data={picture} />
      </figure>
      <details className="population-table">
        <summary>{words.table}</summary>
        <AgeTable view={view} ages={picture.ages} shown={shown} compare={compare} />
        <p className="small quiet">{words.pyramid.rounding}</p>
      </details>
    </section>
  );
};
