import type { WebDeps } from '../deps.ts';
import type { OpenOfficeEnv } from '../middleware/session.ts';
import { FieldFrame } from './forms/field.tsx';
import { PasswordField } from './forms/password-field.tsx';
import { type Interrupted, resumeField } from './interrupted.ts';
import { OfficeDocument } from './layout.tsx';

export interface LoginPageProps {
  readonly town: OpenOfficeEnv['Variables']['town'];
  readonly assets: WebDeps['assets'];
  /** Double-submit token, the same as the cookie's. */
  readonly token: string;
  readonly login: string;
  /** Where to go afterwards, inside this office. */
  readonly next: string | null;
  /** What was typed before the session ended. */
  readonly resume: Interrupted | null;
  readonly problem: string | null;
  readonly notice?: string | undefined;
}

const codeHint = '二段階認証を設定した方だけ入力します。認証アプリの6桁の数字、または回復用コード。';

export const LoginPage = ({ town, assets, token, login, next, resume, problem, notice }: LoginPageProps) => (
  <OfficeDocument title={problem === null ? 'ログイン' : 'エラー: ログイン'} town={town} assets={assets}>
    <main id="main" className="wrap office-main office-main--narrow" tabIndex={-1}>
      <p className="login-town">
        <span className="office-header__product">羅針</span> {town.name}
      </p>
      <h1>ログイン</h1>
      {problem !== null && (
        <p className="notice notice--problem" role="alert">
          {problem}
        </p>
      )}
      {notice !== undefined && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <form method="post" action={`/m/${town.municipality}/office/login`} className="form">
        <input type="hidden" name="_csrf" value={token} />
        {next !== null && <input type="hidden" name="next" value={next} />}
        {resume !== null && <input type="hidden" name={resumeField} value={JSON.stringify(resume)} />}
        <FieldFrame name="login" label="ログインID" required>
          <input
            id="f-login"
            name="login"
            type="text"
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={200}
            defaultValue={login}
          />
        </FieldFrame>
        <PasswordField name="password" label="パスワード" autoComplete="current-password" />
        <FieldFrame name="code" label="確認コード" hint={codeHint}>
          <input
            id="f-code"
            name="code"
            type="text"
            className="input input--medium"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            aria-describedby="f-code-hint"
          />
        </FieldFrame>
        <p className="actions">
          <button type="submit" className="button">
            ログイン
          </button>
        </p>
      </form>
      <p className="more">
        <a href={`/m/${town.municipality}`}>{town.name}の公開画面へ</a>
      </p>
    </main>
  </OfficeDocument>
);
