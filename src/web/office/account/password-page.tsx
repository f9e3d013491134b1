import { shortestPassword } from '../../../domain/access/password-rules.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';

interface PasswordPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly login: string;
  readonly problems?: readonly string[];
  readonly sentences?: FieldSentences | undefined;
}

export const PasswordPage = ({ town, viewer, login, problems, sentences }: PasswordPageProps) => {
  const account = `/m/${town.municipality}/office/account`;
  return (
    <OfficeLayout
      title="パスワードを変える"
      town={town}
      viewer={viewer}
      current="account"
      breadcrumb={viewer.mustChangePassword ? [] : [{ label: '自分のアカウント', href: account }]}
      problems={problems}
    >
      {viewer.mustChangePassword && (
        <p className="notice">
          今のパスワードは管理者が作ったものです。ほかの操作の前に、自分だけが知るパスワードに変えてください。
        </p>
      )}
      <form method="post" action={`${account}/password`} className="form">
        <CsrfField viewer={viewer} />
        {/* So that a password manager knows whose password this is. */}
        <input type="text" name="login" value={login} autoComplete="username" readOnly hidden />
        <PasswordField
          name="currentPassword"
          label="今のパスワード"
          autoComplete="current-password"
          sentences={sentences}
        />
        <PasswordField
          name="newPassword"
          label="新しいパスワード"
          hint={`${shortestPassword}文字以上。記号や大文字を混ぜるより、長くするほうが安全です。`}
          autoComplete="new-password"
          sentences={sentences}
        />
        <PasswordField
          name="newPasswordAgain"
          label="新しいパスワード（もう一度）"
          autoComplete="new-password"
          sentences={sentences}
        />
        <p className="actions">
          <button type="submit" className="button">
            変える
          </button>
        </p>
      </form>
    </OfficeLayout>
  );
};
