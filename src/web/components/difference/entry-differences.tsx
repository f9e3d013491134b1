import type { EntryDifference } from '../../../domain/plan/difference-entries.ts';
import type { DifferenceWords } from '../../text/difference.ts';
import { DifferenceFields } from './difference-fields.tsx';
import { InlineDifference } from './inline-difference.tsx';
import type { NameOf } from './value-names.ts';

interface Props<Entry> {
  readonly entries: readonly EntryDifference<Entry, string>[];
  readonly name: (entry: Entry) => string;
  /** The field that says most: all that is shown of an entry added or removed as a whole. */
  readonly main: string;
  readonly words: DifferenceWords;
  readonly nameOf: NameOf;
}

/** Levels, identity, situation: a line an entry; fields only where an entry changed. */
export const EntryDifferences = <Entry,>({ entries, name, main, words, nameOf }: Props<Entry>) => (
  <ul className="difference">
    {entries.map(({ kind, old, new: now, fields }) => {
      const shown = now ?? old;
      const title = shown === null ? '' : name(shown);
      const text = fields.find(({ field }) => field === main);
      return (
        <li key={`${kind}:${JSON.stringify(shown)}`} className="difference__entry">
          <span className="tag">{words.marks[kind]}</span>
          <strong lang="ja">{title}</strong>{' '}
          {kind === 'changed' ? (
            <DifferenceFields fields={fields} words={words} nameOf={nameOf} />
          ) : text === undefined || text.segments[0]?.text === title ? null : (
            <InlineDifference {...text} words={words} nameOf={nameOf} />
          )}
        </li>
      );
    })}
  </ul>
);
