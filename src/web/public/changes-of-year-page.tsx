import type { RevisionRow } from '../../db/read-plan.ts';
import type { YearChange } from '../../domain/indicator/change-of-year.ts';
import { outlookOf } from '../../domain/indicator/outlook.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import { absoluteFraction, signOfFraction } from '../../domain/kernel/fraction.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { indicatorHref, newestOf, planHref } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { changeWords } from '../text/changes.ts';
import { formatDate, formatYear } from '../text/dates.ts';
import { formatFigure, formatTarget } from '../text/figures.ts';
import { distanceToTarget } from '../text/finding.ts';
import { formatGap } from '../text/fraction-figures.ts';
import { reasonWords } from '../text/roll-up.ts';
import {
  type ChangedIndicator,
  type ChangesOfYear,
  changesOfYear,
  yearsWithFigures,
} from './changes-of-year.ts';
import { readTownJudgements } from './judged-year.ts';
import type { PublicPage } from './page.ts';

interface Props {
  readonly frame: TownFrame;
  readonly changes: ChangesOfYear;
  readonly years: readonly number[];
  /** Whether the judgement of the year is public. */
  readonly isJudged: boolean;
  readonly updatedAt: string | null;
}

/** In this order; the first two stand open. */
const kinds: readonly YearChange['kind'][] = [
  'better',
  'worse',
  'text',
  'moved',
  'first',
  'same',
  'not-comparable',
];

const differenceText = ({ change, loaded }: ChangedIndicator, frame: TownFrame): string => {
  const words = changeWords(frame.language);
  if (change.difference === null) return '';
  const sign = signOfFraction(change.difference);
  if (sign === 0) return words.unchanged;
  const amount = formatGap(absoluteFraction(change.difference), loaded.indicator, frame.language);
  return sign > 0 ? words.up(amount) : words.down(amount);
};

/** 注 of the figure of the year. */
const noteOf = ({ loaded, change }: ChangedIndicator): string =>
  loaded.values.find(
    (value) =>
      value.series === 'actual' && value.breakdown === '' && value.fiscalYear === change.after.fiscalYear,
  )?.note ?? '';

/** What stands at several figures is said once, below them. */
const sharedNotes = (changed: readonly ChangedIndicator[]): readonly string[] =>
  [...Map.groupBy(changed.map(noteOf), (note) => note)].flatMap(([note, of]) =>
    note !== '' && of.length > 2 ? [note] : [],
  );

const Change = ({
  frame,
  one,
  shared,
}: {
  readonly frame: TownFrame;
  readonly one: ChangedIndicator;
  readonly shared: readonly string[];
}) => {
  const { t, language } = frame;
  const words = changeWords(language);
  const { loaded, change, reason } = one;
  const { indicator } = loaded;
  const { before, after } = change;
  const outlook = outlookOf({
    ...loaded,
    values: loaded.values.filter((value) => value.fiscalYear <= after.fiscalYear),
  });
  const note = noteOf(one);
  const difference = differenceText(one, frame);
  return (
    <li className="change-of-year">
      <h3>
        <a href={indicatorHref(frame, indicator.indicatorKey)} lang="ja">
          {indicator.name}
        </a>
      </h3>
      <p className="change-of-year__figures number">
        {before === null ? null : (
          <>
            <span className="quiet">{formatYear(before.fiscalYear, language)}</span>{' '}
            {formatFigure(before, indicator, language)} <span aria-hidden="true">→</span>
            <span className="visually-hidden">{words.to}</span>{' '}
          </>
        )}
        <span className="quiet">{formatYear(after.fiscalYear, language)}</span>{' '}
        <b>{formatFigure(after, indicator, language)}</b>
        {difference === '' ? null : <span className="change-of-year__difference">{difference}</span>}
      </p>
      <p className="small quiet">
        {[
          words.wanted(t.indicator.directions[indicator.direction]),
          outlook.latestAgainstTarget === null || outlook.target === null
            ? ''
            : distanceToTarget(outlook, indicator, language),
          after.status === 'final' ? '' : t.status[after.status],
        ]
          .filter(Boolean)
          .join(language === 'ja' ? '。' : '; ')}
      </p>
      {reason === '' ? null : (
        <p>
          {words.reason}
          {language === 'ja' ? '：' : ': '}
          <span lang="ja">{reason}</span>
        </p>
      )}
      {note === '' || shared.includes(note) ? null : (
        <p className="small quiet">
          {words.note}
          {language === 'ja' ? '：' : ': '}
          <span lang="ja">{note}</span>
        </p>
      )}
    </li>
  );
};

const Changed = ({
  frame,
  kind,
  of,
}: {
  readonly frame: TownFrame;
  readonly kind: YearChange['kind'];
  readonly of: readonly ChangedIndicator[];
}) => {
  const words = changeWords(frame.language);
  if (of.length === 0) return null;
  const shared = sharedNotes(of);
  const list = (
    <>
      <p className="section__lead">{words.leads[kind]}</p>
      <ul className="changes-of-year">
        {of.map((one) => (
          <Change key={one.loaded.indicator.indicatorKey} frame={frame} one={one} shared={shared} />
        ))}
      </ul>
      {shared.map((note) => (
        <p key={note} className="small quiet">
          {words.note}
          {frame.language === 'ja' ? '：' : ': '}
          <span lang="ja">{note}</span>
        </p>
      ))}
    </>
  );
  return (
    <section className="section" id={kind} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>
        {words.kinds[kind]} <span className="number small">{words.count(of.length)}</span>
      </h2>
      {list}
    </section>
  );
};

