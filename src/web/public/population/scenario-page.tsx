import { listSeries, loadSeries } from '../../../db/read-population.ts';
import { findPublication, loadEditions, loadEntries } from '../../../db/read-publication.ts';
import { listIndicatorsOnScenario } from '../../../db/read-scenario-indicators.ts';
import type { PublicTx } from '../../../db/tenant.ts';
import { totalsOfSeries } from '../../../domain/population/totals-of-series.ts';
import { href } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { PublicLayout } from '../../components/public-layout.tsx';
import { scenarioPageWords } from '../../text/scenario-page.ts';
import type { PublicPage } from '../page.ts';
import { ScenarioAges } from './scenario-ages.tsx';
import { ScenarioAssumptions } from './scenario-assumptions.tsx';
import { type CountedTotals, type ScenarioEditionProps, scenarioHref } from './scenario-edition.ts';
import { scenarioFinding } from './scenario-finding.ts';
import { ScenarioData, ScenarioEditions, ScenarioIndicators, ScenarioSources } from './scenario-record.tsx';
import { ScenarioTotals } from './scenario-totals.tsx';

const ScenarioPage = (props: ScenarioEditionProps) => {
  const { frame, publication, editions } = props;
  const { language } = frame;
  const words = scenarioPageWords(language);
  const finding = scenarioFinding(publication, language).join(language === 'ja' ? '' : ' ');
  const { key, title, edition, content } = publication;
  const isNewest = editions[0]?.edition === edition;
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={finding}
      section="population"
      crumbs={[
        { label: words.population, href: href(frame, '/population') },
        { label: title, lang: 'ja' },
      ]}
      record={{ updatedAt: publication.publishedAt }}
      noIndex={!isNewest}
    >
      <PageHead title={title} kicker={<span lang={language}>{words.kicker}</span>} lang="ja" />
      {isNewest ? null : (
        <p className="notice">
          {words.former(edition)} <a href={scenarioHref(frame, key)}>{words.newest}</a>
        </p>
      )}
      <div className="stack">
        <p className="finding phrase">{finding}</p>
        {content.description === '' ? null : (
          <p className="prose" lang="ja">
            {content.description}
          </p>
        )}
        <p className="quiet small">{words.lead}</p>
      </div>
      <ScenarioTotals {...props} />
      <ScenarioAges {...props} />
      <ScenarioAssumptions {...props} />
      <ScenarioSources {...props} />
      <ScenarioIndicators {...props} />
      <ScenarioEditions {...props} />
      <ScenarioData {...props} />
    </PublicLayout>
  );
};

/** The census the town shows, where it shows one: what was counted, beside what is expected. */
const readCounted = async (tx: PublicTx): Promise<CountedTotals | null> => {
  const census = (await listSeries(tx)).filter(({ kind }) => kind === 'census');
  if (census.length === 0) return null;
  const loaded = await loadSeries(tx, { seriesKeys: census.map(({ seriesKey }) => seriesKey) });
  // A series of districts only has no totals of the town.
  const found = loaded
    .map((each) => ({ name: each.series.name, ...totalsOfSeries(each) }))
    .find(({ years }) => years.length > 0);
  return found ?? null;
};

/** One published 人口シナリオ: what it comes to, on which assumptions, from which figures; every edition. */
export const scenarioPage: PublicPage = {
  path: '/population/scenarios/:key',
  query: ['edition', 'year'],
  answer: async ({ tx, frame, param, query }) => {
    const asked = query.get('edition');
    if (asked !== undefined && !/^[1-9]\d{0,8}$/.test(asked)) return { kind: 'missing' };
    const publication = await findPublication(tx, {
      kind: 'population-scenario',
      key: param('key'),
      edition: asked === undefined ? null : Number(asked),
    });
    if (publication === null) return { kind: 'missing' };
    return {
      kind: 'page',
      element: (
        <ScenarioPage
          frame={frame}
          publication={publication}
          years={await loadEntries(tx, publication)}
          editions={await loadEditions(tx, publication)}
          counted={await readCounted(tx)}
          indicators={await listIndicatorsOnScenario(tx, publication.key)}
          askedYear={query.get('year')}
        />
      ),
    };
  },
};
