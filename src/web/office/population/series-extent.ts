import type { SeriesWithTables } from '../../../domain/population/series.ts';
import { wholeTown } from '../../../domain/population/series.ts';

/** 1980～2020年（9時点）: the days of which the whole town is known. */
export const yearsInWords = ({ tables }: Pick<SeriesWithTables, 'tables'>): string => {
  const years = tables
    .filter(({ areaKey }) => areaKey === wholeTown)
    .map(({ date }) => Number(date.slice(0, 4)))
    .toSorted((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '―';
  return first === last ? `${first}年` : `${first}～${last}年（${years.length}時点）`;
};

/** How finely the finest table tells: 男女・年齢別, 年齢別, 総数だけ; and whether there are districts. */
export const depthInWords = ({ tables }: Pick<SeriesWithTables, 'tables'>): string => {
  const bySex = tables.some(({ counts }) => counts.male !== null);
  const classes = Math.max(0, ...tables.map(({ counts }) => counts.ages.length));
  const areas = new Set(tables.flatMap(({ areaKey }) => (areaKey === wholeTown ? [] : [areaKey]))).size;
  return [
    classes === 0 ? '総数だけ' : `${bySex ? '男女・' : ''}年齢${classes}区分`,
    ...(areas === 0 ? [] : [`${areas}地区`]),
  ].join('、');
};
