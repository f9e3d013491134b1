import { useEditing } from '../../../judgement/editor/editing.ts';
import { takeValue } from './take.ts';

type TakeButtonProps = Parameters<typeof takeValue>[0] & {
  readonly label?: string;
  readonly children: string;
};

/** Takes an answer over into the fields above; nothing is saved by it. */
export const TakeButton = ({ label, children, ...taken }: TakeButtonProps) => {
  const { href } = useEditing();
  return (
    <button
      type="submit"
      name="then"
      value={takeValue(taken)}
      formAction={`${href}#part-results`}
      className="button button--quiet button--small"
      aria-label={label}
    >
      {children}
    </button>
  );
};
