export interface Crumb {
  readonly label: string;
  /** Absent for the page itself. */
  readonly href?: string;
  /** Set where the label is the plan's own Japanese. */
  readonly lang?: 'ja' | undefined;
}

export const Breadcrumb = ({
  label,
  crumbs,
}: {
  readonly label: string;
  readonly crumbs: readonly Crumb[];
}) => (
  <nav className="breadcrumb" aria-label={label}>
    <ol>
      {crumbs.map((crumb) => (
        <li key={`${crumb.href ?? ''} ${crumb.label}`}>
          {crumb.href === undefined ? (
            <span aria-current="page" lang={crumb.lang}>
              {crumb.label}
            </span>
          ) : (
            <a href={crumb.href} lang={crumb.lang}>
              {crumb.label}
            </a>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
