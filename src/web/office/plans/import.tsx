import { Hono } from 'hono';
import { importTown } from '../../../app/town/import-town.ts';
import { placeInWords } from '../../../documents/problem-text/place-in-words.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { readTownFile } from '../../../documents/town-file/read-town-file.ts';
import type { TownFile } from '../../../documents/town-file/schema.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { largestBody } from '../../middleware/readable-body.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { KeptParts } from '../forms/kept-parts.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';

interface ImportPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly errors: readonly Problem[];
  /** What was found when it was only tried; null: not tried. */
  readonly tried: {
    readonly warnings: readonly Problem[];
    readonly text: string;
    readonly summary: string;
    /** What the file holds besides plans; '' for nothing. */
    readonly leftOut: string;
  } | null;
}

/** A request holds the file and what the browser puts around it; below the limit of requests by a safe piece. */
const megabytes = Math.floor(largestBody / 1_000_000);
const largestFile = megabytes * 1_000_000;

const countsOf = (file: TownFile): readonly (readonly [name: string, count: number])[] => [
  ['団体の情報', file.municipality === undefined ? 0 : 1],
  ['組織', file.units.length],
  ['組織の引き継ぎ', file.successions.length],
  ['エリア', file.areas.length],
  ['指標', file.indicators.length],
];

/** 「組織 3件、指標 12件」: what is in the file and is not taken here. */
const leftOutOf = (file: TownFile): string =>
  countsOf(file)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}件`)
    .join('、');

/** One field of a form holds no more than that (middleware/form.ts). */
const longestPart = 90_000;

/** The file's text in fields of bearable length; no character is cut in half. */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + longestPart;
    const code = text.charCodeAt(end);
    const stop = code >= 0xdc00 && code <= 0xdfff ? end - 1 : end;
    parts.push(text.slice(start, stop));
    start = stop;
  }
  return parts;
};

const Problems = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <ul className="check-list">
    {problems.slice(0, 200).map((problem) => (
      <li key={`${problem.code} ${problem.path.join('.')}`}>
        <b>{placeInWords(problem)}</b>
        <p>{problemSentence(problem)}</p>
      </li>
    ))}
  </ul>
);

const ImportPage = ({ town, viewer, errors, tried }: ImportPageProps) => {
  const plans = `/m/${town.municipality}/office/plans`;
  return (
    <OfficeLayout
      title="データを読み込む"
      town={town}
      viewer={viewer}
      current="plans"
      breadcrumb={[{ label: '計画', href: plans }]}
      problems={
        errors.length === 0
          ? []
          : [
              `誤りが${errors.length}件あります。何も登録していません。下の場所を直して、もう一度選んでください。`,
            ]
      }
    >
      {errors.length > 0 && <Problems problems={errors} />}
      {tried !== null && (
        <section className="section notice" aria-labelledby="tried-title">
          <h2 id="tried-title">確かめました。まだ登録していません</h2>
          <p>{tried.summary}</p>
          {tried.leftOut !== '' && (
            <p>
              <strong>ここでは読み込まないもの: {tried.leftOut}。</strong>
              この画面が読み込むのは計画だけです。これらも読み込むには、システムの管理者が{' '}
              <code>bin/rashin import ファイル名</code> を実行します。
            </p>
          )}
          {tried.warnings.length > 0 && <Problems problems={tried.warnings} />}
          <form method="post" action={`${plans}/import`} encType="multipart/form-data">
            <CsrfField viewer={viewer} />
            <KeptParts name="content" parts={partsOf(tried.text)} />
            <p className="actions">
              <button type="submit" className="button" name="step" value="keep">
                この内容を登録する
              </button>
              <a href={plans}>登録しない</a>
            </p>
          </form>
        </section>
      )}
      <section className="section" aria-labelledby="file-title">
        <h2 id="file-title">ファイルを選ぶ</h2>
        <p>
          団体データファイル（JSON、{megabytes}
          MBまで）の計画を読み込みます。計画は新しい下書きになります。施行日のある版も、ここでは下書きとして読み込みます。
        </p>
        <form method="post" action={`${plans}/import`} encType="multipart/form-data" className="form">
          <CsrfField viewer={viewer} />
          <div className="field">
            <label htmlFor="file">団体データファイル</label>
            <input id="file" name="file" type="file" accept="application/json,.json" className="input" />
          </div>
          <button type="submit" className="button" name="step" value="try">
            確かめる
          </button>
        </form>
      </section>
    </OfficeLayout>
  );
};

/** JSON in: tried first, kept when the person says so. A file brings drafts; publishing stays a decision. */
export const importRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .use(requireRight(deps, 'plan.create'))
    .get('/', (c) =>
      renderPage(c, <ImportPage town={c.var.town} viewer={c.var.viewer} errors={[]} tried={null} />),
    )
    .post('/', async (c) => {
      const { town, viewer, form } = c.var;
      const refuse = (errors: readonly Problem[], status: 413 | 422) =>
        renderPage(c, <ImportPage town={town} viewer={viewer} errors={errors} tried={null} />, status);
      const file = form.file('file');
      if (file !== null && file.size > largestFile)
        return refuse(
          [
            {
              code: 'file-too-large',
              path: [file.name],
              severity: 'error',
              params: { limit: largestFile, size: file.size },
            },
          ],
          413,
        );
      const keeps = form.text('step') === 'keep';
      const bytes = keeps
        ? new TextEncoder().encode(form.all('content').join(''))
        : new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
      const read = readTownFile(file?.name ?? '確かめたファイル', bytes);
      if (!read.ok) return refuse(read.error, 422);
      const plans = read.value.plans.map((entry) => ({
        ...entry,
        revisions: entry.revisions.map((revision) => ({ ...revision, effectiveOn: null })),
      }));
      const given = { municipality: null, units: [], successions: [], areas: [], indicators: [], plans };
      const done = await importTown(actingOf(c, deps), given, { dryRun: !keeps, publish: false });
      if (!done.ok) return refuse(done.error, 422);
      if (keeps) return c.redirect(`/m/${town.municipality}/office/plans?done=imported`, 303);
      const revisions = plans.flatMap((entry) => entry.revisions);
      const items = revisions.reduce((sum, revision) => sum + revision.content.items.length, 0);
      const summary = `計画 ${plans.length}件、版 ${revisions.length}件、項目 ${items}件を、下書きとして登録できます。`;
      const text = new TextDecoder().decode(bytes);
      return renderPage(
        c,
        <ImportPage
          town={town}
          viewer={viewer}
          errors={[]}
          tried={{ warnings: done.value, text, summary, leftOut: leftOutOf(read.value) }}
        />,
      );
    });
