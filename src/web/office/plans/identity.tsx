import { newKey } from '../../../app/new-key.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { IdentityEntry } from '../../../domain/plan/plan.ts';
import type { Form } from '../../middleware/form.ts';
import { SelectField, TextArea, TextField } from '../forms/field.tsx';
import { entriesOfRows } from '../forms/rows.ts';
import { rowNameOf, typedRowsOf } from './entry-order.ts';
import { EntryRows } from './entry-rows.tsx';
import type { HeaderFieldsProps, HeaderPart } from './header-routes.tsx';
import { RowSource } from './row-source.tsx';

const kinds: readonly { readonly value: IdentityEntry['kind']; readonly label: string }[] = [
  { value: 'vision', label: '都市像・目指す姿' },
  { value: 'purpose', label: '存在意義（パーパス）' },
  { value: 'brand-vision', label: 'ブランド: ビジョン' },
  { value: 'brand-value', label: 'ブランド: 約束する価値' },
  { value: 'brand-identity', label: 'ブランド: 地域らしさ' },
  { value: 'mission', label: '使命' },
  { value: 'management-policy', label: 'マネジメントの方針' },
  { value: 'aim', label: 'ねらい' },
  { value: 'keyword', label: '言葉の意味' },
  { value: 'viewpoint', label: '視点' },
  { value: 'pillar', label: '柱' },
];

const fields = ['order', 'entryKey', 'kind', 'label', 'text', 'explanation', 'document', 'place'] as const;

const typedRows = (form: Form) => typedRowsOf(form, 'identity', fields, ['order', 'entryKey', 'kind']);

const Fields = ({ form, sentences, beside }: HeaderFieldsProps) => (
  <>
    {beside('identity')}
    <EntryRows form={form} sentences={sentences} part="identity" name="記載" of="label">
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
            <TextField
              form={form}
              name={`${row}.label`}
              label={`記載${number}の見出し（町の呼び方）`}
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
          <TextArea
            form={form}
            name={`${row}.explanation`}
            label={`記載${number}の説明`}
            rows={3}
            sentences={sentences}
          />
          <RowSource form={form} row={row} number={number} sentences={sentences} />
        </>
      )}
    </EntryRows>
  </>
);

/** 理念・都市像: what stands above the tree and decides in doubt. */
export const identityPart: HeaderPart = {
  section: 'identity',
  title: '理念・都市像',
  lead: '体系の上に立ち、迷ったときに立ち返る言葉です。消すときは、行を空にします。',
  fieldNames: { identity: '理念・都市像' },
  entries: ({ header }) =>
    entriesOfRows(
      'identity',
      header.identity.map((entry, index) => ({
        order: String(index + 1),
        entryKey: entry.entryKey,
        kind: entry.kind,
        label: entry.label,
        text: entry.text,
        explanation: entry.explanation,
        document: entry.source?.document ?? '',
        place: entry.source?.place ?? '',
      })),
    ),
  texts: ({ header }) => ({
    identity: header.identity
      .map((entry) =>
        [`【${entry.label}】${entry.text}`, entry.explanation].filter((line) => line !== '').join('\n'),
      )
      .join('\n'),
  }),
  read: (form, { header }) => {
    const problems: Problem[] = [];
    const rows = typedRows(form);
    const identity = rows.map(({ row, index }): IdentityEntry => {
      const kind = kinds.find((known) => known.value === row.kind)?.value;
      if (kind === undefined)
        problems.push(
          errorAt('unknown-choice', ['identity', index, 'kind'], { text: row.kind.slice(0, 40) }),
        );
      const before = header.identity.find((entry) => entry.entryKey === row.entryKey);
      const { place: _, ...source } = before?.source ?? { document: '' };
      const document = row.document.trim();
      const place = row.place.trim();
      return {
        entryKey: before?.entryKey ?? newKey(),
        kind: kind ?? 'aim',
        label: row.label.trim(),
        text: row.text.trim(),
        explanation: row.explanation.trim(),
        source: document === '' ? null : { ...source, document, ...(place === '' ? {} : { place }) },
      };
    });
    return problems.length === 0 ? ok({ header: { identity } }) : { ok: false, error: problems };
  },
  list: { part: 'identity', indexes: (form) => typedRows(form).map(({ index }) => index) },
  nameOf: rowNameOf('identity'),
  Fields,
};
