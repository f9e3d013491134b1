import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly count: number;
  readonly heading: 2 | 3;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** A part of a comparison that can be folded away: what changed in the items is read before the rest. */
export const DifferencePart = ({ title, count, heading, isOpen, children }: Props) => {
  const Heading = heading === 2 ? 'h2' : 'h3';
  return (
    <details className="difference-part" open={isOpen}>
      <summary>
        <Heading>{title}</Heading> <span className="quiet number">{count}</span>
      </summary>
      {children}
    </details>
  );
};
