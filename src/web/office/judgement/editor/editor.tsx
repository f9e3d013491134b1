import type { Hono } from 'hono';
import { previewScheme, readTrialFigures, trialYears } from '../../../../app/judgement/preview-scheme.ts';
import { readJudgementDesk } from '../../../../app/judgement/read-judgement-desk.ts';
import { parseJudgementScheme } from '../../../../app/judgement/read-judgement-scheme.ts';
import type { TownJudgements } from '../../../../app/judgement/read-judgements.ts';
import {
  adoptScheme,
  createScheme,
  discardScheme,
  saveScheme,
} from '../../../../app/judgement/save-scheme.ts';
import type { JudgementScheme } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import { hasErrors } from '../../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../../deps.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { editorRoutes, type OpenedScheme, type SchemeEditor } from '../../schemes/editor-routes.tsx';
import { withRowOperation } from '../form/row-operation.ts';
import { readSchemeForm, schemeEntries } from '../form/scheme-form.ts';
import { type SchemePart, schemeFormParts } from '../form/scheme-parts.ts';
import { PreviewResult } from '../preview.tsx';
import { readSchemeFile } from '../scheme-file.ts';
import { schemeSentences } from '../scheme-sentences.ts';
import { LinesNow } from './band-drawing.tsx';
import { EditingProvider, editingOf } from './editing.ts';
import { EditorPage, type JudgementTrial } from './editor-page.tsx';
import { groupChoices } from './group-choices.ts';

interface Opened extends OpenedScheme<JudgementScheme> {
  readonly figures: TownJudgements;
}

const editor: SchemeEditor<JudgementScheme, SchemePart, Opened, JudgementTrial> = {
  action: 'judgement.scheme',
  entity: 'judgement_scheme',
  commands: { create: createScheme, save: saveScheme, adopt: adoptScheme, discard: discardScheme },
  versions: 'judgement/schemes',
  list: 'judgement',
  adopted: '採用しました。「判定」の画面で、どの年度に使うかを選べます。',
  formKeyOf: ({ schemeKey, schemeVersion }) => `judgement/${schemeKey}/${schemeVersion}`,
  open: async (acting, { schemeKey, schemeVersion }) => {
    const stored = (await readJudgementDesk(acting)).schemes.find(
      (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
    );
    const scheme = stored === undefined ? null : parseJudgementScheme(stored.content);
    if (stored === undefined || scheme?.ok !== true) return null;
    return { stored, scheme: scheme.value, figures: await readTrialFigures(acting) };
  },
  entriesOf: schemeEntries,
  read: readSchemeForm,
  readFile: readSchemeFile,
  next: (scheme, { schemeVersion }) => ({ ...scheme, version: String(schemeVersion + 1) }),
  parts: schemeFormParts,
  ...schemeSentences,
  withOperation: withRowOperation,
  asked: () => [],
  look: (then) =>
    then === 'preview' ? { touched: '', notice: '試算しました。まだ保存していません。' } : null,
  tryOut: ({ figures, stored }, entries, { scheme, problems }) => {
    const years = trialYears(figures);
    const asked = Number(formFromEntries(entries).text('previewYear'));
    const year = years.includes(asked) ? asked : (figures.years[0]?.fiscalYear ?? years[0] ?? 0);
    const preview =
      scheme === null || hasErrors(problems) || year === 0
        ? null
        : previewScheme(figures, { ...scheme, schemeKey: stored.schemeKey }, year);
    return {
      entries: [...entries.filter(([name]) => name !== 'previewYear'), ['previewYear', String(year)]],
      own: {
        preview: { preview, sentences: schemeSentences.placed(problems, entries) },
        years,
        groups: groupChoices(figures),
      },
    };
  },
  Page: EditorPage,
  Trial: ({ page, own }) => (
    <EditingProvider value={editingOf(page.form, page.sentences, page.href, '')}>
      <PreviewResult {...own.preview} />
      <LinesNow />
    </EditingProvider>
  ),
};

/** One version of 判定基準: /m/{code}/office/judgement/schemes/{key}/{version}. */
export const schemeEditorRoutes = (deps: WebDeps): Hono<OfficeEnv> => editorRoutes(editor, deps);
