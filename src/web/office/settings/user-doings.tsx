import type { UserRow } from '../../../db/user.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField } from '../layout.tsx';
import { userState } from './user-state.ts';

interface UserDoingsProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly user: UserRow;
  readonly now: string;
}

export type Doing = 'unlock' | 'reset-password' | 'end-sessions' | 'clear-totp' | 'disable' | 'enable';

interface Offer {
  readonly doing: Doing;
  readonly label: string;
  /** What happens when the button is pressed. */
  readonly consequence: string;
  readonly danger?: boolean;
}

const offersFor = ({ user, viewer, now }: Omit<UserDoingsProps, 'town'>): readonly Offer[] => {
  const self = user.userId === viewer.actor.userId;
  const disabled = user.disabledAt !== null;
  return [
    ...(userState(user, now).label === 'ロック中' || user.failedLogins > 0
      ? [
          {
            doing: 'unlock',
            label: 'ロックを解除する',
            consequence: `続けて${user.failedLogins}回失敗しています。本人の打ち間違いと確かめてから解除してください。`,
          } as const,
        ]
      : []),
    ...(self || disabled
      ? []
      : [
          {
            doing: 'reset-password',
            label: '仮パスワードを作る',
            consequence: '今のパスワードは使えなくなり、ログイン中の端末はすべてログアウトします。',
          } as const,
        ]),
    ...(user.hasTotp && !self
      ? [
          {
            doing: 'clear-totp',
            label: '二段階認証を外す',
            consequence: '端末をなくしたときに使います。ログインはパスワードだけになります。',
            danger: true,
          } as const,
        ]
      : []),
    ...(self
      ? []
      : [
          {
            doing: 'end-sessions',
            label: 'すべての端末でログアウトさせる',
            consequence: 'ログイン中の端末がすべてログアウトします。パスワードは変わりません。',
          } as const,
          disabled
            ? ({
                doing: 'enable',
                label: '利用を再開する',
                consequence: 'またログインできるようになります。',
              } as const)
            : ({
                doing: 'disable',
                label: '利用を停止する',
                consequence: 'ログインできなくなります。これまでの記録と役割は残ります。',
                danger: true,
              } as const),
        ]),
  ];
};

export const UserDoings = ({ town, viewer, user, now }: UserDoingsProps) => {
  const offers = offersFor({ user, viewer, now });
  if (offers.length === 0) return null;
  const base = `/m/${town.municipality}/office/settings/users/${user.userId}`;
  return (
    <section className="section" aria-labelledby="login">
      <h2 id="login">ログイン</h2>
      <ul className="offers">
        {offers.map(({ doing, label, consequence, danger }) => (
          <li key={doing}>
            <form method="post" action={`${base}/${doing}`}>
              <CsrfField viewer={viewer} />
              <button
                type="submit"
                className={`button button--small ${danger ? 'button--danger' : 'button--quiet'}`}
                aria-describedby={`about-${doing}`}
              >
                {label}
              </button>
            </form>
            <p id={`about-${doing}`}>{consequence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
