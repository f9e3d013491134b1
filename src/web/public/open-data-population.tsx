import type { PublishedSeries } from '../../db/read-population-totals.ts';
import { populationFields } from '../../documents/csv/population-csv.ts';
import { scenarioAssumptionFields } from '../../documents/csv/scenario-assumptions-csv.ts';
import { scenarioFields } from '../../documents/csv/scenario-csv.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { newestOf } from '../components/plan-view.ts';
import { formatDate } from '../text/dates.ts';
import { openDataWords } from '../text/open-data.ts';
import type { Language } from '../text/text.ts';
import { FieldDictionary } from './field-dictionary.tsx';
import { Downloads } from './open-data-downloads.tsx';
import { type ScenarioPublication, scenarioHref } from './population/scenario-edition.ts';

/** What the town shows of its population. */
export interface PublicPopulation {
  readonly series: readonly PublishedSeries[];
  readonly scenarios: readonly ScenarioPublication[];
}

const SeriesRow = ({
  frame,
  series,
}: {
  readonly frame: TownFrame;
  readonly series: PublicPopulation['series'];
}) => {
  const words = openDataWords(frame.language);
  const base = `/api/v1/municipalities/${frame.town.municipality}/population`;
  const updatedAt = newestOf(series.map((each) => each.updatedAt));
  return (
    <tr>
      <th scope="row">
        <a href={href(frame, '/population')}>{words.population}</a>
      </th>
      <td>{words.populationContent(series.length)}</td>
      <td>
        <Downloads frame={frame} name={words.population} csv={`${base}.csv`} json={base} />
      </td>
      <td className="table__nowrap">{formatDate(updatedAt ?? '', frame.language)}</td>
    </tr>
  );
};

/** Results and assumptions are two files of one thing; the JSON of both is the same. */
const ScenarioRows = ({
  frame,
  scenario: { key, title, edition, publishedAt },
}: {
  readonly frame: TownFrame;
  readonly scenario: ScenarioPublication;
}) => {
  const words = openDataWords(frame.language);
  const base = `/api/v1/municipalities/${frame.town.municipality}/population/scenarios/${encodeURIComponent(key)}`;
  const files = [
    { name: title, content: words.scenarioContent(edition), csv: `${base}.csv` },
    {
      name: words.scenarioAssumptions(title),
      content: words.assumptionsContent,
      csv: `${base}/assumptions.csv`,
    },
  ];
  return files.map(({ name, content, csv }) => (
    <tr key={csv}>
      <th scope="row" lang="ja">
        <a href={scenarioHref(frame, key)}>{name}</a>
      </th>
      <td>{content}</td>
      <td>
        <Downloads frame={frame} name={name} csv={csv} json={base} />
      </td>
      <td className="table__nowrap">{formatDate(publishedAt, frame.language)}</td>
    </tr>
  ));
};

/** 人口の系列とシナリオ, in the list of files. */
export const PopulationRows = ({
  frame,
  population: { series, scenarios },
}: {
  readonly frame: TownFrame;
  readonly population: PublicPopulation;
}) => (
  <>
    {series.length === 0 ? null : <SeriesRow frame={frame} series={series} />}
    {scenarios.map((scenario) => (
      <ScenarioRows key={scenario.key} frame={frame} scenario={scenario} />
    ))}
  </>
);

export const PopulationDictionary = ({
  population: { series, scenarios },
  language,
}: {
  readonly population: PublicPopulation;
  readonly language: Language;
}) => {
  const { dictionaryOf } = openDataWords(language);
  return (
    <>
      {series.length === 0 ? null : (
        <FieldDictionary title={dictionaryOf.population} fields={populationFields} language={language} />
      )}
      {scenarios.length === 0 ? null : (
        <>
          <FieldDictionary title={dictionaryOf.scenarios} fields={scenarioFields} language={language} />
          <FieldDictionary
            title={dictionaryOf.scenarioAssumptions}
            fields={scenarioAssumptionFields}
            language={language}
          />
        </>
      )}
    </>
  );
};
