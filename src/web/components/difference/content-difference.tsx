import type { ContentDifference, ItemDifference } from '../../../domain/plan/difference.ts';
import type { FieldChange } from '../../../domain/plan/difference-fields.ts';
import { pathLine } from '../../../domain/plan/difference-table.ts';
import { type DifferenceWords, differenceWords } from '../../text/difference.ts';
import type { Language } from '../../text/text.ts';
import { DifferenceFields } from './difference-fields.tsx';
import { DifferencePart } from './difference-part.tsx';
import { EntryDifferences } from './entry-differences.tsx';
import type { NameOf } from './value-names.ts';

export interface ContentDifferenceProps {
  readonly difference: ContentDifference;
  readonly language: Language;
  readonly nameOf: NameOf;
  /** Address of an item of the new side; undefined: titles are not links. */
  readonly itemHref?: (itemKey: string) => string;
  /** Level of the headings of the parts (計画の全体, 項目 …). */
  readonly heading?: 2 | 3;
}

interface Shared {
  readonly words: DifferenceWords;
  readonly nameOf: NameOf;
}

const Marks = ({
  marks,
  words,
}: {
  readonly marks: readonly (keyof DifferenceWords['marks'])[];
  readonly words: DifferenceWords;
}) => (
  <ul className="difference__marks">
    {marks.map((mark) => (
      <li key={mark} className="tag">
        {words.marks[mark]}
      </li>
    ))}
  </ul>
);

/** Of an item added or ended as a whole its texts; the title stands above, the rest on its page and in the table. */
const shownFields = ({ old, new: now, fields }: ItemDifference): readonly FieldChange[] =>
  now !== null && old.length > 0
    ? fields
    : fields.filter(({ field, form }) => form === 'text' && field !== 'title');

const Item = ({
  item,
  words,
  nameOf,
  itemHref,
  heading,
  isOpen,
}: Shared &
  Pick<ContentDifferenceProps, 'itemHref'> & {
    readonly item: ItemDifference;
    readonly heading: 3 | 4;
    readonly isOpen: boolean;
  }) => {
  const fields = shownFields(item);
  const Heading = heading === 3 ? 'h3' : 'h4';
  const title = [item.code, (item.new ?? item.old[0])?.title ?? ''].filter((part) => part !== '').join(' ');
  const place = (path: ItemDifference['path']): string => (path.length === 0 ? words.top : pathLine(path));
  return (
    <li className="difference__item">
      {item.path.length === 0 ? null : (
        <p className="quiet small" lang="ja">
          {pathLine(item.path)}
        </p>
      )}
      <Heading>
        <span className="quiet">{item.levelName}</span>{' '}
        {item.new === null || itemHref === undefined ? title : <a href={itemHref(item.itemKey)}>{title}</a>}
      </Heading>
      <Marks marks={item.marks} words={words} />
      {item.old.length < 2 ? null : <p lang="ja">{item.old.map((old) => `「${old.title}」`).join(' ')}</p>}
      {item.move === null ? null : (
        <p>
          {item.move.withinParent ? words.reordered : words.moved(place(item.move.from), place(item.move.to))}
        </p>
      )}
      {item.renumber === null ? null : (
        <p>{words.renumbered(item.renumber.from || words.none, item.renumber.to || words.none)}</p>
      )}
      {item.reasons.length === 0 ? null : (
        <p>
          <span className="difference__reason">{words.reason}</span>{' '}
          <span lang="ja">{item.reasons.join('／')}</span>
        </p>
      )}
      {fields.length === 0 ? null : (
        <details open={isOpen}>
          <summary>{words.texts(fields.length)}</summary>
          <DifferenceFields fields={fields} words={words} nameOf={nameOf} />
        </details>
      )}
    </li>
  );
};

/** Where more items than these say something new, what each says is folded away, and the list of them can be read at a glance. */
const fewItems = 6;

/** 文中に示す差分, part by part: items in the order of the tree, then the plan as a whole, levels, identity, situation. */
export const ContentDifferenceView = ({
  difference,
  language,
  nameOf,
  itemHref,
  heading = 2,
}: ContentDifferenceProps) => {
  const words = differenceWords(language);
  const shared = { words, nameOf };
  const below = heading === 2 ? 3 : 4;
  const { header, levels, identity, situation, items, counts } = difference;
  const same = [header, levels, identity, situation, items].every((part) => part.length === 0);
  if (same) return <p>{words.same}</p>;
  const onlyRest = items.length === 0;
  const told = items.filter((item) => shownFields(item).length > 0).length;
  return (
    <div className="difference-view">
      <p className="quiet small">{words.legend}</p>
      {items.length === 0 ? null : (
        <DifferencePart title={words.parts.items} count={items.length} heading={heading} isOpen>
          <ol className="difference">
            {items.map((item) => (
              <Item
                key={`${item.new === null ? 'old' : 'new'}:${item.itemKey}`}
                item={item}
                heading={below}
                isOpen={told <= fewItems}
                {...shared}
                {...(itemHref === undefined ? {} : { itemHref })}
              />
            ))}
          </ol>
        </DifferencePart>
      )}
      {header.length === 0 ? null : (
        <DifferencePart title={words.parts.header} count={header.length} heading={heading} isOpen={onlyRest}>
          <DifferenceFields fields={header} {...shared} />
        </DifferencePart>
      )}
      {levels.length === 0 ? null : (
        <DifferencePart title={words.parts.levels} count={levels.length} heading={heading} isOpen={onlyRest}>
          <EntryDifferences entries={levels} name={(level) => level.name} main="name" {...shared} />
        </DifferencePart>
      )}
      {identity.length === 0 ? null : (
        <DifferencePart
          title={words.parts.identity}
          count={identity.length}
          heading={heading}
          isOpen={onlyRest}
        >
          <EntryDifferences entries={identity} name={(entry) => entry.label} main="text" {...shared} />
        </DifferencePart>
      )}
      {situation.length === 0 ? null : (
        <DifferencePart
          title={words.parts.situation}
          count={situation.length}
          heading={heading}
          isOpen={onlyRest}
        >
          <EntryDifferences entries={situation} name={(entry) => entry.theme} main="text" {...shared} />
        </DifferencePart>
      )}
      {counts.unchanged === 0 ? null : <p className="quiet">{words.unchanged(counts.unchanged)}</p>}
    </div>
  );
};
