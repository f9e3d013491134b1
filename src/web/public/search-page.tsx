import { readIndicators } from '../../app/indicator/read-indicators.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { loadEntries, loadPublications } from '../../db/read-publication.ts';
import type { PublicTx } from '../../db/tenant.ts';
import type { PublishedSheet } from '../../domain/evaluation/publication.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { walkTree } from '../../domain/plan/tree.ts';
import { type FramePlan, href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { indicatorHref, itemHref, levelName, type PlanView, planView } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { evaluationWords } from '../text/evaluation.ts';
import { homePopulationWords } from '../text/home-population.ts';
import { type EvaluationPublication, newestOfProgrammes, subjectHref } from './evaluation/chosen-round.ts';
import type { PublicPage } from './page.ts';
import { foldText, searchText, splitWords } from './plan-filter.ts';
import { loadPlansInForce } from './plans-in-force.ts';
import { type FoundPopulation, findPopulation } from './population/search-population.ts';

interface FoundItem {
  readonly plan: FramePlan;
  readonly view: PlanView;
  readonly item: PlanItem;
}

interface Props {
  readonly frame: TownFrame;
  readonly words: string;
  readonly items: readonly FoundItem[];
  readonly indicators: readonly LoadedIndicator[];
  /** Of the newest published evaluation. */
  readonly programmes: {
    readonly round: EvaluationPublication;
    readonly found: readonly PublishedSheet[];
  } | null;
  readonly population: readonly FoundPopulation[];
}

const mostShown = 100;

/** The words in the title weigh most, then the desired state. */
const rank = (item: PlanItem, words: readonly string[]): number => {
  const has = (text: string): boolean => words.every((word) => foldText(text).includes(word));
  if (has(item.title)) return 0;
  return has(item.desiredState) ? 1 : 2;
};

/** About eighty characters around the first word. */
const excerpt = (item: PlanItem, words: readonly string[]): string => {
  const text = [item.desiredState, item.currentState, item.issue, item.approach].filter(Boolean).join(' ');
  const at = Math.max(0, foldText(text).indexOf(words[0] ?? ''));
  const from = Math.max(0, at - 30);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 90)}${text.length > from + 90 ? '…' : ''}`;
};

const FoundInPopulation = ({ frame, population }: Pick<Props, 'frame' | 'population'>) =>
  population.length === 0 ? null : (
    <section className="search-group" aria-labelledby="found-population">
      <h2 id="found-population">{homePopulationWords(frame.language).title}</h2>
      <ul className="results">
        {population.map((found) => (
          <li key={found.href} lang={found.lang}>
            <a href={found.href}>{found.name}</a>
            {found.text === '' ? null : <p className="quiet">{found.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );

const Results = ({ frame, words, items, indicators, programmes, population }: Props) => {
  const { t } = frame;
  const count = items.length + indicators.length + (programmes?.found.length ?? 0) + population.length;
  if (count === 0) return <p className="section">{t.search.none}</p>;
  return (
    <>
      <p className="section" role="status">
        {t.search.found(count)}
      </p>
      {indicators.length === 0 ? null : (
        <section className="search-group" aria-labelledby="found-indicators">
          <h2 id="found-indicators">{t.search.indicators}</h2>
          <ul className="results" lang="ja">
            {indicators.map(({ indicator }) => (
              <li key={indicator.indicatorKey}>
                <a href={indicatorHref(frame, indicator.indicatorKey)}>{indicator.name}</a>
                <p className="quiet">{indicator.definition}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FoundInPopulation frame={frame} population={population} />
      {items.length === 0 ? null : (
        <section className="search-group" aria-labelledby="found-items">
          <h2 id="found-items">{t.search.items}</h2>
          <ul className="results" lang="ja">
            {items.slice(0, mostShown).map(({ plan, view, item }) => (
              <li key={`${plan.planKey} ${item.itemKey}`}>
                <a href={itemHref(frame, plan.slug, item.itemKey)}>{item.title}</a>
                <p className="quiet">{excerpt(item, splitWords(words))}</p>
                <p className="source">
                  {plan.title}　{levelName(view, item, frame)}
                </p>
              </li>
            ))}
          </ul>
          {items.length > mostShown ? <p className="quiet">{t.search.more(mostShown)}</p> : null}
        </section>
      )}
      {programmes === null || programmes.found.length === 0 ? null : (
        <section className="search-group" aria-labelledby="found-programmes">
          <h2 id="found-programmes">{evaluationWords(frame.language).programmes}</h2>
          <ul className="results" lang="ja">
            {programmes.found.slice(0, mostShown).map((sheet) => (
              <li key={sheet.subjectKey}>
                <a href={subjectHref(frame, programmes.round, sheet.subjectKey, [])}>{sheet.name}</a>
                <p className="quiet">{sheet.intent}</p>
                <p className="source">{programmes.round.title}</p>
              </li>
            ))}
          </ul>
          {programmes.found.length > mostShown ? <p className="quiet">{t.search.more(mostShown)}</p> : null}
        </section>
      )}
    </>
  );
};

const SearchPage = (props: Props) => {
  const { frame, words } = props;
  const { t } = frame;
  const title = words === '' ? t.search.title : t.search.for(words);
  return (
    <PublicLayout
      frame={frame}
      title={title}
      section="search"
      crumbs={[
        { label: t.search.title, ...(words === '' ? {} : { href: href(frame, '/search') }) },
        ...(words === '' ? [] : [{ label: words }]),
      ]}
      noIndex
    >
      <PageHead title={title} />
      <SearchForm frame={frame} value={words} />
      {words === '' ? <p className="section">{t.search.empty}</p> : <Results {...props} />}
    </PublicLayout>
  );
};

/** Programmes of the newest published evaluation in whose name, purpose or means every word stands. */
const findProgrammes = async (
  tx: PublicTx,
  frame: TownFrame,
  words: readonly string[],
): Promise<Props['programmes']> => {
  if (!frame.hasEvaluations) return null;
  const round = newestOfProgrammes(await loadPublications(tx, 'evaluation'));
  if (round === undefined) return null;
  const found = (await loadEntries(tx, round)).filter(({ name, intent, means, number }) =>
    words.every((word) => foldText(`${number} ${name} ${intent} ${means}`).includes(word)),
  );
  return { round, found };
};

export const searchPage: PublicPage = {
  path: '/search',
  query: ['q'],
  answer: async ({ tx, frame, query }) => {
    const typed = query.get('q') ?? '';
    const words = splitWords(typed);
    if (words.length === 0) {
      return {
        kind: 'page',
        element: (
          <SearchPage frame={frame} words="" items={[]} indicators={[]} programmes={null} population={[]} />
        ),
      };
    }
    const items = (await loadPlansInForce(tx, frame))
      .flatMap(({ plan, loaded }) => {
        const view = planView(plan.slug, loaded);
        return [...walkTree(view.tree)]
          .filter((node) => !node.again && words.every((word) => searchText(node.item).includes(word)))
          .map((node): FoundItem => ({ plan, view, item: node.item }));
      })
      .sort((a, b) => rank(a.item, words) - rank(b.item, words));
    const indicators = (await readIndicators(tx, undefined, { breakdowns: false })).filter(({ indicator }) =>
      words.every((word) => foldText(`${indicator.name} ${indicator.definition}`).includes(word)),
    );
    return {
      kind: 'page',
      element: (
        <SearchPage
          frame={frame}
          words={typed}
          items={items}
          indicators={indicators}
          programmes={await findProgrammes(tx, frame, words)}
          population={await findPopulation(tx, frame, words)}
        />
      ),
    };
  },
};
