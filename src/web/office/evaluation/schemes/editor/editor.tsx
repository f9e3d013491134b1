import type { Hono } from 'hono';
import { parseEvaluationScheme } from '../../../../../app/evaluation/read-evaluation-scheme.ts';
import { readEvaluationSchemes } from '../../../../../app/evaluation/read-evaluation-schemes.ts';
import {
  adoptEvaluationScheme,
  createEvaluationScheme,
  discardEvaluationScheme,
  saveEvaluationScheme,
} from '../../../../../app/evaluation/save-evaluation-scheme.ts';
import type { EvaluationScheme } from '../../../../../domain/evaluation/evaluation-scheme.ts';
import type { WebDeps } from '../../../../deps.ts';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import { formFromEntries } from '../../../forms/entries.ts';
import { withRowOperation } from '../../../judgement/form/row-operation.ts';
import { editorRoutes, type OpenedScheme, type SchemeEditor } from '../../../schemes/editor-routes.tsx';
import { freshRow } from '../form/fresh-row.ts';
import { withoutReferences } from '../form/removed-references.ts';
import { readSchemeForm, schemeEntries } from '../form/scheme-form.ts';
import { type SchemePart, schemeFormParts } from '../form/scheme-parts.ts';
import { readSchemeFile } from '../scheme-file.ts';
import { schemeSentences } from '../scheme-sentences.ts';
import { EditorPage } from './editor-page.tsx';
import { type PreviewProps, PreviewResult, trialAnswers } from './preview.tsx';

const editor: SchemeEditor<EvaluationScheme, SchemePart, OpenedScheme<EvaluationScheme>, PreviewProps> = {
  action: 'evaluation.manage',
  entity: 'evaluation_scheme',
  commands: {
    create: createEvaluationScheme,
    save: saveEvaluationScheme,
    adopt: adoptEvaluationScheme,
    discard: discardEvaluationScheme,
  },
  versions: 'evaluation/schemes',
  list: 'evaluation/schemes',
  adopted: '採用しました。評価の回を始めるときに選べます。',
  formKeyOf: ({ schemeKey, schemeVersion }) => `evaluation-scheme/${schemeKey}/${schemeVersion}`,
  open: async (acting, { schemeKey, schemeVersion }) => {
    const stored = (await readEvaluationSchemes(acting)).find(
      (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
    );
    const scheme = stored === undefined ? null : parseEvaluationScheme(stored.content);
    return stored === undefined || scheme?.ok !== true ? null : { stored, scheme: scheme.value };
  },
  entriesOf: schemeEntries,
  read: readSchemeForm,
  readFile: readSchemeFile,
  next: (scheme) => scheme,
  parts: schemeFormParts,
  ...schemeSentences,
  withOperation: (entries, operation) =>
    withRowOperation(withoutReferences(entries, operation), operation, freshRow),
  asked: (c) => [
    ['previewStage', c.req.query('previewStage') ?? ''],
    ['previewType', c.req.query('previewType') ?? ''],
  ],
  look: (then) =>
    /^(?:preview|refresh [\w.-]{1,180})$/u.test(then)
      ? { touched: then.split(' ')[1] ?? '', notice: '表示を更新しました。まだ保存していません。' }
      : null,
  tryOut: (_, entries, { scheme, problems }) => {
    const form = formFromEntries(entries);
    const stages = scheme?.stages ?? [];
    const asked = form.text('previewStage');
    const own = {
      scheme,
      stageKey: stages.some(({ key }) => key === asked) ? asked : (stages[0]?.key ?? ''),
      typeKey: form.text('previewType'),
      answers: trialAnswers(entries),
      sentences: schemeSentences.placed(problems, entries),
    };
    return { entries, own };
  },
  Page: EditorPage,
  Trial: ({ own }) => <PreviewResult {...own} />,
};

/** One version of 評価の様式: /m/{code}/office/evaluation/schemes/{key}/{version}. */
export const schemeEditorRoutes = (deps: WebDeps): Hono<OfficeEnv> => editorRoutes(editor, deps);
