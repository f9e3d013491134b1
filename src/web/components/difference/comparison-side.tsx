import type { FieldChange } from '../../../domain/plan/difference-fields.ts';
import type { Segment } from '../../../domain/plan/difference-text.ts';
import type { DifferenceWords } from '../../text/difference.ts';
import { InlineDifference } from './inline-difference.tsx';
import type { NameOf } from './value-names.ts';

interface Props {
  readonly field: string;
  readonly form: FieldChange['form'];
  readonly segments: readonly Segment[];
  readonly words: DifferenceWords;
  readonly nameOf: NameOf;
}

/** Longer than this, a text written anew fills a phone's screen; its beginning says what it is. */
const longestOpen = 240;
const excerptLength = 60;

const lengthOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0);

/** Little of it is on the other side too: there is nothing to compare word by word. */
const isWrittenAnew = (segments: readonly Segment[]): boolean =>
  lengthOf(segments.filter(({ kind }) => kind === 'same')) < 0.4 * lengthOf(segments);

/** One side of a row of the 新旧対照表. A long text that is written anew is folded, and open in print. */
export const ComparisonSide = (props: Props) => {
  const { form, segments, words } = props;
  const length = lengthOf(segments);
  if (form === 'list' || length <= longestOpen || !isWrittenAnew(segments))
    return <InlineDifference {...props} />;
  const whole = segments.map(({ text }) => text).join('');
  return (
    <details className="comparison__fold">
      <summary>
        <span lang="ja">{[...whole].slice(0, excerptLength).join('')}…</span> {words.whole(length)}
      </summary>
      <InlineDifference {...props} />
    </details>
  );
};
