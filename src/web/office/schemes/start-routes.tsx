import { type Context, Hono } from 'hono';
import type { Acting } from '../../../app/acting.ts';
import type { SchemeCommands } from '../../../app/scheme/scheme-commands.ts';
import type { StoredScheme } from '../../../db/read-scheme.ts';
import type { Action } from '../../../domain/access/action.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { fileSentences } from '../judgement/scheme-file.ts';
import { schemeSentence } from '../judgement/scheme-sentences.ts';
import { StartPage, type StartWords } from './start-page.tsx';
import type { Template } from './templates.ts';

/** What beginning one kind of scheme has of its own. */
export interface SchemeStart<Scheme> {
  readonly action: Action;
  /** Address of the versions below /m/{code}/office; this page is `new` below it. */
  readonly versions: string;
  readonly words: StartWords<Scheme>;
  readonly templates: () => readonly Template<Scheme>[];
  /** Every version of the town. */
  readonly load: (acting: Acting) => Promise<readonly StoredScheme[]>;
  readonly parse: (content: unknown) => Result<Scheme, readonly Problem[]>;
  readonly readFile: (form: Form) => Promise<Result<Scheme, readonly Problem[]>>;
  readonly keyOf: (scheme: Scheme) => string;
  /** The scheme under the key it gets. */
  readonly withKey: (scheme: Scheme, schemeKey: string) => unknown;
  readonly create: SchemeCommands['create'];
}

/** A key the town's schemes do not have yet, short enough to stay one with its number. */
const freeKey = (wanted: string, stored: readonly StoredScheme[]): string => {
  const taken = new Set(stored.map(({ schemeKey }) => schemeKey));
  let n = 2;
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.slice(0, 70).replace(/-+$/u, '');
  while (taken.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
};

/** A draft begun: /m/{code}/office/{versions}/new. */
export const startRoutes = <Scheme extends { readonly name: string }>(
  kind: SchemeStart<Scheme>,
  deps: WebDeps,
): Hono<OfficeEnv> => {
  const addressOf = (c: Context<OfficeEnv>): string =>
    `/m/${c.var.town.municipality}/office/${kind.versions}`;
  const draw = async (c: Context<OfficeEnv>, problems: readonly string[], status: 200 | 422 = 200) => {
    const { town, viewer } = c.var;
    const stored = await kind.load(actingOf(c, deps));
    const page = { town, viewer, words: kind.words, href: `${addressOf(c)}/new`, stored, problems };
    return renderPage(c, <StartPage {...page} templates={kind.templates()} />, status);
  };
  const given = (stored: readonly StoredScheme[], from: string): Scheme | null => {
    const [what, key, version] = from.split(' ');
    if (what === 'template') return kind.templates().find((each) => each.key === key)?.scheme ?? null;
    const own = stored.find(
      (each) => what === 'own' && each.schemeKey === key && String(each.schemeVersion) === version,
    );
    const scheme = own === undefined ? null : kind.parse(own.content);
    return scheme?.ok ? scheme.value : null;
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, kind.action))
    .get('/', (c) => draw(c, []))
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const stored = await kind.load(acting);
      const from = c.var.form.text('from');
      const file = from === 'file' ? await kind.readFile(c.var.form) : null;
      if (file !== null && !file.ok)
        return draw(
          c,
          ['何も登録していません。ファイルを直して、もう一度選んでください。', ...fileSentences(file.error)],
          422,
        );
      const scheme = file?.ok ? file.value : given(stored, from);
      if (scheme === null) return draw(c, ['写すものが選ばれていません。一つ選んでください。'], 422);
      const schemeKey = freeKey(kind.keyOf(scheme), stored);
      const made = await kind.create(acting, kind.withKey(scheme, schemeKey), schemeKey);
      if (made.ok)
        return c.redirect(`${addressOf(c)}/${schemeKey}/${made.value.schemeVersion}?done=created`, 303);
      if (made.error[0].code === 'not-allowed') return forbidden(c, deps, kind.action);
      return draw(c, made.error.map(schemeSentence), 422);
    });
};
