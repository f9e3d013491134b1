import { expect, it } from 'vitest';
import { chooseForStage } from './round-choice.ts';
import type { SheetStatus } from './sheet-state.ts';

const order = ['entry', 'first', 'external', 'final'];
const sheet = (status: SheetStatus, stageIndex: number, external: boolean) => ({
  status,
  stageIndex,
  stageKeys: order.filter((key) => external || key !== 'external'),
});

it.each<[string, ReturnType<typeof sheet>, boolean, readonly string[] | string]>([
  ['選ぶと、様式の順のところに入る', sheet('draft', 0, false), true, order],
  ['その段階の一つ前まで来ていても選べる', sheet('submitted', 1, false), true, order],
  ['次がその段階のときも、まだ選べる', sheet('approved', 2, false), true, order],
  [
    '通り過ぎたら選べない',
    { ...sheet('approved', 3, false), stageIndex: 3 },
    true,
    'evaluation-stage-passed',
  ],
  ['もう選ばれているものは、そのまま', sheet('draft', 0, true), true, order],
  ['外せる', sheet('submitted', 1, true), false, ['entry', 'first', 'final']],
  ['番になったら外せない', sheet('approved', 2, true), false, 'evaluation-stage-passed'],
  ['終わったシートは変えられない', sheet('final', 3, false), true, 'evaluation-sheet-final'],
  ['公開したシートは変えられない', sheet('published', 4, true), false, 'evaluation-sheet-published'],
])('%s', (_, each, chosen, expected) => {
  const made = chooseForStage(each, 'external', order, chosen);
  expect(made.ok ? made.value : made.error[0]?.code).toEqual(expected);
});
