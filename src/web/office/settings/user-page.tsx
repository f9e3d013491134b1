import type { GrantRow } from '../../../db/role-grant.ts';
import type { UserRow } from '../../../db/user.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { EmailSection } from '../forms/email-section.tsx';
import { type FieldSentences, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { GrantFields } from './grant-fields.tsx';
import { grantText, isOver, outlivesUnit } from './grant-text.ts';
import { SettingsLayout } from './settings-layout.tsx';
import { UserDoings } from './user-doings.tsx';
import { userState } from './user-state.ts';

export interface UserPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly user: UserRow;
  readonly grants: readonly GrantRow[];
  readonly units: readonly OrganisationUnit[];
  readonly now: string;
  readonly today: string;
  /** What was typed into the form that was refused. */
  readonly form: Form;
  readonly notice?: string | undefined;
  readonly problems?: readonly string[];
  readonly sentences?: FieldSentences | undefined;
}

const Grants = ({ town, viewer, user, grants, units, today }: UserPageProps) => {
  const base = `/m/${town.municipality}/office/settings/users/${user.userId}`;
  if (grants.length === 0)
    return <p className="quiet">まだ役割がありません。ログインしても何もできません。</p>;
  return (
    <ul className="todo">
      {grants.map((grant) => (
        <li key={grant.grantId}>
          <span className="todo__link">{grantText(grant, units)}</span>
          {isOver(grant, units, today) && (
            <span className="todo__note">
              {outlivesUnit(grant, today)
                ? '組織が終わりました。この役割ではもう何もできません。引き継いだ組織があれば、その役割に移っています。'
                : '終わりました'}
            </span>
          )}
          {outlivesUnit(grant, today) && (
            <form method="post" action={`${base}/grants/end`}>
              <CsrfField viewer={viewer} />
              <input type="hidden" name="grant" value={grant.grantId} />
              <button
                type="submit"
                className="button button--quiet button--small"
                aria-label={`${grantText(grant, units)}を外す`}
              >
                外す
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
};

export const UserPage = (props: UserPageProps) => {
  const { town, viewer, user, units, now, today, form, notice, problems, sentences } = props;
  const base = `/m/${town.municipality}/office/settings/users/${user.userId}`;
  return (
    <SettingsLayout
      title={user.displayName}
      page="users"
      below
      town={town}
      viewer={viewer}
      notice={notice}
      problems={problems}
    >
      <dl className="facts facts--row">
        <div>
          <dt>ログインID</dt>
          <dd>{user.login}</dd>
        </div>
        <div>
          <dt>状態</dt>
          <dd>{userState(user, now).label}</dd>
        </div>
        <div>
          <dt>二段階認証</dt>
          <dd>{user.hasTotp ? 'あり' : 'なし'}</dd>
        </div>
      </dl>
      <section className="section" aria-labelledby="roles">
        <h2 id="roles">役割</h2>
        <Grants {...props} />
        <form method="post" action={`${base}/grants`} className="form section">
          <h3>役割を付ける</h3>
          <CsrfField viewer={viewer} />
          <GrantFields form={form} units={units} today={today} sentences={sentences} />
          <p className="actions">
            <button type="submit" className="button button--quiet">
              付ける
            </button>
          </p>
        </form>
      </section>
      <section className="section" aria-labelledby="name">
        <h2 id="name">名前</h2>
        <form method="post" action={`${base}/name`} className="form">
          <CsrfField viewer={viewer} />
          <TextField form={form} name="displayName" label="氏名（表示名）" required sentences={sentences} />
          <p className="actions">
            <button type="submit" className="button button--quiet">
              変える
            </button>
          </p>
        </form>
      </section>
      <EmailSection
        viewer={viewer}
        form={form}
        sentences={sentences}
        action={`${base}/email`}
        label="督促を送るアドレス"
      />
      <UserDoings town={town} viewer={viewer} user={user} now={now} />
    </SettingsLayout>
  );
};
