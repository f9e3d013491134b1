import type { SeenItem } from '../../../app/plan/arrange-items.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { TreeOperation } from '../../../domain/plan/arrangement-decision.ts';
import { levelsUnder } from '../../../domain/plan/level-check.ts';
import type { Form } from '../../middleware/form.ts';
import { rowsOf } from '../forms/rows.ts';
import type { DeskPage } from './desk.ts';

type Read = Result<TreeOperation, Problem>;

const readInsert = (desk: DeskPage, form: Form, seen: SeenItem | null, newKey: () => string): Read => {
  const { items, levels } = desk.loaded.content;
  const where = form.text('where');
  const chosen = items.find((item) => item.itemKey === seen?.itemKey);
  if ((where === 'under' || where === 'after') && chosen === undefined && items.length > 0)
    return refuse(errorAt('nothing-chosen', ['item']));
  const isCross = where === 'cross';
  const parentKey =
    where === 'under' ? (chosen?.itemKey ?? null) : where === 'after' ? (chosen?.parentKey ?? null) : null;
  const parentLevel = items.find((item) => item.itemKey === parentKey)?.levelKey ?? 'root';
  // Beside another item its own level comes first; elsewhere the first that fits.
  const fitting = levelsUnder(levels, parentLevel);
  const wanted = form.text('levelKey');
  const level =
    wanted === ''
      ? (fitting.find((each) => where === 'after' && each.levelKey === chosen?.levelKey) ??
        fitting[0] ??
        (isCross ? levels[0] : undefined))
      : levels.find((each) => each.levelKey === wanted);
  if (level === undefined)
    return refuse(
      errorAt('item-does-not-fit', ['items'], {
        title: form.text('title').slice(0, 100),
        parent: items.find((item) => item.itemKey === parentKey)?.title ?? '',
      }),
    );
  return ok({
    kind: 'insert',
    itemKey: newKey(),
    levelKey: level.levelKey,
    title: form.text('title'),
    parentKey,
    afterKey: where === 'after' ? (chosen?.itemKey ?? null) : null,
    crossCutting: isCross,
  });
};

const orNull = (text: string): string | null => (text === '' ? null : text);

/** What a button of the tree, or the answer to one of its questions, asks for. */
export const readOperation = (
  desk: DeskPage,
  form: Form,
  seen: SeenItem | null,
  newKey: () => string,
): Read => {
  const kind = form.text('do');
  if (kind === 'insert') return readInsert(desk, form, seen, newKey);
  if (seen === null) return refuse(errorAt('nothing-chosen', ['item']));
  const { itemKey } = seen;
  switch (kind) {
    case 'up':
    case 'down':
    case 'indent':
    case 'outdent':
      return ok({ kind, itemKey });
    case 'place':
      return ok({
        kind,
        itemKey,
        parentKey: orNull(form.text('under')),
        beforeKey: orNull(form.text('before')),
      });
    case 'move':
      return ok({ kind: 'place', itemKey, parentKey: orNull(form.text('under')), beforeKey: null });
    case 'again': {
      const end = form.text('end');
      return ok(
        end === ''
          ? { kind: 'show-again', itemKey, parentKey: form.text('under') }
          : { kind: 'show-once', itemKey, parentKey: end },
      );
    }
    case 'remove': {
      const children = form.text('children');
      return ok({
        kind,
        itemKey,
        children: children === 'lift' || children === 'remove' ? children : 'refuse',
      });
    }
    case 'merge':
      return ok({ kind, itemKey, intoKey: form.text('intoKey') });
    case 'split': {
      const parts = rowsOf(form, 'parts', ['title'])
        .filter((row) => row.title.trim() !== '')
        .map((row) => ({ itemKey: newKey(), title: row.title }));
      return ok({ kind, itemKey, parts });
    }
    default:
      return refuse(errorAt('unknown-choice', ['do'], { text: kind.slice(0, 40) }));
  }
};
