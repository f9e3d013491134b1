import type { Hono } from 'hono';
import { readJudgementDesk } from '../../../app/judgement/read-judgement-desk.ts';
import { parseJudgementScheme } from '../../../app/judgement/read-judgement-scheme.ts';
import { createScheme } from '../../../app/judgement/save-scheme.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type SchemeStart, startRoutes } from '../schemes/start-routes.tsx';
import { readSchemeFile } from './scheme-file.ts';
import { schemeTemplates } from './templates.ts';

const sourceOf = ({ source }: JudgementScheme): string =>
  source === undefined
    ? ''
    : [source.publisher, source.document].filter((part) => part !== undefined).join('「') +
      (source.publisher === undefined ? '' : '」');

const start: SchemeStart<JudgementScheme> = {
  action: 'judgement.scheme',
  versions: 'judgement/schemes',
  words: {
    title: '判定基準を作る',
    current: 'indicators',
    breadcrumb: (office) => [
      { label: '指標', href: `${office}/indicators` },
      { label: '判定', href: `${office}/judgement` },
    ],
    explained:
      '近いものを選ぶと、それを写した下書きができます。次の画面で、町の指標を判定しながら直せます。採用するまで、何も変わりません。',
    copied: 'ひな形や、町の判定基準から',
    own: '町の判定基準',
    noteOf: (scheme) => (
      <>
        {sourceOf(scheme)}
        {scheme.axes.map((axis) => ` ${axis.name}: ${axis.grades.map(({ label }) => label).join('・')}`)}
      </>
    ),
  },
  templates: schemeTemplates,
  load: async (acting) => (await readJudgementDesk(acting)).schemes,
  parse: parseJudgementScheme,
  readFile: readSchemeFile,
  keyOf: ({ schemeKey }) => schemeKey,
  withKey: (scheme, schemeKey) => ({ ...scheme, schemeKey }),
  create: createScheme,
};

/** 判定基準を作る: from a template, from one's own, or from a file. */
export const schemeStartRoutes = (deps: WebDeps): Hono<OfficeEnv> => startRoutes(start, deps);
