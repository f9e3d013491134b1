import type { Problem } from '../../../domain/kernel/problem.ts';
import { checkItemLacks } from '../../../domain/plan/check-lacks.ts';
import { lintTitles } from '../../../domain/plan/naming-lint.ts';
import { numberItems } from '../../../domain/plan/numbering.ts';
import { checkOwners } from '../../../domain/plan/owner-rule.ts';
import { buildTree, type TreeNode, walkTree } from '../../../domain/plan/tree.ts';
import type { Form } from '../../middleware/form.ts';
import { CsrfField } from '../layout.tsx';
import { placedSentence } from '../plan-sentences.ts';
import type { DeskPage } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';
import { printSeen } from './seen-item.ts';
import { TreeToolbar } from './tree-toolbar.tsx';

export interface TreePageProps {
  readonly desk: DeskPage;
  readonly selected: string | null;
  readonly notice?: string | undefined;
  readonly problems?: readonly Problem[];
  /** Sentences that need more than a problem, such as who was faster. */
  readonly told?: readonly string[];
  /** What was typed for a new item that was refused. */
  readonly refusedInsert?: Form | undefined;
}

const marksByItem = (desk: DeskPage): ReadonlyMap<string, readonly string[]> => {
  const { checks } = desk.town.settings;
  const { items, levels } = desk.loaded.content;
  const marks = new Map<string, string[]>();
  const add = (key: string, mark: string): void => {
    marks.set(key, [...(marks.get(key) ?? []), mark]);
  };
  for (const { path } of checkOwners(items, checks.maxLeadUnits)) add(String(path[1]), '主管が多い');
  for (const { path } of lintTitles(levels, items, checks.namingLint)) add(String(path[1]), '手段の題名');
  for (const { code, path } of checkItemLacks(items))
    add(String(path[1]), code === 'no-lead-unit' ? '主管がない' : 'ありたい姿が空欄');
  return marks;
};

interface RowProps {
  readonly desk: DeskPage;
  readonly node: TreeNode;
  readonly code: string;
  readonly levelName: string;
  readonly owners: string;
  readonly marks: readonly string[];
  readonly selected: boolean;
}

const Row = ({ desk, node, code, levelName, owners, marks, selected }: RowProps) => {
  const { item, depth, again } = node;
  const name = [code, item.title].filter((part) => part !== '').join(' ');
  const href = `${desk.deskHref}/items/${encodeURIComponent(item.itemKey)}`;
  if (again)
    return (
      <tr className="plan-tree__again">
        <td />
        <th scope="row" data-depth={Math.min(depth, 6)}>
          <a href={href}>{name}</a> <span className="tag">再掲</span>
        </th>
        <td>{levelName}</td>
        <td />
        <td />
      </tr>
    );
  return (
    <tr data-key={item.itemKey} data-level={depth + 1} id={`item-${item.itemKey}`}>
      <td>
        {desk.mayEdit && (
          <input
            type="radio"
            name="item"
            value={printSeen(item, desk.loaded.records.get(item.itemKey)?.version ?? 0)}
            aria-label={`選ぶ: ${name}`}
            defaultChecked={selected}
            // biome-ignore lint/a11y/noAutofocus: after a change the page is drawn anew; the place in the tree is kept
            autoFocus={selected}
          />
        )}
      </td>
      <th scope="row" data-depth={Math.min(depth, 6)}>
        <a href={href} data-open>
          {name}
        </a>
      </th>
      <td>{levelName}</td>
      <td>{owners}</td>
      <td>
        {marks.map((mark) => (
          <span key={mark} className="tag tag--open">
            {mark}
          </span>
        ))}
      </td>
    </tr>
  );
};

/** The plan as a table of its branches: read from top to bottom, changed by the buttons above it. */
const Tree = ({ desk, selected }: TreePageProps) => {
  const { items, levels } = desk.loaded.content;
  const tree = buildTree(items);
  const codes = numberItems(levels, items);
  const names = new Map(levels.map((level) => [level.levelKey, level.name]));
  const units = new Map(desk.units.map((unit) => [unit.unitKey, unit.name]));
  const marks = marksByItem(desk);
  const unplaced: readonly TreeNode[] = tree.unplaced.map((item) => ({
    item,
    depth: 0,
    again: false,
    children: [],
  }));
  const nodes = [...walkTree(tree), ...unplaced];
  return (
    <table className="table plan-tree" data-tree>
      <caption className="visually-hidden">計画の体系</caption>
      <thead>
        <tr>
          {desk.mayEdit ? <th scope="col">選ぶ</th> : <td />}
          <th scope="col">項目</th>
          <th scope="col">階層</th>
          <th scope="col">主管</th>
          <th scope="col">気づき</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: 再掲 shows one item twice; drawn once, never reordered
            key={`${node.item.itemKey} ${index}`}
            desk={desk}
            node={node}
            code={codes.get(node.item.itemKey) ?? ''}
            levelName={names.get(node.item.levelKey) ?? ''}
            owners={node.item.leadUnitKeys.map((key) => units.get(key) ?? key).join('、')}
            marks={marks.get(node.item.itemKey) ?? []}
            selected={!node.again && node.item.itemKey === selected}
          />
        ))}
      </tbody>
    </table>
  );
};

export const TreePage = (props: TreePageProps) => {
  const { desk, notice, problems = [], told = [] } = props;
  const sentences = [...told, ...problems.map(placedSentence)];
  const refusedInsert = props.refusedInsert === undefined ? null : { form: props.refusedInsert, sentences };
  const count = desk.loaded.content.items.length;
  return (
    <DeskLayout
      desk={desk}
      section="tree"
      title="体系と項目"
      notice={notice}
      problems={sentences}
      scripts={desk.mayEdit ? ['tree-editor.js'] : []}
    >
      {desk.mayEdit && (
        <details className="how-to">
          <summary>動かし方</summary>
          <ul>
            <li>項目を「選ぶ」で選び、上の並びのボタンを押します。</li>
            <li>キーボード: 行に移り、↑↓で選び、Alt＋↑↓←→で動かし、Enterで開き、Deleteで取り除きます。</li>
            <li>マウス: 行をつかんで、ほかの行の上・下・中に落とします。</li>
          </ul>
        </details>
      )}
      <p className="visually-hidden" role="status" data-tree-state />
      <div data-tree-region>
        <form method="post" action={`${desk.deskHref}/arrange`} data-tree-form>
          <CsrfField viewer={desk.viewer} />
          {desk.mayEdit && <TreeToolbar desk={desk} refusedInsert={refusedInsert} />}
          {count === 0 ? (
            <div className="empty">
              <p className="empty__title">まだ項目がありません</p>
              <p>「項目を加える」から、最初の項目を書いてください。</p>
            </div>
          ) : (
            <Tree {...props} />
          )}
        </form>
      </div>
      <p className="quiet">{count}件の項目</p>
    </DeskLayout>
  );
};
