import { ageShares } from '../../../charts/age-shares.ts';
import type { ChartWidth } from '../../../charts/line-chart.ts';
import { type PopulationFanData, populationFan } from '../../../charts/population-fan.ts';
import { type PopulationPyramidData, populationPyramid } from '../../../charts/population-pyramid.ts';
import { annualTotals } from '../../../domain/demography/interpolate/annual.ts';
import { summarise } from '../../../domain/demography/summary.ts';
import { type Computed, percentText, personsText, summaryIn, totalIn } from './live-figures.ts';
import type { LiveInput } from './live-input.ts';
import { liveWords } from './live-words.ts';

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

/** The year the summary speaks of: that of the aim, else the last. */
export const spokenYear = ({ content, projection }: Computed): number => {
  const last = projection.years.at(-1) ?? 0;
  const { aim } = content;
  return aim !== null && aim.year >= (projection.years[0] ?? 0) && aim.year <= last ? aim.year : last;
};

const totals = (input: LiveInput, data: PopulationFanData, computed: Computed): DrawnPicture => {
  const { projection, content, result } = computed;
  const { years, total } = annualTotals(projection, content.interpolation, false);
  const year = spokenYear(computed);
  const title = liveWords(input.language).totals(
    year,
    personsText(totalIn(computed, year, 'projection') ?? 0),
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

const isPulled = ({ content }: Computed): boolean => content.levers.length > 0 || content.estates.length > 0;

/** Of a year that moves: as these assumptions give it, over an outline of what it is without them. */
const pyramid = (
  input: LiveInput,
  data: PopulationPyramidData,
  computed: Computed,
  year: number,
): DrawnPicture => {
  const words = liveWords(input.language);
  const frame = input.frames.find((each) => each.year === year);
  const at = frame?.moves === true ? computed.projection.years.indexOf(year) : -1;
  const moved = computed.projection.populations[at];
  const still = computed.baseline.populations[at];
  const shown = moved ?? frame ?? { male: data.male, female: data.female };
  const title = words.pyramid(
    frame?.name ?? data.words.shown,
    percentText(summarise(shown, computed.ages).agedShare),
  );
  const compare =
    data.compare ??
    (still !== undefined && isPulled(computed)
      ? { name: words.unchanged, male: still.male, female: still.female }
      : null);
  return {
    title,
    svg: drawnWith(populationPyramid, {
      ...data,
      title,
      male: shown.male,
      female: shown.female,
      compare,
      words: { ...data.words, shown: frame?.name ?? data.words.shown },
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
