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
          const rows = [
            { term: words.source, text: series.source, lang: 'ja' },
            { term: words.publisher, text: series.publisher, lang: 'ja' },
            {
              term: words.publishedOn,
              text: sourceDate(series.publishedOn, frame.language),
              lang: undefined,
            },
            {
              term: words.baseYear,
              text: series.baseYear === null ? '' : String(series.baseYear),
              lang: undefined,
            },
            { term: words.terms, text: series.terms, lang: 'ja' },
            { term: words.note, text: series.note, lang: 'ja' },
          ].filter(({ text }) => text !== '');
          return (
            <li key={series.seriesKey} id={`source-${series.seriesKey}`}>
              <h3>
                <span lang="ja">{series.name}</span> <span className="tag">{words.kinds[series.kind]}</span>
              </h3>
              <dl className="definition">
                {rows.map(({ term, text, lang }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd lang={lang}>{text}</dd>
                  </div>
                ))}
              </dl>
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
