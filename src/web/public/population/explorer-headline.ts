import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import { wholePersons } from '../../text/population-names.ts';
import { countedSeries } from './explorer-facts.ts';
import { type ExplorerView, spokenPersons, spokenYear } from './explorer-view.ts';
import { expectedRange, type SourcedFigure } from './figures-in-year.ts';

/** Counted, else expected by projections, else calculated by a scenario. */
const stateOf = (view: ExplorerView): string => {
  const { words, figures, year } = view;
  const name = spokenYear(view, year);
  const said = (kind: SourcedFigure['of']): string | null => {
    const found = figures.find(({ of }) => of === kind);
    return found === undefined ? null : spokenPersons(view, found.value);
  };
  const [counted, calculated] = [said('counted'), said('scenario')];
  const range = expectedRange(figures);
  if (counted !== null) return words.headline.counted(name, counted);
  if (range === null)
    return calculated === null ? words.ofYear.none(name) : words.headline.one(name, calculated);
  const [least, most] = [wholePersons(range.least), wholePersons(range.most)];
  return least === most
    ? words.headline.one(name, spokenPersons(view, range.least))
    : words.headline.range(name, least, most);
};

/** The page's finding: what is known of the year, beside the aim. */
export const headlineOf = (view: ExplorerView): string => {
  const { words, year, facts } = view;
  const aim = facts.aim?.year === year ? words.headline.aim(spokenPersons(view, facts.aim.total)) : '';
  return `${stateOf(view)}${aim}`;
};

/** How sure that is; without an aim, where the count stands. */
export const leadOf = (view: ExplorerView): string | undefined => {
  const { words, live, facts } = view;
  const { aim } = facts;
  const probability = live?.still.aim?.probability;
  if (live !== null && aim !== null && probability !== undefined) {
    const [baseline, total] = [live.start.series.name, spokenPersons(view, aim.total)];
    if (probability < 0.01) return words.leadChanceAlmost.never(baseline, total);
    if (probability > 0.99) return words.leadChanceAlmost.sure(baseline, total);
    return words.leadChance(baseline, total, String(Math.round(100 * probability)));
  }
  const counted = countedSeries(view.facts).flatMap((one) => {
    const { years, values } = totalsOfSeries(one);
    return years.map((year, at) => ({ year, value: values[at] ?? 0 }));
  });
  const last = counted.toSorted((a, b) => a.year - b.year).at(-1);
  const peak = counted.toSorted((a, b) => b.value - a.value)[0];
  if (last === undefined || peak === undefined) return undefined;
  if (peak.year === last.year)
    return words.leadMostNow(spokenYear(view, last.year), spokenPersons(view, last.value));
  return words.leadCounted(
    spokenYear(view, peak.year),
    spokenPersons(view, peak.value),
    spokenYear(view, last.year),
    spokenPersons(view, last.value),
  );
};
