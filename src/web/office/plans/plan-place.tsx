import type { ListedPlan } from '../../../app/plan/read-plan-desk.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { sentencesByField } from '../plan-sentences.ts';

export const planPlaceForm = ({ plan }: ListedPlan): Form =>
  formFromEntries([
    ['parentPlanKey', plan.parentPlanKey ?? ''],
    ['predecessorPlanKey', plan.predecessorPlanKey ?? ''],
  ]);

interface PlanPlaceProps {
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly listed: ListedPlan;
  readonly plans: readonly ListedPlan[];
  /** Address of the plan in the office. */
  readonly href: string;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const nameOf = ({ plan, revisions }: ListedPlan): string => revisions[0]?.title ?? plan.slug;

/** つながる計画: those above, below, before and after, and the form that changes the first two of them. */
export const PlanPlaceSection = ({ viewer, listed, plans, href, form, problems }: PlanPlaceProps) => {
  const { plan } = listed;
  const office = href.slice(0, href.lastIndexOf('/'));
  const named = (key: string | null) => plans.find((other) => other.plan.planKey === key);
  const related = [
    { label: '上位の計画', found: named(plan.parentPlanKey) },
    { label: '前の計画', found: named(plan.predecessorPlanKey) },
    ...plans
      .filter((other) => other.plan.parentPlanKey === plan.planKey)
      .map((found) => ({ label: '下位の計画', found })),
    ...plans
      .filter((other) => other.plan.predecessorPlanKey === plan.planKey)
      .map((found) => ({ label: '次の計画', found })),
  ].flatMap(({ label, found }) => (found === undefined ? [] : [{ label, found }]));
  const mayPlace = may(viewer.actor, 'plan.create');
  const others = plans.filter((other) => other.plan.planKey !== plan.planKey);
  if (related.length === 0 && (!mayPlace || others.length === 0)) return null;
  const choices = [
    { value: '', label: '（なし）' },
    ...others.map((other) => ({ value: other.plan.planKey, label: nameOf(other) })),
  ];
  const sentences = sentencesByField(problems, (path) => String(path[0] ?? ''));
  return (
    <section className="section" aria-labelledby="related-title">
      <h2 id="related-title">つながる計画</h2>
      {related.length === 0 ? (
        <p className="quiet">上位の計画も前の計画も、まだ選んでいません。</p>
      ) : (
        <ul className="link-list">
          {related.map(({ label, found }) => (
            <li key={`${label}${found.plan.planKey}`}>
              {label}: <a href={`${office}/${found.plan.slug}`}>{nameOf(found)}</a>
            </li>
          ))}
        </ul>
      )}
      {mayPlace && others.length > 0 && (
        <details open={problems.length > 0}>
          <summary>上位の計画・前の計画を変える</summary>
          <p>版ではなく計画そのもののつながりです。保存すると、公開画面にもすぐに表れます。</p>
          <form method="post" action={`${href}/place`} className="form">
            <CsrfField viewer={viewer} />
            <input type="hidden" name="version" value={plan.version} />
            <SelectField
              form={form}
              name="parentPlanKey"
              label="上位の計画"
              hint="この計画を含む計画（長期戦略に対する中期戦略など）"
              choices={choices}
              sentences={sentences}
            />
            <SelectField
              form={form}
              name="predecessorPlanKey"
              label="前の計画"
              hint="この計画が引き継ぐ、前の期の計画"
              choices={choices}
              sentences={sentences}
            />
            <button type="submit" className="button">
              つながりを保存する
            </button>
          </form>
        </details>
      )}
    </section>
  );
};
