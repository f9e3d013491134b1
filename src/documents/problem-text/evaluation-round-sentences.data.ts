import type { Sentences } from './sentences.ts';

const named = (names: unknown): string =>
  Array.isArray(names) && names.length > 0
    ? `（${names.map((name) => `「${String(name)}」`).join('、')}など）`
    : '';

/** 評価の回・評価シート. The name of the sheet or the field stands before each. */
export const evaluationRoundSentences: Sentences = {
  // 評価の回
  'evaluation-round-unknown': 'この評価の回はありません。評価の回の一覧から開き直してください。',
  'evaluation-round-exists': '同じキーの評価の回があります。別のキーにしてください。',
  'evaluation-round-preparing': '評価の回がまだ始まっていません。企画担当が始めてから入力できます。',
  'evaluation-round-begun': '評価の回はもう始まっています。始める前にだけできることです。',
  'evaluation-round-closed':
    'この評価の回は締め切られています。書き換えるには、企画担当に締め切りを取り消してもらってください。',
  'evaluation-round-not-open':
    '受付中の評価の回ではありません。画面を開き直して、今の状態を確かめてください。',
  'evaluation-round-not-closed': '先に評価の回を締め切ってください。締め切ってから公開できます。',
  'evaluation-round-published':
    'この評価の回は公開済みです。書き換えられません。誤りは「訂正」で新しい版にします。',
  'evaluation-not-published': 'この評価の回はまだ公開されていません。訂正は、公開したものに行います。',
  'evaluation-scheme-unknown': '評価の様式が見つかりません。一覧から選び直してください。',
  'evaluation-scheme-not-adopted':
    'この様式はまだ下書きです。「様式」の画面で決定してから、評価の回に使ってください。',
  'evaluation-title-missing': '題名がありません。例:「令和6年度 事後評価」',
  'evaluation-plan-missing': '評価する計画を選んでください。',
  'evaluation-due-missing': (p) => `「${p.stage}」の期限がありません。日付を入れてください。`,
  'evaluation-due-order': (p) =>
    `「${p.stage}」の期限が、前の段階の期限より早くなっています。同じ日か、あとの日にしてください。`,
  'evaluation-no-subjects':
    '評価するものが一つもありません。事業の登録と、種類・課の選び方を確かめてください。',
  'evaluation-population-wrong': '人口は1以上の整数で入れるか、空けてください。',
  'evaluation-unfinished': (p) =>
    `終わっていないシートが${p.count}件あります${named(p.names)}。最後の段階まで進めるか、理由を書いて対象外にしてから公開してください。`,
  // 動き
  'evaluation-sheet-unknown': 'この評価シートはありません。一覧から開き直してください。',
  'evaluation-stage-unknown': '評価の段階を選び直してください。この様式にない段階です。',
  'evaluation-stage-not-on-sheet': (p) => `このシートは「${p.stage}」の対象に選ばれていません。`,
  'evaluation-stage-passed':
    'シートはもうその段階まで来ています。対象を変えられるのは、その段階の前までです。',
  'evaluation-not-its-turn':
    '今はこの段階の番ではありません。画面を開き直して、どの段階にあるかを確かめてください。',
  'evaluation-not-final': 'シートがまだ終わっていません。最後の段階まで進んでからできます。',
  'evaluation-sheet-final': 'シートはもう終わっています。直すには、企画担当が理由を書いて開き直します。',
  'evaluation-sheet-published':
    'シートは公開済みで、書き換えられません。誤りは、公開の「訂正」で新しい版にします。',
  'evaluation-sheet-moved':
    'ほかの職員が先にこのシートを動かしました。画面を開き直し、今の内容を確かめてからもう一度押してください。',
  'evaluation-return-stage': '差し戻す先は、今の段階より前の段階から選んでください。',
  'evaluation-nothing-to-take-back':
    '取り戻せるのは、この段階が進めて、次の段階の番になったばかりのシートだけです。画面を開き直して、今の段階を確かめてください。',
  'evaluation-next-has-begun':
    '次の段階がもう書き始めたため、取り戻せません。次の段階の人に、差し戻してもらってください。',
  'evaluation-reason-missing': '理由がありません。相手が直せるように、理由を書いてください。',
  'evaluation-reason-long': '理由が長すぎます。1,000文字までにしてください。',
  'evaluation-exemption-unknown': '対象外の理由を、一覧から選び直してください。',
  'evaluation-nothing-chosen': 'シートが選ばれていません。一つ以上にチェックを入れてください。',
  // 入力
  'evaluation-field-changed':
    'あなたが開いたあとに、ほかの職員がこの欄を書き換えました。何も上書きしていません。両方を見比べて、残すほうを選んでください。',
  // 指摘
  'evaluation-remark-missing': '指摘（または回答）の文章がありません。',
  'evaluation-remark-long': (p) =>
    `文章が長すぎます（${p.length}文字）。${Number(p.limit).toLocaleString('ja-JP')}文字までにしてください。`,
  'evaluation-remark-unanswered': (p) =>
    `前の年度までの指摘「${p.remark}」に、まだ答えていません。シートの一番上の欄に回答を書いてください。`,
  'evaluation-remark-unknown':
    'この指摘はありません。もう答えられたかもしれません。画面を開き直してください。',
  'evaluation-remark-audience': '外部評価者の指摘は、内部だけのものにはできません。',
  // 代理
  'evaluation-deputy-unknown': '代理の職員が見つかりません。一覧から選び直してください。',
  'evaluation-deputy-already': 'その職員は、同じ段階と課の代理にもうなっています。',
  'evaluation-deputy-outside': (p) =>
    `外部評価者に「${p.stage}」の代理は頼めません。庁内の職員を選んでください。`,
  'evaluation-deputy-past': '代理の終わりの日が過ぎています。今日からあとの日にしてください。',
  'evaluation-unit-unknown': '組織を、一覧から選び直してください。',
  'evaluation-nobody-waits': '今、入力や承認を待っている人はいません。',
  // 訂正
  'evaluation-correction-place': '訂正する箇所が、公開した評価にありません。一覧から選び直してください。',
  'evaluation-correction-none': '今の公開と変わるところがありません。訂正する内容を書いてください。',
};
