import { type AgeSharesData, ageShares } from '../../../charts/age-shares.ts';
import { ChartPair } from '../../components/chart-pair.tsx';
import { TableScroll } from '../../components/table-scroll.tsx';
import { liveWords } from '../../islands/population/live-words.ts';
import { tableLabel } from '../../text/table-label.ts';
import type { LiveScenario } from './explorer-live.ts';
import type { ExplorerView } from './explorer-view.ts';

/** Names of the groups among the figures that move with the assumptions. */
const moving = ['childrenShare', 'workingAgeShare', 'agedShare'] as const;

interface Props {
  readonly view: ExplorerView;
  readonly picture: AgeSharesData;
}

const SharesTable = ({ view, picture }: Props) => {
  const years = new Set(view.live?.projection.years);
  return (
    <TableScroll label={tableLabel(picture.title, view.frame.language)}>
      <table className="table population-shares">
        <caption>
          {view.words.ages.title}
          {view.frame.language === 'ja' ? '（％）' : ' (%)'}
        </caption>
        <thead>
          <tr>
            <th scope="col">{view.words.year}</th>
            {picture.groups.map((group) => (
              <th key={group} scope="col" className="number">
                {group}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.rows.map(({ year, label, shares, projected }) => (
            <tr key={year}>
              <th scope="row" className="table__nowrap">
                {label}
              </th>
              {shares.map((share, at) => (
                <td
                  key={moving[at] ?? at}
                  className="number"
                  data-population-figure={projected && years.has(year) ? `${moving[at]}:${year}` : undefined}
                >
                  {share.toFixed(1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

/** What the picture says, of its last year. */
export const agesFinding = (
  picture: AgeSharesData,
  live: LiveScenario | null,
  language: 'ja' | 'en',
): string => {
  const last = picture.rows.at(-1);
  const share = (last?.shares[2] ?? 0).toFixed(1);
  return live === null
    ? `${picture.title} ${last?.label ?? ''}: ${share}%`
    : liveWords(language).ages(last?.year ?? 0, share);
};

/** 年齢3区分の割合 */
export const ExplorerAges = ({ view, picture }: Props) => {
  const finding = agesFinding(picture, view.live, view.frame.language);
  return (
    <section className="section section--ruled" aria-labelledby="ages">
      <h2 id="ages">{view.words.ages.title}</h2>
      <p className="population-finding" data-population-title="ages">
        {finding}
      </p>
      <figure data-population-picture="ages">
        <ChartPair draw={ageShares} data={{ ...picture, title: finding }} />
      </figure>
      <details className="population-table">
        <summary>{view.words.table}</summary>
        <SharesTable view={view} picture={picture} />
      </details>
    </section>
  );
};
