import { userColumns } from '../../../documents/csv/read-users.ts';
import { roles } from '../../../domain/access/role.ts';
import { roleNames } from '../../../domain/access/role-names.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField } from '../layout.tsx';
import { SettingsLayout } from './settings-layout.tsx';

interface UserImportPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly problems?: readonly string[];
}

export const UserImportPage = ({ town, viewer, problems }: UserImportPageProps) => {
  const base = `/m/${town.municipality}/office/settings/users/import`;
  return (
    <SettingsLayout
      title="CSVで職員をまとめて加える"
      page="users"
      below
      town={town}
      viewer={viewer}
      problems={problems}
    >
      <p className="section__text">
        1行に1つの役割を書きます。一人に役割がいくつかあるときは、同じログインIDの行を並べます。
        一か所でも誤りがあれば、だれも加えません。
      </p>
      <dl className="facts section">
        <div>
          <dt>列</dt>
          <dd>{userColumns.join('、')}（組織から後ろは空でもかまいません）</dd>
        </div>
        <div>
          <dt>役割に書く言葉</dt>
          <dd>{roles.map((role) => roleNames[role]).join('、')}</dd>
        </div>
        <div>
          <dt>文字コード</dt>
          <dd>UTF-8、またはExcelの「CSV（コンマ区切り）」</dd>
        </div>
      </dl>
      <p className="actions">
        <a href={`${base}/template.csv`}>ひな形（CSV）を取り出す</a>
      </p>
      <form method="post" action={base} encType="multipart/form-data" className="form section">
        <CsrfField viewer={viewer} />
        <div className="field">
          <label htmlFor="f-users">職員の一覧（CSV）</label>
          <input id="f-users" name="users" type="file" accept=".csv,text/csv" className="input" required />
        </div>
        <p className="actions">
          <button type="submit" className="button">
            まとめて加える
          </button>
        </p>
      </form>
    </SettingsLayout>
  );
};
