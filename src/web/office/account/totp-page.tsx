import type { OfficeEnv } from '../../middleware/session.ts';
import { describe, FieldFrame, type FieldSentences } from '../forms/field.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { QrCode } from './qr-code.tsx';

interface FrameProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly problems?: readonly string[];
  readonly sentences?: FieldSentences | undefined;
}

const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

interface EnrolPageProps extends FrameProps {
  readonly secret: string;
  readonly uri: string;
}

export const EnrolPage = ({ town, viewer, secret, uri, problems, sentences }: EnrolPageProps) => {
  const account = `/m/${town.municipality}/office/account`;
  const code = { name: 'code', label: '認証アプリに表示された6桁の数字', sentences };
  return (
    <OfficeLayout
      title="二段階認証を設定する"
      town={town}
      viewer={viewer}
      current="account"
      breadcrumb={[{ label: '自分のアカウント', href: account }]}
      problems={problems}
    >
      <ol className="steps">
        <li>
          <p>スマートフォンなどの認証アプリで、この図を読み取ります。</p>
          <QrCode
            content={uri}
            title="認証アプリに登録するためのQRコード。下の鍵を手で入力しても同じです。"
          />
          <p>
            読み取れないときは、この鍵を入力します: <code className="secret">{grouped(secret)}</code>
          </p>
        </li>
        <li>
          <form method="post" action={`${account}/totp`} className="form">
            <CsrfField viewer={viewer} />
            <input type="hidden" name="secret" value={secret} />
            <FieldFrame {...code} required>
              <input
                {...describe(code)}
                type="text"
                className="input input--short"
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                maxLength={10}
              />
            </FieldFrame>
            <p className="actions">
              <button type="submit" className="button">
                設定する
              </button>
            </p>
          </form>
        </li>
      </ol>
    </OfficeLayout>
  );
};

export const RecoveryCodesPage = ({
  town,
  viewer,
  codes,
}: FrameProps & { readonly codes: readonly string[] }) => {
  const account = `/m/${town.municipality}/office/account`;
  return (
    <OfficeLayout
      title="回復用コード"
      town={town}
      viewer={viewer}
      current="account"
      breadcrumb={[{ label: '自分のアカウント', href: account }]}
      notice="二段階認証を設定しました。"
    >
      <p>
        認証アプリを使えなくなったときに、確認コードの代わりに1回ずつ使えます。
        <strong>表示されるのは今だけです。</strong>印刷するか書き写して、安全な場所に保管してください。
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="secret">{code}</code>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a className="button" href={account}>
          保管しました
        </a>
      </p>
    </OfficeLayout>
  );
};

export const RemoveTotpPage = ({ town, viewer, problems, sentences }: FrameProps) => {
  const account = `/m/${town.municipality}/office/account`;
  return (
    <OfficeLayout
      title="二段階認証をやめる"
      town={town}
      viewer={viewer}
      current="account"
      breadcrumb={[{ label: '自分のアカウント', href: account }]}
      problems={problems}
    >
      <p>やめると、ログインはパスワードだけになり、回復用コードも使えなくなります。</p>
      <form method="post" action={`${account}/totp/remove`} className="form">
        <CsrfField viewer={viewer} />
        <PasswordField
          name="currentPassword"
          label="今のパスワード"
          autoComplete="current-password"
          sentences={sentences}
        />
        <p className="actions">
          <button type="submit" className="button">
            二段階認証をやめる
          </button>
        </p>
      </form>
    </OfficeLayout>
  );
};
