import type { NewUnit, Reorganisation } from '../../../domain/organisation/reorganise.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import type { Form } from '../../middleware/form.ts';
import { isBlankRow, rowsOf } from '../forms/rows.ts';

/** Kinds of change, their names, and what each does, in the order of the list. */
export const unitChanges = [
  { kind: 'add', label: '組織を加える', about: '新しくできる部・課・係' },
  { kind: 'rename', label: '名前や所属を変える', about: '改称、別の部への移動' },
  { kind: 'merge', label: '統合する', about: '二つ以上を一つに' },
  { kind: 'split', label: '分割する', about: '一つを二つ以上に' },
  { kind: 'transfer', label: '業務を移す', about: '両方の組織が残る移管' },
  { kind: 'abolish', label: '廃止する', about: '引き継ぐ組織がない' },
] as const satisfies readonly { kind: Reorganisation['kind']; label: string; about: string }[];
export type UnitChange = (typeof unitChanges)[number];

export const findUnitChange = (kind: string): UnitChange | null =>
  unitChanges.find((change) => change.kind === kind) ?? null;

/** The form as a command. `newKey` draws a key for each unit that comes into being. */
export const reorganisationFromForm = (
  kind: UnitChange['kind'],
  form: Form,
  units: readonly OrganisationUnit[],
  newKey: () => string,
): Reorganisation => {
  const [on, reason, unitKey] = [form.text('on').trim(), form.text('reason').trim(), form.text('unitKey')];
  const unit = (): NewUnit => ({
    unitKey: newKey(),
    name: form.text('name').trim(),
    kind: form.text('kind').trim(),
    parentKey: form.text('parentKey') === '' ? null : form.text('parentKey'),
  });
  switch (kind) {
    case 'add':
      return { kind, unit: unit(), on };
    case 'rename':
      return { kind, unitKey, unit: unit(), on, reason };
    case 'merge':
      return { kind, unitKeys: form.all('unitKeys'), unit: unit(), on, reason };
    case 'split': {
      // The parts stand where the whole stood.
      const parentKey = units.find((each) => each.unitKey === unitKey)?.parentKey ?? null;
      const parts = rowsOf(form, 'parts', ['name', 'kind']).filter((row) => !isBlankRow(row, ['kind']));
      return {
        kind,
        unitKey,
        units: parts.map((row) => ({
          unitKey: newKey(),
          name: row.name.trim(),
          kind: row.kind.trim(),
          parentKey,
        })),
        on,
        reason,
      };
    }
    case 'transfer':
      return { kind, unitKey, toKey: form.text('toKey'), on, reason };
    case 'abolish':
      return { kind, unitKey, on, reason };
    default:
      return kind satisfies never;
  }
};
