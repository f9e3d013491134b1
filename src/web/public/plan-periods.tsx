import type { FramePlan, TownFrame } from '../components/frame.ts';
import { planHref } from '../components/plan-view.ts';
import { formatPeriod } from '../text/dates.ts';

interface Props {
  readonly frame: TownFrame;
  readonly slug: string;
}

/** 長期戦略 ⊃ 中期戦略 ⊃ 実施計画, and the plans before and after: how this plan stands in time. */
export const Periods = ({ frame, slug }: Props) => {
  const { t, plans } = frame;
  const own = plans.find((plan) => plan.slug === slug);
  if (own === undefined) return null;
  const groups: readonly { label: string; plans: readonly FramePlan[] }[] = [
    { label: t.plan.parent, plans: plans.filter((plan) => plan.planKey === own.parentPlanKey) },
    { label: t.plan.children, plans: plans.filter((plan) => plan.parentPlanKey === own.planKey) },
    { label: t.plan.predecessor, plans: plans.filter((plan) => plan.planKey === own.predecessorPlanKey) },
    { label: t.plan.successor, plans: plans.filter((plan) => plan.predecessorPlanKey === own.planKey) },
  ].filter((group) => group.plans.length > 0);
  if (groups.length === 0) return null;
  return (
    <dl className="facts periods">
      {groups.map((group) => (
        <div key={group.label}>
          <dt>{group.label}</dt>
          {group.plans.map((plan) => (
            <dd key={plan.planKey}>
              <a href={planHref(frame, plan.slug)} lang="ja">
                {plan.title}
              </a>{' '}
              <span className="quiet">
                {formatPeriod(plan.inForce.startFiscalYear, plan.inForce.endFiscalYear, frame.language)}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
};
