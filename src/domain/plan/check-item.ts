import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import { isSdgGoal } from '../kernel/sdg-goals.data.ts';
import { investmentKinds, type PlanItem } from './item.ts';
import { checkSource, checkText, textLimits } from './text-limits.ts';

/** Keys that exist in the town, outside the plan. */
export interface TownKeys {
  readonly unitKeys: ReadonlySet<string>;
  readonly areaKeys: ReadonlySet<string>;
  readonly indicatorKeys: ReadonlySet<string>;
}

/** Part of an address (/items/{key}): letters of any script and digits, no sign an address would escape. */
const keyPattern = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u;

const at = (item: PlanItem, ...rest: readonly (string | number)[]): Problem['path'] => [
  'items',
  item.itemKey,
  ...rest,
];

const texts = (item: PlanItem): readonly Problem[] => [
  ...checkText(item.title, textLimits.title, at(item, 'title'), true),
  ...checkText(item.code ?? '', textLimits.code, at(item, 'code')),
  ...(['desiredState', 'currentState', 'issue', 'approach'] as const).flatMap((field) =>
    checkText(item[field], textLimits.long, at(item, field)),
  ),
  ...checkSource(item.source, at(item, 'source')),
  ...item.lifeStages.flatMap((stage, index) =>
    checkText(stage, textLimits.short, at(item, 'lifeStages', index), true),
  ),
  ...item.partners.flatMap(({ name, role }, index) => [
    ...checkText(name, textLimits.short, at(item, 'partners', index, 'name'), true),
    ...checkText(role, textLimits.long, at(item, 'partners', index, 'role')),
  ]),
  ...item.voices.flatMap(({ body, origin }, index) => [
    ...checkText(body, textLimits.long, at(item, 'voices', index, 'body'), true),
    ...checkText(origin, textLimits.short, at(item, 'voices', index, 'origin')),
  ]),
];

type KeyList = 'leadUnitKeys' | 'supportUnitKeys' | 'areaKeys' | 'indicatorKeys' | 'reasonKeys';

const references = (
  item: PlanItem,
  field: KeyList,
  known: ReadonlySet<string>,
  code: string,
): readonly Problem[] =>
  item[field].flatMap((key, index) => {
    const path = at(item, field, index);
    if (!known.has(key)) return [errorAt(code, path, { title: item.title, key })];
    return item[field].indexOf(key) < index ? [errorAt('key-twice', path, { title: item.title, key })] : [];
  });

const goals = (item: PlanItem): readonly Problem[] =>
  item.sdgGoals.flatMap((goal, index) => {
    const path = at(item, 'sdgGoals', index);
    if (!isSdgGoal(goal)) return [errorAt('sdg-goal-unknown', path, { title: item.title, goal })];
    return item.sdgGoals.indexOf(goal) < index
      ? [errorAt('key-twice', path, { title: item.title, key: String(goal) })]
      : [];
  });

/** One item by itself: its texts, years, choices and what it refers to. Its place is `checkTree`'s. */
export const checkItem = (
  item: PlanItem,
  town: TownKeys,
  situationKeys: ReadonlySet<string>,
): readonly Problem[] => [
  ...(keyPattern.test(item.itemKey)
    ? []
    : [errorAt('item-key-format', at(item, 'itemKey'), { key: item.itemKey.slice(0, 80) })]),
  ...(Number.isInteger(item.position) && item.position >= 0
    ? []
    : [errorAt('item-position', at(item, 'position'), { title: item.title })]),
  ...texts(item),
  ...references(item, 'leadUnitKeys', town.unitKeys, 'unit-unknown'),
  ...references(item, 'supportUnitKeys', town.unitKeys, 'unit-unknown'),
  ...references(item, 'areaKeys', town.areaKeys, 'area-unknown'),
  ...references(item, 'indicatorKeys', town.indicatorKeys, 'indicator-unknown'),
  ...references(item, 'reasonKeys', situationKeys, 'situation-unknown'),
  ...goals(item),
  ...item.supportUnitKeys
    .filter((key) => item.leadUnitKeys.includes(key))
    .map((key) =>
      warningAt('unit-lead-and-support', at(item, 'supportUnitKeys'), { title: item.title, key }),
    ),
  ...item.investmentKinds
    .filter((kind) => !investmentKinds.includes(kind))
    .map((kind) => errorAt('investment-kind-unknown', at(item, 'investmentKinds'), { kind })),
];
