import { readIndicators } from '../../app/indicator/read-indicators.ts';
import { startOfDayInJapan } from '../../app/japan-date.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { listPublishedSeries, type PublishedSeries } from '../../db/read-population-totals.ts';
import { loadPublications, type Publication } from '../../db/read-publication.ts';
import type { PublicTx } from '../../db/tenant.ts';
import { href, type TownFrame, townName } from '../components/frame.ts';
import { indicatorHref, planHref } from '../components/plan-view.ts';
import { publicationPaths } from '../publication-paths.ts';
import { formatYear } from '../text/dates.ts';
import { formatTarget } from '../text/figures.ts';
import { openDataWords } from '../text/open-data.ts';
import { type AtomEntry, atomXml } from './atom.ts';
import type { PublicPage } from './page.ts';
import { type ScenarioPublication, scenarioHref } from './population/scenario-edition.ts';

/** As many as a reader who looks in once a month needs. */
const mostEntries = 50;

const later = (a: string, b: string): string => (a > b ? a : b);

/** A version is news on the day it comes into force, or when it was published, if that was later. */
const revisionEntries = (frame: TownFrame): AtomEntry[] =>
  frame.revisions.flatMap((row) => {
    const plan = frame.plans.find(({ planKey }) => planKey === row.planKey);
    if (plan === undefined || row.effectiveOn === null || row.publishedAt === null) return [];
    // A first version has nothing to be compared with.
    const earlier = frame.revisions.some(
      (other) => other.planKey === row.planKey && other.revision < row.revision,
    );
    return [
      {
        identity: [frame.town.municipality, 'revision', row.planKey, String(row.revision)],
        title: openDataWords(frame.language).feedEntries.revision(row.title, row.label),
        updated: later(startOfDayInJapan(row.effectiveOn), row.publishedAt),
        href: earlier
          ? href(frame, `/history?plan=${encodeURIComponent(plan.slug)}&revision=${row.revision}`)
          : `${planHref(frame, plan.slug)}?revision=${row.revision}`,
        summary: row.reason,
      },
    ];
  });

const valueEntries = (frame: TownFrame, { indicator, values }: LoadedIndicator): AtomEntry[] => {
  const newest = values.map(({ updatedAt }) => updatedAt).reduce(later, '');
  if (newest === '') return [];
  return [
    {
      // A later publication or correction is another entry.
      identity: [frame.town.municipality, 'values', indicator.indicatorKey, newest],
      title: openDataWords(frame.language).feedEntries.values(indicator.name),
      updated: newest,
      href: indicatorHref(frame, indicator.indicatorKey),
      summary: '',
    },
  ];
};

const targetEntries = (frame: TownFrame, loaded: LoadedIndicator): AtomEntry[] =>
  loaded.targets.flatMap((target) => {
    // Newest first: what held just before.
    const former = loaded.formerTargets.find(({ fiscalYear }) => fiscalYear === target.fiscalYear);
    if (former === undefined) return [];
    const { indicator } = loaded;
    const words = openDataWords(frame.language).feedEntries;
    const change = words.change(
      formatTarget(former, indicator, frame.language),
      formatTarget(target, indicator, frame.language),
    );
    return [
      {
        identity: [
          frame.town.municipality,
          'target',
          indicator.indicatorKey,
          `${target.fiscalYear}`,
          `${target.seq}`,
        ],
        title: words.target(indicator.name, formatYear(target.fiscalYear, frame.language)),
        updated: target.setOn === null ? loaded.updatedAt : startOfDayInJapan(target.setOn),
        href: indicatorHref(frame, indicator.indicatorKey),
        summary: [change, target.reason].filter((part) => part !== '').join(' — '),
      },
    ];
  });

/** A correction is news of its own, with its reason. */
const publicationEntries = (frame: TownFrame, all: readonly Publication[]): AtomEntry[] =>
  all.map(({ kind, key, edition, fiscalYear, title, reason, publishedAt }) => {
    return {
      identity: [frame.town.municipality, 'publication', kind, key, String(edition)],
      title: openDataWords(frame.language).feedEntries.publication(title),
      updated: publishedAt,
      href: href(
        frame,
        `/${publicationPaths[kind]}/${fiscalYear}${kind === 'evaluation' ? `?round=${encodeURIComponent(key)}` : ''}`,
      ),
      summary: reason,
    };
  });

/** A series that changed is news again; an edition of a scenario is news once, with its reason. */
const populationEntries = (
  frame: TownFrame,
  series: readonly PublishedSeries[],
  scenarios: readonly ScenarioPublication[],
): AtomEntry[] => {
  const words = openDataWords(frame.language).feedEntries;
  return [
    ...series.map(({ seriesKey, name, source, updatedAt }) => ({
      identity: [frame.town.municipality, 'population', seriesKey, updatedAt],
      title: words.series(name),
      updated: updatedAt,
      href: href(frame, '/population'),
      summary: source,
    })),
    ...scenarios.map(({ kind, key, edition, title, reason, publishedAt }) => ({
      identity: [frame.town.municipality, 'publication', kind, key, String(edition)],
      title: words.scenario(title),
      updated: publishedAt,
      href: scenarioHref(frame, key, edition),
      summary: reason,
    })),
  ];
};

const readPublications = async (tx: PublicTx, frame: TownFrame): Promise<readonly Publication[]> =>
  frame.hasEvaluations
    ? [
        ...(await loadPublications(tx, 'evaluation')),
        ...(await loadPublications(tx, 'budget')),
        ...(await loadPublications(tx, 'implementation-plan')),
      ]
    : [];

/** 更新情報: revisions in force, values published, targets changed, evaluations, budgets and population published. */
export const feedPage: PublicPage = {
  path: '/feed.xml',
  answer: async ({ tx, frame }) => {
    const indicators = await readIndicators(tx, undefined, { breakdowns: false });
    const entries = [
      ...revisionEntries(frame),
      ...publicationEntries(frame, await readPublications(tx, frame)),
      ...(frame.hasPopulation
        ? populationEntries(
            frame,
            await listPublishedSeries(tx),
            await loadPublications(tx, 'population-scenario'),
          )
        : []),
      ...indicators.flatMap((loaded) => [...valueEntries(frame, loaded), ...targetEntries(frame, loaded)]),
    ]
      .toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
      .slice(0, mostEntries);
    const { town, t } = frame;
    const licence = town.settings.openData.licence;
    return {
      kind: 'document',
      contentType: 'application/atom+xml; charset=utf-8',
      body: atomXml({
        identity: [town.municipality, 'feed', frame.language],
        language: frame.language,
        title: `${townName(frame)} ${t.footer.feed}`,
        author: townName(frame),
        rights: frame.language === 'en' ? licence.nameEn : licence.name,
        updated: town.updatedAt,
        selfHref: href(frame, '/feed.xml'),
        pageHref: href(frame),
        entries,
      }),
    };
  },
};
