import type { UserRow } from '../../../db/user.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { japanTime } from '../../text/japan-time.ts';
import { deviceName } from '../device-name.ts';
import { EmailSection } from '../forms/email-section.tsx';
import type { FieldSentences } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';

interface SessionEntry {
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

interface AccountPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly user: UserRow;
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly SessionEntry[];
  readonly notice?: string | undefined;
  readonly problems?: readonly string[];
  readonly form: Form;
  readonly sentences: FieldSentences;
}

/** Enough of the hash to name a session on the page; nothing can be done with it elsewhere. */
export const sessionName = (tokenHash: string): string => tokenHash.slice(0, 24);

const Sessions = ({ town, viewer, sessions }: Pick<AccountPageProps, 'town' | 'viewer' | 'sessions'>) => {
  const base = `/m/${town.municipality}/office/account`;
  return (
    <section className="section" aria-labelledby="sessions">
      <h2 id="sessions">ログイン中の端末</h2>
      <TableScroll label="端末の表">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">端末</th>
              <th scope="col">ログイン</th>
              <th scope="col">最後の操作</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.tokenHash}>
                <th scope="row">
                  {deviceName(session.userAgent)}
                  {session.tokenHash === viewer.tokenHash && (
                    <span className="tag tag--accent">この端末</span>
                  )}
                </th>
                <td>{japanTime(session.createdAt)}</td>
                <td>{japanTime(session.lastSeenAt)}</td>
                <td>
                  {session.tokenHash !== viewer.tokenHash && (
                    <form method="post" action={`${base}/sessions/end`}>
                      <CsrfField viewer={viewer} />
                      <input type="hidden" name="session" value={sessionName(session.tokenHash)} />
                      <button
                        type="submit"
                        className="button button--quiet button--small"
                        aria-label={`${deviceName(session.userAgent)}（${japanTime(session.createdAt)}から）をログアウトさせる`}
                      >
                        ログアウトさせる
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {sessions.length > 1 && (
        <form method="post" action={`${base}/sessions/end-others`} className="actions">
          <CsrfField viewer={viewer} />
          <button type="submit" className="button button--quiet">
            この端末のほかをすべてログアウトさせる
          </button>
        </form>
      )}
    </section>
  );
};

export const AccountPage = (props: AccountPageProps) => {
  const { town, viewer, user, recoveryCodesLeft, sessions, notice, problems, form, sentences } = props;
  const base = `/m/${town.municipality}/office/account`;
  return (
    <OfficeLayout
      title="自分のアカウント"
      town={town}
      viewer={viewer}
      current="account"
      breadcrumb={[{ label: 'やること', href: `/m/${town.municipality}/office` }]}
      notice={notice}
      problems={problems}
    >
      <dl className="facts facts--row">
        <div>
          <dt>氏名（表示名）</dt>
          <dd>{user.displayName}</dd>
        </div>
        <div>
          <dt>ログインID</dt>
          <dd>{user.login}</dd>
        </div>
      </dl>
      <section className="section" aria-labelledby="password">
        <h2 id="password">パスワード</h2>
        <p className="section__text">変えると、この端末のほかのログインはすべて終わります。</p>
        <p className="actions">
          <a className="button button--quiet" href={`${base}/password`}>
            パスワードを変える
          </a>
        </p>
      </section>
      <section className="section" aria-labelledby="totp">
        <h2 id="totp">二段階認証</h2>
        {user.hasTotp ? (
          <p className="section__text">
            設定されています。使っていない回復用コードは {recoveryCodesLeft} 個です。
          </p>
        ) : (
          <p className="section__text">
            設定されていません。認証アプリの数字も求めるようにすると、パスワードが漏れても入れなくなります。
          </p>
        )}
        <p className="actions">
          <a className="button button--quiet" href={`${base}/totp`}>
            {user.hasTotp ? '二段階認証をやめる' : '二段階認証を設定する'}
          </a>
        </p>
      </section>
      <EmailSection
        viewer={viewer}
        form={form}
        sentences={sentences}
        action={`${base}/email`}
        label="督促を受け取るアドレス"
      />
      <Sessions town={town} viewer={viewer} sessions={sessions} />
    </OfficeLayout>
  );
};
