import type { Camera } from './camera.ts';

const town = '/m/153079';
const office = `${town}/office`;
const running = `${office}/evaluation/fy2025-after`;
const done = `${office}/evaluation/fy2024-after`;

/** 聖籠町's programmes through a year: recorded, evaluated, decided, budgeted, shown. */
export const photographEvaluation = async ({ visitor, staff, shoot }: Camera): Promise<void> => {
  const citizen = await visitor();
  await citizen.goto(`${town}/evaluations/2024`);
  await shoot(citizen, 'public-evaluations', { height: 1100 });
  await citizen.goto(`${town}/evaluations/2024/p-2002`);
  await shoot(citizen, 'public-evaluation', { height: 1300 });
  await citizen.goto('/evaluations');
  await shoot(citizen, 'public-evaluation-comparison', { height: 700 });
  await citizen.goto(`${town}/budgets/2026`);
  await shoot(citizen, 'public-budget', { from: 'h1', height: 850 });

  const clerk = await staff('ka-tanto', '153079');
  await shoot(clerk, 'evaluation-todo', { height: 600 });
  await clerk.goto(`${running}/sheets/p-2002`);
  await shoot(clerk, 'evaluation-sheet', { height: 1300 });

  const planner = await staff('kikaku', '153079');
  await planner.goto(`${office}/programmes?year=2024`);
  await shoot(planner, 'programmes', { height: 1000 });
  await planner.goto(`${office}/programmes/costs`);
  await shoot(planner, 'programme-costs', { height: 1000 });
  await planner.goto(running);
  await shoot(planner, 'evaluation-board', { height: 1000 });
  await planner.goto(`${running}/meeting/p-2101`);
  await shoot(planner, 'evaluation-decision', { height: 1100 });
  await planner.goto(`${done}/matrix`);
  await shoot(planner, 'evaluation-matrix', { height: 900 });

  const finance = await staff('zaisei', '153079');
  await finance.goto(`${office}/budget/2026`);
  await shoot(finance, 'budget-frames', { height: 1000 });
  await finance.goto(`${office}/budget/2026/units/somu`);
  await shoot(finance, 'budget-division', { height: 1000 });

  // 塩尻市's calendar has 外部評価; its round is a sample.
  const reviewer = await staff('gaibu', '202151');
  await reviewer.goto('/m/202151/office/evaluation/sample-during/review');
  await shoot(reviewer, 'evaluation-review', { height: 640 });
};
