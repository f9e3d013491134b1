import type { readNextTerm } from '../../../app/plan/read-next-term.ts';
import type { readDesk } from '../../../app/plan/read-plan-desk.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { numberItems } from '../../../domain/plan/numbering.ts';
import { proposeRollForward, type RollProposal } from '../../../domain/plan/roll-forward.ts';
import { buildTree, walkTree } from '../../../domain/plan/tree.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { FieldProblems, type FieldSentences, TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { sentencesByField } from '../plan-sentences.ts';
import { rollSummary } from './roll-summary.ts';

export type Desk = NonNullable<Awaited<ReturnType<typeof readDesk>>> & {
  readonly next: Awaited<ReturnType<typeof readNextTerm>>;
};

interface RollPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: Desk;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice?: string;
}

const because: Readonly<Record<RollProposal['because'], string>> = {
  long: '長期継続',
  short: '短期集中',
  unsaid: '期間を決めていない',
  'child-continues': '下の項目が続く',
};

const nameOf = (path: Problem['path']): string | null => {
  const [first, key, field] = path;
  return first === 'items'
    ? `${field === 'reason' ? 'reason' : 'choice'}.${String(key)}`
    : String(path.at(-1) ?? '');
};

const Rows = ({
  desk,
  form,
  sentences,
}: {
  readonly desk: Desk;
  readonly form: Form;
  readonly sentences: FieldSentences;
}) => {
  const { items, levels } = desk.loaded.content;
  const codes = numberItems(levels, items);
  const proposals = new Map(proposeRollForward(items).map((proposal) => [proposal.itemKey, proposal]));
  return [...walkTree(buildTree(items))]
    .filter((node) => !node.again)
    .map(({ item, depth }) => {
      const { itemKey, title } = item;
      const name = [codes.get(itemKey) ?? '', title].filter((part) => part !== '').join(' ');
      const chosen = form.text(`choice.${itemKey}`);
      return (
        <tr key={itemKey}>
          <th scope="row" data-depth={Math.min(depth, 6)}>
            {name}
          </th>
          <td>{because[proposals.get(itemKey)?.because ?? 'unsaid']}</td>
          <td>
            <fieldset className="plain choice-pair">
              <legend className="visually-hidden">{name}</legend>
              <label className="choice">
                <input
                  type="radio"
                  name={`choice.${itemKey}`}
                  value="yes"
                  defaultChecked={chosen === 'yes'}
                />
                <span>続ける</span>
              </label>
              <label className="choice">
                <input type="radio" name={`choice.${itemKey}`} value="no" defaultChecked={chosen === 'no'} />
                <span>続けない</span>
              </label>
            </fieldset>
            <FieldProblems name={`choice.${itemKey}`} sentences={sentences} />
          </td>
          <td>
            <input
              className="input"
              name={`reason.${itemKey}`}
              aria-label={`続けない理由: ${name}`}
              defaultValue={form.text(`reason.${itemKey}`)}
            />
            <FieldProblems name={`reason.${itemKey}`} sentences={sentences} />
          </td>
        </tr>
      );
    });
};

/** Every item of the plan that ends, and whether it continues. */
export const RollPage = ({ town, viewer, desk, form, problems, notice }: RollPageProps) => {
  const plans = `/m/${town.municipality}/office/plans`;
  const href = `${plans}/${desk.plan.slug}`;
  const sentences = sentencesByField(problems, nameOf);
  const { registered } = desk.next;
  return (
    <OfficeLayout
      title="次の期の下書きをつくる"
      town={town}
      viewer={viewer}
      current="plans"
      breadcrumb={[
        { label: '計画', href: plans },
        { label: desk.revision.title, href },
      ]}
      problems={rollSummary(problems)}
      notice={notice}
    >
      <p className="section__text">
        {desk.revision.title}（{desk.revision.label}
        ）から、続けるものを引き継ぎます。続けないものは、理由とともに系譜に残ります。いまの計画は変わりません。
      </p>
      {registered !== null && !registered.isEmpty && (
        <p className="notice notice--warn">
          次の計画「<a href={`${plans}/${registered.slug}`}>{registered.title}</a>
          」には、もう項目があります。続きはその計画で書いてください。ここでは、この計画の次の改定だけをつくれます。
        </p>
      )}
      <form method="post" action={`${href}/roll-forward`}>
        <CsrfField viewer={viewer} />
        {/* The first button of a form is the one Enter presses. */}
        <button type="submit" hidden>
          次の期の下書きをつくる
        </button>
        <div className="form">
          <ChoiceGroup
            form={form}
            kind="radio"
            name="into"
            label="どこにつくるか"
            choices={[
              ...(registered === null
                ? [{ value: 'new', label: '次の計画として（前の計画とつなぐ）' }]
                : registered.isEmpty
                  ? [{ value: 'registered', label: `登録してある次の計画に（${registered.title}）` }]
                  : []),
              { value: 'revision', label: 'この計画の次の改定として' },
            ]}
            sentences={sentences}
          />
          <TextField form={form} name="title" label="題名" sentences={sentences} required />
          <div className="fields-row">
            <TextField
              form={form}
              name="start"
              label="始まりの年度"
              size="short"
              sentences={sentences}
              required
            />
            <TextField
              form={form}
              name="end"
              label="終わりの年度"
              size="short"
              sentences={sentences}
              required
            />
            <TextField
              form={form}
              name="label"
              label="版の名前"
              size="medium"
              sentences={sentences}
              required
            />
          </div>
          {registered === null && (
            <TextField
              form={form}
              name="slug"
              label="アドレスの名前（次の計画としてつくるとき）"
              size="medium"
              sentences={sentences}
            />
          )}
        </div>
        <fieldset className="plain">
          <legend className="visually-hidden">まとめて選ぶ</legend>
          <TextField
            form={form}
            name="reasonForAll"
            label="続けない理由（「長期継続だけ続ける」とき、理由が空の項目に入れる）"
          />
          <p className="actions">
            <button type="submit" className="button button--quiet" name="choose" value="all">
              すべて続ける
            </button>
            <button type="submit" className="button button--quiet" name="choose" value="long">
              長期継続だけ続ける
            </button>
          </p>
        </fieldset>
        <TableScroll label="続けるもの">
          <table className="table plan-tree">
            <caption>続けるもの</caption>
            <thead>
              <tr>
                <th scope="col">項目</th>
                <th scope="col">提案のもと</th>
                <th scope="col">続けるか</th>
                <th scope="col">続けない理由</th>
              </tr>
            </thead>
            <tbody>
              <Rows desk={desk} form={form} sentences={sentences} />
            </tbody>
          </table>
        </TableScroll>
        <div className="save-bar">
          <button type="submit" className="button">
            次の期の下書きをつくる
          </button>
          <a href={href}>やめる</a>
        </div>
      </form>
    </OfficeLayout>
  );
};
