import type { Sentences } from './sentences.ts';

const yen = (value: unknown): string => `${Number(value).toLocaleString('ja-JP')}千円`;
const list = (value: unknown): string => (Array.isArray(value) ? value.join('、') : '');

/** 予算: 規則、枠、提案、配分、確定、流用、還元 */
export const budgetSentences: Sentences = {
  // 規則
  'no-class-in-frame': '枠配分経費が一つもありません。枠に入れる経費区分を一つ以上決めてください。',
  'budget-key-twice': (p) => `キー「${p.key}」が二度使われています。別のキーにしてください。`,
  'expense-class-unknown': (p) => `経費区分「${p.key}」はありません。規則にある経費区分から選んでください。`,
  'incentive-rates-reversed': '還元の率の下限が上限より大きくなっています。どちらかを直してください。',
  'budget-scheme-unknown': 'その枠配分の規則はありません。一覧から選び直してください。',
  'budget-scheme-draft-exists': (p) =>
    `「${p.name}」には、採用していない下書きがあります。先にそれを採用するか、破棄してください。`,
  'budget-scheme-adopted': (p) => `「${p.name}」は採用されているため変えられません。次の版を作ってください。`,
  'budget-scheme-draft': (p) => `「${p.name}」はまだ下書きです。採用してから使ってください。`,
  // 年度
  'budget-year-unknown': (p) =>
    `${p.fiscalYear}年度の予算編成は始まっていません。一覧から開き直してください。`,
  'budget-year-exists': (p) =>
    `${p.fiscalYear}年度の予算編成は、もう始まっています。一覧から開いてください。`,
  'budget-year-sensible': '年度は西暦の整数で入れてください（例: 2026）。',
  'budget-base-year': (p) => `基準年度は、${p.fiscalYear}年度より前の年度にしてください。`,
  'budget-round-unknown': 'その評価の回はありません。一覧から選び直してください。',
  'budget-year-settled': (p) =>
    `${p.fiscalYear}年度の予算は確定しているため、変えられません。金額を動かすときは流用を使ってください。`,
  'budget-frames-notified': (p) =>
    `${p.fiscalYear}年度の枠は通知済みです。金額を変えるときは、枠の調整に理由を付けて行ってください。`,
  'budget-not-notified': (p) =>
    `${p.fiscalYear}年度の配分枠は、まだ通知されていません。通知の後に配分してください。`,
  'budget-not-settled': (p) =>
    `${p.fiscalYear}年度の予算は、まだ確定していません。確定の後に行ってください。`,
  'budget-no-base': (p) =>
    `${p.fiscalYear}年度の金額のある事業がありません。基準年度か、規則の予算・決算の別を確かめてください。`,
  'budget-no-frames': (p) => `${p.fiscalYear}年度の枠がまだ計算されていません。先に枠を計算してください。`,
  'budget-no-proposals': '提案が一つもありません。事業から提案を作ってから確定してください。',
  'frame-unknown': 'その枠はありません。画面を開き直してください。',
  'frame-below-nought': (p) =>
    `枠が0を下回ります。計算された枠は${yen(p.computed)}です。減らす額をそこまでにしてください。`,
  // 金額と提案
  'budget-amount': '金額は、0以上の千円単位の整数で入れてください（例: 84210）。',
  'budget-priority': '優先順位は1から9999までの整数で入れてください。',
  'budget-worth': '価値は0以上の数で入れてください（例: 3 や 2.5）。',
  'budget-unit-unknown': 'その組織はありません。一覧から選び直してください。',
  'budget-programme-unknown': 'その事業はありません。一覧から選び直してください。',
  'proposal-name': '名前を200文字までで入れてください。',
  'sources-do-not-add-up': (p) =>
    `財源が合いません。一般財源${yen(p.general)}が要求額${yen(p.total)}を${yen(p.over)}上回っています。どちらかを直してください。`,
  'proposal-new-has-base': (p) =>
    `新規なのに基準年度の額（${yen(p.base)}）があります。拡大にするか、基準年度の額を0にしてください。`,
  'proposal-expand-not-more': (p) =>
    `拡大なのに、一般財源${yen(p.asked)}が基準年度${yen(p.base)}より多くありません。種類か額を直してください。`,
  'proposal-continue-differs': (p) =>
    `継続なのに、一般財源${yen(p.asked)}が基準年度${yen(p.base)}と違います。拡大か縮小にするか、額を直してください。`,
  'proposal-reduce-not-less': (p) =>
    `縮小なのに、一般財源${yen(p.asked)}が基準年度${yen(p.base)}より少なくありません。種類か額を直してください。`,
  'proposal-stop-has-amount': (p) =>
    `廃止なのに、一般財源${yen(p.asked)}が残っています。0にするか、縮小にしてください。`,
  'proposal-reason': '理由がありません。なぜ新しくする・広げる・縮める・やめるのかを書いてください。',
  'proposal-end-required': '終期がありません。いつまで行うかを年度で入れてください。',
  'proposal-end-outside': (p) => `終期は${p.first}年度から${p.last}年度までにしてください。`,
  'proposal-later-outside': (p) => `後年度の額は${p.first}年度から${p.last}年度までのものにしてください。`,
  'proposal-base-without-programme':
    'もとになる事業のない提案に、基準年度の額は入れられません。0にするか、もとになる事業を選んでください。',
  'proposal-base-differs': (p) =>
    `基準年度の額${yen(p.base)}が、この事業の${p.fiscalYear}年度の額${yen(p.known)}と違います。${yen(p.known)}に直すか、事業の額を先に直してください。`,
  'proposal-total-cost': (p) =>
    `総事業費が分かりません。終期までの${list(p.years)}年度の額を入れてください（なければ0）。`,
  'proposal-unknown': 'その提案はありません。画面を開き直してください。',
  'proposal-handed-in': (p) =>
    p.state === 'draft'
      ? `「${p.name}」はまだ提出されていません。`
      : `「${p.name}」は提出済みか、決まっています。書き直すときは、先に取り戻してください。`,
  'allocation-outside-frames': (p) =>
    `「${p.expenseClass}」は配分枠の外の経費です。財政担当が決めます。ほかの配分も変わっていません。`,
  'proposal-programme-taken': (p) =>
    `この事業には、もう提案「${p.name}」があります。それを書き直してください。`,
  'proposal-pays-for-other': (p) =>
    `「${p.name}」は、ほかの提案の見合いの財源です。先に、その見合いを外してください。`,
  'proposals-none-chosen': '提案が選ばれていません。一つ以上選んでください。',
  // 見合いの財源
  'offset-unknown': '見合いの財源に選んだ提案はありません。選び直してください。',
  'offset-frees-nothing': (p) =>
    `「${p.name}」は縮小・廃止ではないため、財源は浮きません。別の提案を選んでください。`,
  'offset-used-twice': (p) =>
    `「${p.name}」で浮く${yen(p.freed)}に対し、見合いに${yen(p.used)}使っています（${yen(p.over)}の重なり。使っている提案: ${list(p.users)}）。額を減らすか、別の財源を選んでください。`,
  'offset-required': (p) =>
    `増える${yen(p.needed)}に見合う財源が要ります。今は${yen(p.given)}で、${yen(p.lacking)}足りません。縮小・廃止する提案を選んでください。`,
  'offset-not-freed': (p) =>
    `「${p.name}」で実際に浮くのは${yen(p.freed)}ですが、見合いに${yen(p.used)}使われています（${yen(p.over)}足りません）。その縮小・廃止を先に認めるか、使う側を減らしてください。`,
  // 配分
  'frame-exceeded': (p) =>
    `${p.unit}の${p.expenseClass}の枠${yen(p.frame)}を${yen(p.over)}超えます（配分の合計${yen(p.allocated)}）。${p.name === undefined ? 'どれかの額を減らすか、枠の調整を財政に相談してください。' : `「${p.name}」の属する枠がありません。経費区分か組織を直してください。`}`,
  'proposal-not-submitted': (p) => `「${p.name}」はまだ提出されていません。提出の後に配分してください。`,
  'decline-obligatory': (p) => `「${p.name}」は義務的な経費のため、見送れません。`,
  'decline-continue': (p) =>
    `「${p.name}」は継続の提案です。見送る代わりに、縮小か廃止の提案に書き直してください。`,
  'allocation-beyond-request': (p) =>
    `「${p.name}」の要求${yen(p.asked)}より${yen(p.over)}多くなっています。要求額までにしてください。`,
  'allocation-differs-from-plan': (p) =>
    `「${p.name}」は実施計画で${yen(p.planned)}と確定しています。額を変えるときは、実施計画を補正してください。`,
  'alternatives-both': (p) =>
    `選択肢の組「${p.group}」からは一つだけ選べます（${list(p.names)}）。一つを残してください。`,
  'proposals-undecided': (p) =>
    `決まっていない提案が${p.count}件あります（${list(p.names)}${Number(p.count) > 10 ? ' ほか' : ''}）。すべて配分するか、見送ってください。`,
  // 流用
  'transfer-target': '流用の先を、元とは別の提案から選んでください。',
  'transfer-too-much': (p) =>
    `「${p.name}」に今ある${yen(p.has)}を${yen(p.over)}超えます。額を減らしてください。`,
  'transfer-across-units': (p) =>
    `「${p.from}」と「${p.to}」は別の部の枠です。この規則では、部をまたぐ流用はできません。`,
  'transfer-across-classes': (p) =>
    `「${p.from}」と「${p.to}」は経費区分が違います。この規則では、経費区分をまたぐ流用はできません。`,
  // 還元
  'incentive-no-rule': (p) => `規則「${p.name}」には、節減への還元がありません。`,
  'incentive-unknown': 'その還元はありません。画面を開き直してください。',
  'incentive-points': (p) => `「${p.label}」の点が選ばれていません。一つ選んでください。`,
  'incentive-year': (p) => `「${p.name}」の還元を使えるのは、${p.first}年度から${p.last}年度までです。`,
  'incentive-spent': (p) => `「${p.name}」の還元の残りは${yen(p.left)}です。その額までにしてください。`,
};
