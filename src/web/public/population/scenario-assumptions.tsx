import type { ReactNode } from 'react';
import type { ScenarioLever } from '../../../domain/population/scenario.ts';
import { calendarYear } from '../../text/calendar-year.ts';
import { formatDate } from '../../text/dates.ts';
import { leverName, leverValue, wholePersons } from '../../text/population-names.ts';
import { scenarioPageWords } from '../../text/scenario-page.ts';
import type { ScenarioEditionProps } from './scenario-edition.ts';

interface MovedRow {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly when: ReactNode;
  readonly reason: string;
  readonly source: string;
}

const leverRow = (lever: ScenarioLever, language: 'ja' | 'en'): MovedRow => {
  const words = scenarioPageWords(language);
  const { kind, value, fromYear, byYear, shape, reason, source } = lever;
  const year = (each: number | null): string | null => (each === null ? null : calendarYear(each, language));
  return {
    key: kind,
    name: leverName(kind, language),
    value: leverValue(kind, value, language),
    when: (
      <>
        {words.whenOf(year(fromYear), year(byYear))}
        {byYear === null ? null : <span className="quiet small"> {words.shapes[shape]}</span>}
      </>
    ),
    reason,
    source,
  };
};

const Moved = ({ frame, publication }: ScenarioEditionProps) => {
  const { language } = frame;
  const words = scenarioPageWords(language);
  const { levers, estates } = publication.content.content;
  const rows: readonly MovedRow[] = [
    ...levers.map((lever) => leverRow(lever, language)),
    ...estates.map(
      ({ year, persons, name, source }): MovedRow => ({
        key: `${year} ${name}`,
        name: words.estate(name),
        value: words.estateValue(wholePersons(persons)),
        when: words.once(calendarYear(year, language)),
        reason: '',
        source,
      }),
    ),
  ];
  if (rows.length === 0) return <p className="quiet">{words.nothingMoved}</p>;
  return (
    <ul className="assumption-list">
      {rows.map(({ key, name, value, when, reason, source }) => (
        <li key={key}>
          <h3 className="assumption-list__name">
            {name} <b>{value}</b>
          </h3>
          <p>{when}</p>
          {reason === '' ? null : <p lang="ja">{reason}</p>}
          {source === '' ? null : (
            <p className="source">
              {frame.t.plan.sourceLabel}
              <span lang="ja">{source}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};

/** 前提とその理由: where it starts from, what is moved and why, what it is held against. */
export const ScenarioAssumptions = (props: ScenarioEditionProps) => {
  const { frame, publication } = props;
  const { language } = frame;
  const words = scenarioPageWords(language);
  const { content, sources, result } = publication.content;
  const { baseline, birthRateNow, aim } = content;
  const name = sources.find(({ seriesKey }) => seriesKey === baseline.seriesKey)?.name ?? baseline.seriesKey;
  return (
    <section className="section" aria-labelledby="assumptions">
      <h2 id="assumptions">{words.assumptions}</h2>
      <dl className="facts">
        <div>
          <dt>{words.startsFrom}</dt>
          <dd>
            {baseline.kind === 'projection'
              ? words.follows(name)
              : words.continues(
                  name,
                  formatDate(baseline.earlierDate, language),
                  formatDate(baseline.baseDate, language),
                  calendarYear(baseline.untilYear, language),
                )}
          </dd>
        </div>
        <div>
          <dt>{words.birthRate}</dt>
          <dd>
            {result.birthRateNow.toFixed(2)}{' '}
            <span className="quiet small">
              {result.birthRateIsEstimated || birthRateNow === null ? (
                words.estimated
              ) : (
                <span lang="ja">{birthRateNow.source}</span>
              )}
            </span>
          </dd>
        </div>
        {aim === null ? null : (
          <div>
            <dt>{words.aim}</dt>
            <dd>
              {calendarYear(aim.year, language)} {wholePersons(aim.total)}
              {language === 'ja' ? words.persons : ''}{' '}
              <span className="quiet small" lang="ja">
                {aim.source}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <p>{words.assumptionsLead}</p>
      <Moved {...props} />
    </section>
  );
};
