import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type FieldSentences, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { GrantFields } from './grant-fields.tsx';
import { SettingsLayout } from './settings-layout.tsx';

interface AddUserPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly form: Form;
  readonly units: readonly OrganisationUnit[];
  readonly today: string;
  readonly problems?: readonly string[];
  readonly sentences?: FieldSentences | undefined;
}

export const AddUserPage = (props: AddUserPageProps) => {
  const { town, viewer, form, units, today, problems, sentences } = props;
  return (
    <SettingsLayout title="職員を加える" page="users" below town={town} viewer={viewer} problems={problems}>
      <form method="post" action={`/m/${town.municipality}/office/settings/users/add`} className="form">
        <CsrfField viewer={viewer} />
        <TextField form={form} name="displayName" label="氏名（表示名）" required sentences={sentences} />
        <TextField
          form={form}
          name="login"
          label="ログインID"
          hint="職員番号かメールアドレス。半角の英数字と . _ @ + -。"
          required
          sentences={sentences}
        />
        <GrantFields form={form} units={units} today={today} sentences={sentences} />
        <p>仮パスワードは自動で作り、次の画面に一度だけ表示します。本人は初めてのログインで変えます。</p>
        <p className="actions">
          <button type="submit" className="button">
            加える
          </button>
        </p>
      </form>
    </SettingsLayout>
  );
};
