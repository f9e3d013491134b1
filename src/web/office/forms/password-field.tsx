import { describe, FieldFrame, type FieldSentences } from './field.tsx';

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly sentences?: FieldSentences | undefined;
}

/** Never filled in again from what was sent. */
export const PasswordField = ({ autoComplete, ...frame }: PasswordFieldProps) => (
  <FieldFrame {...frame} required>
    <input
      {...describe(frame)}
      type="password"
      className="input input--medium"
      autoComplete={autoComplete}
      required
      maxLength={200}
    />
  </FieldFrame>
);
