import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { SettingsLayout } from './settings-layout.tsx';

export interface TemporaryPassword {
  readonly displayName: string;
  readonly login: string;
  readonly password: string;
}

interface PasswordsPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly notice: string;
  readonly made: readonly TemporaryPassword[];
}

/** Shown once, in answer to the form itself: no address leads here again. */
export const PasswordsPage = ({ town, viewer, notice, made }: PasswordsPageProps) => (
  <SettingsLayout title="仮パスワード" page="users" below town={town} viewer={viewer} notice={notice}>
    <p>
      <strong>表示されるのは今だけです。</strong>
      本人に手渡しか電話で伝えてください。初めてのログインで、本人が別のパスワードに変えます。
    </p>
    <TableScroll label="仮パスワード">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">氏名（表示名）</th>
            <th scope="col">ログインID</th>
            <th scope="col">仮パスワード</th>
          </tr>
        </thead>
        <tbody>
          {made.map(({ displayName, login, password }) => (
            <tr key={login}>
              <th scope="row">{displayName}</th>
              <td>{login}</td>
              <td>
                <code className="secret">{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
    <p className="actions">
      <a className="button" href={`/m/${town.municipality}/office/settings/users`}>
        伝えました
      </a>
    </p>
  </SettingsLayout>
);
