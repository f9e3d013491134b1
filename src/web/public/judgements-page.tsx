import type { TownJudgements, YearJudgements } from '../../app/judgement/read-judgements.ts';
import { listUnits } from '../../db/read-town.ts';
import { rollUp } from '../../domain/indicator/judgement/roll-up.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import type { LevelDefinition } from '../../domain/plan/level.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { RollUpSummary } from '../components/grade-counts.tsx';
import { PageHead } from '../components/page-head.tsx';
import { newestOf } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SourceNote } from '../components/source-note.tsx';
import { formatYear } from '../text/dates.ts';
import { judgementWords } from '../text/judgement.ts';
import { readTownJudgements } from './judged-year.ts';
import { JudgementComparison } from './judgements-comparison.tsx';
import { type Grouping, itemNames, JudgementGroups } from './judgements-groups.tsx';
import { JudgementList, JudgementScheme } from './judgements-list.tsx';
import type { PublicPage } from './page.ts';
import { loadPlansInForce } from './plans-in-force.ts';

interface Props {
  readonly frame: TownFrame;
  readonly town: TownJudgements;
  readonly year: YearJudgements;
  readonly units: readonly OrganisationUnit[];
  readonly levels: readonly LevelDefinition[];
  readonly by: string | undefined;
}

/** Levels on which an indicator of the year stands, from the top of the plans; then unit, plan, nature and kind. */
const groupingsOf = ({ frame, town, year, units, levels }: Props): readonly Grouping[] => {
  const { t, language } = frame;
  const words = judgementWords(language);
  const used = new Set(year.indicators.flatMap(({ judgeable }) => Object.keys(judgeable.groups)));
  const named = new Map(levels.map((level) => [level.levelKey, level]));
  const byLevel = [...named.values()]
    .filter(({ levelKey }) => used.has(levelKey))
    .map((level): Grouping => {
      const english = language === 'en' && level.nameEn !== undefined;
      return {
        by: level.levelKey,
        label: english ? (level.nameEn ?? level.name) : level.name,
        lang: language === 'en' && !english ? 'ja' : undefined,
        names: itemNames(town.items.filter(({ levelKey }) => levelKey === level.levelKey)),
      };
    });
  const owned = year.indicators.some(({ judgeable }) => (judgeable.groups.unit ?? []).length > 0);
  return [
    ...byLevel,
    ...(owned
      ? [
          {
            by: 'unit',
            label: words.byUnit,
            names: new Map(units.map(({ unitKey, name }) => [unitKey, name])),
          },
        ]
      : []),
    {
      by: 'plan',
      label: words.byPlan,
      names: new Map(frame.plans.map(({ planKey, title }) => [planKey, title])),
    },
    {
      by: 'subjective',
      label: words.byNature,
      names: new Map([
        ['subjective', t.indicator.subjective],
        ['objective', t.indicator.objective],
      ]),
    },
    { by: 'kind', label: words.byKind, names: new Map(Object.entries(t.indicator.kinds)) },
  ];
};

const JudgementsPage = (props: Props) => {
  const { frame, town, year, by } = props;
  const { t, language } = frame;
  const words = judgementWords(language);
  const { fiscalYear } = year.year;
  const name = formatYear(fiscalYear, language);
  const title = words.of(name);
  const groupings = groupingsOf(props);
  const wished = [by, ...year.compiled.scheme.rollUp.groupBy];
  const chosen =
    wished.flatMap((key) => groupings.find((grouping) => grouping.by === key) ?? [])[0] ?? groupings[0];
  const before = town.years.find((each) => each.fiscalYear < fiscalYear);
  const earlier = before === undefined ? null : town.ofYear(before.fiscalYear);
  const api = `/api/v1/municipalities/${frame.town.municipality}/judgements/${fiscalYear}`;
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={words.listLead(name)}
      section="indicators"
      crumbs={[{ label: t.indicator.listTitle, href: href(frame, '/indicators') }, { label: title }]}
      record={{
        updatedAt: newestOf([year.year.updatedAt, ...town.loaded.map(({ updatedAt }) => updatedAt)]),
      }}
    >
      <PageHead title={title} kicker={t.indicator.listTitle} />
      {town.years.length < 2 ? null : (
        <nav className="year-choice" aria-label={words.years}>
          <ul className="tags">
            {town.years.map((each) => (
              <li key={each.fiscalYear}>
                <a
                  className="chip"
                  href={href(frame, `/judgements/${each.fiscalYear}`)}
                  aria-current={each.fiscalYear === fiscalYear ? 'page' : undefined}
                >
                  {formatYear(each.fiscalYear, language)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <section className="section" aria-labelledby="roll-up">
        <h2 id="roll-up">{words.rollUp}</h2>
        <RollUpSummary id="all" language={language} rollUp={rollUp(year.compiled, year.indicators)} />
        <p className="more more--several">
          <a href={href(frame, `/changes/${fiscalYear}`)}>{words.allChanges(name)}</a>
          <a href={`${href(frame, '/indicators')}?year=${fiscalYear}`}>{words.listOf}</a>
        </p>
      </section>
      {earlier === null ? null : <JudgementComparison frame={frame} before={earlier} after={year} />}
      {chosen === undefined ? null : (
        <section className="section" id="groups" aria-labelledby="groups-title">
          <h2 id="groups-title">{words.by}</h2>
          <JudgementGroups frame={frame} year={year} groupings={groupings} chosen={chosen} />
        </section>
      )}
      <JudgementList frame={frame} year={year} />
      <JudgementScheme frame={frame} year={year} />
      <SourceNote frame={frame} source={year.compiled.scheme.source ?? null} />
      <ul className="link-list">
        <li>
          <a href={`${api}.csv`}>{words.csv}</a>
        </li>
        <li>
          <a href={api}>{words.json}</a>
        </li>
      </ul>
    </PublicLayout>
  );
};

/** 一つの年度の判定: the roll-up, the year before, the groups, the list by grade, the rules. */
export const judgementsPage: PublicPage = {
  path: '/judgements/:year',
  query: ['by'],
  answer: async ({ tx, frame, param, query }) => {
    const town = await readTownJudgements(tx, frame);
    const asked = town.years.find(({ fiscalYear }) => String(fiscalYear) === param('year'));
    const year = asked === undefined ? null : town.ofYear(asked.fiscalYear);
    if (year === null) return { kind: 'missing' };
    const plans = await loadPlansInForce(tx, frame);
    return {
      kind: 'page',
      element: (
        <JudgementsPage
          frame={frame}
          town={town}
          year={year}
          units={await listUnits(tx)}
          levels={plans.flatMap(({ loaded }) => loaded.content.levels)}
          by={query.get('by')}
        />
      ),
    };
  },
};
