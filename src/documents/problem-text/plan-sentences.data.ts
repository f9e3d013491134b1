import type { Sentences } from './sentences.ts';

const listed = (value: unknown): string => (Array.isArray(value) ? value.join(' → ') : '');

/** 計画, 項目, 階層, 版, 系譜 */
export const planSentences: Sentences = {
  'plan-key-duplicate': (p) => `計画のキー「${p.key}」が2回書かれています。1つにしてください。`,
  'plan-cycle': (p) => `計画の上位・前計画をたどると元に戻ります: ${listed(p.circle)}`,
  'plan-unknown': (p) => `計画「${p.key}」がこの団体にありません。先に登録するか、キーを直してください。`,
  'plan-differs': (p) => `登録済みの計画と異なります（登録「${p.stored}」、ファイル「${p.given}」）。`,
  'plan-not-found': '計画が見つかりません。',
  'slug-taken': (p) => `アドレス「${p.text}」はほかの計画が使っています。別のものにしてください。`,
  'label-taken': (p) => `版の名前「${p.label}」は、この計画でもう使われています。`,
  'revision-open-already': (p) =>
    `第${p.revision}版がまだ公開されていません。先に公開するか、破棄してください。`,
  'revision-not-found': '版が見つかりません。',
  'revision-not-draft': '下書きではないため、変えられません。',
  'revision-not-approved': '承認されていないため、公開できません。',
  'revision-submitted-already': 'この下書きの承認は、もう求めてあります。',
  'revision-not-submitted': 'この下書きの承認は、求められていません。',
  'revision-not-published': '公開されていません。',
  'revision-has-follower':
    'この版をもとに次の改定が始まっているため、取り下げられません。先に次の改定を破棄してください。',
  'revision-in-force': '施行日を過ぎて公開されている版は、取り下げられません。',
  'revision-has-errors': (p) => `直す必要のあるところが${p.count}件あるため、承認できません。`,
  'revision-reason-missing': '改定の理由が空です。公開する版には理由を書いてください。',
  'revision-effective-too-far': (p) =>
    `施行日 ${p.effectiveOn} は${p.years}年より先です。日付を確かめてください。`,
  'revision-effective-before-latest': (p) =>
    `施行日 ${p.effectiveOn} は、公開済みの第${p.revision}版の施行日（${p.latest}）より前です。`,
  'period-reversed': (p) => `期間の終わり（${p.end}年度）が始まり（${p.start}年度）より前です。`,
  'period-too-long': (p) => `期間が${p.years}年あります。${p.longest}年までにしてください。`,
  'period-outside-parent': (p) =>
    `期間（${p.start}〜${p.end}年度）が、上位の計画（${p.parentStart}〜${p.parentEnd}年度）からはみ出しています。`,
  'review-label-missing': '見直し周期の行の名前が空です。',
  'review-periods-overlap': (p) => `見直し周期の期間（${p.start}〜${p.end}年度）が前の期間と重なっています。`,
  'terms-unreadable': (p) =>
    `期の年数の「${p.text}」は年数として読めません。「3」か、「5、4」のように書いてください。`,
  'terms-not-filling': (p) =>
    `期の年数を足すと、計画の期間（${p.years}年）と合いません。合計が${p.years}になるようにしてください。`,
  'review-mark-outside-period': (p) => `見直し周期の印（${p.fiscalYear}年度）が計画期間の外にあります。`,
  'entry-key-duplicate': (p) => `キー「${p.key}」が2回使われています。別のキーにしてください。`,
  'levels-missing': '階層が1つも定義されていません。',
  'level-key-duplicate': (p) => `階層のキー「${p.key}」が2回使われています。`,
  'level-name-missing': '階層の名前が空です。',
  'level-name-duplicate': (p) => `階層の名前「${p.name}」が2回使われています。`,
  'level-parent-unknown': (p) => `階層の上に来る「${p.parent}」という階層がありません。`,
  'level-unreachable': (p) => `階層「${p.name}」は最上位からたどれません。上に来る階層を直してください。`,
  'desired-state-missing': (p) => `「${p.title}」のありたい姿がまだありません。`,
  'no-lead-unit': (p) => `「${p.title}」の主管の組織が決まっていません。`,
  'item-key-duplicate': (p) => `項目のキー「${p.key}」が2回使われています。別のキーにしてください。`,
  'item-key-format': (p) =>
    `項目のキー「${p.key}」はアドレスに使えません。英数字とハイフンで書いてください。`,
  'item-position': (p) => `「${p.title}」の並び順は0以上の整数で書いてください。`,
  'item-cycle': (p) =>
    `項目の上をたどると元に戻ります: ${listed(p.circle)}。どれかの上の項目を直してください。`,
  'item-too-deep': (p) => `「${p.title}」は${p.deepest}段より深いところにあります。階層を浅くしてください。`,
  'item-level-unknown': (p) => `「${p.title}」の階層「${p.level}」は定義されていません。`,
  'item-needs-parent': (p) => `「${p.title}」（${p.level}）には上の項目が要ります。`,
  'item-parent-unknown': (p) => `「${p.title}」の上の項目「${p.parent}」がありません。`,
  'item-level-under-parent': (p) =>
    `「${p.title}」（${p.level}）は、「${p.parent}」（${p.parentLevel}）の下に置けません。`,
  'item-also-under-unknown': (p) => `「${p.title}」の再掲先「${p.parent}」がありません。`,
  'item-also-under-needless': (p) => `「${p.title}」の再掲先が、もとの場所と同じか、2回書かれています。`,
  'item-into-itself': (p) => `「${p.title}」を自分の下には置けません。`,
  'sdg-goal-unknown': (p) => `「${p.title}」のSDGsの目標 ${p.goal} はありません。1から17で書いてください。`,
  'investment-kind-unknown': (p) => `投資の種類「${p.kind}」は選べる値ではありません。`,
  'situation-unknown': (p) => `「${p.title}」が挙げる状況「${p.key}」が、計画の状況分析にありません。`,
  'unit-lead-and-support': (p) => `「${p.title}」の主管と関係課に同じ組織があります。`,
  'too-many-lead-units': (p) =>
    `「${p.title}」の主管が${p.count}あります。この団体の決まりでは${p.limit}までです。`,
  'title-names-means': (p) =>
    `「${p.title}」は手段（…${p.word}）を表す名称です。ありたい姿で書くと意図が伝わります。${
      p.suggestion === undefined ? '' : `例: ${p.suggestion}`
    }`,
  'lineage-end-missing': '系譜の元か先の項目が書かれていません。',
  'lineage-end-superfluous': '系譜の種類に合わない元か先の項目が書かれています。',
  'lineage-item-unknown': (p) => `系譜の項目「${p.item}」（計画 ${p.plan}）が見つかりません。`,
  'lineage-reason-missing': '系譜の理由が空です。',
  'lineage-merge-needs-two': '統合には、元の項目が2つ以上要ります。',
  'lineage-split-needs-two': '分割には、先の項目が2つ以上要ります。',
  'lineage-twice': '同じ系譜が2回書かれています。',
  'lineage-dropped-and-continued': (p) => `項目「${p.item}」が、廃止と継続の両方になっています。`,
  'lineage-unaccounted': (p) =>
    `前の版または前計画の項目「${p.item}」（計画 ${p.plan}）がどうなったか、系譜に書かれていません。`,
};
