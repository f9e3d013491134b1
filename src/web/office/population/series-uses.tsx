import type { PopulationDesk } from '../../../app/population/read-population.ts';

/** Scenarios that stand on a series, published or not. */
export const SeriesUses = ({
  desk,
  seriesKey,
  home,
}: {
  readonly desk: PopulationDesk;
  readonly seriesKey: string;
  readonly home: string;
}) => {
  const standing = desk.scenarios.filter(({ content }) => content.baseline.seriesKey === seriesKey);
  if (standing.length === 0) return null;
  return (
    <section className="section" aria-labelledby="uses-title">
      <h2 id="uses-title">この系列を基準とするシナリオ</h2>
      <ul className="link-list">
        {standing.map(({ scenarioKey, name, publishedEdition }) => (
          <li key={scenarioKey}>
            <a href={`${home}/scenarios/${encodeURIComponent(scenarioKey)}`}>{name}</a>
            {publishedEdition !== null && <span className="quiet"> 公開中</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};
