import type { PlanItem } from '../../domain/plan/item.ts';
import { walkTree } from '../../domain/plan/tree.ts';
import type { TownFrame } from '../components/frame.ts';
import { type PlanView, viewItemHref } from '../components/plan-view.ts';

interface Props {
  readonly frame: TownFrame;
  readonly view: PlanView;
  readonly item: PlanItem;
}

/** 前・次 in the reading order of the plan. */
export const ItemPager = ({ frame, view, item }: Props) => {
  const { t } = frame;
  const order = [...walkTree(view.tree)].filter((node) => !node.again).map((node) => node.item);
  const at = order.findIndex((candidate) => candidate.itemKey === item.itemKey);
  const neighbours = [
    { rel: 'prev', label: t.item.previous, item: at > 0 ? order[at - 1] : undefined },
    { rel: 'next', label: t.item.next, item: at >= 0 ? order[at + 1] : undefined },
  ];
  if (neighbours.every((neighbour) => neighbour.item === undefined)) return null;
  return (
    <nav className="pager" aria-label={`${t.item.previous}・${t.item.next}`}>
      {neighbours.map((neighbour) =>
        neighbour.item === undefined ? (
          <span key={neighbour.rel} />
        ) : (
          <a
            key={neighbour.rel}
            className={`pager__link pager__link--${neighbour.rel}`}
            rel={neighbour.rel}
            href={viewItemHref(frame, view, neighbour.item.itemKey)}
          >
            <span className="pager__label">{neighbour.label}</span>
            <span lang="ja">{neighbour.item.title}</span>
          </a>
        ),
      )}
    </nav>
  );
};
