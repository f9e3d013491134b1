import { listPublishedSeries } from '../../../db/read-population-totals.ts';
import { loadPublications } from '../../../db/read-publication.ts';
import type { PublicTx } from '../../../db/tenant.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { homePopulationWords } from '../../text/home-population.ts';
import { foldText } from '../plan-filter.ts';
import { scenarioHref } from './scenario-edition.ts';

/** A page about population in which every word stands. */
export interface FoundPopulation {
  readonly href: string;
  readonly name: string;
  /** ja: the town's own words */
  readonly lang: 'ja' | undefined;
  readonly text: string;
}

/** What somebody may look for who wants the page of population, besides the names of its series. */
const alsoCalled = '人口ビジョン 将来人口 推計 ピラミッド 少子化 高齢化 世帯 population projection';

/** The page of population, by its names and those of its series; scenarios by their names and descriptions. */
export const findPopulation = async (
  tx: PublicTx,
  frame: TownFrame,
  words: readonly string[],
): Promise<readonly FoundPopulation[]> => {
  if (!frame.hasPopulation) return [];
  const own = homePopulationWords(frame.language);
  const names = (await listPublishedSeries(tx)).map(({ name }) => name);
  const says = (text: string): boolean => words.every((word) => foldText(text).includes(word));
  const scenarios = await loadPublications(tx, 'population-scenario');
  return [
    ...(says(`${own.title} ${own.more} ${alsoCalled} ${names.join(' ')}`)
      ? [{ href: href(frame, '/population'), name: own.more, lang: undefined, text: '' }]
      : []),
    ...scenarios
      .filter(({ title, content }) => says(`${own.title} ${title} ${content.description}`))
      .map(({ key, title, content }) => ({
        href: scenarioHref(frame, key),
        name: title,
        lang: 'ja' as const,
        text: content.description,
      })),
  ];
};
