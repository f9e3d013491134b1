import type { ReactNode } from 'react';
import type { StoredScheme } from '../../../db/read-scheme.ts';
import type { Crumb } from '../../components/breadcrumb.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField, OfficeLayout, type OfficeSection } from '../layout.tsx';
import type { Template } from './templates.ts';

/** The words and places in which the pages of two kinds differ. */
export interface StartWords<Scheme> {
  /** 判定基準を作る */
  readonly title: string;
  readonly current: OfficeSection;
  /** `office`: /m/{code}/office */
  readonly breadcrumb: (office: string) => readonly Crumb[];
  readonly explained: string;
  readonly copied: string;
  /** Said of a version the town has. */
  readonly own: string;
  /** Said of one that comes with the program. */
  readonly noteOf: (scheme: Scheme) => ReactNode;
}

interface StartPageProps<Scheme> {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly words: StartWords<Scheme>;
  /** Address of the page. */
  readonly href: string;
  readonly stored: readonly StoredScheme[];
  readonly templates: readonly Template<Scheme & { readonly name: string }>[];
  readonly problems: readonly string[];
}

/** A draft begun: from one that comes with the program, from one's own, or from a file. */
export const StartPage = <Scheme,>(props: StartPageProps<Scheme>) => {
  const { town, viewer, words, href, stored, templates, problems } = props;
  return (
    <OfficeLayout
      title={words.title}
      town={town}
      viewer={viewer}
      current={words.current}
      breadcrumb={words.breadcrumb(`/m/${town.municipality}/office`)}
      problems={problems}
    >
      <p className="section__text">{words.explained}</p>
      <form method="post" action={href} className="section" aria-labelledby="template-title">
        <CsrfField viewer={viewer} />
        <h2 id="template-title">{words.copied}</h2>
        <fieldset className="field field--choices">
          <legend className="visually-hidden">写すもの</legend>
          {stored.map(({ schemeKey, schemeVersion, name }) => (
            <label className="choice" key={`${schemeKey} ${schemeVersion}`}>
              <input type="radio" name="from" value={`own ${schemeKey} ${schemeVersion}`} />
              <span>
                {name}（第{schemeVersion}版）
                <span className="choice__note">{words.own}</span>
              </span>
            </label>
          ))}
          {templates.map(({ key, scheme }, at) => (
            <label className="choice" key={key}>
              <input type="radio" name="from" value={`template ${key}`} defaultChecked={at === 0} />
              <span>
                {scheme.name}
                <span className="choice__note">{words.noteOf(scheme)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          下書きを作る
        </button>
      </form>
      <form
        method="post"
        action={href}
        encType="multipart/form-data"
        className="section"
        aria-labelledby="file-title"
      >
        <CsrfField viewer={viewer} />
        <input type="hidden" name="from" value="file" />
        <h2 id="file-title">ファイルから</h2>
        <div className="field">
          <label htmlFor="scheme-file">JSON のファイル</label>
          <input id="scheme-file" type="file" name="file" accept=".json,application/json" className="input" />
        </div>
        <button type="submit" className="button button--quiet">
          読み込んで下書きを作る
        </button>
      </form>
    </OfficeLayout>
  );
};
