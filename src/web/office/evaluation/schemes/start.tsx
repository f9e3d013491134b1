import { type Context, Hono } from 'hono';
import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import {
  readEvaluationSchemes,
  type UsedEvaluationScheme,
} from '../../../../app/evaluation/read-evaluation-schemes.ts';
import { createEvaluationScheme } from '../../../../app/evaluation/save-evaluation-scheme.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden, requireRight } from '../../forbidden.ts';
import { fileSentences } from '../../judgement/scheme-file.ts';
import { schemeSentence } from '../../judgement/scheme-sentences.ts';
import { readSchemeFile } from './scheme-file.ts';
import { StartPage } from './start-page.tsx';
import { evaluationTemplates } from './templates.ts';

/** A key the town's schemes do not have yet, short enough to stay one with its number. */
const freeKey = (wanted: string, schemes: readonly UsedEvaluationScheme[]): string => {
  const taken = new Set(schemes.map(({ schemeKey }) => schemeKey));
  let n = 2;
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.slice(0, 70).replace(/-+$/u, '');
  while (taken.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
};

const given = (schemes: readonly UsedEvaluationScheme[], from: string): EvaluationScheme | null => {
  const [kind, key, version] = from.split(' ');
  if (kind === 'template') return evaluationTemplates().find((each) => each.key === key)?.scheme ?? null;
  const own = schemes.find(
    (each) => kind === 'own' && each.schemeKey === key && String(each.schemeVersion) === version,
  );
  const scheme = own === undefined ? null : parseEvaluationScheme(own.content);
  return scheme?.ok ? scheme.value : null;
};

/** 評価の様式を作る: from a town's, from one's own, or from a file. */
export const schemeStartRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const page = async (c: Context<OfficeEnv>, problems: readonly string[], status: 200 | 422 = 200) => {
    const { town, viewer } = c.var;
    const schemes = await readEvaluationSchemes(actingOf(c, deps));
    return renderPage(c, <StartPage {...{ town, viewer, schemes, problems }} />, status);
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'evaluation.manage'))
    .get('/', (c) => page(c, []))
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const schemes = await readEvaluationSchemes(acting);
      const from = c.var.form.text('from');
      const file = from === 'file' ? await readSchemeFile(c.var.form) : null;
      if (file !== null && !file.ok)
        return page(
          c,
          ['何も登録していません。ファイルを直して、もう一度選んでください。', ...fileSentences(file.error)],
          422,
        );
      const scheme = file?.ok ? file.value : given(schemes, from);
      if (scheme === null) return page(c, ['写すものが選ばれていません。一つ選んでください。'], 422);
      const schemeKey = freeKey(scheme.key, schemes);
      const made = await createEvaluationScheme(acting, scheme, schemeKey);
      if (made.ok) {
        const list = `/m/${c.var.town.municipality}/office/evaluation/schemes`;
        return c.redirect(`${list}/${schemeKey}/${made.value.schemeVersion}?done=created`, 303);
      }
      if (made.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
      return page(c, made.error.map(schemeSentence), 422);
    });
};
