import { Hono } from 'hono';
import { readChecks } from '../../../app/plan/read-checks.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { placedSentence } from '../plan-sentences.ts';
import { type DeskPage, openDesk } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';

/** The page where what a problem is about is changed. */
export const placeOf = (
  desk: DeskPage,
  problem: Problem,
): { readonly href: string; readonly label: string } => {
  const [first, second, third] = problem.path;
  const { deskHref } = desk;
  if (first === 'items' && typeof second === 'string') {
    const item = desk.loaded.content.items.find((each) => each.itemKey === second);
    return { href: `${deskHref}/items/${encodeURIComponent(second)}`, label: item?.title ?? '項目' };
  }
  if (first === 'levels') return { href: `${deskHref}/levels`, label: '階層' };
  if (first === 'lineage') {
    const former = desk.base?.content.items.find((each) => each.itemKey === third);
    return { href: `${deskHref}/lineage`, label: former === undefined ? '系譜' : `系譜: ${former.title}` };
  }
  if (first === 'header' && second === 'identity')
    return { href: `${deskHref}/identity`, label: '理念・都市像' };
  if (first === 'header' && second === 'situation')
    return { href: `${deskHref}/situation`, label: '環境・強み・不安' };
  if (first === 'header' && second === 'reviewCalendar')
    return { href: `${deskHref}/calendar`, label: '見直し周期' };
  return { href: `${deskHref}/basics`, label: '計画の基本' };
};

const List = ({ desk, problems }: { readonly desk: DeskPage; readonly problems: readonly Problem[] }) => (
  <ul className="check-list">
    {problems.map((problem) => {
      const place = placeOf(desk, problem);
      return (
        <li key={`${problem.code} ${problem.path.join('.')}`}>
          <a href={place.href}>{place.label}</a>
          <p>{placedSentence(problem)}</p>
        </li>
      );
    })}
  </ul>
);

/** 点検: what stands against an approval, and what the town's own rules say. */
export const checkRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const desk = await openDesk(c, deps, { base: true });
    if (desk instanceof Response) return desk;
    const problems = (await readChecks(actingOf(c, deps), desk.at)) ?? [];
    const errors = problems.filter(({ severity }) => severity === 'error');
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    return renderPage(
      c,
      <DeskLayout desk={desk} section="checks" title="点検">
        <section className="section" aria-labelledby="errors-title">
          <h2 id="errors-title">直さないと承認できないこと（{errors.length}件）</h2>
          {errors.length === 0 ? <p>ありません。</p> : <List desk={desk} problems={errors} />}
        </section>
        <section className="section" aria-labelledby="warnings-title">
          <h2 id="warnings-title">町の決まりから見た気づき（{warnings.length}件）</h2>
          <p className="quiet">このままでも承認できます。決まりは「設定」で変えられます。</p>
          {warnings.length === 0 ? <p>ありません。</p> : <List desk={desk} problems={warnings} />}
        </section>
      </DeskLayout>,
    );
  });
