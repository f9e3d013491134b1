import { Hono } from 'hono';
import { newKey } from '../../../app/new-key.ts';
import { createPlan } from '../../../app/plan/create-plan.ts';
import { type ListedPlan, readPlanList } from '../../../app/plan/read-plan-desk.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import { levelTemplates } from '../../../domain/plan/level-templates.data.ts';
import type { PlanKind } from '../../../domain/plan/plan.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField, TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import { updateModes } from './basics.tsx';

const kinds: readonly { readonly value: PlanKind; readonly label: string }[] = [
  { value: 'comprehensive', label: '総合計画' },
  { value: 'long-term-strategy', label: '長期戦略・基本構想' },
  { value: 'mid-term-strategy', label: '中期戦略・基本計画' },
  { value: 'implementation', label: '実施計画' },
  { value: 'regional-revitalisation', label: '総合戦略' },
  { value: 'management-strategy', label: '経営戦略プラン' },
  { value: 'individual', label: '個別計画' },
  { value: 'department-goals', label: '部局経営目標' },
];

interface NewPlanProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly plans: readonly ListedPlan[];
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const NewPlanPage = ({ town, viewer, plans, form, problems }: NewPlanProps) => {
  const office = `/m/${town.municipality}/office`;
  const sentences = sentencesByField(problems, (path) => String(path.at(-1) ?? ''));
  const others = plans.map(({ plan, revisions }) => ({
    value: plan.planKey,
    label: revisions[0]?.title ?? plan.slug,
  }));
  const none = { value: '', label: '（なし）' };
  return (
    <OfficeLayout
      title="計画をつくる"
      town={town}
      viewer={viewer}
      current="plans"
      breadcrumb={[{ label: '計画', href: `${office}/plans` }]}
      problems={problems.map(placedSentence)}
    >
      <form method="post" action={`${office}/plans/new`} className="form">
        <CsrfField viewer={viewer} />
        <TextField form={form} name="title" label="計画の題名" sentences={sentences} required />
        <div className="fields-row">
          <SelectField form={form} name="kind" label="種類" choices={kinds} sentences={sentences} />
          <TextField
            form={form}
            name="kindLabel"
            label="町での呼び名"
            hint="例: 総合計画、未来投資戦略"
            sentences={sentences}
            required
          />
        </div>
        <div className="fields-row">
          <TextField
            form={form}
            name="startFiscalYear"
            label="始まりの年度"
            hint="令和6、R6、2024 のどれでも"
            size="short"
            sentences={sentences}
            required
          />
          <TextField
            form={form}
            name="endFiscalYear"
            label="終わりの年度"
            size="short"
            sentences={sentences}
            required
          />
        </div>
        <SelectField
          form={form}
          name="updateMode"
          label="更新のしかた"
          choices={updateModes}
          sentences={sentences}
        />
        <SelectField
          form={form}
          name="levelsFrom"
          label="階層のもと"
          hint="名前も深さも、後から変えられます。"
          choices={[
            ...levelTemplates.map(({ templateKey, name }) => ({
              value: `template:${templateKey}`,
              label: name,
            })),
            ...others.map(({ value, label }) => ({
              value: `plan:${value}`,
              label: `「${label}」と同じ階層`,
            })),
          ]}
          sentences={sentences}
        />
        <SelectField
          form={form}
          name="parentPlanKey"
          label="上位の計画"
          choices={[none, ...others]}
          sentences={sentences}
        />
        <SelectField
          form={form}
          name="predecessorPlanKey"
          label="前の計画"
          choices={[none, ...others]}
          sentences={sentences}
        />
        <TextField
          form={form}
          name="slug"
          label="アドレスの名前"
          hint={`公開画面のアドレスになります: /m/${town.municipality}/plans/○○。半角の小文字・数字・ハイフン。`}
          size="medium"
          sentences={sentences}
          required
        />
        <p className="actions">
          <button type="submit" className="button">
            つくって書き始める
          </button>
          <a href={`${office}/plans`}>やめる</a>
        </p>
      </form>
    </OfficeLayout>
  );
};

/** A new plan: kind, period, levels from a template or from another plan. */
export const newPlanRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .use(requireRight(deps, 'plan.create'))
    .get('/', async (c) => {
      const { town, viewer } = c.var;
      const plans = await readPlanList(actingOf(c, deps));
      return renderPage(
        c,
        <NewPlanPage {...{ town, viewer, plans }} form={formFromEntries([])} problems={[]} />,
      );
    })
    .post('/', async (c) => {
      const { town, viewer, form } = c.var;
      const acting = actingOf(c, deps);
      const start = parseFiscalYear(form.text('startFiscalYear'));
      const end = parseFiscalYear(form.text('endFiscalYear'));
      const mode = updateModes.find(({ value }) => value === form.text('updateMode'))?.value ?? 'as-needed';
      const orNull = (name: string) => (form.text(name) === '' ? null : form.text(name));
      const refuse = async (problems: readonly Problem[]) => {
        const plans = await readPlanList(acting);
        return renderPage(c, <NewPlanPage {...{ town, viewer, plans, form, problems }} />, 422);
      };
      if (!start.ok || !end.ok)
        return refuse([
          ...(start.ok ? [] : [placed(['startFiscalYear'], start.error)]),
          ...(end.ok ? [] : [placed(['endFiscalYear'], end.error)]),
        ]);
      const made = await createPlan(acting, newKey(), {
        slug: form.text('slug').trim(),
        kind: form.text('kind'),
        title: form.text('title'),
        kindLabel: form.text('kindLabel'),
        startFiscalYear: start.value,
        endFiscalYear: end.value,
        updateMode: mode,
        levelsFrom: form.text('levelsFrom'),
        parentPlanKey: orNull('parentPlanKey'),
        predecessorPlanKey: orNull('predecessorPlanKey'),
      });
      if (!made.ok) return refuse(made.error);
      const plans = `/m/${town.municipality}/office/plans`;
      return c.redirect(`${plans}/${made.value.slug}/revisions/${made.value.revision}?done=started`, 303);
    });
