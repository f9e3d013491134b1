import type { Form } from '../../middleware/form.ts';
import type { Viewer } from '../../middleware/session.ts';
import { CsrfField } from '../layout.tsx';
import { type FieldSentences, TextField } from './field.tsx';

interface EmailSectionProps {
  readonly viewer: Viewer;
  readonly form: Form;
  readonly sentences: FieldSentences | undefined;
  /** Where the form goes. */
  readonly action: string;
  readonly label: string;
}

/** メールアドレス, one's own or a colleague's. */
export const EmailSection = ({ viewer, form, sentences, action, label }: EmailSectionProps) => (
  <section className="section" aria-labelledby="email">
    <h2 id="email">メールアドレス</h2>
    <form method="post" action={action} className="form">
      <CsrfField viewer={viewer} />
      <TextField
        form={form}
        name="email"
        label={label}
        hint="空なら、督促は「やること」の画面にだけ出ます。"
        sentences={sentences}
      />
      <p className="actions">
        <button type="submit" className="button button--quiet">
          変える
        </button>
      </p>
    </form>
  </section>
);
