import { type OwnPath, type PathScenario, type PathShape, plainIndicator } from '../indicator.ts';

/** A path without its 人口シナリオ. */
const ownPath = ({ shape, points, surveyYears }: PathShape): OwnPath => ({ shape, points, surveyYears });

/**
 * 付けた後の道筋. Keeps what stood before the first scenario: a newer edition, or another scenario, takes the place of
 * the scenario's path only. Where nothing was kept, nothing is made up.
 */
export const pathOfScenario = (
  now: PathShape,
  points: PathShape['points'],
  scenario: Omit<PathScenario, 'before'>,
): PathShape => {
  const before = now.scenario === undefined ? ownPath(now) : now.scenario.before;
  return {
    shape: 'given',
    points,
    surveyYears: [],
    scenario: { ...scenario, ...(before === undefined ? {} : { before }) },
  };
};

/** 外した後の道筋: what stood before, to the letter; straight where that was not kept. */
export const pathWithoutScenario = ({ scenario }: PathShape): OwnPath =>
  scenario?.before ?? plainIndicator.path;
