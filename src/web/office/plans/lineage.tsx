import type { Context } from 'hono';
import { Hono } from 'hono';
import { editLineage } from '../../../app/plan/edit-lineage.ts';
import { lineageMark } from '../../../app/plan/lineage-mark.ts';
import { readPredecessor } from '../../../app/plan/read-plan-desk.ts';
import type { LineageRow } from '../../../db/read-plan.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { unaccounted } from '../../../domain/plan/check-lineage.ts';
import type { ItemReference } from '../../../domain/plan/lineage.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import { type DeskPage, openDesk } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';
import {
  lineageKinds,
  linkName,
  type NamedItem,
  namedItems,
  readLineageForm,
  typedReason,
} from './lineage-form.ts';

interface LineagePageProps {
  readonly desk: DeskPage;
  readonly before: readonly NamedItem[];
  readonly after: readonly NamedItem[];
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const nameIn = (items: readonly NamedItem[], reference: ItemReference | null): string =>
  reference === null
    ? '―'
    : (items.find(
        (item) =>
          item.reference.planKey === reference.planKey && item.reference.itemKey === reference.itemKey,
      )?.text ?? reference.itemKey);

const Recorded = ({ desk, before, after, form }: LineagePageProps) => (
  <TableScroll label="記録した系譜">
    <table className="table">
      <caption>記録した系譜（{desk.lineage.length}件）</caption>
      <thead>
        <tr>
          <th scope="col">種類</th>
          <th scope="col">もとの項目</th>
          <th scope="col">先の項目</th>
          <th scope="col">理由</th>
          {desk.mayEdit && <th scope="col">消す</th>}
        </tr>
      </thead>
      <tbody>
        {desk.lineage.map((link: LineageRow) => (
          <tr key={link.seq}>
            <td>{lineageKinds.find(({ value }) => value === link.kind)?.label}</td>
            <td>{nameIn(before, link.from)}</td>
            <td>{nameIn(after, link.to)}</td>
            <td>
              {desk.mayEdit ? (
                <>
                  <input
                    className="input"
                    name={`reasons.${linkName(link)}`}
                    aria-label={`理由: ${nameIn(before, link.from)} → ${nameIn(after, link.to)}`}
                    defaultValue={typedReason(form, link) ?? link.reason}
                  />
                  {(typedReason(form, link) ?? link.reason) !== link.reason && (
                    <p className="quiet">いまの記録: {link.reason === '' ? '（なし）' : link.reason}</p>
                  )}
                </>
              ) : (
                link.reason
              )}
            </td>
            {desk.mayEdit && (
              <td>
                <label className="choice">
                  <input
                    type="checkbox"
                    name="end"
                    value={linkName(link)}
                    defaultChecked={form.all('end').includes(linkName(link))}
                  />
                  <span className="visually-hidden">
                    消す: {nameIn(before, link.from)} → {nameIn(after, link.to)}
                  </span>
                </label>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
);

const newRows = [0, 1, 2];

const Added = ({ form, problems, before, after }: LineagePageProps) => {
  const sentences = sentencesByField(problems, (path) => path.slice(0, 3).join('.'));
  return (
    <fieldset className="field row-group">
      <legend>書き加える</legend>
      <datalist id="lineage-before">
        {before.map(({ text }) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      <datalist id="lineage-after">
        {after.map(({ text }) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      {newRows.map((index) => (
        <div key={index} className="row-group__row row-group__row--lineage">
          <SelectField
            form={form}
            name={`links.${index}.kind`}
            label={`種類${index + 1}`}
            choices={lineageKinds}
          />
          <TextField
            form={form}
            name={`links.${index}.from`}
            label={`もとの項目${index + 1}`}
            list="lineage-before"
            sentences={sentences}
          />
          <TextField
            form={form}
            name={`links.${index}.to`}
            label={`先の項目${index + 1}`}
            list="lineage-after"
            sentences={sentences}
          />
          <TextField
            form={form}
            name={`links.${index}.reason`}
            label={`理由${index + 1}`}
            sentences={sentences}
          />
        </div>
      ))}
    </fieldset>
  );
};

const LineagePage = (props: LineagePageProps) => {
  const { desk, before, after, problems, notice } = props;
  const open = unaccounted(
    { before: before.map(({ reference }) => reference), after: after.map(({ reference }) => reference) },
    desk.lineage,
  );
  return (
    <DeskLayout
      desk={desk}
      section="lineage"
      title="系譜"
      notice={notice}
      problems={problems.map(placedSentence)}
    >
      <p className="section__text">
        前の版や前の計画の項目が、どうなったかの記録です。移す・まとめる・分ける・取り除く・名前を変えると、自動で加わります。公開画面の履歴に理由とともに載ります。
      </p>
      {open.length > 0 && (
        <details className="notice notice--warn">
          <summary>どうなったか書かれていない項目が{open.length}件あります</summary>
          <ul>
            {open.map((reference) => (
              <li key={`${reference.planKey} ${reference.itemKey}`}>{nameIn(before, reference)}</li>
            ))}
          </ul>
        </details>
      )}
      <form method="post" action={`${desk.deskHref}/lineage`}>
        <CsrfField viewer={desk.viewer} />
        <input type="hidden" name="seen" value={lineageMark(desk.lineage)} />
        {desk.lineage.length === 0 ? <p>まだ何も記録していません。</p> : <Recorded {...props} />}
        {desk.mayEdit && <Added {...props} />}
        {desk.mayEdit && (
          <div className="save-bar">
            <button type="submit" className="button">
              保存する
            </button>
          </div>
        )}
      </form>
    </DeskLayout>
  );
};

/** 系譜: what became of the items of the version and the plan before. */
export const lineageRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>) => {
    const desk = await openDesk(c, deps, { base: true, lineage: true });
    if (desk instanceof Response) return desk;
    const { predecessorPlanKey, planKey } = desk.plan;
    const predecessor =
      predecessorPlanKey === null ? null : await readPredecessor(actingOf(c, deps), predecessorPlanKey);
    const named = new Set(desk.lineage.map((link) => link.from?.planKey));
    const before = [
      ...(desk.base === null ? [] : namedItems(planKey, desk.base.content)),
      // Accounted for once: by the first revision, or where it is still named.
      ...(predecessor === null || (desk.base !== null && !named.has(predecessor.plan.planKey))
        ? []
        : namedItems(predecessor.plan.planKey, predecessor.loaded.content)),
    ];
    return { desk, before, after: namedItems(planKey, desk.loaded.content) };
  };
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      const notice = c.req.query('done') === 'saved' ? '保存しました。' : undefined;
      return renderPage(
        c,
        <LineagePage {...opened} form={formFromEntries([])} problems={[]} notice={notice} />,
      );
    })
    .post('/', async (c) => {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      const { desk, before, after } = opened;
      const { form } = c.var;
      const refuse = (problems: readonly Problem[], status: 403 | 409 | 422) =>
        renderPage(c, <LineagePage {...opened} form={form} problems={problems} notice={undefined} />, status);
      const links = readLineageForm(form, desk.lineage, before, after);
      if (!links.ok) return refuse(links.error, 422);
      const saved = await editLineage(actingOf(c, deps), desk.at, links.value, form.text('seen'));
      if (saved.ok) return c.redirect(`${desk.deskHref}/lineage?done=saved`, 303);
      const { code } = saved.error[0];
      return refuse(
        saved.error,
        code === 'not-allowed' ? 403 : code === 'lineage-changed-meanwhile' ? 409 : 422,
      );
    });
};
