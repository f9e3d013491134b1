import type { IdentityEntry } from '../../domain/plan/plan.ts';
import type { TownFrame } from '../components/frame.ts';

interface Group {
  readonly label: string;
  readonly large: boolean;
  readonly entries: readonly IdentityEntry[];
}

/** Entries under one label stand together; the vision and the purpose are set large. */
const groupsOf = (entries: readonly IdentityEntry[]): readonly Group[] =>
  [...Map.groupBy(entries, (entry) => entry.label)].map(([label, group]) => ({
    label,
    large: group.some((entry) => entry.kind === 'vision' || entry.kind === 'purpose'),
    entries: group,
  }));

interface Props {
  readonly frame: TownFrame;
  readonly entries: readonly IdentityEntry[];
}

/** 理念: purpose, vision, brand; the top of the tree and what decisions are held against. */
export const Identity = ({ frame, entries }: Props) =>
  entries.length === 0 ? null : (
    <section className="section section--ruled" id="identity" aria-labelledby="identity-title">
      <h2 id="identity-title">{frame.t.plan.identity}</h2>
      <dl className="identity" lang="ja">
        {groupsOf(entries).map((group) => (
          <div key={group.label} className={group.large ? 'identity__group--large' : undefined}>
            <dt>{group.label}</dt>
            {group.entries.map((entry) => (
              <dd key={entry.entryKey}>
                <p className="identity__text phrase">{entry.text}</p>
                {entry.explanation === '' ? null : <p className="prose quiet">{entry.explanation}</p>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
