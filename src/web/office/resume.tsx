import type { Context } from 'hono';
import type { WebDeps } from '../deps.ts';
import { isHttps } from '../middleware/request-source.ts';
import type { OpenOfficeEnv } from '../middleware/session.ts';
import { loginToken } from '../middleware/session-cookie.ts';
import { renderPage } from '../render.tsx';
import { fieldLabel } from './field-labels.ts';
import { type Interrupted, longestResume } from './interrupted.ts';
import { OfficeDocument } from './layout.tsx';
import { LoginPage } from './login-page.tsx';
import { wantsJson } from './refusal-page.tsx';

const endedSentence =
  'しばらく操作がなかったか、ログインの期限が来たため、送信の前にログアウトしました。まだ何も保存されていません。';

const keptSentence = (kept: Interrupted, fits: boolean): string => {
  if (kept.fields.length === 0) return '';
  return fits
    ? 'ログインすると、入力した内容を確かめて送り直せます。'
    : '入力が大きいため引き継げません。別の画面でログインしてから、ブラウザーの「戻る」で入力に戻ってください。';
};

/** The answer to a POST without a session: the login form, carrying what was typed. */
export const resumePage = (c: Context<OpenOfficeEnv>, deps: WebDeps, kept: Interrupted): Response => {
  if (wantsJson(c)) return c.json({ title: 'ログインし直してください', detail: endedSentence }, 401);
  const fits = JSON.stringify(kept).length <= longestResume;
  return renderPage(
    c,
    <LoginPage
      town={c.var.town}
      assets={deps.assets}
      token={loginToken(c, isHttps(c.req.raw, deps.config))}
      login=""
      next={null}
      resume={fits && kept.fields.length > 0 ? kept : null}
      problem={`${endedSentence}${keptSentence(kept, fits)}`}
    />,
    401,
  );
};

interface ResumeProps {
  readonly town: OpenOfficeEnv['Variables']['town'];
  readonly assets: WebDeps['assets'];
  /** Of the new session. */
  readonly csrfToken: string;
  readonly kept: Interrupted;
}

/** After the login: what was typed, to be looked at and sent. */
export const ResumePage = ({ town, assets, csrfToken, kept }: ResumeProps) => (
  <OfficeDocument title="入力の続き" town={town} assets={assets}>
    <main id="main" className="wrap office-main" tabIndex={-1}>
      <h1>入力の続き</h1>
      <p>
        ログインしました。ログアウトする前に入力した内容です。確かめて「この内容を送る」を押してください。
      </p>
      <form method="post" action={kept.path} className="form">
        <input type="hidden" name="_csrf" value={csrfToken} />
        {kept.fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields of one name repeat, and their order never changes
          <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
        ))}
        <dl className="facts">
          {kept.fields
            .filter(([, value]) => value.trim() !== '')
            .map(([name, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <div key={`${name}-${index}`}>
                <dt>{fieldLabel(name)}</dt>
                <dd className="typed">{value}</dd>
              </div>
            ))}
        </dl>
        <p className="actions">
          <button type="submit" className="button">
            この内容を送る
          </button>
          <a href={`/m/${town.municipality}/office`}>送らずに「やること」へ</a>
        </p>
      </form>
    </main>
  </OfficeDocument>
);
