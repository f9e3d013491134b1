import type { EntryInPublication } from '../../db/read-publication.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { childrenOf, pathTo } from '../../domain/plan/tree.ts';
import type { FramePlan, TownFrame } from '../components/frame.ts';
import { levelName, type PlanView, planHref, viewItemHref } from '../components/plan-view.ts';
import { formatPeriod } from '../text/dates.ts';
import { ItemProgrammes } from './evaluation/item-programmes.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly plan: FramePlan;
  readonly view: PlanView;
  readonly item: PlanItem;
  /** Evaluated programmes of the item and of what stands below it. */
  readonly programmes: readonly EntryInPublication<'evaluation'>[];
}

/** Plans that make this one concrete, in this fiscal year: 長期戦略 → 中期戦略. */
const plansBelow = ({ frame, plan }: Props): readonly FramePlan[] => {
  const year = fiscalYearOf(frame.today);
  return frame.plans.filter(
    ({ parentPlanKey, inForce }) =>
      parentPlanKey === plan.planKey && inForce.startFiscalYear <= year && year <= inForce.endFiscalYear,
  );
};

/** Where the item says nothing about what is done: where the reader finds it, rather than nothing. */
const Elsewhere = (props: Props) => {
  const { frame, view, item } = props;
  const { t } = frame;
  const above = pathTo(view.content.items, item.itemKey).findLast((parent) => parent.approach !== '');
  const plans = plansBelow(props);
  return (
    <section className="section" aria-labelledby="what">
      <h2 id="what">{t.item.what}</h2>
      {above === undefined ? (
        <p className="quiet">{t.item.noMeasures}</p>
      ) : (
        <>
          <p className="section__lead">
            {t.item.upApproach[0]}
            <a href={viewItemHref(frame, view, above.itemKey)} lang="ja">
              {above.title}
            </a>
            {t.item.upApproach[1]}
          </p>
          <p className="prose" lang="ja">
            {above.approach}
          </p>
        </>
      )}
      {plans.length === 0 ? null : (
        <>
          <p>{t.item.furtherPlans}</p>
          <ul>
            {plans.map((below) => (
              <li key={below.planKey}>
                <a href={planHref(frame, below.slug)} lang="ja">
                  {below.title}
                </a>{' '}
                <span className="quiet">
                  {formatPeriod(below.inForce.startFiscalYear, below.inForce.endFiscalYear, frame.language)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** 何をするか: the approach, and the items below it, with those listed again here. */
export const ItemWhat = (props: Props) => {
  const { frame, plan, view, item, programmes } = props;
  const { t } = frame;
  const own = childrenOf(view.content.items, item.itemKey);
  const again = view.content.items.filter((other) =>
    other.alsoUnder.some((placement) => placement.parentKey === item.itemKey),
  );
  const children = [...own, ...again];
  if (item.approach === '' && children.length === 0 && programmes.length === 0)
    return <Elsewhere {...props} />;
  const groups = [...Map.groupBy(children, (child) => levelName(view, child, frame))];
  return (
    <section className="section" aria-labelledby="what">
      <h2 id="what">{t.item.what}</h2>
      {item.approach === '' ? null : (
        <p className="prose" lang="ja">
          {item.approach}
        </p>
      )}
      {groups.map(([level, members]) => (
        <div key={level} className="below">
          <h3>{t.item.below(level)}</h3>
          <ul className="below__list" lang="ja">
            {members.map((child) => {
              const code = view.codes.get(child.itemKey) ?? '';
              return (
                <li key={child.itemKey}>
                  <p className="below__title">
                    <a href={viewItemHref(frame, view, child.itemKey)}>
                      {code === '' ? null : <b className="node__code">{code}</b>}
                      {child.title}
                    </a>
                    {child.parentKey === item.itemKey ? null : (
                      <span className="tag" lang={frame.language}>
                        {t.plan.again}
                      </span>
                    )}
                  </p>
                  {child.desiredState === '' || child.desiredState === child.title ? null : (
                    <p className="quiet">{child.desiredState}</p>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <ItemProgrammes frame={frame} planKey={plan.planKey} itemKey={item.itemKey} evaluated={programmes} />
    </section>
  );
};
