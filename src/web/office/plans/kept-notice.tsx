import type { KeptTyping } from '../../../db/autosave.ts';
import type { Viewer } from '../../middleware/session.ts';
import { formatInstant } from '../instant-words.ts';
import { CsrfField } from '../layout.tsx';

interface KeptNoticeProps {
  readonly kept: KeptTyping;
  readonly viewer: Viewer;
  /** The page of the form. */
  readonly href: string;
  readonly formKey: string;
  /** Address of the office. */
  readonly office: string;
}

/** Something typed earlier was not saved: it is offered, never put in by itself. */
export const KeptNotice = ({ kept, viewer, href, formKey, office }: KeptNoticeProps) => (
  <section className="notice" aria-label="前に入力した内容">
    <p>保存していない入力があります（{formatInstant(kept.updatedAt)}）。続きから書けます。</p>
    <form method="post" action={`${office}/plans/autosave/discard`} className="actions">
      <CsrfField viewer={viewer} />
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="back" value={href} />
      <a className="button" href={`${href}?restore=1`}>
        入力を取り戻す
      </a>
      <button type="submit" className="button button--quiet">
        この控えを捨てる
      </button>
    </form>
  </section>
);
