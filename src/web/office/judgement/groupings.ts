import type { JudgementSheet } from '../../../app/judgement/read-judgement-sheet.ts';
import { itemGroup } from '../../../domain/indicator/groups-of.ts';
import { indicatorKinds } from '../indicators/indicator-words.data.ts';
import type { Grouping } from './roll-up-tables.tsx';

/** Everything a town's indicators can be rolled up by: levels of its plans, units, plans, nature, kind. */
export const groupingsOf = ({ town, units }: JudgementSheet): readonly Grouping[] => {
  const items = new Map(town.items.map((item) => [itemGroup(item.planKey, item.itemKey), item.title]));
  const unitNames = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const planNames = new Map(town.plans.map(({ planKey, title }) => [planKey, title]));
  const levels = new Map<string, string>();
  for (const { levelKey, title } of town.items) if (!levels.has(levelKey)) levels.set(levelKey, title);
  return [
    ...[...levels].map(
      ([by, title]): Grouping => ({
        by,
        title: `計画の階層ごと（「${title}」など）`,
        nameOf: (key) => items.get(key) ?? key,
      }),
    ),
    { by: 'unit', title: '担当の組織ごと', nameOf: (key) => unitNames.get(key) ?? key },
    { by: 'plan', title: '計画ごと', nameOf: (key) => planNames.get(key) ?? key },
    {
      by: 'subjective',
      title: '主観・客観の別',
      nameOf: (key) => (key === 'subjective' ? '主観の指標' : '客観の指標'),
    },
    {
      by: 'kind',
      title: '指標の種類ごと',
      nameOf: (key) => indicatorKinds.find(({ value }) => value === key)?.label ?? key,
    },
  ];
};
