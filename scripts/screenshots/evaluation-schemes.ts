import type { Camera } from './camera.ts';

/** A sheet in the making: its editor, and the sheet as staff will see it. */
export const photographEvaluationSchemes = async ({ staff, shoot }: Camera): Promise<void> => {
  const planner = await staff('kikaku', '153079');
  await planner.goto('/m/153079/office/evaluation/schemes/new');
  await planner.locator('input[value="template seiro"]').check();
  await planner.getByRole('button', { name: '下書きを作る', exact: true }).click();
  await planner.waitForURL(/done=created/u);
  await planner.locator('#f-criteria-3 > summary').click();
  await shoot(planner, 'evaluation-scheme', { from: '#part-criteria', height: 1300 });
  await shoot(planner, 'evaluation-scheme-sheet', { from: '#part-preview', height: 1300 });
};
