import type { HomeDoor } from '../../domain/kernel/settings.ts';
import type { TreeNode } from '../../domain/plan/tree.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { itemHref, type PlanView, planHref } from '../components/plan-view.ts';

interface Props {
  readonly frame: TownFrame;
  readonly plan: PlanView;
}

const doorHref = (frame: TownFrame, plan: PlanView, door: HomeDoor): string =>
  'href' in door
    ? href(frame, door.href.startsWith('/') ? door.href : `/${door.href}`)
    : `${planHref(frame, plan.slug)}?q=${encodeURIComponent(door.query)}`;

/** 暮らしの場面から: the words citizens come with, chosen by the town (settings.home.doors). */
export const LifeDoors = ({ frame, plan }: Props) => {
  const { doors } = frame.town.settings.home;
  if (doors.length === 0) return null;
  return (
    <nav className="life-doors" aria-labelledby="life-doors">
      <h2 id="life-doors" className="life-doors__title">
        {frame.t.home.lifeStages}
      </h2>
      <ul>
        {doors.map((door) => (
          <li key={door.label}>
            <a className="life-door" href={doorHref(frame, plan, door)}>
              {frame.language === 'en' && door.labelEn !== '' ? door.labelEn : door.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Below each strategy its fields, so that the field a citizen looks for is one tap away. */
const mostChildren = 6;

const Door = ({ frame, plan, node }: Props & { readonly node: TreeNode }) => {
  const { item } = node;
  const code = plan.codes.get(item.itemKey) ?? '';
  const shown = node.children.slice(0, mostChildren);
  const rest = node.children.length - shown.length;
  const address = itemHref(frame, plan.slug, item.itemKey);
  return (
    <li className="door">
      <h3 className="door__title" lang="ja">
        <a href={address}>
          {code === '' ? null : <span className="door__code">{code}</span>}
          <span className="phrase">{item.title}</span>
        </a>
      </h3>
      {item.desiredState === '' ? null : (
        <p className="door__state" lang="ja">
          {item.desiredState}
        </p>
      )}
      {shown.length === 0 ? null : (
        <ul className="door__children" lang="ja">
          {shown.map((child) => (
            <li key={child.item.itemKey}>
              <a href={itemHref(frame, plan.slug, child.item.itemKey)}>{child.item.title}</a>
            </li>
          ))}
        </ul>
      )}
      {rest === 0 ? null : (
        <p className="small">
          <a href={address}>{frame.t.home.more(rest)}</a>
        </p>
      )}
    </li>
  );
};

export const StrategyDoors = ({ frame, plan }: Props) => {
  const { t } = frame;
  const roots = plan.tree.roots.filter((node) => !node.again);
  const [only] = roots;
  // One theme over everything is no choice: its parts are.
  const theme = roots.length === 1 && only !== undefined && only.children.length > 0 ? only : null;
  const nodes = theme === null ? roots : theme.children;
  if (nodes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="doors">
      <h2 id="doors">{t.home.doors}</h2>
      {theme === null ? (
        <p className="section__lead">{t.home.doorsLead(plan.content.header.title)}</p>
      ) : (
        <p className="doors-theme" lang="ja">
          <a href={itemHref(frame, plan.slug, theme.item.itemKey)}>{theme.item.title}</a>
          {theme.item.desiredState === '' ? null : <span>{theme.item.desiredState}</span>}
        </p>
      )}
      <ul className="doors">
        {nodes.map((node) => (
          <Door key={node.item.itemKey} frame={frame} plan={plan} node={node} />
        ))}
      </ul>
      <p className="more">
        <a href={planHref(frame, plan.slug)}>{t.home.wholePlan}</a>
      </p>
    </section>
  );
};
