import type { Sentences } from './sentences.ts';

const names = (value: unknown): string => {
  const all = Array.isArray(value) ? value.map(String) : [];
  const shown = all.slice(0, 10).join('、');
  return all.length > 10 ? `${shown} ほか${all.length - 10}` : shown;
};

/** e-Stat から人口を取り込む */
export const estatSentences: Sentences = {
  'estat-off':
    'e-Stat から取り込む設定になっていません。アプリケーションIDを設定するか、ファイルから取り込んでください。',
  'estat-id-refused':
    'e-Stat がアプリケーションIDを受け付けませんでした。運用担当者に、RASHIN_ESTAT_APP_ID の値を e-Stat のマイページのものと見比べるよう頼んでください。',
  'estat-table-unknown': (p) =>
    `e-Stat にその統計表がありません（e-Stat の答え: ${p.said}）。統計表IDを確かめてください。`,
  'estat-nothing':
    'その統計表に、この市町村の値がありません。市町村別の統計表か、統計表IDを確かめてください。',
  'estat-late':
    'e-Stat から時間内に答えが返りませんでした。しばらく待って、もう一度取り出してください。続くときはファイルから取り込んでください。',
  'estat-unreachable':
    'e-Stat につながりませんでした。庁内の網から外部のウェブに出られるかを運用担当者に確かめ、出られないときはファイルから取り込んでください。',
  'estat-trouble': (p) =>
    `e-Stat の側で障害が起きています（番号 ${p.status}）。しばらく待って、もう一度取り出してください。`,
  'estat-refused': (p) =>
    `e-Stat が取り出しを断りました（番号 ${p.status}: ${p.said}）。統計表IDを確かめてください。`,
  'estat-unreadable': (p) =>
    `e-Stat の答えを読めませんでした（HTTP ${p.status}）。しばらく待ってもう一度試し、続くときはファイルから取り込んでください。`,
  'estat-too-many': (p) =>
    `値が${Number(p.total).toLocaleString('ja-JP')}個あり、一度に取り出せる${Number(p.most).toLocaleString('ja-JP')}個を超えます。市町村別の小さな統計表を選んでください。`,
  'estat-answer-too-large': 'e-Stat の答えが大きすぎて読めません。市町村別の小さな統計表を選んでください。',
  'estat-table-id': '統計表IDは10桁の数字です（例: 0003445162）。e-Stat の統計表の画面で確かめてください。',
  'estat-no-area': 'この統計表には地域の別がありません。市町村別の統計表を選んでください。',
  'estat-area-missing': (p) =>
    `この統計表に${p.name}（${p.code}）がありません。市町村別の統計表か、都道府県を確かめてください。`,
  'estat-no-population': (p) =>
    `人口に当たる項目がありません（${names(p.choices)}）。人口の統計表を選んでください。`,
  'estat-which-class': (p) =>
    `どの値を使えばよいか決められません（${names(p.choices)}）。総数のある統計表を選んでください。`,
  'estat-dimension-twice': (p) =>
    `「${p.what}」に当たる分類が二つあり、どちらが住民のものか決められません。ほかの統計表を選んでください。`,
  'estat-ages': (p) =>
    `年齢を0歳から切れ目なくたどれません（${names(p.ages)}）。5歳階級か各歳の統計表を選んでください。`,
  'estat-unit': (p) => `単位が「${p.unit}」です。人を単位とする統計表を選んでください。`,
  'estat-day': 'いつの人口かを読み取れません。基準日の分かる統計表を選ぶか、ファイルから取り込んでください。',
  'estat-cell-twice': '同じ男女・年齢の値が二つあります。ほかの統計表を選んでください。',
  'estat-cell-missing': (p) => `${p.sex}・${p.age}の値がありません。ほかの統計表を選んでください。`,
  'estat-negative': (p) => `値が負の数（${p.text}）です。この統計表は取り込めません。`,
  'estat-symbol': (p) =>
    `値の代わりに「${p.text}」${p.meaning === '' ? '' : `（${p.meaning}）`}が入っています。0人とは限らないため取り込みません。ほかの統計表を選んでください。`,
  'estat-unknown-without-sex': (p) =>
    `年齢不詳${p.count}人の男女の別がありません。男女別の統計表を選んでください。`,
  'estat-dashes': (p) => `「-」（該当数字がないもの）の${p.count}個の値を0人として読みました。`,
  'estat-withheld': (p) =>
    `値が秘匿されている${p.count}地区（${names(p.names)}）は取り込みません。人数は、合算先の地区に含まれています。`,
  'estat-merged': (p) =>
    `${p.count}地区（${names(p.names)}）の値には、秘匿された近くの地区の人数が合算されています。`,
  'estat-changed': '確かめた後に e-Stat の値が変わりました。もう一度見比べて、保存してください。',
};
