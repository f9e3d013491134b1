import type { Context } from 'hono';
import { Hono } from 'hono';
import { correctPublication } from '../../../../app/evaluation/correct-publication.ts';
import {
  type PublicationPreview,
  previewPublication,
  publishRound,
} from '../../../../app/evaluation/publish-round.ts';
import { type PublishedState, readPublished } from '../../../../app/evaluation/read-published.ts';
import { type RoundView, readRound } from '../../../../app/evaluation/read-round.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { japanTime } from '../../../text/japan-time.ts';
import { forbidden, requireRight } from '../../forbidden.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { TextField } from '../../forms/field.tsx';
import { seenVersion } from '../../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { fieldSentences } from '../../problem-sentences.ts';
import { CorrectionForm } from './correction-form.tsx';
import { PublicationTables } from './publication-tables.tsx';
import { roundSentence } from './words.ts';

interface PageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly view: RoundView;
  readonly preview: PublicationPreview;
  readonly published: PublishedState | null;
  readonly chosen: string;
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const Unfinished = ({
  view,
  preview,
  base,
}: Pick<PageProps, 'view' | 'preview'> & { readonly base: string }) => {
  const names = new Map(view.sheets.map(({ subject }) => [subject.subjectKey, subject.name]));
  return (
    <section className="section" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">終わっていないシート（{preview.unfinished.length}）</h2>
      <p>最後の段階まで進めるか、シートの画面で理由を書いて対象外にすると、公開できます。</p>
      <ul>
        {preview.unfinished.slice(0, 30).map((key) => (
          <li key={key}>
            <a href={`${base}/sheets/${encodeURIComponent(key)}`}>{names.get(key) ?? key}</a>
          </li>
        ))}
      </ul>
      {preview.unfinished.length > 30 && <p>ほか {preview.unfinished.length - 30} 件</p>}
    </section>
  );
};

const PublishForm = ({
  view,
  viewer,
  form,
  problems,
  base,
  preview,
}: PageProps & { readonly base: string }) => {
  const sentences = fieldSentences(problems);
  return (
    <section className="section" aria-labelledby="publish-title">
      <h2 id="publish-title">公開する</h2>
      <p>
        公開すると、{preview.entries.length}
        件の評価をだれでも読めるようになり、シートは書き換えられなくなります。あとの誤りは、理由を付けた「訂正」で新しい版にします。
      </p>
      <form method="post" action={`${base}/publish`} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="version" value={view.round.version} />
        <TextField
          form={form}
          name="amountBasis"
          label="金額が何か"
          hint={`空けると「${preview.content.amountBasis}」になります。`}
          sentences={sentences}
        />
        <TextField
          form={form}
          name="population"
          label="人口（住民一人当たりの計算に使う）"
          hint="空けると、一人当たりは出ません。"
          size="short"
          inputMode="numeric"
          sentences={sentences}
        />
        <TextField
          form={form}
          name="populationSource"
          label="人口の出典"
          hint="例: 住民基本台帳（令和7年3月31日）"
          sentences={sentences}
        />
        <TextField form={form} name="source" label="評価の出典・問い合わせ先" sentences={sentences} />
        <p className="actions">
          <button type="submit" name="do" value="publish" className="button">
            公開する
          </button>
        </p>
      </form>
    </section>
  );
};

const Page = (props: PageProps) => {
  const { town, viewer, view, preview, published, problems, notice } = props;
  const office = `/m/${town.municipality}/office`;
  const { round } = view;
  const base = `${office}/evaluation/${encodeURIComponent(round.roundKey)}`;
  return (
    <OfficeLayout
      title={round.state === 'published' ? '公開した評価' : '公開の内容'}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: `${office}/evaluation` },
        { label: round.title, href: base },
      ]}
      notice={notice}
      problems={problems.map((problem) => roundSentence(problem))}
      publicHref={
        round.state === 'published' ? `/m/${town.municipality}/evaluations/${round.fiscalYear}` : undefined
      }
    >
      {published !== null && (
        <section className="section" aria-labelledby="editions-title">
          <h2 id="editions-title">版</h2>
          <ul>
            {published.editions.map(({ edition, reason, publishedAt }) => (
              <li key={edition}>
                第{edition}版（{japanTime(publishedAt)}）{reason === '' ? '初めての公開' : `訂正: ${reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {published === null && preview.unfinished.length > 0 && (
        <Unfinished view={view} preview={preview} base={base} />
      )}
      <PublicationTables
        scheme={view.scheme}
        content={published?.content ?? preview.content}
        entries={published?.entries ?? preview.entries}
      />
      {published === null && round.state === 'closed' && preview.unfinished.length === 0 && (
        <PublishForm {...props} base={base} />
      )}
      {published === null && round.state === 'open' && (
        <p className="notice">公開するには、先に評価の回を締め切ってください。</p>
      )}
      {published !== null && <CorrectionForm {...props} published={published} base={base} />}
    </OfficeLayout>
  );
};

const notices: Readonly<Record<string, string>> = {
  publish: '公開しました。だれでも読めます。',
  correct: '訂正した新しい版を公開しました。',
};

const wordsOf = (form: Form) => {
  const persons = form
    .text('population')
    .replaceAll(/[,，\s人]/gu, '')
    .normalize('NFKC');
  return {
    amountBasis: form.text('amountBasis'),
    source: form.text('source').trim(),
    population:
      persons === '' ? null : { persons: Number(persons), source: form.text('populationSource').trim() },
  };
};

/** 公開: what the public will read, the button, and later its corrections. */
export const publishRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
  ) => {
    const acting = actingOf(c, deps);
    const roundKey = c.req.param('round') ?? '';
    const view = await readRound(acting, roundKey);
    if (view === null || view.round.state === 'preparing') return c.notFound();
    const preview = await previewPublication(acting, roundKey);
    if (!preview.ok) return forbidden(c, deps, 'evaluation.manage');
    const code = refusal?.problems[0]?.code;
    return renderPage(
      c,
      <Page
        town={c.var.town}
        viewer={c.var.viewer}
        view={view}
        preview={preview.value}
        published={view.round.state === 'published' ? await readPublished(acting, roundKey) : null}
        chosen={refusal?.form.text('subjectKey') || (c.req.query('subject') ?? '')}
        form={refusal?.form ?? formFromEntries([])}
        problems={refusal?.problems ?? []}
        notice={refusal === undefined ? notices[c.req.query('done') ?? ''] : undefined}
      />,
      refusal === undefined ? 200 : code === 'changed-since-seen' ? 409 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'evaluation.manage'))
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const roundKey = c.req.param('round') ?? '';
      const what = form.text('do') === 'correct' ? 'correct' : 'publish';
      const subjectKey = form.text('subjectKey');
      const done =
        what === 'publish'
          ? await publishRound(acting, roundKey, wordsOf(form), seenVersion(form))
          : await correctPublication(acting, {
              roundKey,
              reason: form.text('reason'),
              seenEdition: seenVersion(form),
              corrections: form.entries
                .filter(([name]) => name.startsWith('place.'))
                .map(([name, after]) => ({ subjectKey, place: name.slice('place.'.length), after })),
            });
      const here = `/m/${town.municipality}/office/evaluation/${encodeURIComponent(roundKey)}/publish`;
      return done.ok ? c.redirect(`${here}?done=${what}`, 303) : draw(c, { form, problems: done.error });
    });
};
