import type { Context } from 'hono';
import { Hono } from 'hono';
import { closeRound, reopenRound } from '../../../../app/evaluation/close-round.ts';
import {
  type RoundPeople,
  type RoundView,
  readRound,
  readRoundPeople,
} from '../../../../app/evaluation/read-round.ts';
import { remindEvaluation, retryEvaluationMails } from '../../../../app/evaluation/remind-evaluation.ts';
import type { Refusal } from '../../../../app/refusal.ts';
import type { Reminded } from '../../../../app/remind-once.ts';
import { mayAnywhere } from '../../../../domain/access/may.ts';
import type { WebDeps } from '../../../deps.ts';
import { isHttps, requestHost } from '../../../middleware/request-source.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden } from '../../forbidden.ts';
import { seenVersion } from '../../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { ProgressTable } from './progress-table.tsx';
import { RoundReminders } from './round-reminders.tsx';
import { roundSentence, roundStateTags, roundStateWords } from './words.ts';

export interface BoardProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundView;
  readonly people: RoundPeople | null;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
  readonly hasMailServer: boolean;
}

/** 締め切り・公開: what the planner does with the whole round, and what happens then. */
const RoundSteps = ({
  view,
  viewer,
  base,
}: {
  readonly view: RoundView;
  readonly viewer: BoardProps['viewer'];
  readonly base: string;
}) => {
  const { round } = view;
  const unfinished = view.sheets.filter(
    ({ sheet }) => sheet.status !== 'final' && sheet.status !== 'published',
  ).length;
  const step = (kind: 'close' | 'reopen', label: string, quiet: boolean) => (
    <form method="post" action={base}>
      <CsrfField viewer={viewer} />
      <input type="hidden" name="version" value={round.version} />
      <button type="submit" name="do" value={kind} className={quiet ? 'button button--quiet' : 'button'}>
        {label}
      </button>
    </form>
  );
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">この回を進める</h2>
      {round.state === 'open' && (
        <>
          <p>
            締め切ると、だれも書けなくなります（取り消せます）。
            {unfinished > 0 && `終わっていないシートが ${unfinished} 件あります。`}
          </p>
          {step('close', '締め切る', unfinished > 0)}
        </>
      )}
      {round.state === 'closed' && (
        <div className="actions">
          <a className="button" href={`${base}/publish`}>
            公開の内容を確かめる
          </a>
          {step('reopen', '締め切りを取り消す', true)}
        </div>
      )}
      {round.state === 'published' && (
        <p>
          <a href={`${base}/publish`}>公開した内容と訂正</a>
        </p>
      )}
    </section>
  );
};

const Page = (props: BoardProps) => {
  const { town, viewer, view, problems, notice } = props;
  const office = `/m/${town.municipality}/office`;
  const { round, manages } = view;
  const base = `${office}/evaluation/${encodeURIComponent(round.roundKey)}`;
  const mine = view.sheets.filter((each) => each.mine).length;
  const inside = mayAnywhere(viewer.actor, 'evaluation.view');
  return (
    <OfficeLayout
      title={round.title}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[{ label: '評価の回', href: `${office}/evaluation` }]}
      notice={notice}
      problems={problems}
    >
      <p className="desk-head__state">
        <span className={`tag status-tag status-tag--${roundStateTags[round.state]}`}>
          {roundStateWords[round.state]}
        </span>
        {mine > 0 && (
          <a href={`${base}/sheets?mine=1`}>
            <b>あなたの番のシート {mine} 件</b>
          </a>
        )}
      </p>
      {round.note !== '' && <p className="sheet__note">{round.note}</p>}
      <ul className="link-row">
        <li>
          <a href={`${base}/sheets`}>シートの一覧（{view.sheets.length}）</a>
        </li>
        {inside && (
          <li>
            <a href={`${base}/meeting`}>本部の議題</a>
          </li>
        )}
        {inside && (
          <li>
            <a href={`${base}/matrix`}>判断の表</a>
          </li>
        )}
        {view.scheme.stages.some(({ actor }) => actor === 'external-reviewer') && (
          <li>
            <a href={`${base}/review`}>外部評価</a>
          </li>
        )}
        {inside && (
          <li>
            <a href={`${base}/delegation`}>代理</a>
          </li>
        )}
        {inside && (
          <li>
            <a href={`${base}/workload`}>記入の手間</a>
          </li>
        )}
        {manages && (
          <li>
            <a href={`${base}/setup`}>設定と期限</a>
          </li>
        )}
        {manages && (
          <li>
            <a href={`${base}/publish`}>公開の内容</a>
          </li>
        )}
      </ul>
      {!view.outside && (
        <section className="section" aria-labelledby="progress-title">
          <h2 id="progress-title">進みぐあい</h2>
          <ProgressTable base={base} view={view} />
        </section>
      )}
      {manages && <RoundReminders {...props} base={base} />}
      {manages && <RoundSteps view={view} viewer={viewer} base={base} />}
    </OfficeLayout>
  );
};

