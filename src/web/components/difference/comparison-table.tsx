import type { ContentDifference } from '../../../domain/plan/difference.ts';
import { type ComparisonGroup, comparisonTable } from '../../../domain/plan/difference-table.ts';
import { differenceWords } from '../../text/difference.ts';
import type { Language } from '../../text/text.ts';
import { TableScroll } from '../table-scroll.tsx';
import { ComparisonSide } from './comparison-side.tsx';
import { DifferencePart } from './difference-part.tsx';
import type { NameOf } from './value-names.ts';

export interface ComparisonTableProps {
  readonly difference: ContentDifference;
  readonly language: Language;
  readonly nameOf: NameOf;
  /** Labels of the two sides: 第1版, 第五次総合計画 */
  readonly from: string;
  readonly to: string;
  /** Level of the headings of the parts. */
  readonly heading?: 2 | 3;
}

const headingOf = ({ part, kindName, code, title }: ComparisonGroup, partName: string): string =>
  part === 'items'
    ? [kindName, code, title].filter((word) => word !== '').join(' ')
    : [partName, title].filter((word) => word !== '').join('：');

interface PartTableProps extends Omit<ComparisonTableProps, 'difference' | 'heading'> {
  readonly groups: readonly ComparisonGroup[];
  readonly caption: string;
}

/** 項目・欄・旧・新・区分・理由, one block of rows an item. */
const PartTable = ({ groups, caption, language, nameOf, from, to }: PartTableProps) => {
  const words = differenceWords(language);
  return (
    <TableScroll label={caption}>
      <table className="table comparison">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.item}</th>
            <th scope="col">{words.columns.field}</th>
            <th scope="col">
              {words.columns.old}（<span lang="ja">{from}</span>）
            </th>
            <th scope="col">
              {words.columns.new}（<span lang="ja">{to}</span>）
            </th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        {groups.map((group) => {
          const rows = group.rows.length === 0 ? [null] : group.rows;
          return (
            <tbody key={`${group.part}:${group.key}:${group.marks[0]}`}>
              {rows.map((row, order) => (
                <tr key={row?.field ?? 'none'}>
                  {order === 0 ? (
                    <th scope="rowgroup" rowSpan={rows.length} lang="ja">
                      {headingOf(group, words.parts[group.part])}
                    </th>
                  ) : null}
                  {row === null ? (
                    <td colSpan={3}>{group.marks.map((mark) => words.marks[mark]).join('・')}</td>
                  ) : (
                    <>
                      <td>{words.fields[row.field] ?? row.field}</td>
                      {row.field === 'order' ? (
                        <td colSpan={2}>{words.reordered}</td>
                      ) : (
                        <>
                          <td className="comparison__side">
                            <ComparisonSide {...row} segments={row.old} words={words} nameOf={nameOf} />
                          </td>
                          <td className="comparison__side">
                            <ComparisonSide {...row} segments={row.new} words={words} nameOf={nameOf} />
                          </td>
                        </>
                      )}
                    </>
                  )}
                  {order === 0 ? (
                    <>
                      <td rowSpan={rows.length}>{group.marks.map((mark) => words.marks[mark]).join('・')}</td>
                      <td className="comparison__reason" rowSpan={rows.length} lang="ja">
                        {group.reasons.join('／')}
                      </td>
                    </>
                  ) : null}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </TableScroll>
  );
};

const partsInOrder = ['items', 'header', 'levels', 'identity', 'situation'] as const;

/** As many as are read through beside what changed. */
const mostBeside = 6;

interface Fold {
  /** null: what can be compared, old beside new. */
  readonly mark: 'added' | 'removed' | null;
  readonly groups: readonly ComparisonGroup[];
}

/** Many entries that stand on one side only (a plan written anew) are tables of their own, folded below the rest. */
const foldsOf = (groups: readonly ComparisonGroup[]): readonly Fold[] => {
  const oneSided = (mark: 'added' | 'removed') => groups.filter(({ marks }) => marks.join() === mark);
  const [added, removed] = [oneSided('added'), oneSided('removed')];
  const isLong = added.length + removed.length > mostBeside;
  const folds: readonly Fold[] = isLong
    ? [
        { mark: null, groups: groups.filter((group) => !added.includes(group) && !removed.includes(group)) },
        { mark: 'added', groups: added },
        { mark: 'removed', groups: removed },
      ]
    : [{ mark: null, groups }];
  return folds.filter((fold) => fold.groups.length > 0);
};

/** 新旧対照表: the items first, then the plan as a whole; a table a part. Printed as a document of its own. */
export const ComparisonTable = ({ difference, heading = 2, ...shown }: ComparisonTableProps) => {
  const words = differenceWords(shown.language);
  const groups = comparisonTable(difference);
  if (groups.length === 0) return <p>{words.same}</p>;
  const parts = Map.groupBy(groups, ({ part }) => part);
  const caption = words.caption(shown.from, shown.to);
  return (
    <div className="difference-view">
      {partsInOrder.map((part) => {
        return foldsOf(parts.get(part) ?? []).map(({ mark, groups: own }) => {
          const title = [words.parts[part], ...(mark === null ? [] : [words.marks[mark]])].join(': ');
          return (
            <DifferencePart
              key={title}
              title={title}
              count={own.length}
              heading={heading}
              isOpen={mark === null && (part === 'items' || !parts.has('items'))}
            >
              <PartTable
                groups={own}
                caption={part === 'items' && mark === null ? caption : `${caption}（${title}）`}
                {...shown}
              />
            </DifferencePart>
          );
        });
      })}
    </div>
  );
};
