import { sourceDate } from '../../components/source-note.tsx';
import { csvHref, type ExplorerView } from './explorer-view.ts';

/** 出典: of every series its publisher, document, day, terms and what is to be known; then the method. */
export const ExplorerSources = ({ view }: { readonly view: ExplorerView }) => {
  const { facts, frame, live } = view;
  const words = view.words.sources;
  return (
    <section className="section section--ruled" aria-labelledby="sources">
      <h2 id="sources">{words.title}</h2>
      <p className="population-lead">{words.lead}</p>
      <ul className="population-origins">
        {facts.series.map(({ series }) => {
          const published = [
            series.publisher,
            sourceDate(series.publishedOn, frame.language),
            series.baseYear === null ? '' : words.basedOn(series.baseYear),
          ].filter((part) => part !== '');
          return (
            <li key={series.seriesKey} id={`source-${series.seriesKey}`}>
              <h3>
                <span lang="ja">{series.name}</span> <span className="tag">{words.kinds[series.kind]}</span>
              </h3>
              <p lang="ja">{series.source}</p>
              <p className="small quiet">{published.join(frame.language === 'ja' ? '、' : ', ')}</p>
              {series.terms === '' ? null : (
                <p className="small quiet">
                  {words.terms}: <span lang="ja">{series.terms}</span>
                </p>
              )}
              {series.note === '' ? null : (
                <p className="small quiet">
                  {words.note}: <span lang="ja">{series.note}</span>
                </p>
              )}
              <p>
                <a href={csvHref(view, series.seriesKey)}>
                  <span lang="ja">{series.name}</span> CSV
                </a>
              </p>
            </li>
          );
        })}
      </ul>
      {live === null ? null : (
        <>
          <h3>{words.calculation}</h3>
          <p className="population-lead">{words.calculationText}</p>
        </>
      )}
    </section>
  );
};
