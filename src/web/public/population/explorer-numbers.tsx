import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import { chanceText } from '../../text/chance.ts';
import { wholePersons } from '../../text/population-names.ts';
import { countedSeries } from './explorer-facts.ts';
import { type ExplorerView, spokenPersons, spokenYear } from './explorer-view.ts';
import { expectedRange } from './figures-in-year.ts';

interface Row {
  readonly label: string;
  readonly figure: string;
  readonly detail: string;
}

const countedRows = (view: ExplorerView): readonly Row[] => {
  const words = view.words.numbers;
  const counted = countedSeries(view.facts).flatMap((one) => {
    const { years, values } = totalsOfSeries(one);
    return years.map((year, at) => ({ year, value: values[at] ?? 0 }));
  });
  const newest = counted.toSorted((a, b) => b.year - a.year)[0];
  const most = counted.toSorted((a, b) => b.value - a.value)[0];
  const row = (label: string, one: typeof newest): readonly Row[] =>
    one === undefined
      ? []
      : [{ label, figure: spokenPersons(view, one.value), detail: spokenYear(view, one.year) }];
  return [...row(words.newest, newest), ...(most?.year === newest?.year ? [] : row(words.most, most))];
};

const expectedRow = (view: ExplorerView): readonly Row[] => {
  const words = view.words.numbers;
  const range = expectedRange(view.figures);
  if (range === null) return [];
  const [least, most] = [wholePersons(range.least), wholePersons(range.most)];
  const figure = view.words.persons(least === most ? least : words.from(least, most));
  return [{ label: words.expected(spokenYear(view, view.year)), figure, detail: '' }];
};

const aimRows = (view: ExplorerView): readonly Row[] => {
  const words = view.words.numbers;
  const { aim } = view.facts;
  const probability = view.live?.still.aim?.probability;
  if (aim === null) return [];
  const target: Row = {
    label: words.aim,
    figure: spokenPersons(view, aim.total),
    detail: spokenYear(view, aim.year),
  };
  return probability === undefined
    ? [target]
    : [
        target,
        {
          label: words.chance,
          figure: chanceText(probability, view.frame.language),
          detail: words.chanceDetail,
        },
      ];
};

/** The numbers to take away, beside the picture. */
export const ExplorerNumbers = ({ view }: { readonly view: ExplorerView }) => (
  <dl className="facts">
    {[...countedRows(view), ...expectedRow(view), ...aimRows(view)].map(({ label, figure, detail }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          {figure}
          {detail === '' ? null : <span className="small quiet">{detail}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
