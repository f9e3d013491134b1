import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../domain/evaluation/decision.ts';
import { type MatrixAxis, matrixOf } from '../../../../domain/evaluation/matrix.ts';
import { MatrixTable } from './matrix-page.tsx';

const decision: Decision = {
  subjectKey: 'p1',
  number: '1',
  name: '事業一',
  unitName: '総務課',
  typeKey: null,
  stageKeys: [],
  exemption: '',
  amountThousandYen: null,
  said: [],
  lastDirection: null,
  status: 'draft',
  stageIndex: 0,
};

/** Nothing has a value on it. */
const empty = (title: string): MatrixAxis<Decision> => ({ title, values: [], of: () => null });

const headings = (rows: string, columns: string): readonly (readonly [string, string])[] => {
  const html = renderToStaticMarkup(
    <MatrixTable
      shown={{
        key: 'x',
        title: '表',
        rows,
        columns,
        matrix: matrixOf([decision], empty(rows), empty(columns), () => null),
      }}
      hrefOf={() => '#cell'}
      chosen={null}
    />,
  );
  return [...html.matchAll(/<th scope="(col|row)"[^>]*>([^<]*)</g)].map(
    ([, scope = '', text = '']) => [scope, text] as const,
  );
};

describe('判断の表の、値のない行と列', () => {
  it.each([
    ['方向と費用', 'direction', 'cost', 'なし', '不明'],
    ['費用と評価', 'cost', 'grade', '不明', 'なし'],
    ['評価と優先度', 'grade', 'priority', 'なし', 'なし'],
  ])('%s: 費用は「不明」、ほかは「なし」', (_, rows, columns, row, column) => {
    const shown = headings(rows, columns);
    expect(shown[1]).toEqual(['col', column]);
    expect(shown.filter(([scope]) => scope === 'row')[0]).toEqual(['row', row]);
  });
});
