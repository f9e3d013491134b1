import { commons, yesNo } from '../scheme-words.data.ts';
import { RowTable } from './row-table.tsx';

/** 今後の方向性 and 優先度: the town's own words, and what other towns would call them. */
export const DirectionFields = () => (
  <>
    <RowTable
      list="directions"
      what="方向性"
      hint="町のことばのまま書きます。共通の区分は、ほかの団体と比べるために使います。2段のことばは、大区分を書きます。"
      columns={[
        { name: 'label', label: 'ことば', size: 'medium' },
        { name: 'group', label: '大区分', size: 'medium' },
        { name: 'common', label: '共通の区分', choices: commons },
        { name: 'reason', label: '理由を求める', choices: yesNo },
      ]}
    />
    <h3>優先度</h3>
    <RowTable
      list="priorities"
      what="優先度"
      hint="高い順に並べます。優先度を付けない町では、空のままにします。"
      columns={[{ name: 'label', label: 'ことば', size: 'medium' }]}
    />
  </>
);
