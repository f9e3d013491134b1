import type { StoredImplementationPlan } from '../../../db/read-implementation.ts';
import { yearsOf } from '../../../domain/implementation/implementation-plan.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { fillings, modeNames } from './implementation-words.data.ts';
import { stateText } from './plan-layout.tsx';

interface ListPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly plans: readonly StoredImplementationPlan[];
  readonly mayManage: boolean;
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

/** 「令和6〜8年度」 */
export const periodText = (plan: Pick<StoredImplementationPlan, 'startFiscalYear' | 'years'>): string => {
  const years = yearsOf(plan);
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  return from === to
    ? formatFiscalYear(from, 'wareki')
    : `${formatFiscalYear(from, 'wareki').replace(/年度$/u, '')}〜${formatFiscalYear(to, 'wareki')}`;
};

const NewPlan = ({ town, viewer, form, sentences }: ListPageProps) => (
  <section className="section" aria-labelledby="new-title">
    <h2 id="new-title">実施計画を作る</h2>
    <form method="post" action={`/m/${town.municipality}/office/implementation`} className="form">
      <CsrfField viewer={viewer} />
      <TextField form={form} sentences={sentences} name="title" label="名前" size="medium" required />
      <div className="fields-row">
        <TextField
          form={form}
          sentences={sentences}
          name="startFiscalYear"
          label="始まりの年度"
          hint="令和8、2026 など"
          size="short"
          required
        />
        <TextField
          form={form}
          sentences={sentences}
          name="years"
          label="年数"
          inputMode="numeric"
          size="short"
          required
        />
        <SelectField
          form={form}
          name="mode"
          label="更新のしかた"
          choices={Object.entries(modeNames).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ChoiceGroup form={form} name="filling" label="始めの額" kind="radio" choices={fillings} />
      <TextArea form={form} sentences={sentences} name="note" label="備考" rows={2} />
      <p className="actions">
        <button type="submit" className="button">
          作る
        </button>
      </p>
    </form>
  </section>
);

/** 実施計画の一覧 */
export const ListPage = (props: ListPageProps) => {
  const { town, viewer, plans, mayManage, problems, notice } = props;
  const office = `/m/${town.municipality}/office`;
  return (
    <OfficeLayout
      title="実施計画"
      current="budget"
      breadcrumb={[{ label: '予算', href: `${office}/budget` }]}
      {...{ town, viewer, problems, notice }}
    >
      <p className="section__text">
        数年分の事業費の計画です。ハード事業の予算は、確定した実施計画の額で決まり、予算編成に渡ります。
      </p>
      {plans.length === 0 ? (
        <div className="empty">
          <p className="empty__title">実施計画はまだありません。</p>
        </div>
      ) : (
        <TableScroll label="実施計画の一覧">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">名前</th>
                <th scope="col">年度</th>
                <th scope="col">更新のしかた</th>
                <th scope="col">状態</th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <tr key={plan.startFiscalYear}>
                  <th scope="row">
                    <a className="table__link" href={`${office}/implementation/${plan.startFiscalYear}`}>
                      {plan.title}
                    </a>
                  </th>
                  <td>{periodText(plan)}</td>
                  <td>{modeNames[plan.mode]}</td>
                  <td>{stateText(plan)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {mayManage && <NewPlan {...props} />}
    </OfficeLayout>
  );
};
