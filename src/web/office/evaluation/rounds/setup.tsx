import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Acting } from '../../../../app/acting.ts';
import {
  openRound,
  previewRound,
  type RoundPreview,
  type RoundScope,
} from '../../../../app/evaluation/open-round.ts';
import { changeRound, discardRound } from '../../../../app/evaluation/prepare-round.ts';
import { type RoundView, readRound } from '../../../../app/evaluation/read-round.ts';
import type { Refusal } from '../../../../app/refusal.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Result } from '../../../../domain/kernel/result.ts';
import { unitsOn } from '../../../../domain/organisation/units.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden, requireRight } from '../../forbidden.ts';
import { ChoiceGroup } from '../../forms/choices.tsx';
import { type Entries, formFromEntries } from '../../forms/entries.ts';
import { TextField } from '../../forms/field.tsx';
import { seenVersion } from '../../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { fieldSentences } from '../../problem-sentences.ts';
import { DueFields, dueText, readTypedRound, schemeValue, TitleFields } from './round-fields.tsx';
import { roundSentence } from './words.ts';

interface PageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundView;
  readonly preview: RoundPreview | null;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const entriesOf = ({ round, scheme }: RoundView): Entries => [
  ['title', round.title],
  ['fiscalYear', formatFiscalYear(round.fiscalYear, 'wareki')],
  ['note', round.note],
  ...scheme.stages.map(({ key }) => [`dueOn.${key}`, dueText(round.dueOn[key])] as const),
];

const scopeOf = (form: Form): RoundScope => ({
  typeKeys: form.all('typeKeys'),
  unitKeys: form.all('unitKeys'),
  chosen: {},
});

