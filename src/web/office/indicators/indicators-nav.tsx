const entries = [
  { key: 'list', label: '指標の一覧', path: 'indicators' },
  { key: 'collections', label: '実績の照会', path: 'collections' },
  { key: 'judgement', label: '判定', path: 'judgement' },
] as const;

/** What there is about indicators: the list, the yearly collection, the judgement. */
export const IndicatorsNav = ({
  office,
  current,
}: {
  readonly office: string;
  readonly current: (typeof entries)[number]['key'];
}) => (
  <nav className="desk-nav" aria-label="指標のページ">
    <ul>
      {entries.map(({ key, label, path }) => (
        <li key={key}>
          <a href={`${office}/${path}`} {...(key === current ? { 'aria-current': 'page' as const } : {})}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