const notices: Readonly<Record<string, string>> = {
  open: '評価の回を始めました。担当する職員の「やること」にシートが出ています。',
  close: '評価の回を締め切りました。',
  reopen: '締め切りを取り消しました。',
  retry: '送れなかったメールを、もう一度送ります。',
  published: '公開しました。だれでも読めます。',
};

const remindedNotice = ({ mailed, pageOnly, already, unreached }: Reminded): string =>
  [
    mailed + pageOnly === 0 ? '新しく督促した人はいません。' : `${mailed + pageOnly}人に督促しました。`,
    mailed > 0 ? `メールは${mailed}通です。` : '',
    pageOnly > 0 ? `${pageOnly}人はメールアドレスがないため、「やること」の画面だけです。` : '',
    already > 0 ? `${already}人には今日もう督促しています。` : '',
    unreached.length > 0 ? `担当する職員がいないところ: ${unreached.join('、')}。` : '',
  ].join('');

/** 評価の回: how far each unit is at each stage, who is late, and for the planner the whole round's steps. */
export const boardRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    more: { readonly refusal?: Refusal; readonly notice?: string | undefined } = {},
  ) => {
    const acting = actingOf(c, deps);
    const view = await readRound(acting, c.req.param('round') ?? '');
    if (view === null) return c.notFound();
    const { refusal } = more;
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        people={view.manages ? await readRoundPeople(acting, view.round.roundKey, view.scope.today) : null}
        problems={refusal?.map((problem) => roundSentence(problem)) ?? []}
        notice={more.notice ?? (refusal === undefined ? notices[c.req.query('done') ?? ''] : undefined)}
        hasMailServer={deps.config.smtpUrl !== null}
      />,
      refusal === undefined ? 200 : refusal[0].code === 'changed-since-seen' ? 409 : 422,
    );
  };
  /** In a mail an address stands alone: the configured one, else the one this request came by. */
  const addressOf = (c: Context<OfficeEnv>): string => {
    const way = deps.config;
    const own = `${isHttps(c.req.raw, way) ? 'https' : 'http'}://${requestHost(c.req.raw, way)}`;
    return `${way.baseUrl ?? own}/m/${c.var.town.municipality}/office`;
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const roundKey = c.req.param('round') ?? '';
      const what = form.text('do');
      if (what === 'remind') {
        const reminded = await remindEvaluation(acting, roundKey, { town: town.name, href: addressOf(c) });
        if (reminded.ok) return draw(c, { notice: remindedNotice(reminded.value) });
        if (reminded.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
        return draw(c, { refusal: reminded.error });
      }
      const commands = {
        close: () => closeRound(acting, roundKey, seenVersion(form)),
        reopen: () => reopenRound(acting, roundKey, seenVersion(form)),
        retry: () => retryEvaluationMails(acting, roundKey),
      };
      if (what !== 'close' && what !== 'reopen' && what !== 'retry') return c.notFound();
      const done = await commands[what]();
      if (done.ok)
        return c.redirect(
          `/m/${town.municipality}/office/evaluation/${encodeURIComponent(roundKey)}?done=${what}`,
          303,
        );
      if (done.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
      return draw(c, { refusal: done.error });
    });
};
