import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import { isPlanOver } from '../../domain/plan/plan-over.ts';
import type { FramePlan, TownFrame } from '../components/frame.ts';

/** これから・実施中・終了, by the fiscal year it is in Japan. */
export const PeriodTag = ({ frame, plan }: { readonly frame: TownFrame; readonly plan: FramePlan }) => {
  const { t, today } = frame;
  const year = fiscalYearOf(today);
  const { startFiscalYear } = plan.inForce;
  if (isPlanOver(plan.inForce, today)) return <span className="tag">{t.plan.ended}</span>;
  if (startFiscalYear > year) return <span className="tag tag--open">{t.plan.ahead}</span>;
  return <span className="tag tag--accent">{t.plan.running}</span>;
};
