import type { Context } from 'hono';
import type { StoredScheme } from '../../../../../db/read-scheme.ts';
import { may } from '../../../../../domain/access/may.ts';
import type { EvaluationScheme } from '../../../../../domain/evaluation/evaluation-scheme.ts';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import { type Entries, formFromEntries } from '../../../forms/entries.ts';
import { marksOf } from '../../../plans/item-compare.ts';
import { readSchemeForm, schemeEntries } from '../form/scheme-form.ts';
import { partTexts, schemeFields } from '../form/scheme-parts.ts';
import { placedSentences, schemeFieldSentences } from '../scheme-sentences.ts';
import type { EditorPageProps } from './editor-page.tsx';
import { trialAnswers } from './preview.tsx';

/** A version that could be read. */
export interface Opened {
  readonly stored: StoredScheme;
  readonly scheme: EvaluationScheme;
}

/** Under which name what was typed is kept, for its writer only. */
export const formKeyOf = ({ schemeKey, schemeVersion }: StoredScheme): string =>
  `evaluation-scheme/${schemeKey}/${schemeVersion}`;

/** The page of a form as it stands. `tells`: whether what is wrong is said beside the fields. */
export const pageOf = (
  c: Context<OfficeEnv>,
  { stored, scheme }: Opened,
  entries: Entries,
  { tells }: { readonly tells: boolean },
): EditorPageProps => {
  const read = readSchemeForm(schemeFields(entries), stored.schemeKey);
  const form = formFromEntries(entries);
  const stages = read.scheme?.stages ?? [];
  const askedStage = form.text('previewStage');
  return {
    town: c.var.town,
    viewer: c.var.viewer,
    stored,
    mayEdit: stored.state === 'draft' && may(c.var.viewer.actor, 'evaluation.manage'),
    form,
    version: stored.version,
    marks: marksOf(partTexts(schemeEntries(scheme))),
    formKey: formKeyOf(stored),
    sentences: tells ? schemeFieldSentences(read.problems, entries) : new Map(),
    refused: [],
    problems: [],
    preview: {
      scheme: read.scheme,
      stageKey: stages.some(({ key }) => key === askedStage) ? askedStage : (stages[0]?.key ?? ''),
      typeKey: form.text('previewType'),
      answers: trialAnswers(entries),
      sentences: placedSentences(read.problems, entries),
    },
    touched: '',
    kept: null,
    notice: undefined,
    meeting: null,
  };
};
