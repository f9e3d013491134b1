import type { ReactNode } from 'react';

/** A wide table moves sideways in its own frame, by keyboard too, and never the page. */
export const TableScroll = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="table-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
