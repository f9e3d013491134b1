import type { Indicator } from '../../../domain/indicator/indicator.ts';
import { sdgGoals } from '../../../domain/kernel/sdg-goals.data.ts';
import type { Area } from '../../../domain/organisation/area.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import type { PlanContent } from '../../../domain/plan/plan.ts';
import { type Language, textOf } from '../../text/text.ts';

/** What a key in a difference is called: units, areas, indicators, items, goals, choices. */
export type NameOf = (field: string, key: string) => string;

export interface NamedThings {
  readonly language: Language;
  readonly units: readonly OrganisationUnit[];
  readonly areas: readonly Area[];
  readonly indicators: readonly { readonly indicator: Pick<Indicator, 'indicatorKey' | 'name'> }[];
  /** Both sides, so that what is gone keeps its name. */
  readonly contents: readonly PlanContent[];
}

export const nameValues = ({ language, units, areas, indicators, contents }: NamedThings): NameOf => {
  const t = textOf(language);
  const unitNames = new Map(units.map((unit) => [unit.unitKey, unit.name]));
  const areaNames = new Map(areas.map((area) => [area.areaKey, area.name]));
  const indicatorNames = new Map(indicators.map(({ indicator }) => [indicator.indicatorKey, indicator.name]));
  const titles = new Map(
    contents.flatMap(({ items }) => items.map((item) => [item.itemKey, item.title] as const)),
  );
  const situation = new Map(
    contents.flatMap(({ header }) => header.situation.map((entry) => [entry.entryKey, entry.text] as const)),
  );
  const goals = new Map(
    sdgGoals.map(({ goal, name, nameEn }) => [String(goal), `${goal} ${language === 'en' ? nameEn : name}`]),
  );
  const choices: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    leadUnitKeys: unitNames,
    supportUnitKeys: unitNames,
    areaKeys: areaNames,
    indicatorKeys: indicatorNames,
    alsoUnder: titles,
    reasonKeys: situation,
    sdgGoals: goals,
    investmentKinds: new Map(Object.entries(t.item.investments)),
    span: new Map(Object.entries(t.item.spans)),
    crossCutting: new Map([['yes', t.plan.crossCutting]]),
    updateMode: new Map(Object.entries(t.plan.updateModes)),
    numbering: new Map(Object.entries(t.plan.numberings)),
    titleStyle: new Map(Object.entries(t.plan.titleStyles)),
    parents: new Map([
      ['root', t.plan.top],
      ...contents.flatMap(({ levels }) => levels.map((level) => [level.levelKey, level.name] as const)),
    ]),
  };
  return (field, key) => choices[field]?.get(key) ?? key;
};
