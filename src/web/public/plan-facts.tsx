import type { TownFrame } from '../components/frame.ts';
import type { PlanView } from '../components/plan-view.ts';
import { formatDate, formatPeriod } from '../text/dates.ts';

import { PeriodTag } from './period-tag.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly view: PlanView;
  readonly revision: number;
}

/** 計画期間・版・施行日・見直し方: what makes one plan and version distinct from another. */
export const PlanFacts = ({ frame, view, revision }: Props) => {
  const { t, language } = frame;
  const { header } = view.content;
  const plan = frame.plans.find((candidate) => candidate.slug === view.slug);
  const row = frame.revisions.find(
    (candidate) => candidate.planKey === plan?.planKey && candidate.revision === revision,
  );
  return (
    <dl className="facts facts--row">
      <div>
        <dt>{t.plan.period}</dt>
        <dd>
          {formatPeriod(header.startFiscalYear, header.endFiscalYear, language)}{' '}
          {plan === undefined ? null : <PeriodTag frame={frame} plan={plan} />}
        </dd>
      </div>
      {row === undefined ? null : (
        <div>
          <dt>{t.plan.revision}</dt>
          <dd>
            <span lang="ja">{row.label}</span>
            {row.effectiveOn === null ? null : (
              <span className="quiet"> {t.plan.effectiveOn(formatDate(row.effectiveOn, language))}</span>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t.plan.updateMode}</dt>
        <dd>{t.plan.updateModes[header.updateMode]}</dd>
      </div>
      <div>
        <dt>{t.plan.kind}</dt>
        <dd lang="ja">{header.kindLabel}</dd>
      </div>
    </dl>
  );
};
