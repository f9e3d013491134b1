import type { ItemText } from '../../../db/write-item.ts';
import { parseJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Source } from '../../../domain/kernel/source.ts';
import {
  type InvestmentKind,
  investmentKinds,
  type Partner,
  type PlanItem,
} from '../../../domain/plan/item.ts';
import type { Form } from '../../middleware/form.ts';
import { type Entries, entriesOfAll } from '../forms/entries.ts';
import { entriesOfRows, isBlankRow, rowsOf } from '../forms/rows.ts';
import { partnerKinds } from './item-words.data.ts';

const sourceFields = ['document', 'publisher', 'place', 'date', 'url'] as const;

export const sourceEntries = (source: Source | null): Entries =>
  sourceFields.map((field) => [`source.${field}`, source?.[field] ?? ''] as const);

/** 出典 of a form; without the document's name there is none. Only an address of the web becomes a link. */
export const readSource = (form: Form, problems: Problem[]): Source | null => {
  const document = form.text('source.document').trim();
  const url = form.text('source.url').trim();
  if (url !== '' && !/^https?:\/\/[^\s"<>]+$/iu.test(url))
    problems.push(errorAt('url-format', ['source.url'], { text: url.slice(0, 80) }));
  if (document === '') {
    if (url !== '') problems.push(errorAt('text-missing', ['source.document']));
    return null;
  }
  const rest = sourceFields
    .filter((field) => field !== 'document')
    .map((field) => [field, form.text(`source.${field}`).trim()] as const)
    .filter(([, value]) => value !== '');
  return { document, ...Object.fromEntries(rest) };
};

/** What the editor shows of an item, as the fields of its form. */
export const itemEntries = (item: PlanItem): Entries => [
  ['title', item.title],
  ['code', item.code ?? ''],
  ['desiredState', item.desiredState],
  ['currentState', item.currentState],
  ['issue', item.issue],
  ['approach', item.approach],
  ['span', item.span ?? ''],
  ['lifeStages', item.lifeStages.join('、')],
  ['crossCutting', item.crossCutting ? 'yes' : ''],
  ...entriesOfAll('investmentKinds', item.investmentKinds),
  ...entriesOfAll('areaKeys', item.areaKeys),
  ...entriesOfAll('sdgGoals', item.sdgGoals.map(String)),
  ...entriesOfAll('leadUnitKeys', item.leadUnitKeys),
  ...entriesOfAll('supportUnitKeys', item.supportUnitKeys),
  ...entriesOfAll('reasonKeys', item.reasonKeys),
  ...entriesOfAll('indicatorKeys', item.indicatorKeys),
  ...entriesOfRows(
    'partners',
    item.partners.map(({ kind, name, role }) => ({ kind, name, role })),
  ),
  ...entriesOfRows(
    'voices',
    item.voices.map(({ body, origin, heardOn, consent }) => ({
      body,
      origin,
      heardOn: heardOn ?? '',
      consent: consent ? 'yes' : '',
    })),
  ),
  ...sourceEntries(item.source),
];

/** Chosen keys in the order they stood, new ones after them: a tick box says nothing about order. */
const keepingOrder = (chosen: readonly string[], before: readonly string[]): readonly string[] => {
  const set = new Set(chosen);
  return [...before.filter((key) => set.has(key)), ...chosen.filter((key) => !before.includes(key))].filter(
    (key, index, all) => all.indexOf(key) === index,
  );
};

const readPartners = (form: Form, problems: Problem[]): readonly Partner[] =>
  rowsOf(form, 'partners', ['kind', 'name', 'role'])
    .filter((row) => !isBlankRow(row, ['kind']))
    .map((row, index) => {
      const kind = partnerKinds.find((known) => known.value === row.kind)?.value;
      if (kind === undefined)
        problems.push(
          errorAt('unknown-choice', ['partners', index, 'kind'], { text: row.kind.slice(0, 40) }),
        );
      return { kind: kind ?? 'other', name: row.name.trim(), role: row.role.trim() };
    });

const readVoices = (form: Form, problems: Problem[]): ItemText['voices'] =>
  rowsOf(form, 'voices', ['body', 'origin', 'heardOn', 'consent'])
    .filter((row) => !isBlankRow(row, ['consent']))
    .map((row, index) => {
      const day = row.heardOn.trim() === '' ? ok(null) : parseJapaneseDate(row.heardOn);
      if (!day.ok) problems.push({ ...day.error, path: ['voices', index, 'heardOn'] });
      return {
        body: row.body.trim(),
        origin: row.origin.trim(),
        heardOn: day.ok ? day.value : null,
        consent: row.consent === 'yes',
      };
    });

/** The form back to what an item says. Limits and references are checked by `saveItem`. */
export const readItemForm = (form: Form, before: PlanItem): Result<ItemText, readonly Problem[]> => {
  const problems: Problem[] = [];
  const span = form.text('span');
  const kinds = form.all('investmentKinds');
  const goals = form.all('sdgGoals').map(Number);
  if (span !== '' && span !== 'short' && span !== 'long')
    problems.push(errorAt('unknown-choice', ['span'], { text: span.slice(0, 40) }));
  const text: ItemText = {
    title: form.text('title').trim(),
    code: form.text('code').trim() === '' ? null : form.text('code').trim(),
    desiredState: form.text('desiredState').trim(),
    currentState: form.text('currentState').trim(),
    issue: form.text('issue').trim(),
    approach: form.text('approach').trim(),
    span: span === 'short' || span === 'long' ? span : null,
    lifeStages: form
      .text('lifeStages')
      .split(/[、,，\n]/u)
      .map((stage) => stage.trim())
      .filter((stage) => stage !== ''),
    crossCutting: form.text('crossCutting') === 'yes',
    investmentKinds: investmentKinds.filter((kind): kind is InvestmentKind => kinds.includes(kind)),
    areaKeys: keepingOrder(form.all('areaKeys'), before.areaKeys),
    sdgGoals: [...new Set(goals)].sort((a, b) => a - b),
    leadUnitKeys: keepingOrder(form.all('leadUnitKeys'), before.leadUnitKeys),
    supportUnitKeys: keepingOrder(form.all('supportUnitKeys'), before.supportUnitKeys),
    reasonKeys: keepingOrder(form.all('reasonKeys'), before.reasonKeys),
    indicatorKeys: keepingOrder(form.all('indicatorKeys'), before.indicatorKeys),
    partners: readPartners(form, problems),
    voices: readVoices(form, problems),
    source: readSource(form, problems),
  };
  return problems.length === 0 ? ok(text) : { ok: false, error: problems };
};
