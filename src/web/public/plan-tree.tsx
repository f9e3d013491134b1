import type { RollUp } from '../../domain/indicator/judgement/roll-up.ts';
import type { PlanTree, TreeNode } from '../../domain/plan/tree.ts';
import type { TownFrame } from '../components/frame.ts';
import { GradeCountsShort } from '../components/grade-counts.tsx';
import { levelName, type PlanView, planHref, viewItemHref } from '../components/plan-view.ts';
import { SdgMark } from '../components/sdg-label.tsx';

interface TreeProps {
  readonly frame: TownFrame;
  readonly view: PlanView;
  /** null: nothing is filtered; every item is shown alike. */
  readonly matching: ReadonlySet<string> | null;
  readonly open: boolean;
  /** 判定 of the branch, by item key. */
  readonly judgements: ReadonlyMap<string, RollUp>;
}

/** Names of the levels found directly below, with their numbers: 戦略分野 3 件. */
const childSummary = ({ frame, view }: TreeProps, children: readonly TreeNode[]): string => {
  const counts = new Map<string, number>();
  for (const child of children) {
    const name = levelName(view, child.item, frame);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => frame.t.plan.childCount(count, name)).join('、');
};

/** Kept to few elements: a plan of a thousand items is one page. */
const Node = ({ node, ...props }: TreeProps & { readonly node: TreeNode }) => {
  const { frame, view, matching, open } = props;
  const { item, again, depth, children } = node;
  const code = view.codes.get(item.itemKey) ?? '';
  const judged = props.judgements.get(item.itemKey);
  const wayOnly = matching !== null && !matching.has(item.itemKey);
  return (
    <li className={`node node--${Math.min(depth, 3)}${wayOnly ? ' node--way' : ''}`}>
      <p className="node__title">
        <a href={viewItemHref(frame, view, item.itemKey)}>
          {code === '' ? null : <b className="node__code">{code}</b>}
          {item.title}
        </a>
        {again ? <span className="tag">{frame.t.plan.again}</span> : null}
        {item.sdgGoals.length === 0 || again || wayOnly ? null : (
          <span className="node__sdgs" title={item.sdgGoals.map((goal) => `SDGs ${goal}`).join(' ')}>
            {item.sdgGoals.map((goal) => (
              <SdgMark key={goal} goal={goal} />
            ))}
          </span>
        )}
        {item.indicatorKeys.length === 0 || again ? null : (
          <span className="tag tag--accent" lang={frame.language}>
            {frame.t.plan.indicatorCount(item.indicatorKeys.length)}
          </span>
        )}
        {judged === undefined || again ? null : (
          <GradeCountsShort rollUp={judged} language={frame.language} />
        )}
      </p>
      {item.desiredState === '' || again || wayOnly || item.desiredState === item.title ? null : (
        <p className="node__state">{item.desiredState}</p>
      )}
      {children.length === 0 ? null : (
        <details open={open || depth === 0}>
          <summary lang={frame.language}>{childSummary(props, children)}</summary>
          <ul>
            {children.map((child) => (
              <Node key={`${child.item.itemKey}${child.again ? '+' : ''}`} {...props} node={child} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

const isEmpty = (tree: PlanTree): boolean =>
  tree.roots.length === 0 && tree.crossCutting.length === 0 && tree.unplaced.length === 0;

export const TreeSection = ({ tree, ...props }: TreeProps & { readonly tree: PlanTree }) => {
  const { frame, view } = props;
  const { t } = frame;
  const everything = new URLSearchParams({
    open: 'all',
    ...(view.past === null ? {} : { revision: String(view.past) }),
  });
  if (isEmpty(tree)) {
    return (
      <div className="empty">
        <p>{t.plan.noMatch}</p>
      </div>
    );
  }
  return (
    <>
      {tree.crossCutting.length === 0 ? null : (
        <section className="cross-cutting" aria-labelledby="cross-cutting">
          <h3 id="cross-cutting">{t.plan.crossCutting}</h3>
          <ul className="tree" lang="ja">
            {tree.crossCutting.map((node) => (
              <Node key={node.item.itemKey} {...props} node={node} />
            ))}
          </ul>
        </section>
      )}
      <ul className="tree" lang="ja">
        {tree.roots.map((node) => (
          <Node key={`${node.item.itemKey}${node.again ? '+' : ''}`} {...props} node={node} />
        ))}
        {tree.unplaced.map((item) => (
          <Node key={item.itemKey} {...props} node={{ item, depth: 0, again: false, children: [] }} />
        ))}
      </ul>
      {props.open ? null : (
        <p className="more">
          <a href={`${planHref(frame, view.slug)}?${everything}#tree`}>{t.plan.openAll}</a>
        </p>
      )}
    </>
  );
};
