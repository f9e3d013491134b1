import { chanceText } from '../../text/chance.ts';
import { type ExplorerView, explorerHref, spokenPersons, spokenYear } from './explorer-view.ts';
import { scenarioHref } from './scenario-edition.ts';

/** 公開しているシナリオ: what each reaches, its page, and a way to start from it. */
export const ExplorerScenarios = ({ view }: { readonly view: ExplorerView }) => {
  const { facts, frame, live, words } = view;
  if (facts.scenarios.length === 0) return null;
  const startable = (baseline: unknown): boolean =>
    live !== null && JSON.stringify(baseline) === JSON.stringify(live.start.content.baseline);
  return (
    <section className="section section--ruled" aria-labelledby="scenarios">
      <h2 id="scenarios">{words.scenarios.title}</h2>
      <p className="population-lead">{words.scenarios.lead}</p>
      <ul className="population-scenarios">
        {facts.scenarios.map(({ key, title, content }) => {
          const { aim } = content.result;
          const year = content.content.aim?.year;
          return (
            <li key={key}>
              <h3 lang="ja">
                <a href={scenarioHref(frame, key)}>{title}</a>
              </h3>
              {aim === null || year === undefined ? null : (
                <p>
                  {words.scenarios.reaches(
                    spokenYear(view, year),
                    spokenPersons(view, aim.total),
                    chanceText(aim.probability, frame.language),
                  )}
                </p>
              )}
              {content.description === '' ? null : (
                <p className="small quiet" lang="ja">
                  {content.description}
                </p>
              )}
              <p className="more more--several">
                <a href={scenarioHref(frame, key)}>{words.scenarios.see}</a>
                {startable(content.content.baseline) ? (
                  <a href={`${explorerHref(view)}?scenario=${encodeURIComponent(key)}#assumptions`}>
                    {words.scenarios.tryThis}
                  </a>
                ) : null}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
