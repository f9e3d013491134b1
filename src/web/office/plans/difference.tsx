import { Hono } from 'hono';
import { readLineageOf } from '../../../app/plan/read-lineage.ts';
import { readDesk, readPredecessor } from '../../../app/plan/read-plan-desk.ts';
import type { LineageRow } from '../../../db/read-plan.ts';
import type { LoadedRevision } from '../../../db/read-revision.ts';
import { type ContentDifference, differContent } from '../../../domain/plan/difference.ts';
import { ComparisonTable } from '../../components/difference/comparison-table.tsx';
import { ContentDifferenceView } from '../../components/difference/content-difference.tsx';
import { nameValues } from '../../components/difference/value-names.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { type DeskPage, openDesk } from './desk.ts';
import { DeskLayout } from './desk-layout.tsx';

interface Against {
  readonly key: string;
  readonly label: string;
}

/** What a revision can be held against: the others of its plan, and the plan before it. */
const choicesOf = (desk: DeskPage): readonly Against[] => [
  ...desk.revisions
    .filter((each) => each.revision !== desk.revision.revision)
    .map((each) => ({
      key: String(each.revision),
      label: `${each.label}${each.status === 'in-force' ? '（施行中）' : ''}`,
    })),
  ...(desk.plan.predecessorPlanKey === null ? [] : [{ key: 'predecessor', label: '前の計画' }]),
];

const defaultChoice = (desk: DeskPage): string => {
  const inForce = desk.revisions.find(
    (each) => each.status === 'in-force' && each.revision !== desk.revision.revision,
  );
  const before = inForce?.revision ?? desk.revision.basedOnRevision;
  return before === null ? (choicesOf(desk)[0]?.key ?? '') : String(before);
};

interface Other {
  readonly planKey: string;
  readonly loaded: LoadedRevision;
  readonly label: string;
}

/** From the other to this one. Links count that were recorded on the way: after the old one, up to the new one. */
const differ = (desk: DeskPage, other: Other, links: readonly LineageRow[]): ContentDifference => {
  const { planKey } = desk.plan;
  const own = links.filter((link) => link.planKey === planKey && link.revision <= desk.revision.revision);
  return other.planKey === planKey
    ? differContent(
        other.loaded.content,
        desk.loaded.content,
        own.filter((link) => link.revision > other.loaded.revision),
      )
    : differContent(other.loaded.content, desk.loaded.content, own, { old: other.planKey, new: planKey });
};

/** 違い: against the version in force or another, inline and as a 新旧対照表. */
export const differenceRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const desk = await openDesk(c, deps, { areas: true, indicators: true });
    if (desk instanceof Response) return desk;
    const acting = actingOf(c, deps);
    const choices = choicesOf(desk);
    const asked = c.req.query('against') ?? defaultChoice(desk);
    const shape = c.req.query('shape') === 'table' ? 'table' : 'inline';
    const find = async (): Promise<Other | null> => {
      if (asked === 'predecessor' && desk.plan.predecessorPlanKey !== null) {
        const found = await readPredecessor(acting, desk.plan.predecessorPlanKey);
        return found === null
          ? null
          : { planKey: found.plan.planKey, loaded: found.loaded, label: found.loaded.content.header.title };
      }
      const found = choices.some((choice) => choice.key === asked)
        ? await readDesk(acting, desk.plan.slug, Number(asked))
        : null;
      return found === null
        ? null
        : { planKey: found.plan.planKey, loaded: found.loaded, label: found.revision.label };
    };
    const other = await find();
    const links = other === null ? [] : await readLineageOf(acting, [desk.plan.planKey]);
    const difference = other === null ? null : differ(desk, other, links);
    const nameOf = nameValues({
      language: 'ja',
      units: desk.units,
      areas: desk.areas,
      indicators: desk.indicators.map((indicator) => ({ indicator })),
      contents: other === null ? [desk.loaded.content] : [other.loaded.content, desk.loaded.content],
    });
    return renderPage(
      c,
      <DeskLayout desk={desk} section="difference" title="違い">
        {choices.length === 0 ? (
          <p>比べられる版も前の計画もありません。</p>
        ) : (
          <form method="get" action={`${desk.deskHref}/difference`} className="difference-choice">
            <div className="field">
              <label htmlFor="against">比べる相手</label>
              <select id="against" name="against" className="input input--medium" defaultValue={asked}>
                {choices.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="shape">見せ方</label>
              <select id="shape" name="shape" className="input input--medium" defaultValue={shape}>
                <option value="inline">文の中で（下線と取り消し線）</option>
                <option value="table">新旧対照表</option>
              </select>
            </div>
            <button type="submit" className="button button--quiet button--small">
              比べる
            </button>
          </form>
        )}
        {difference !== null && other !== null && (
          <section className="section" aria-labelledby="difference-title">
            <h2 id="difference-title">
              {other.label} から {desk.revision.label} へ
            </h2>
            {shape === 'table' ? (
              <ComparisonTable
                difference={difference}
                language="ja"
                nameOf={nameOf}
                from={other.label}
                heading={3}
                to={desk.revision.label}
              />
            ) : (
              <ContentDifferenceView
                difference={difference}
                language="ja"
                nameOf={nameOf}
                heading={3}
                itemHref={(key) => `${desk.deskHref}/items/${encodeURIComponent(key)}`}
              />
            )}
          </section>
        )}
      </DeskLayout>,
    );
  });
