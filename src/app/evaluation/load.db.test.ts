import { expect, it } from 'vitest';
import { loadEvaluation } from '../../../bench/load-evaluation.ts';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { openRoundOffice } from '../../../test/factories/evaluation-round.ts';

describeEachDatabase('大勢が同時に書く', (open) => {
  it('20人が別々のシートに、9人が同じ三枚に書き続けても、受け付けた入力は失われず、止まらない', async () => {
    const desk = await openRoundOffice({ count: 23, database: open });
    const load = await loadEvaluation(desk, { apart: 20, together: 9, seconds: 2, pauseMilliseconds: 0 });
    expect(load.failures).toEqual([]);
    expect(load.lost).toEqual([]);
    expect(load.saves).toBeGreaterThan(29);
    expect(load.conflicts).toBeGreaterThan(0);
  });
});
