import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import { wholePersons } from '../../text/population-names.ts';
import { countedSeries } from './explorer-facts.ts';
import { type ExplorerView, spokenPersons, spokenYear } from './explorer-view.ts';
import { expectedRange } from './figures-in-year.ts';

/** The page's finding: what is expected of the year, beside the aim. */
export const headlineOf = (view: ExplorerView): string => {
  const { words, figures, year, facts } = view;
  const range = expectedRange(figures);
  const name = spokenYear(view, year);
  const said = (value: number): string => spokenPersons(view, value);
  const [known] = figures;
  const expected =
    range === null
      ? known === undefined
        ? words.ofYear.none(name)
        : words.headline.counted(name, said(known.value))
      : Math.round(range.least) === Math.round(range.most)
        ? words.headline.one(name, said(range.least))
        : words.headline.range(name, wholePersons(range.least), wholePersons(range.most));
  return `${expected}${facts.aim?.year === year ? words.headline.aim(said(facts.aim.total)) : ''}`;
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
  return words.leadCounted(
    spokenYear(view, peak.year),
    spokenPersons(view, peak.value),
    spokenYear(view, last.year),
    spokenPersons(view, last.value),
  );
};
