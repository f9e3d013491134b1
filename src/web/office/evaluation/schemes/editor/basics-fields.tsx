import { Area, Select, Text } from '../../../judgement/editor/fields.tsx';
import { targets, timings } from '../scheme-words.data.ts';

/** 名前、何をいつ評価するか、出典と読み方. */
export const BasicsFields = () => (
  <>
    <Text name="name" label="様式の名前" hint="例: 聖籠町 事務事業評価（令和6年度事業）" required />
    <div className="fields-row">
      <Select name="target" label="評価するもの" choices={targets} />
      <Select name="timing" label="時期" choices={timings} />
    </div>
    <div className="fields-row">
      <Text
        name="measures.output"
        label="シートに示す活動指標の数（最大）"
        size="short"
        hint="示さないときは0"
      />
      <Text name="measures.outcome" label="シートに示す成果指標の数（最大）" size="short" />
    </div>
    <div className="fields-row">
      <Text name="source.document" label="もとにした資料" size="medium" />
      <Text name="source.url" label="資料のアドレス" size="medium" hint="https:// から" />
    </div>
    <Area name="notes" label="資料に書かれていないことと、選んだ読み方" hint="1行に一つ" rows={5} />
  </>
);
