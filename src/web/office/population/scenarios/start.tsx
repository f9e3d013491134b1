import { type Context, Hono } from 'hono';
import { type PopulationDesk, readPopulation } from '../../../../app/population/read-population.ts';
import { createScenario } from '../../../../app/population/save-scenario.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { checkScenario } from '../../../../domain/population/check-scenario.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden, requireRight } from '../../forbidden.ts';
import { ChoiceGroup } from '../../forms/choices.tsx';
import { formFromEntries } from '../../forms/entries.ts';
import { TextField } from '../../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { baselineOffers } from './baseline-offers.ts';
import { ScenarioReader } from './form/scenario-reader.ts';
import { newContent } from './new-content.ts';
import { namedSentence, scenarioFieldSentences } from './scenario-sentences.ts';
import { onlyTotals, workOut } from './work-out.ts';

interface StartPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: PopulationDesk;
  readonly form: Form;
  readonly problems: readonly Problem[];
}

const StartPage = ({ town, viewer, desk, form, problems }: StartPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const offers = baselineOffers(desk.series);
  const sentences = scenarioFieldSentences(problems);
  return (
    <OfficeLayout
      title="シナリオを作る"
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[
        { label: '人口', href: `${office}/population` },
        { label: 'シナリオ', href: `${office}/population/scenarios` },
      ]}
      problems={problems.map(namedSentence)}
    >
      {offers.length === 0 ? (
        <p>
          基準にできる人口の系列がまだありません。男女・年齢別の国勢調査（5年離れた二つの時点）か、社人研などの将来推計を、先に
          <a href={`${office}/population/import`}>取り込んで</a>ください。
        </p>
      ) : (
        <form method="post" action={`${office}/population/scenarios/new`} className="section">
          <CsrfField viewer={viewer} />
          <TextField form={form} sentences={sentences} name="name" label="シナリオの名前" required />
          <ChoiceGroup
            form={form}
            sentences={sentences}
            kind="radio"
            name="baseline"
            label="基準となる推計"
            hint="前提を動かさないときの見通しです。あとで選び直せます。"
            choices={offers.map(({ choice, label }) => ({ value: choice, label }))}
          />
          <div className="fields-row">
            <TextField
              form={form}
              sentences={sentences}
              name="aim.year"
              label="目標の年"
              hint="2032、R14、令和14年。あとで決めてもかまいません"
              size="short"
            />
            <TextField
              form={form}
              sentences={sentences}
              name="aim.total"
              label="目標の人数"
              hint="例: 65000"
              size="short"
            />
            <TextField
              form={form}
              sentences={sentences}
              name="aim.source"
              label="目標の出典"
              hint="計画の名前など"
              size="medium"
            />
          </div>
          <button type="submit" className="button">
            シナリオを作る
          </button>
        </form>
      )}
    </OfficeLayout>
  );
};

/** シナリオを作る: a name and what it starts from. */
export const scenarioStartRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const page = async (c: Context<OfficeEnv>, form: Form, problems: readonly Problem[]) => {
    const desk = await readPopulation(actingOf(c, deps));
    if (desk === null) return forbidden(c, deps, 'population.view');
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <StartPage {...{ town, viewer, desk, form, problems }} />,
      problems.length ? 422 : 200,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'population.manage'))
    .get('/', async (c) => {
      const desk = await readPopulation(actingOf(c, deps));
      const [first] = baselineOffers(desk?.series ?? []);
      return page(c, formFromEntries([['baseline', first?.choice ?? '']]), []);
    })
    .post('/', async (c) => {
      const { form } = c.var;
      const acting = actingOf(c, deps);
      const desk = await readPopulation(acting);
      const reader = new ScenarioReader();
      const name = reader.title(form.text('name'), ['name']);
      const asked = ['aim.year', 'aim.total', 'aim.source'].some((field) => form.text(field).trim() !== '');
      const aim = asked
        ? {
            year: reader.yearGiven(form.text('aim.year'), ['aim', 'year']),
            total: reader.persons(form.text('aim.total'), ['aim', 'total']),
            source: reader.text(form.text('aim.source'), ['aim', 'source']),
          }
        : null;
      const offer = baselineOffers(desk?.series ?? []).find(({ choice }) => choice === form.text('baseline'));
      const baseline = offer?.baseline ?? null;
      if (baseline === null)
        reader.problems.push({ code: 'scenario-baseline-missing', path: ['baseline'], severity: 'error' });
      if (baseline === null || reader.problems.length > 0) return page(c, form, reader.problems);
      const content = newContent(baseline, aim);
      // An aim outside the years of the baseline would open a workbench that can work nothing out.
      const checked = checkScenario(content);
      const worked = checked.ok ? workOut(checked.value, desk?.series ?? [], onlyTotals) : checked;
      if (!worked.ok) return page(c, form, worked.error);
      const made = await createScenario(acting, { name, description: '', content });
      if (made.ok) {
        const scenarios = `/m/${c.var.town.municipality}/office/population/scenarios`;
        return c.redirect(`${scenarios}/${made.value.scenarioKey}?done=created`, 303);
      }
      if (made.error[0].code === 'not-allowed') return forbidden(c, deps, 'population.manage');
      return page(c, form, made.error);
    });
};
