import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { ItemReference, LineageLink } from '../../../domain/plan/lineage.ts';
import { numberItems } from '../../../domain/plan/numbering.ts';
import type { PlanContent } from '../../../domain/plan/plan.ts';
import type { Form } from '../../middleware/form.ts';
import { isBlankRow, rowsOf } from '../forms/rows.ts';

export const lineageKinds: readonly { readonly value: LineageLink['kind']; readonly label: string }[] = [
  { value: 'carry', label: '継承' },
  { value: 'rename', label: '名称変更' },
  { value: 'merge', label: '統合' },
  { value: 'split', label: '分割' },
  { value: 'move', label: '移動' },
  { value: 'drop', label: '廃止' },
  { value: 'new', label: '新規' },
];

/** An item as it is chosen: words for the person, the key in brackets for the machine. */
export interface NamedItem {
  readonly reference: ItemReference;
  readonly text: string;
}

export const namedItems = (planKey: string, content: PlanContent): readonly NamedItem[] => {
  const codes = numberItems(content.levels, content.items);
  return content.items.map(({ itemKey, title }) => ({
    reference: { planKey, itemKey },
    text: `${[codes.get(itemKey) ?? '', title].filter((part) => part !== '').join(' ')} [${itemKey}]`,
  }));
};

const find = (text: string, items: readonly NamedItem[]): ItemReference | null | undefined => {
  const typed = text.trim();
  if (typed === '') return null;
  const key = /\[([^\]]+)\]$/u.exec(typed)?.[1];
  return items.find((item) => item.text === typed || item.reference.itemKey === key)?.reference;
};

const named = (reference: ItemReference | null): string =>
  reference === null ? '' : `${reference.planKey}/${reference.itemKey}`;

/** Names a recorded link in a form. Not by its number, which may be another link's when the form comes back. */
export const linkName = ({ kind, from, to }: Pick<LineageLink, 'kind' | 'from' | 'to'>): string =>
  [kind, named(from), named(to)].join('~');

/** null: the form has no field for it. */
export const typedReason = (form: Form, link: Pick<LineageLink, 'kind' | 'from' | 'to'>): string | null =>
  form.all(`reasons.${linkName(link)}`)[0] ?? null;

/** Links that stay, with their reasons as written now, and those added below them. */
export const readLineageForm = (
  form: Form,
  recorded: readonly LineageLink[],
  before: readonly NamedItem[],
  after: readonly NamedItem[],
): Result<readonly LineageLink[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const ended = new Set(form.all('end'));
  const kept = recorded
    .filter((link) => !ended.has(linkName(link)))
    .map(({ kind, from, to, reason }) => ({
      kind,
      from,
      to,
      reason: typedReason(form, { kind, from, to }) ?? reason,
    }));
  const added = rowsOf(form, 'links', ['kind', 'from', 'to', 'reason'])
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => !isBlankRow(row, ['kind']))
    .flatMap(({ row, index }): LineageLink[] => {
      const kind = lineageKinds.find(({ value }) => value === row.kind)?.value;
      const [from, to] = [find(row.from, before), find(row.to, after)];
      const params = { kind: row.kind, item: '' };
      if (kind === undefined)
        problems.push(errorAt('unknown-choice', ['links', index, 'kind'], { text: row.kind.slice(0, 40) }));
      if (from === undefined)
        problems.push(
          errorAt('lineage-item-unknown', ['links', index, 'from'], {
            ...params,
            item: row.from.slice(0, 80),
          }),
        );
      if (to === undefined)
        problems.push(
          errorAt('lineage-item-unknown', ['links', index, 'to'], { ...params, item: row.to.slice(0, 80) }),
        );
      return kind === undefined || from === undefined || to === undefined
        ? []
        : [{ kind, from, to, reason: row.reason }];
    });
  return problems.length === 0 ? ok([...kept, ...added]) : { ok: false, error: problems };
};
