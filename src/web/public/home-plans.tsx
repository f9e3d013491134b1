import type { TownFrame } from '../components/frame.ts';
import { planHref } from '../components/plan-view.ts';
import { formatPeriod } from '../text/dates.ts';
import { PeriodTag } from './period-tag.tsx';

/** Every plan of the town, in its own order, with where its period stands today. */
export const PlanList = ({ frame }: { readonly frame: TownFrame }) => {
  const { t } = frame;
  return (
    <section className="section" aria-labelledby="plans">
      <h2 id="plans">{t.home.plans}</h2>
      <ul className="plan-list">
        {frame.plans.map((plan) => (
          <li key={plan.planKey}>
            <a className="plan-list__link" href={planHref(frame, plan.slug)} lang="ja">
              {plan.title}
            </a>
            <span className="plan-list__facts">
              <span lang="ja">{plan.inForce.kindLabel}</span>
              <span>
                {formatPeriod(plan.inForce.startFiscalYear, plan.inForce.endFiscalYear, frame.language)}
              </span>
              <PeriodTag frame={frame} plan={plan} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
