import type { PlanItem } from './item.ts';

/** An item as it stands before anybody has written about it. */
export const blankItem = (itemKey: string, levelKey: string, title: string): PlanItem => ({
  itemKey,
  levelKey,
  parentKey: null,
  position: 0,
  code: null,
  title,
  desiredState: '',
  currentState: '',
  issue: '',
  approach: '',
  span: null,
  investmentKinds: [],
  lifeStages: [],
  areaKeys: [],
  sdgGoals: [],
  leadUnitKeys: [],
  supportUnitKeys: [],
  partners: [],
  voices: [],
  alsoUnder: [],
  crossCutting: false,
  reasonKeys: [],
  indicatorKeys: [],
  source: null,
});