const Targets = ({ frame, changes }: Props) => {
  const { language } = frame;
  const words = changeWords(language);
  return (
    <section className="section section--ruled" aria-labelledby="targets">
      <h2 id="targets">{words.targets}</h2>
      {changes.targets.length === 0 ? (
        <p>{words.noTargets}</p>
      ) : (
        <>
          <p className="section__lead">{words.targetsLead}</p>
          <ul className="changes-of-year">
            {changes.targets.map(({ loaded, before, after }) => (
              <li key={`${loaded.indicator.indicatorKey} ${after.fiscalYear}`} className="change-of-year">
                <h3>
                  <a href={indicatorHref(frame, loaded.indicator.indicatorKey)} lang="ja">
                    {loaded.indicator.name}
                  </a>
                </h3>
                <p className="change-of-year__figures number">
                  <span className="quiet">{words.targetOf(formatYear(after.fiscalYear, language))}</span>{' '}
                  <s>{formatTarget(before, loaded.indicator, language)}</s> <span aria-hidden="true">→</span>
                  <span className="visually-hidden">{words.to}</span>{' '}
                  <b>{formatTarget(after, loaded.indicator, language)}</b>
                </p>
                <p>
                  {after.setOn === null ? null : (
                    <span className="quiet small">{formatDate(after.setOn, language)} </span>
                  )}
                  <span lang="ja">{after.reason}</span>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const Plans = ({ frame, changes }: Props) => {
  const { language } = frame;
  const words = changeWords(language);
  const inYear = frame.revisions.filter(
    ({ effectiveOn, revision }) =>
      revision > 1 && effectiveOn !== null && fiscalYearOf(effectiveOn) === changes.fiscalYear,
  );
  const slugOf = ({ planKey }: RevisionRow): string | undefined =>
    frame.plans.find((plan) => plan.planKey === planKey)?.slug;
  if (inYear.length === 0) return null;
  return (
    <section className="section section--ruled" aria-labelledby="plans">
      <h2 id="plans">{words.plans}</h2>
      <ul className="changes-of-year" lang="ja">
        {inYear.map((revision) => {
          const slug = slugOf(revision);
          const name = `${revision.title} ${revision.label}`;
          return (
            <li key={`${revision.planKey} ${revision.revision}`} className="change-of-year">
              <h3>{slug === undefined ? name : <a href={planHref(frame, slug)}>{name}</a>}</h3>
              <p>{revision.reason}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Missing = ({ frame, changes }: Props) => {
  const { t, language } = frame;
  const words = changeWords(language);
  const count = changes.missing.reduce((sum, { indicators }) => sum + indicators.length, 0);
  if (count === 0) return null;
  return (
    <section className="section section--ruled" aria-labelledby="missing">
      <h2 id="missing">
        {words.missing} <span className="number small">{words.count(count)}</span>
      </h2>
      <p className="section__lead">{words.missingLead}</p>
      {changes.missing.map(({ reason, indicators }) => (
        <details key={reason ?? ''} open={indicators.length <= 12}>
          <summary>
            {reason === null ? t.status.notEntered : reasonWords(reason, language)}{' '}
            <span className="number">{words.count(indicators.length)}</span>
          </summary>
          <ul className="judged-list" lang="ja">
            {indicators.map(({ indicator }) => (
              <li key={indicator.indicatorKey}>
                <a href={indicatorHref(frame, indicator.indicatorKey)}>{indicator.name}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
};

const ChangesPage = (props: Props) => {
  const { frame, changes, years, isJudged, updatedAt } = props;
  const { t, language } = frame;
  const words = changeWords(language);
  const name = formatYear(changes.fiscalYear, language);
  const title = words.title(name);
  const of = (kind: YearChange['kind']): readonly ChangedIndicator[] =>
    changes.changed.filter(({ change }) => change.kind === kind);
  const [better, worse, same] = [of('better').length, of('worse').length, of('same').length];
  const compared = better + worse + same;
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={words.lead(name)}
      section="indicators"
      crumbs={[{ label: t.indicator.listTitle, href: href(frame, '/indicators') }, { label: title }]}
      record={{ updatedAt }}
    >
      <PageHead title={title} lead={words.lead(name)} />
      {years.length < 2 ? null : (
        <nav className="year-choice" aria-label={words.years}>
          <ul className="tags">
            {years.map((year) => (
              <li key={year}>
                <a
                  className="chip"
                  href={href(frame, `/changes/${year}`)}
                  aria-current={year === changes.fiscalYear ? 'page' : undefined}
                >
                  {formatYear(year, language)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p className="changes-sum">
        {compared === 0 ? words.nothing : words.sum(compared, better, worse, same)}
      </p>
      {isJudged ? (
        <p className="more">
          <a href={href(frame, `/judgements/${changes.fiscalYear}`)}>{words.judgements(name)}</a>
        </p>
      ) : null}
      {kinds.map((kind) => (
        <Changed key={kind} frame={frame} kind={kind} of={of(kind)} />
      ))}
      <Targets {...props} />
      <Plans {...props} />
      <Missing {...props} />
    </PublicLayout>
  );
};

/** 一年に変わったこと, for citizens. */
export const changesOfYearPage: PublicPage = {
  path: '/changes/:year',
  answer: async ({ tx, frame, param }) => {
    const town = await readTownJudgements(tx, frame);
    const years = yearsWithFigures(town);
    const year = years.find((each) => String(each) === param('year'));
    if (year === undefined) return { kind: 'missing' };
    return {
      kind: 'page',
      element: (
        <ChangesPage
          frame={frame}
          changes={changesOfYear(town, year)}
          years={years.slice(0, 10)}
          isJudged={town.years.some(({ fiscalYear }) => fiscalYear === year)}
          updatedAt={newestOf(town.loaded.map(({ updatedAt }) => updatedAt))}
        />
      ),
    };
  },
};
