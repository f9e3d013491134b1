import type { GrantRow } from '../../../db/role-grant.ts';
import type { UserRow } from '../../../db/user.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { grantText, isOver } from './grant-text.ts';
import { SettingsLayout } from './settings-layout.tsx';
import { userState } from './user-state.ts';

interface UsersPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly users: readonly UserRow[];
  readonly grants: readonly GrantRow[];
  readonly units: readonly OrganisationUnit[];
  readonly now: string;
  readonly today: string;
  readonly notice?: string | undefined;
}

export const UsersPage = ({ town, viewer, users, grants, units, now, today, notice }: UsersPageProps) => {
  const base = `/m/${town.municipality}/office/settings/users`;
  const grantsOf = Map.groupBy(grants, ({ userId }) => userId);
  return (
    <SettingsLayout title="職員" page="users" town={town} viewer={viewer} notice={notice}>
      <p className="actions">
        <a className="button" href={`${base}/add`}>
          職員を加える
        </a>
        <a className="button button--quiet" href={`${base}/import`}>
          CSVでまとめて加える
        </a>
      </p>
      <TableScroll label="職員の一覧">
        <table className="table">
          <caption>{users.length}人</caption>
          <thead>
            <tr>
              <th scope="col">氏名（表示名）</th>
              <th scope="col">ログインID</th>
              <th scope="col">役割</th>
              <th scope="col">状態</th>
              <th scope="col">二段階認証</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => {
              const state = userState(user, now);
              const all = grantsOf.get(user.userId) ?? [];
              const held = all.filter((grant) => !isOver(grant, units, today));
              const over = all.length - held.length;
              return (
                <tr key={user.userId}>
                  <th scope="row">
                    <a className="table__link" href={`${base}/${user.userId}`}>
                      {user.displayName}
                    </a>
                  </th>
                  <td>{user.login}</td>
                  <td>
                    {held.length === 0 ? (
                      <span className="quiet">役割なし</span>
                    ) : (
                      <ul>
                        {held.map((grant) => (
                          <li key={grant.grantId}>{grantText(grant, units)}</li>
                        ))}
                      </ul>
                    )}
                    {over > 0 && <p className="small quiet">{`終わった役割 ${over}件`}</p>}
                  </td>
                  <td>
                    {state.attention ? <span className="tag tag--open">{state.label}</span> : state.label}
                  </td>
                  <td>{user.hasTotp ? 'あり' : 'なし'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </SettingsLayout>
  );
};
