import type { Context } from 'hono';
import { Hono } from 'hono';
import { type JudgementDesk, readJudgementDesk } from '../../../app/judgement/read-judgement-desk.ts';
import { parseJudgementScheme } from '../../../app/judgement/read-judgement-scheme.ts';
import { createScheme } from '../../../app/judgement/save-scheme.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { fileSentences, readSchemeFile } from './scheme-file.ts';
import { schemeSentence } from './scheme-sentences.ts';
import { schemeTemplates } from './templates.ts';

interface StartPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: JudgementDesk;
  readonly problems: readonly string[];
}

const sourceOf = ({ source }: JudgementScheme): string =>
  source === undefined
    ? ''
    : [source.publisher, source.document].filter((part) => part !== undefined).join('「') +
      (source.publisher === undefined ? '' : '」');

const StartPage = ({ town, viewer, desk, problems }: StartPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/judgement/schemes/new`;
  return (
    <OfficeLayout
      title="判定基準を作る"
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: `${office}/indicators` },
        { label: '判定', href: `${office}/judgement` },
      ]}
      problems={problems}
    >
      <p className="section__text">
        近いものを選ぶと、それを写した下書きができます。次の画面で、町の指標を判定しながら直せます。採用するまで、何も変わりません。
      </p>
      <form method="post" action={href} className="section" aria-labelledby="template-title">
        <CsrfField viewer={viewer} />
        <h2 id="template-title">ひな形や、町の判定基準から</h2>
        <fieldset className="field field--choices">
          <legend className="visually-hidden">写すもの</legend>
          {desk.schemes.map((scheme) => (
            <label className="choice" key={`${scheme.schemeKey} ${scheme.schemeVersion}`}>
              <input type="radio" name="from" value={`own ${scheme.schemeKey} ${scheme.schemeVersion}`} />
              <span>
                {scheme.name}（第{scheme.schemeVersion}版）
                <span className="choice__note">町の判定基準</span>
              </span>
            </label>
          ))}
          {schemeTemplates().map(({ key, scheme }, at) => (
            <label className="choice" key={key}>
              <input type="radio" name="from" value={`template ${key}`} defaultChecked={at === 0} />
              <span>
                {scheme.name}
                <span className="choice__note">
                  {sourceOf(scheme)}
                  {scheme.axes.map(
                    (axis) => ` ${axis.name}: ${axis.grades.map(({ label }) => label).join('・')}`,
                  )}
                </span>
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

/** A key the town's schemes do not have yet. */
const freeKey = (wanted: string, { schemes }: JudgementDesk): string => {
  const taken = new Set(schemes.map(({ schemeKey }) => schemeKey));
  let n = 2;
  if (!taken.has(wanted)) return wanted;
  while (taken.has(`${wanted}-${n}`)) n += 1;
  return `${wanted}-${n}`;
};

const given = (desk: JudgementDesk, from: string): JudgementScheme | null => {
  const [kind, key, version] = from.split(' ');
  if (kind === 'template') return schemeTemplates().find((each) => each.key === key)?.scheme ?? null;
  const own = desk.schemes.find(
    (each) => kind === 'own' && each.schemeKey === key && String(each.schemeVersion) === version,
  );
  const scheme = own === undefined ? null : parseJudgementScheme(own.content);
  return scheme?.ok ? scheme.value : null;
};

/** 判定基準を作る: from a template, from one's own, or from a file. */
export const schemeStartRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const page = async (c: Context<OfficeEnv>, problems: readonly string[], status: 200 | 422 = 200) => {
    const { town, viewer } = c.var;
    const desk = await readJudgementDesk(actingOf(c, deps));
    return renderPage(c, <StartPage {...{ town, viewer, desk, problems }} />, status);
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'judgement.scheme'))
    .get('/', (c) => page(c, []))
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const desk = await readJudgementDesk(acting);
      const from = c.var.form.text('from');
      const file = from === 'file' ? await readSchemeFile(c.var.form) : null;
      if (file !== null && !file.ok)
        return page(
          c,
          ['何も登録していません。ファイルを直して、もう一度選んでください。', ...fileSentences(file.error)],
          422,
        );
      const scheme = file?.ok ? file.value : given(desk, from);
      if (scheme === null) return page(c, ['写すものが選ばれていません。一つ選んでください。'], 422);
      const schemeKey = freeKey(scheme.schemeKey, desk);
      const made = await createScheme(acting, { ...scheme, schemeKey }, schemeKey);
      if (made.ok) {
        const { schemeVersion } = made.value;
        const office = `/m/${c.var.town.municipality}/office/judgement/schemes`;
        return c.redirect(`${office}/${schemeKey}/${schemeVersion}?done=created`, 303);
      }
      if (made.error[0].code === 'not-allowed') return forbidden(c, deps, 'judgement.scheme');
      return page(c, made.error.map(schemeSentence), 422);
    });
};
