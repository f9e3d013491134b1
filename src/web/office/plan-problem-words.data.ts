import type { Problem } from '../../domain/kernel/problem.ts';

type Params = NonNullable<Problem['params']>;
export type ProblemWords = string | ((params: Params) => string);

const year = (value: Params[string] | undefined): string => `${String(value ?? '')}年度`;
const kinds: Readonly<Record<string, string>> = {
  rename: '名称変更',
  merge: '統合',
  split: '分割',
  move: '移動',
  drop: '廃止',
  carry: '継承',
  new: '新規',
};
const kind = (params: Params): string => kinds[String(params.kind)] ?? '';
const states: Readonly<Record<string, string>> = {
  draft: '下書き',
  approved: '承認済み',
  published: '公開済み',
};

/** What happened and what to do. The place is put before it (plan-sentences.ts). */
export const planProblemWords: Readonly<Record<string, ProblemWords>> = {
  // 権限と状態
  'not-allowed': 'この操作をする権限がありません。何も変わっていません。',
  'planner-only':
    '題名・番号・主管・横断の別は企画担当だけが変えられます。何も変わっていません。ほかの欄だけを変えて保存するか、企画担当に頼んでください。',
  'plan-not-found': 'この計画は見つかりません。一覧から選び直してください。',
  'revision-not-found': 'この改定は見つかりません。破棄されたか、番号が違います。',
  'revision-not-draft': ({ status }) =>
    `この改定は${states[String(status)] ?? ''}のため、内容を変えられません。変えるには、差し戻すか、新しい改定を始めてください。`,
  'revision-submitted-already': 'この下書きの承認は、もう求めてあります。',
  'revision-not-submitted':
    'この下書きの承認は、求められていません。画面を開き直して、今の状態を確かめてください。',
  'revision-not-approved': ({ status }) =>
    `この改定は${states[String(status)] ?? ''}です。承認済みのときにだけできる操作です。`,
  'revision-not-published': 'この改定は公開されていないため、取り下げられません。',
  'revision-in-force':
    '施行日を過ぎた改定は取り下げられません。市民がすでに読んでいます。変えるときは新しい改定を始めてください。',
  'revision-has-follower':
    'この版をもとに次の改定が始まっているため、取り下げられません。先に次の改定を破棄してください。',
  'revision-open-already':
    'この計画には、まだ公開していない改定があります。先にそれを公開するか破棄してから始めてください。',
  'revision-has-errors': ({ count }) =>
    `点検で見つかった誤りが${count}件あるため、承認できません。「点検」のページで直してください。`,
  'revision-reason-missing': '改定の理由を書いてください。公開画面の履歴に載ります。',
  'revision-effective-too-far': ({ years }) => `施行日が${years}年より先です。年を確かめてください。`,
  'revision-effective-before-latest': ({ latest }) =>
    `施行日が、いま公開している版の施行日（${latest}）より前です。それより後の日を選んでください。`,
  'changed-since-seen':
    'この画面を開いたあとに内容が変わりました。新しい内容を確かめてから、もう一度押してください。',
  'plan-has-no-base':
    '公開した版がまだないため、改定を始められません。いまの下書きを仕上げて公開してください。',
  'label-taken': ({ label }) => `改定の名前「${label}」はすでに使われています。別の名前にしてください。`,
  'changed-meanwhile':
    'この内容は、ほかの職員が先に変えました。何も上書きしていません。新しい内容を確かめてください。',
  'lineage-changed-meanwhile': ({ by }) =>
    `${by}が先に系譜を変えました。何も上書きしていません。下の欄には、あなたの入力が残っています。いまの記録と見比べて、もう一度保存してください。`,
  // 文字
  'text-missing': '空欄です。入力してください。',
  'title-missing': '題名が空欄です。入力してください。',
  'text-too-long': ({ limit, length }) => `${length}文字あります。${limit}文字までにしてください。`,
  'text-control-character': ({ place }) =>
    `${place}文字目に、画面に表示されない制御文字が入っています。その前後を打ち直してください。`,
  'not-sure': '破棄することを確かめる印が付いていません。何も変わっていません。',
  'unknown-choice': ({ text }) => `「${text}」は選べません。一覧から選び直してください。`,
  'key-twice': ({ key }) => `「${key}」が二度選ばれています。一つにしてください。`,
  'too-much-typed': '入力が長すぎるため、控えを取れません。先に保存してください。',
  'unknown-form': 'どの画面の入力か分からないため、控えを取れません。',
  'slug-format': 'アドレスに使う名前は、半角の小文字・数字・ハイフンだけで60文字までです（例: plan-2024）。',
  'slug-reserved': ({ text }) =>
    `アドレスの名前「${text}」は、この仕組みが使っています。別の名前にしてください。`,
  'slug-taken': ({ text }) => `アドレスの名前「${text}」は、ほかの計画が使っています。`,
  'plan-place-itself': 'この計画自身は選べません。ほかの計画か「（なし）」を選んでください。',
  'plan-place-cycle':
    '選んだ計画は、この計画の下位か次の計画です。つながりが輪になるので選べません。先にその計画のつながりを変えてください。',
  'plan-place-both': '上位の計画と同じ計画は、前の計画に選べません。どちらかを選び直してください。',
  'plan-predecessor-in-lineage': ({ count }) =>
    `いまの前の計画の項目から、この計画の系譜が${count}件つながっています。前の計画は変えられません。下書きの系譜なら、先に「系譜」で消してください。`,
  'plan-unknown': '選んだ計画は見つかりません。選び直してください。',
  // 年度と期間
  'fiscal-year-format': ({ input }) =>
    `${input === '' ? '年度が空欄です。' : `「${input}」は年度として読めません。`}令和6、R6、2024 のように入力してください。`,
  'fiscal-year-impossible': ({ input }) =>
    `「${input}」はありえない年度です。令和6、R6、2024 のように入力してください。`,
  'fiscal-year-after-era': ({ input, era, suggestion }) =>
    `「${input}」は${era}が終わったあとの年です。${suggestion}のことであれば、そう入力してください。`,
  'fiscal-year-contradiction': ({ input }) =>
    `「${input}」の西暦と元号が合いません。どちらかに直してください。`,
  'fiscal-year-twice': ({ fiscalYear }) => `${year(fiscalYear)}が二度あります。一つにまとめてください。`,
  'period-reversed': ({ start, end }) => `終わり（${year(end)}）が始まり（${year(start)}）より前です。`,
  'period-too-long': ({ years, longest }) =>
    `期間が${years}年あります。${longest}年を超える計画は登録できません。年を確かめてください。`,
  'period-outside-parent': ({ parentStart, parentEnd }) =>
    `上位の計画の期間（${year(parentStart)}〜${year(parentEnd)}）からはみ出しています。`,
  'period-reason-required': 'いまの版と期間が違います。延長・変更の理由を書いてください。',
  'date-format': ({ input }) =>
    `${input === '' ? '日付が空欄です。' : `「${input}」は日付として読めません。`}2025-04-01 のように入力してください。`,
  'date-impossible': ({ input }) => `「${input}」という日はありません。`,
  'date-outside-era': ({ input, suggestion }) =>
    `「${input}」はその元号の日ではありません。${suggestion}のことですか。`,
  'date-before-solar-calendar': ({ input }) =>
    `「${input}」は旧暦の時代です。西暦1873年より後の日にしてください。`,
  // 階層
  'levels-missing': '階層が一つもありません。少なくとも一つ加えてください。',
  'level-key-duplicate': ({ key }) => `階層の記号「${key}」が二度使われています。`,
  'level-name-missing': '階層の名前が空欄です。',
  'level-name-duplicate': ({ name }) => `「${name}」という名前の階層が二つあります。`,
  'level-parent-unknown': ({ name }) => `「${name}」の上に置く階層が見つかりません。選び直してください。`,
  'level-unreachable': ({ name }) =>
    `「${name}」は、どの階層の下にも置けません。上に置く階層を選んでください。`,
  // 体系
  'nothing-chosen': '項目が選ばれていません。動かす項目の「選ぶ」に印を付けてください。',
  'item-gone': 'この項目は、ほかの職員が先に取り除きました。入力した内容は下に残してあります。',
  'item-unknown': 'この項目は、もうありません。画面を読み込み直してください。',
  'item-key-duplicate': '同じ記号の項目があります。',
  'item-key-format': ({ key }) => `項目の記号「${key}」に使えない文字があります。`,
  'item-position': '並び順が正しくありません。',
  'item-parent-unknown': '置き場所の項目が見つかりません。画面を読み込み直してください。',
  'item-needs-parent': ({ level }) => `「${level}」は最上位に置けません。上の項目を選んでください。`,
  'item-level-unknown':
    'この項目の階層は、いまの階層の定義にありません。階層を戻すか、項目を移してください。',
  'item-level-under-parent': ({ level, parentLevel }) =>
    `「${level}」は「${parentLevel}」の下に置けません。階層の定義か置き場所を直してください。`,
  'item-too-deep': ({ title, deepest }) => `「${title}」から下が深すぎます。${deepest}段までにしてください。`,
  'item-cycle': '項目どうしの上下が輪になっています。どれかを別の場所へ移してください。',
  'item-into-itself': '項目を、それ自身やその下の項目の中へは移せません。何も変わっていません。',
  'item-does-not-fit': ({ parent }) =>
    `${parent === '' ? '最上位' : `「${parent}」の下`}には、この階層の項目を置けません。何も変わっていません。`,
  'item-is-first': 'いちばん上にあるため、これ以上動かせません。',
  'item-is-last': 'いちばん下にあるため、これ以上動かせません。',
  'item-is-at-top': '最上位にあるため、これ以上浅くできません。',
  'item-has-children': ({ count }) =>
    `下に${count}件の項目があります。一緒に取り除くか、上へ移すかを選んでください。`,
  'item-also-under-unknown': '再掲の置き場所が見つかりません。',
  'item-also-under-needless': ({ parent }) =>
    `「${parent}」の下にはすでに載っているか、自分の下にあたるため、再掲できません。`,
  'reason-required': '公開した版にある項目です。なぜ変えるのかを書いてください。公開画面の履歴に載ります。',
  'rename-reason-required': ({ title }) =>
    `公開した版では「${title}」という名前です。名前を変える理由を書いてください。公開画面の履歴に載ります。`,
  'merge-into-new':
    '統合先は、公開した版にもある項目にしてください。新しい項目にまとめるときは、どれか一つの名前を変えて統合先にします。',
  // 項目の内容
  'unit-unknown': ({ key }) => `組織「${key}」は、この自治体にありません。選び直してください。`,
  'area-unknown': ({ key }) => `エリア「${key}」は、この自治体にありません。選び直してください。`,
  'indicator-unknown': ({ key }) => `指標「${key}」は、この自治体にありません。選び直してください。`,
  'situation-unknown': ({ key }) => `理由に挙げた「${key}」は、この計画の状況分析にありません。`,
  'sdg-goal-unknown': ({ goal }) => `SDGs の目標に「${goal}」はありません。1〜17 から選んでください。`,
  'investment-kind-unknown': ({ kind: chosen }) => `投資の種類「${chosen}」は選べません。`,
  'desired-state-missing': 'まだありません。',
  'no-lead-unit': '主管の組織が決まっていません。',
  'unit-lead-and-support': '同じ組織が主管と関係課の両方に選ばれています。',
  'too-many-lead-units': ({ count, limit }) => `主管が${count}あります。目安は${limit}までです。`,
  'title-names-means': ({ word, suggestion }) =>
    `題名が手段（${word}）を表しています。「…している」という状態で書くと、達成したかを確かめられます。${
      suggestion === undefined ? '' : `例:「${suggestion}」`
    }`,
  'entry-key-duplicate': '同じ記号の記載が二つあります。',
  // 系譜
  'lineage-end-missing': (params) => `${kind(params)}の、もと又は先の項目が選ばれていません。`,
  'lineage-end-superfluous': (params) =>
    `${kind(params)}に、要らない項目が選ばれています。空にしてください。`,
  'lineage-item-unknown': (params) => `${kind(params)}に選んだ項目「${params.item}」が見つかりません。`,
  'lineage-reason-missing': (params) => `${kind(params)}の理由を書いてください。`,
  'lineage-merge-needs-two': '統合は、もとの項目が二つ以上のときに使います。一つなら名称変更です。',
  'lineage-split-needs-two': '分割は、先の項目が二つ以上のときに使います。一つなら名称変更です。',
  'lineage-twice': (params) => `同じ${kind(params)}が二度書かれています。一つにしてください。`,
  'lineage-dropped-and-continued': '廃止と、続くという記録が両方あります。どちらかを取り除いてください。',
  'lineage-unaccounted': ({ item }) =>
    `前の版の項目「${item}」がどうなったか、まだ書かれていません（継承・統合・廃止など）。`,
  // 見直し周期
  'review-label-missing': '行の名前が空欄です。',
  'review-mark-outside-period': ({ fiscalYear }) => `${year(fiscalYear)}の印が計画期間の外にあります。`,
  'review-periods-overlap': ({ start, end }) =>
    `期間（${year(start)}〜${year(end)}）が、ほかの期間と重なっています。`,
  // 次期へ
  'roll-forward-undecided': '続けるか、続けないかを選んでください。',
  'roll-forward-reason-missing': '続けない理由を書いてください。',
  'roll-forward-parent-dropped': ({ parent }) =>
    `上の「${parent}」を続けないため、この項目だけを続けることはできません。`,
  'roll-forward-successor-registered': ({ title }) =>
    `次の計画「${title}」がもう登録されています。「登録してある次の計画に」を選んでください。`,
  'roll-forward-successor-unknown': '登録してある次の計画がありません。どこにつくるかを選び直してください。',
  'roll-forward-successor-written': ({ title }) =>
    `次の計画「${title}」にはもう項目があります。その計画を開いて書き進めてください。`,
  'roll-forward-period': '次の期間は、いまの期間より後に始まるようにしてください。',
  // 指標
  'indicator-not-found': 'この指標は見つかりません。一覧から選び直してください。',
  'nothing-to-publish': '公開する下書きの値がありません。',
  'not-a-number': ({ text, suggestion }) =>
    `「${text}」は数として読めません。${
      suggestion === undefined
        ? '数字だけを入力してください。'
        : `${suggestion} と入力し、言い添えることは備考に書いてください。`
    }ほかの行も含め、何も変わっていません。`,
  'source-required': '出典がありません。値のもとになった資料の名前を入れてください。',
  'decimals-range': ({ text }) => `「${text}」は桁数にできません。0から10までの整数を入力してください。`,
  'nothing-changed': 'いまの目標と同じです。',
};
