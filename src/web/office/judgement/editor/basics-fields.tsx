import { missingReasons } from '../../../../domain/indicator/missing-reason.ts';
import { actualChoices, missingNames } from '../scheme-words.data.ts';
import { axisChoices, useEditing } from './editing.ts';
import { Area, Boxes, Fold, Select, Text } from './fields.tsx';

const missingChoices = missingReasons.map((value) => ({ value, label: missingNames[value] }));

export const BasicsFields = () => {
  const editing = useEditing();
  return (
    <>
      <Text name="name" label="判定基準の名前" required />
      <div className="fields-row">
        <Text name="versionName" label="版の名前" hint="例: 令和7年度版" size="medium" required />
        <Text name="validFrom" label="使い始める年度" hint="令和7、R7、2025" size="short" required />
        <Text name="validTo" label="使い終わる年度" hint="決まっていなければ空欄" size="short" />
        <Text name="planStart" label="計画の初年度" hint="必要な進捗を計画から数えるとき" size="short" />
      </div>
      <Area
        name="readings"
        label="読み方（資料に書かれていないことと、町の解釈）"
        hint="1行に一つ。判定の画面に載ります。"
        rows={4}
      />
      <Fold name="source" title="出典">
        <Text name="source.document" label="資料の名前" />
        <div className="fields-row">
          <Text name="source.publisher" label="発行者" size="medium" />
          <Text name="source.place" label="資料の中の場所" size="medium" />
          <Text name="source.date" label="日付" size="medium" />
        </div>
        <Text name="source.url" label="アドレス（URL）" />
      </Fold>
      <Fold name="actual" title="どの値で判定するか">
        <div className="fields-row">
          <Select name="actual.use" label="使う値" choices={actualChoices} />
          <Text name="actual.within" label="何年前までの値を使うか" hint="空欄は限りなし" size="short" />
        </div>
        <Boxes
          name="actual.unless"
          label="その年度にこの理由があるときは、前の値を使わない"
          choices={missingChoices}
        />
      </Fold>
      <Select
        name="overall"
        label="見出しにする軸"
        hint="総合の判定として、表や集計に出るものです。"
        choices={axisChoices(editing)}
        none="最後の軸"
      />
    </>
  );
};
