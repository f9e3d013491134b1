import type { Context } from 'hono';
import { Hono } from 'hono';
import { delegateStage, endDelegation } from '../../../../app/evaluation/delegate-stage.ts';
import {
  type RoundPeople,
  type RoundView,
  readRound,
  readRoundPeople,
} from '../../../../app/evaluation/read-round.ts';
import { mayDelegate } from '../../../../domain/evaluation/round-rights.ts';
import { formatJapaneseDate } from '../../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import { unitsOn } from '../../../../domain/organisation/units.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden, requireRight } from '../../forbidden.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { SelectField, TextField } from '../../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { fieldSentences } from '../../problem-sentences.ts';
import { actorWords, roundSentence } from '../rounds/words.ts';

interface PageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundView;
  readonly people: RoundPeople['people'];
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

/** Stages and units the person may name a deputy for. */
const mineToGive = ({ view, viewer }: Pick<PageProps, 'view' | 'viewer'>) => {
  const { scheme, units, scope, manages } = view;
  return scheme.stages.flatMap((stage) =>
    [null, ...unitsOn(units, scope.today).map(({ unitKey }) => unitKey)]
      .filter((unitKey) => manages || mayDelegate(viewer.actor, stage, unitKey, scope.ancestors))
      .map((unitKey) => ({ stage, unitKey })),
  );
};

const Page = (props: PageProps) => {
  const { town, viewer, view, people, form, problems, notice } = props;
  const office = `/m/${town.municipality}/office`;
  const { round, scheme, units, deputies } = view;
  const base = `${office}/evaluation/${encodeURIComponent(round.roundKey)}`;
  const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const displayNames = new Map(people.map(({ userId, displayName }) => [userId, displayName]));
  const sentences = fieldSentences(problems);
  const given = mineToGive(props);
  const stages = scheme.stages.filter(({ key }) => given.some(({ stage }) => stage.key === key));
  const places = [...new Set(given.map(({ unitKey }) => unitKey))];
  const stageLabel = (key: string): string => scheme.stages.find((stage) => stage.key === key)?.label ?? key;
  return (
    <OfficeLayout
      title="代理"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        { label: round.title, href: base },
      ]}
      notice={notice}
      problems={problems.map((problem) => roundSentence(problem))}
    >
      <p>
        留守の間、決まった段階だけを、ほかの職員に任せます。任された人の記入と承認は、その人の名前で残ります。
      </p>
      {deputies.length === 0 ? (
        <p className="quiet">今、代理はいません。</p>
      ) : (
        <ul className="plain-list">
          {deputies.map((deputy) => (
            <li key={deputy.delegationId}>
              <p>
                <b>{displayNames.get(deputy.userId) ?? '（利用を停止した職員）'}</b>: 「
                {stageLabel(deputy.stageKey)}」、
                {deputy.unitKey === null ? 'すべての課' : (names.get(deputy.unitKey) ?? deputy.unitKey)}、
                {deputy.validTo === null ? '締め切りまで' : `${formatJapaneseDate(deputy.validTo)}まで`}
                。理由: {deputy.reason}
              </p>
              {given.some(
                ({ stage, unitKey }) => stage.key === deputy.stageKey && unitKey === deputy.unitKey,
              ) && (
                <form method="post" action={`${base}/delegation`}>
                  <CsrfField viewer={viewer} />
                  <input type="hidden" name="delegationId" value={deputy.delegationId} />
                  <button type="submit" name="do" value="end" className="button button--quiet">
                    {displayNames.get(deputy.userId) ?? 'この職員'}の代理を終える
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {given.length > 0 && round.state === 'open' && (
        <section className="section" aria-labelledby="new-title">
          <h2 id="new-title">代理を立てる</h2>
          <form method="post" action={`${base}/delegation`} className="form">
            <CsrfField viewer={viewer} />
            <SelectField
              form={form}
              name="stageKey"
              label="段階"
              choices={stages.map(({ key, label, actor }) => ({
                value: key,
                label: `${label}（${actorWords(actor)}）`,
              }))}
              sentences={sentences}
            />
            <SelectField
              form={form}
              name="unitKey"
              label="課"
              choices={places.map((unitKey) => ({
                value: unitKey ?? '',
                label: unitKey === null ? 'すべての課' : (names.get(unitKey) ?? unitKey),
              }))}
              sentences={sentences}
            />
            <SelectField
              form={form}
              name="userId"
              label="代理の職員"
              choices={people
                .filter(({ userId }) => userId !== viewer.actor.userId)
                .map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
              sentences={sentences}
            />
            <TextField
              form={form}
              name="validTo"
              label="いつまで"
              hint="例: 令和8年6月30日。空けると、締め切るまでです。"
              size="short"
              sentences={sentences}
            />
            <TextField
              form={form}
              name="reason"
              label="理由"
              hint="例: 出張のため"
              sentences={sentences}
              required
            />
            <p className="actions">
              <button type="submit" name="do" value="add" className="button">
                代理を立てる
              </button>
            </p>
          </form>
        </section>
      )}
    </OfficeLayout>
  );
};

const notices: Readonly<Record<string, string>> = {
  add: '代理を立てました。その職員の「やること」にシートが出ています。',
  end: '代理を終えました。',
};

/** 代理: who acts in whose stead at which stage. */
export const delegationRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
  ) => {
    const acting = actingOf(c, deps);
    const view = await readRound(acting, c.req.param('round') ?? '');
    if (view === null) return c.notFound();
    const { people } = await readRoundPeople(acting, view.round.roundKey, view.scope.today);
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        people={people}
        form={refusal?.form ?? formFromEntries([])}
        problems={refusal?.problems ?? []}
        notice={refusal === undefined ? notices[c.req.query('done') ?? ''] : undefined}
      />,
      refusal === undefined ? 200 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'evaluation.view'))
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const roundKey = c.req.param('round') ?? '';
      const what = form.text('do') === 'end' ? 'end' : 'add';
      const done =
        what === 'end'
          ? await endDelegation(acting, { roundKey, delegationId: form.text('delegationId') })
          : await delegateStage(acting, {
              roundKey,
              stageKey: form.text('stageKey'),
              unitKey: form.text('unitKey') === '' ? null : form.text('unitKey'),
              userId: form.text('userId'),
              reason: form.text('reason'),
              validTo: form.text('validTo'),
            });
      const here = `/m/${town.municipality}/office/evaluation/${encodeURIComponent(roundKey)}/delegation`;
      if (done.ok) return c.redirect(`${here}?done=${what}`, 303);
      if (done.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.as-unit-head');
      return draw(c, { form, problems: done.error });
    });
};
