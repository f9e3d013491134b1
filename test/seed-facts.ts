import { loadIndicators } from '../src/db/read-indicator.ts';
import { listPlans, listRevisions } from '../src/db/read-plan.ts';
import { loadRevisionContent } from '../src/db/read-revision.ts';
import { findMunicipality, listUnits } from '../src/db/read-town.ts';
import type { PublicTx } from '../src/db/tenant.ts';
import { formatFiscalYear } from '../src/domain/kernel/fiscal-year.ts';
import { sdgGoals } from '../src/domain/kernel/sdg-goals.data.ts';
import { numberItems } from '../src/domain/plan/numbering.ts';
import type { PlanContent, ReviewRow } from '../src/domain/plan/plan.ts';
import { inForceRevision } from '../src/domain/plan/revision-status.ts';
import type { SeedFact } from './seed-facts.data.ts';

const short = (year: number): string => formatFiscalYear(year, 'short');
const period = (start: number, end: number): string => `${short(start)}–${short(end)}`;

const reviewText = ({ periods, marks }: ReviewRow): string =>
  [
    ...periods.map(({ start, end }) => period(start, end)),
    ...marks.map(({ fiscalYear, mark }) => `${mark === 'yearly' ? '●' : '○'}${short(fiscalYear)}`),
  ].join(' ');

type Put = (at: string, value: string) => void;

const putContent = (put: Put, at: string, { header, levels, items }: PlanContent): void => {
  put(`${at}/title`, header.title);
  put(`${at}/subtitle`, header.subtitle);
  put(`${at}/summary`, header.summary);
  put(`${at}/period`, period(header.startFiscalYear, header.endFiscalYear));
  put(`${at}/items`, String(items.length));
  for (const row of header.reviewCalendar) put(`${at}/review/${row.label}`, reviewText(row));
  for (const { entryKey, text, explanation } of header.identity) {
    put(`${at}/identity/${entryKey}`, text);
    put(`${at}/identity/${entryKey}/explanation`, explanation);
  }
  for (const { entryKey, text } of header.situation) put(`${at}/situation/${entryKey}`, text);
  const codes = numberItems(levels, items);
  for (const item of items) {
    const here = `${at}/item/${item.itemKey}`;
    for (const field of ['title', 'desiredState', 'currentState', 'approach'] as const)
      put(`${here}/${field}`, item[field]);
    put(`${here}/parent`, item.parentKey ?? '');
    put(`${here}/code`, codes.get(item.itemKey) ?? '');
    put(`${here}/span`, item.span ?? '');
    put(`${here}/crossCutting`, String(item.crossCutting));
    put(`${here}/track`, levels.find(({ levelKey }) => levelKey === item.levelKey)?.track ?? '');
    put(
      `${here}/sdg`,
      item.sdgGoals.map((goal) => `${goal} ${sdgGoals.find((each) => each.goal === goal)?.name}`).join(' '),
    );
  }
};

/** Everything public of one town, by the addresses the facts use. */
export const readFacts = async (tx: PublicTx, today: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  const put: Put = (at, value) => void found.set(at, value);
  put('town/name', (await findMunicipality(tx))?.name ?? '');
  for (const unit of await listUnits(tx)) put(`unit/${unit.unitKey}`, unit.name);

  const plans = await listPlans(tx);
  const slugOf = (key: string | null): string => plans.find(({ planKey }) => planKey === key)?.slug ?? '';
  for (const plan of plans) {
    put(`plan/${plan.slug}/parent`, slugOf(plan.parentPlanKey));
    put(`plan/${plan.slug}/predecessor`, slugOf(plan.predecessorPlanKey));
    const revisions = await listRevisions(tx, plan.planKey);
    const current = inForceRevision(revisions, today);
    for (const { revision } of revisions) {
      const content = await loadRevisionContent(tx, plan.planKey, revision);
      if (content === null) continue;
      putContent(put, `plan/${plan.slug}@${revision}`, content);
      if (revision === current?.revision) putContent(put, `plan/${plan.slug}`, content);
    }
  }

  for (const { indicator, baseline, targets, values } of await loadIndicators(tx)) {
    const at = `indicator/${indicator.indicatorKey}`;
    put(`${at}/name`, indicator.name);
    put(`${at}/unit`, indicator.unit);
    put(`${at}/definition`, indicator.definition);
    if (baseline !== null) {
      put(`${at}/baseline`, `${short(baseline.fiscalYear)} ${baseline.value ?? '未定'}`);
      put(`${at}/baseline/note`, baseline.note);
    }
    for (const { fiscalYear, value, comparison } of targets)
      put(`${at}/target/${fiscalYear}`, value === null ? '未定' : `${value} ${comparison}`);
    for (const { series, fiscalYear, breakdown, value } of values)
      put(`${at}/${series}/${fiscalYear}/${breakdown}`, value ?? '');
  }
  return found;
};

/** Facts that are missing or say something else; each with what is there. */
export const differingFacts = (
  facts: readonly SeedFact[],
  found: ReadonlyMap<string, string>,
): readonly string[] =>
  facts.flatMap(({ at, is, has, seed, place }) => {
    const there = found.get(at);
    const agrees = is === undefined ? there?.includes(has ?? '') : there === is;
    return agrees ? [] : [`${at}: ${is ?? has} (${seed} ${place}) — there is ${there ?? 'nothing'}`];
  });

/** What is drawn rather than written, or a reference: seen on the page, but not as this text. */
const drawn = ['parent', 'predecessor', 'code', 'span', 'crossCutting', 'track', 'period', 'items'];

/** What a page prints of a fact; null where it is drawn. */
const printed = ({ at, is, has, shown }: SeedFact): string | null =>
  at.includes('/review/') || drawn.includes(at.split('/').at(-1) ?? '') ? null : (shown ?? is ?? has ?? null);

/** Address below /m/{code} of the page that shows a fact. */
export const pageOfFact = ({ at }: SeedFact): string => {
  const [kind, name = '', part, key] = at.split('/');
  const [slug, revision] = name.split('@');
  switch (kind) {
    case 'plan':
      if (revision !== undefined) return `/plans/${slug}?revision=${revision}`;
      return part === 'item' ? `/plans/${slug}/items/${key}` : `/plans/${slug}`;
    case 'indicator':
      return `/indicators/${name}`;
    case 'unit':
      return '/department-goals';
    default:
      return '';
  }
};

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** Visible text of a page, with `between` in place of each tag. */
const textOf = (html: string, between: string): string =>
  html
    .replace(/<(script|style|head)\b.*?<\/\1>/gsu, '')
    .replace(/<[^>]*>/gu, between)
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Facts of one page that its HTML does not show. A figure must stand by itself; words may be parted by markup. */
export const factsOnPage = (facts: readonly SeedFact[], html: string): readonly string[] => {
  const words = withoutSpace(textOf(html, ''));
  const figures = new Set(textOf(html, ' ').match(/[\d,.]+/gu));
  return facts.flatMap((fact) => {
    const text = printed(fact);
    if (text === null) return [];
    const isThere = /^[\d,.]+$/u.test(text) ? figures.has(text) : words.includes(withoutSpace(text));
    return isThere ? [] : [`${fact.at}: ${text}`];
  });
};
