import { indicatorHref } from '../../components/plan-view.ts';
import { sourceDate } from '../../components/source-note.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { formatDate } from '../../text/dates.ts';
import { scenarioPageWords } from '../../text/scenario-page.ts';
import { tableLabel } from '../../text/table-label.ts';
import { type ScenarioEditionProps, scenarioHref } from './scenario-edition.ts';

/** もとにした数値: the series as they were named when the edition was published, with their terms. */
export const ScenarioSources = ({ frame, publication }: ScenarioEditionProps) => {
  const { language } = frame;
  const words = scenarioPageWords(language);
  const heads = [words.series, words.publisher, words.publishedOn, words.source, words.terms];
  return (
    <section className="section section--ruled" aria-labelledby="sources">
      <h2 id="sources">{words.sources}</h2>
      <p>{words.sourcesLead}</p>
      <TableScroll label={tableLabel(words.sources, language)}>
        <table className="table table--words">
          <caption className="visually-hidden">{words.sources}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {publication.content.sources.map(({ seriesKey, name, publisher, publishedOn, source, terms }) => (
              <tr key={seriesKey}>
                <th scope="row" lang="ja">
                  {name}
                </th>
                <td lang="ja">{publisher}</td>
                <td className="table__nowrap">
                  {publishedOn === '' ? words.notStated : sourceDate(publishedOn, language)}
                </td>
                <td lang="ja">{source}</td>
                <td lang="ja">{terms === '' ? words.notStated : terms}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
};

/** このシナリオを道筋にしている指標. */
export const ScenarioIndicators = ({ frame, publication, indicators }: ScenarioEditionProps) => {
  const words = scenarioPageWords(frame.language);
  if (indicators.length === 0) return null;
  return (
    <section className="section section--ruled" aria-labelledby="used-by">
      <h2 id="used-by">{words.usedBy}</h2>
      <ul className="link-list">
        {indicators.map(({ indicatorKey, name, edition }) => (
          <li key={indicatorKey}>
            <a href={indicatorHref(frame, indicatorKey)} lang="ja">
              {name}
            </a>{' '}
            {edition === publication.edition ? null : (
              <span className="quiet small">{words.edition(edition)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** 版と公表日: every edition stays readable. */
export const ScenarioEditions = ({ frame, publication, editions }: ScenarioEditionProps) => {
  const { language } = frame;
  const words = scenarioPageWords(language);
  return (
    <section className="section section--ruled" aria-labelledby="editions">
      <h2 id="editions">{words.editions}</h2>
      <ul className="plain-bullets">
        {editions.map(({ edition, reason, publishedAt }, at) => (
          <li key={edition}>
            {edition === publication.edition ? (
              <b>
                {words.edition(edition)}
                {words.shown}
              </b>
            ) : (
              <a href={scenarioHref(frame, publication.key, at === 0 ? undefined : edition)}>
                {words.edition(edition)}
              </a>
            )}{' '}
            {formatDate(publishedAt, language)} <span lang="ja">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** データ: what the page shows, for spreadsheets and for programs. The edition is named: the files never change. */
export const ScenarioData = ({ frame, publication }: ScenarioEditionProps) => {
  const words = scenarioPageWords(frame.language);
  const { key, edition } = publication;
  const api = `/api/v1/municipalities/${frame.town.municipality}/population/scenarios/${encodeURIComponent(key)}`;
  const which = `?edition=${edition}`;
  return (
    <section className="section section--ruled" aria-labelledby="data">
      <h2 id="data">{words.data}</h2>
      <ul className="link-list">
        <li>
          <a href={`${api}.csv${which}`}>{words.csv}</a>
        </li>
        <li>
          <a href={`${api}/assumptions.csv${which}`}>{words.assumptionsCsv}</a>
        </li>
        <li>
          <a href={`${api}${which}`}>{words.json}</a>
        </li>
      </ul>
    </section>
  );
};
