import { roles } from '../../../domain/access/role.ts';
import { roleNames, unitRoles } from '../../../domain/access/role-names.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import { unitsOn } from '../../../domain/organisation/units.ts';
import type { Form } from '../../middleware/form.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';

interface GrantFieldsProps {
  readonly form: Form;
  readonly units: readonly OrganisationUnit[];
  /** ISO date */
  readonly today: string;
  readonly sentences?: FieldSentences | undefined;
}

/** 役割, 組織, 期間: the same three questions wherever a role is given. */
export const GrantFields = ({ form, units, today, sentences }: GrantFieldsProps) => (
  <>
    <div className="fields-row">
      <SelectField
        form={form}
        name="role"
        label="役割"
        sentences={sentences}
        choices={[
          { value: '', label: '選んでください' },
          ...roles.map((role) => ({ value: role, label: roleNames[role] })),
        ]}
      />
      <SelectField
        form={form}
        name="unitKey"
        label="組織"
        hint={`${unitRoles.map((role) => roleNames[role]).join('・')}のときだけ選びます。その下の組織にも及びます。`}
        sentences={sentences}
        choices={[
          { value: '', label: '団体全体' },
          ...unitsOn(units, today).map((unit) => ({ value: unit.unitKey, label: unit.name })),
        ]}
      />
    </div>
    <div className="fields-row">
      <TextField
        form={form}
        name="validFrom"
        label="始まりの日"
        hint="空なら、今すぐ。"
        type="date"
        size="medium"
        sentences={sentences}
      />
      <TextField
        form={form}
        name="validTo"
        label="終わりの日"
        hint="空なら、外すまで。"
        type="date"
        size="medium"
        sentences={sentences}
      />
    </div>
  </>
);
