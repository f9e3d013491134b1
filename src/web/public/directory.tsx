import type { DirectoryEntry } from '../../db/read-town.ts';
import { localised, type ViewFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { PlainLayout } from '../components/plain-layout.tsx';
import { commonWords } from '../text/common-indicators.ts';
import { comparisonWords } from '../text/evaluation-comparison.ts';

export interface DirectoryProps {
  readonly frame: ViewFrame;
  readonly words: string;
  /** Already narrowed to the words. */
  readonly towns: readonly DirectoryEntry[];
  /** The field is of use only where there are many. */
  readonly searchable: boolean;
}

export const matchesWords = (town: DirectoryEntry, words: string): boolean => {
  const wanted = words.normalize('NFKC').toLowerCase();
  return [town.name, town.nameKana, town.nameEn, town.prefecture, town.municipality].some((text) =>
    text.normalize('NFKC').toLowerCase().includes(wanted),
  );
};

/** Beyond this the page offers prefectures instead of towns. */
const mostAtOnce = 200;

const byPrefecture = (towns: readonly DirectoryEntry[]): [string, DirectoryEntry[]][] => [
  ...Map.groupBy(towns, (town) => town.prefecture),
];

/** 自治体の一覧: the door for a reader who has no address of a town. */
export const DirectoryPage = ({ frame, words, towns, searchable }: DirectoryProps) => {
  const { t, language } = frame;
  return (
    <PlainLayout frame={frame} title={`${t.directory.title}｜${t.site.name}`} description={t.directory.lead}>
      <PageHead title={t.directory.title} lead={t.directory.lead} />
      {searchable ? (
        <search>
          <form className="search-form" method="get" action={localised(frame, '/')}>
            <label htmlFor="town-words">{t.directory.find}</label>
            <div className="search-form__row">
              <input
                className="input"
                id="town-words"
                name="q"
                type="search"
                defaultValue={words}
                maxLength={100}
              />
              <button className="button" type="submit">
                {t.directory.button}
              </button>
            </div>
          </form>
        </search>
      ) : null}
      {towns.length > mostAtOnce ? (
        <ul className="directory tags">
          {byPrefecture(towns).map(([prefecture, group]) => (
            <li key={prefecture}>
              <a
                className="chip"
                lang="ja"
                href={`${localised(frame, '/')}?q=${encodeURIComponent(prefecture)}`}
              >
                {prefecture} <span className="chip__count">{group.length}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : towns.length === 0 ? (
        <p className="section">{t.directory.none}</p>
      ) : (
        <div className="directory">
          {byPrefecture(towns).map(([prefecture, group]) => (
            <section key={prefecture} className="directory__group">
              <h2 lang="ja">{prefecture}</h2>
              <ul>
                {group.map((town) => (
                  <li key={town.municipality}>
                    <a className="directory__town" href={localised(frame, `/m/${town.municipality}`)}>
                      <span className="directory__name">{language === 'en' ? town.nameEn : town.name}</span>
                      <span className="directory__kana" lang={language === 'en' ? 'ja' : undefined}>
                        {language === 'en' ? town.name : town.nameKana}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <p className="more more--several">
        <a href={localised(frame, '/indicators')}>{commonWords(language).title}</a>
        <a href={localised(frame, '/evaluations')}>{comparisonWords(language).title}</a>
      </p>
    </PlainLayout>
  );
};
