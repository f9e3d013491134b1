import type { SituationEntry } from '../../domain/plan/plan.ts';
import { type TownFrame, townName } from '../components/frame.ts';

interface Props {
  readonly frame: TownFrame;
  readonly entries: readonly SituationEntry[];
}

const Text = ({ entry }: { readonly entry: SituationEntry }) =>
  entry.isNew ? <ins>{entry.text}</ins> : entry.text;

const byTheme = (entries: readonly SituationEntry[]): readonly [string, SituationEntry[]][] => [
  ...Map.groupBy(entries, (entry) => entry.theme),
];

const Themes = ({
  entries,
  className,
}: {
  readonly entries: readonly SituationEntry[];
  readonly className: string;
}) => (
  <dl className={className} lang="ja">
    {byTheme(entries).map(([theme, group]) => (
      <div key={theme}>
        <dt>{theme}</dt>
        {group.map((entry) => (
          <dd key={entry.entryKey} id={`situation-${entry.entryKey}`}>
            <Text entry={entry} />
          </dd>
        ))}
      </div>
    ))}
  </dl>
);

/** 環境 (world ⊃ Japan ⊃ town), 強み and 不安要素; what is new since the predecessor is underlined. */
export const Situation = ({ frame, entries }: Props) => {
  const { t } = frame;
  if (entries.length === 0) return null;
  const environment = entries.filter((entry) => entry.kind === 'environment');
  const sides = [
    { title: t.plan.strengths, entries: entries.filter((entry) => entry.kind === 'strength') },
    { title: t.plan.risks, entries: entries.filter((entry) => entry.kind === 'risk') },
  ].filter((side) => side.entries.length > 0);
  const scopes = (['world', 'japan', 'municipality', null] as const)
    .map((scope) => ({ scope, entries: environment.filter((entry) => entry.scope === scope) }))
    .filter((group) => group.entries.length > 0);
  return (
    <section className="section section--ruled" id="situation" aria-labelledby="situation-title">
      <h2 id="situation-title">{t.plan.situation}</h2>
      {entries.some((entry) => entry.isNew) ? <p className="section__lead">{t.plan.underlineNote}</p> : null}
      {scopes.length === 0 ? null : (
        <>
          <h3>{t.plan.environment}</h3>
          <div className="situation">
            {scopes.map((group) => (
              <div key={group.scope ?? ''} className="situation__group">
                {group.scope === null ? null : (
                  <h4>{group.scope === 'municipality' ? townName(frame) : t.plan.scopes[group.scope]}</h4>
                )}
                <Themes entries={group.entries} className="situation__themes" />
              </div>
            ))}
          </div>
        </>
      )}
      {sides.length === 0 ? null : (
        <div className="situation situation--sides">
          {sides.map((side) => (
            <div key={side.title} className="situation__group">
              <h3>{side.title}</h3>
              <Themes entries={side.entries} className="situation__themes" />
            </div>
          ))}
        </div>
      )}
    </section>
  );
};
