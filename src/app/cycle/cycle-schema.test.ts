import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkCycle } from '../../domain/programme/yearly-cycle-check.ts';
import { cycleJsonSchema, cycleSchema } from './cycle-schema.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'schemes', 'cycle');

/** After a change of the schema: npx vitest run -u src/app/cycle */
it('schemes/cycle/yearly-cycle.schema.json は読み込みの定義と同じ', async () => {
  const json = `${JSON.stringify(cycleJsonSchema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../schemes/cycle/yearly-cycle.schema.json');
});

const files = globSync('*.json', { cwd: folder }).filter((name) => !name.endsWith('.schema.json'));

it.each(files)('ひな形 %s は、そのまま保存できる', (name) => {
  const file = cycleSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  expect(checkCycle(file)).toEqual([]);
  expect(file.calendar.length).toBeGreaterThan(5);
});

it('塩尻市の年間予定: 事後 4〜6月, 事中 7〜10月, 配分枠通知 10月, 外部評価 11月, 議決 3月', () => {
  const { calendar } = cycleSchema.parse(JSON.parse(readFileSync(join(folder, 'shiojiri.json'), 'utf8')));
  const months = (key: string) => {
    const found = calendar.find((each) => each.key === key);
    return [found?.kind, found?.fromMonth, found?.toMonth];
  };
  expect(['after', 'during', 'frames', 'external', 'vote'].map(months)).toEqual([
    ['evaluation-after', 4, 6],
    ['evaluation-during', 7, 10],
    ['frames', 10, 10],
    ['external-review', 11, 11],
    ['assembly', 3, 3],
  ]);
});