const Preview = ({
  preview,
  scheme,
}: {
  readonly preview: RoundPreview;
  readonly scheme: RoundView['scheme'];
}) => {
  const { sheets, subjects } = preview;
  const names = new Map(subjects.map(({ subjectKey, name }) => [subjectKey, name]));
  const exempt = sheets.filter(({ exemption }) => exemption !== '');
  const without = sheets.filter(({ unitKey }) => unitKey === null);
  const filled = sheets.filter(({ first }) => Object.keys(first?.record.prefilled ?? {}).length > 0);
  return (
    <section className="section" aria-labelledby="preview-title">
      <h2 id="preview-title">始めると</h2>
      <ul>
        <li>シートが {sheets.length.toLocaleString('ja-JP')} 件できます。</li>
        <li>そのうち {exempt.length} 件は、様式の決まりで対象外です。</li>
        <li>{filled.length} 件は、前の年度の記入や成果の数字から、初めから埋まった欄があります。</li>
        {without.length > 0 && (
          <li>
            <strong>担当課のないものが {without.length} 件あります。</strong>
            町全体の役割の人しか書けません。先に事業の担当課を決めてください。
          </li>
        )}
        {scheme.stages.some(({ subjects: which }) => which === 'some') && (
          <li>一部だけを見る段階の対象は、始めたあとに、シートの一覧でチェックして選びます。</li>
        )}
      </ul>
      {exempt.length > 0 && (
        <details>
          <summary>対象外になる{exempt.length}件と、その計算</summary>
          <ul>
            {exempt.map(({ subjectKey, exemptionNote }) => (
              <li key={subjectKey}>
                {names.get(subjectKey)}: {exemptionNote}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const Page = ({ town, viewer, view, preview, form, problems, notice }: PageProps) => {
  const office = `/m/${town.municipality}/office`;
  const { round, scheme, units, scope } = view;
  const action = `${office}/evaluation/${encodeURIComponent(round.roundKey)}/setup`;
  const sentences = fieldSentences(problems);
  const preparing = round.state === 'preparing';
  const types = scheme.types.map(({ key, label }) => ({ value: key, label }));
  return (
    <OfficeLayout
      title={`${round.title}の設定`}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        ...(preparing ? [] : [{ label: round.title, href: action.replace(/\/setup$/u, '') }]),
      ]}
      notice={notice}
      problems={problems.map((problem) => roundSentence(problem))}
    >
      <form method="post" action={action} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={round.version} />
        <TitleFields form={form} sentences={sentences} />
        {preparing ? (
          <>
            <TextField
              form={form}
              name="fiscalYear"
              label="評価する年度"
              size="short"
              sentences={sentences}
              required
            />
            <input type="hidden" name="scheme" value={schemeValue(round)} />
            <input type="hidden" name="planKey" value={round.planKey ?? ''} />
            <p className="quiet">
              様式は「{scheme.name}」（第{round.schemeVersion}
              版）です。ほかの様式にするときは、この回をやめて用意し直します。
            </p>
          </>
        ) : (
          <p className="quiet">
            {formatFiscalYear(round.fiscalYear, 'wareki')}、様式「{scheme.name}」（第{round.schemeVersion}
            版）。始めたあとは変えられません。
          </p>
        )}
        <DueFields scheme={scheme} form={form} sentences={sentences} />
        <p className="actions">
          <button
            type="submit"
            name="do"
            value="change"
            className={preparing ? 'button button--quiet' : 'button'}
          >
            設定を保存する
          </button>
        </p>
        {/* One form: days typed and not saved yet begin with the round. */}
        {preparing && (
          <section className="section" aria-labelledby="scope-title">
            <h2 id="scope-title">対象を決めて始める</h2>
            {types.length > 0 && (
              <ChoiceGroup
                form={form}
                name="typeKeys"
                label="種類"
                hint="選ばなければ、すべての種類です。"
                choices={types}
                sentences={sentences}
              />
            )}
            <ChoiceGroup
              form={form}
              name="unitKeys"
              label="担当課"
              hint="選ばなければ、すべての課です。"
              choices={unitsOn(units, scope.today).map(({ unitKey, name }) => ({
                value: unitKey,
                label: name,
              }))}
              sentences={sentences}
            />
            <p className="actions">
              <button type="submit" name="do" value="preview" className="button button--quiet">
                どうなるか見る
              </button>
              <button type="submit" name="do" value="open" className="button">
                評価の回を始める
              </button>
            </p>
          </section>
        )}
      </form>
      {preview !== null && <Preview preview={preview} scheme={scheme} />}
      {preparing && (
        <form method="post" action={action} className="section">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="version" value={round.version} />
          <button type="submit" name="do" value="discard" className="button button--quiet">
            この回をやめる
          </button>
        </form>
      )}
    </OfficeLayout>
  );
};

/** What was typed above the button is kept first; the round then begins with it. */
const saveAndOpen = async (
  acting: Acting,
  roundKey: string,
  form: Form,
): Promise<Result<unknown, Refusal>> => {
  const seen = seenVersion(form);
  const typed = form.entries.some(([name]) => name === 'title');
  if (!typed) return openRound(acting, roundKey, scopeOf(form), seen);
  const saved = await changeRound(acting, roundKey, readTypedRound(form), seen);
  return saved.ok ? openRound(acting, roundKey, scopeOf(form), seen + 1) : saved;
};

const notices: Readonly<Record<string, string>> = {
  prepared: '評価の回を用意しました。期限を確かめて、始めてください。',
  change: '設定を保存しました。',
};

/** 評価の回の設定: title, days, whom it asks; and the button that begins it. */
export const setupRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    more: {
      readonly form?: Form;
      readonly problems?: readonly Problem[];
      readonly preview?: RoundPreview;
    } = {},
  ) => {
    const acting = actingOf(c, deps);
    const view = await readRound(acting, c.req.param('round') ?? '');
    if (view === null) return c.notFound();
    const problems = more.problems ?? [];
    const typed = more.form?.entries.filter(([name]) => name !== 'version') ?? [];
    const names = new Set(typed.map(([name]) => name));
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        preview={more.preview ?? null}
        form={formFromEntries([...typed, ...entriesOf(view).filter(([name]) => !names.has(name))])}
        problems={problems}
        notice={problems.length > 0 ? undefined : notices[c.req.query('done') ?? '']}
      />,
      problems.length === 0 ? 200 : problems[0]?.code === 'changed-since-seen' ? 409 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'evaluation.manage'))
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const roundKey = c.req.param('round') ?? '';
      const what = form.text('do');
      const list = `/m/${town.municipality}/office/evaluation`;
      if (what === 'preview') {
        const preview = await previewRound(acting, roundKey, scopeOf(form));
        return preview.ok
          ? draw(c, { form, preview: preview.value })
          : draw(c, { form, problems: preview.error });
      }
      const done =
        what === 'open'
          ? await saveAndOpen(acting, roundKey, form)
          : what === 'discard'
            ? await discardRound(acting, roundKey, seenVersion(form))
            : await changeRound(acting, roundKey, readTypedRound(form), seenVersion(form));
      if (!done.ok) {
        if (done.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
        return draw(c, { form, problems: done.error });
      }
      if (what === 'discard') return c.redirect(`${list}?done=discarded`, 303);
      return c.redirect(
        `${list}/${encodeURIComponent(roundKey)}${what === 'open' ? '?done=open' : '/setup?done=change'}`,
        303,
      );
    });
};
