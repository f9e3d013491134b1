import { ageShares } from '../../../charts/age-shares.ts';
import type { ChartWidth } from '../../../charts/line-chart.ts';
import { type PopulationFanData, populationFan } from '../../../charts/population-fan.ts';
import { type PopulationPyramidData, populationPyramid } from '../../../charts/population-pyramid.ts';
import { annualTotals } from '../../../domain/demography/interpolate/annual.ts';
import { summarise } from '../../../domain/demography/summary.ts';
import { wholeNumber } from '../../../domain/kernel/whole-number.ts';
import { yearSpokenOf } from '../../../domain/population/total-in.ts';
import { type Computed, percentText, summaryIn, totalIn } from './live-figures.ts';
import type { LiveInput } from './live-input.ts';
import { liveWords } from './live-words.ts';
import { shownPyramid } from './shown-pyramid.ts';

export type PictureName = 'totals' | 'pyramid' | 'ages';

/** A picture laid out for one width, or only its finding. */
export interface DrawnPicture {
  readonly title: string;
  readonly svg: (width: ChartWidth) => string | null;
}

const suffixes: Readonly<Record<ChartWidth, string>> = { 320: 'n', 640: 'w' };

const drawnWith =
  <D extends { readonly id: string }>(draw: (data: D, width: ChartWidth) => string | null, data: D) =>
  (width: ChartWidth): string | null =>
    draw({ ...data, id: `${data.id}-${suffixes[width]}` }, width);

const totals = (input: LiveInput, data: PopulationFanData, computed: Computed): DrawnPicture => {
  const { projection, content, result } = computed;
  const { years, total } = annualTotals(projection, content.interpolation, false);
  const year = yearSpokenOf(content.aim, projection.years);
  const title = liveWords(input.language).totals(
    year,
    wholeNumber(totalIn(computed, year, 'projection') ?? 0),
  );
  const points = years.map((each, at) => ({ year: each, value: total[at] ?? 0 }));
  return {
    title,
    svg: drawnWith(populationFan, {
      ...data,
      title,
      series: [...data.series, { name: input.scenarioName, kind: 'scenario', points }],
      // Between the steps the range follows from its ends.
      bands: result?.bands
        .filter((band) => projection.years.includes(band.year))
        .map(({ year: each, half, eighty }) => ({ year: each, half, eighty })),
      aim:
        content.aim === null
          ? null
          : { name: data.aim?.name ?? '', year: content.aim.year, total: content.aim.total },
    }),
  };
};

const pyramid = (
  input: LiveInput,
  data: PopulationPyramidData,
  computed: Computed,
  year: number,
): DrawnPicture => {
  const { shown, compare } = shownPyramid(input, data, computed, year);
  const { agedShare } = summarise(shown, input.frameAges ?? computed.ages);
  const title = liveWords(input.language).pyramid(shown.name, percentText(agedShare));
  return {
    title,
    svg: drawnWith(populationPyramid, {
      ...data,
      title,
      male: shown.male,
      female: shown.female,
      compare,
      words: { ...data.words, shown: shown.name },
    }),
  };
};

const ages = (input: LiveInput, data: NonNullable<LiveInput['ages']>, computed: Computed): DrawnPicture => {
  const splitsAged = data.groups.length > 3;
  const rows = data.rows.map((row) => {
    const summary = row.projected ? summaryIn(computed, row.year) : null;
    if (summary === null || summary.total === 0) return row;
    const { children, workingAge, aged, agedFrom75, total } = summary;
    const groups = splitsAged
      ? [children, workingAge, aged - agedFrom75, agedFrom75]
      : [children, workingAge, aged];
    return { ...row, shares: groups.map((persons) => (100 * persons) / total) };
  });
  const last = computed.projection.years.at(-1) ?? 0;
  const title = liveWords(input.language).ages(last, percentText(summaryIn(computed, last)?.agedShare ?? 0));
  return { title, svg: drawnWith(ageShares, { ...data, title, rows }) };
};

/** null where the page has no such picture. */
export const pictureOf = (
  name: PictureName,
  input: LiveInput,
  computed: Computed,
  year: number,
): DrawnPicture | null => {
  if (name === 'totals') return input.totals === null ? null : totals(input, input.totals, computed);
  if (name === 'pyramid')
    return input.pyramid === null ? null : pyramid(input, input.pyramid, computed, year);
  return input.ages === null ? null : ages(input, input.ages, computed);
};
