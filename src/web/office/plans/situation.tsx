import { newKey } from '../../../app/new-key.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { SituationEntry } from '../../../domain/plan/plan.ts';
import type { Form } from '../../middleware/form.ts';
import { SelectField, TextArea, TextField } from '../forms/field.tsx';
import { entriesOfRows } from '../forms/rows.ts';
import { rowNameOf, typedRowsOf } from './entry-order.ts';
import { EntryRows } from './entry-rows.tsx';
import type { HeaderFieldsProps, HeaderPart } from './header-routes.tsx';
import { RowSource } from './row-source.tsx';

const kinds = [
  { value: 'environment', label: '取り巻く環境' },
  { value: 'strength', label: '強み（潜在力）' },
  { value: 'risk', label: '不安要素' },
] as const;
const scopes = [
  { value: '', label: '（環境ではない）' },
  { value: 'world', label: '世界' },
  { value: 'japan', label: '日本' },
  { value: 'municipality', label: 'この自治体' },
] as const;

const fields = ['order', 'entryKey', 'kind', 'scope', 'theme', 'text', 'isNew', 'document', 'place'] as const;

const typedRows = (form: Form) =>
  typedRowsOf(form, 'situation', fields, ['order', 'entryKey', 'kind', 'scope', 'isNew']);

const Fields = ({ form, sentences, beside }: HeaderFieldsProps) => (
  <>
    {beside('situation')}
    <EntryRows form={form} sentences={sentences} part="situation" name="記載" of="text">
      {(row, number) => (
        <>
          <div className="fields-row">
            <SelectField
              form={form}
              name={`${row}.kind`}
              label={`記載${number}の種類`}
              choices={kinds}
              sentences={sentences}
            />
            <SelectField
              form={form}
              name={`${row}.scope`}
              label={`記載${number}の範囲`}
              choices={scopes}
              sentences={sentences}
            />
            <TextField
              form={form}
              name={`${row}.theme`}
              label={`記載${number}の見出し（人口・経済・地勢など）`}
              sentences={sentences}
            />
          </div>
          <TextArea
            form={form}
            name={`${row}.text`}
            label={`記載${number}の本文`}
            rows={2}
            sentences={sentences}
          />
          <label className="choice">
            <input
              type="checkbox"
              name={`${row}.isNew`}
              value="yes"
              defaultChecked={form.text(`${row}.isNew`) === 'yes'}
            />
            <span>記載{number}: 前の計画にはなかったこと（下線で示す）</span>
          </label>
          <RowSource form={form} row={row} number={number} sentences={sentences} />
        </>
      )}
    </EntryRows>
  </>
);

/** 環境・強み・不安: what items give as their reasons. */
export const situationPart: HeaderPart = {
  section: 'situation',
  title: '環境・強み・不安',
  lead: '項目が「理由」として引くことのできる、いまの状況です。消すときは、行を空にします。',
  fieldNames: { situation: '環境・強み・不安' },
  entries: ({ header }) =>
    entriesOfRows(
      'situation',
      header.situation.map((entry, index) => ({
        order: String(index + 1),
        entryKey: entry.entryKey,
        kind: entry.kind,
        scope: entry.scope ?? '',
        theme: entry.theme,
        text: entry.text,
        isNew: entry.isNew ? 'yes' : '',
        document: entry.source?.document ?? '',
        place: entry.source?.place ?? '',
      })),
    ),
  texts: ({ header }) => ({
    situation: header.situation
      .map(({ kind, theme, text, isNew }) => {
        const name = kinds.find((known) => known.value === kind)?.label ?? '';
        return `${name} ${theme}: ${text}${isNew ? '（新）' : ''}`;
      })
      .join('\n'),
  }),
  read: (form, { header }) => {
    const problems: Problem[] = [];
    const rows = typedRows(form);
    const situation = rows.map(({ row, index }): SituationEntry => {
      const kind = kinds.find((known) => known.value === row.kind)?.value;
      const scope = scopes.find((known) => known.value === row.scope)?.value;
      for (const [field, found] of [
        ['kind', kind],
        ['scope', scope],
      ] as const)
        if (found === undefined)
          problems.push(
            errorAt('unknown-choice', ['situation', index, field], { text: row[field].slice(0, 40) }),
          );
      const before = header.situation.find((entry) => entry.entryKey === row.entryKey);
      const { place: _, ...source } = before?.source ?? { document: '' };
      const document = row.document.trim();
      const place = row.place.trim();
      return {
        entryKey: before?.entryKey ?? newKey(),
        kind: kind ?? 'environment',
        scope: scope === undefined || scope === '' ? null : scope,
        theme: row.theme.trim(),
        text: row.text.trim(),
        isNew: row.isNew === 'yes',
        source: document === '' ? null : { ...source, document, ...(place === '' ? {} : { place }) },
      };
    });
    return problems.length === 0 ? ok({ header: { situation } }) : { ok: false, error: problems };
  },
  list: { part: 'situation', indexes: (form) => typedRows(form).map(({ index }) => index) },
  nameOf: rowNameOf('situation'),
  Fields,
};
