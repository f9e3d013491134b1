import type { Segment } from '../../../domain/plan/difference-text.ts';
import { InlineDifference } from '../../components/difference/inline-difference.tsx';
import { differenceWords } from '../../text/difference.ts';

const words = differenceWords('ja');

/** A text with what is new underlined and what is gone struck through. */
export const MarkedText = ({ segments }: { readonly segments: readonly Segment[] }) => (
  <InlineDifference field="" form="text" segments={segments} words={words} nameOf={(_, value) => value} />
);

/** 前の版: what the field said in the revision before, beside what it says now. */
export const FormerText = ({
  former,
  segments,
}: {
  readonly former: string;
  readonly segments: readonly Segment[];
}) => (
  <details className="former">
    <summary>前の版から変わっています</summary>
    <p className="former__label">変わったところ</p>
    <p className="former__text">
      <MarkedText segments={segments} />
    </p>
    <p className="former__label">前の版の文</p>
    <p className="former__text">{former === '' ? '（空欄）' : former}</p>
  </details>
);
