/** What the parts of a field's name are called; a number after a list is its row. */
const words: Readonly<Record<string, string>> = {
  name: '名前',
  target: '評価するもの',
  timing: '時期',
  notes: '読み方',
  source: '出典',
  document: '資料の名前',
  url: 'アドレス',
  types: '種類',
  exceptTypes: '除く種類',
  stages: '段階',
  label: '呼び名',
  actor: '誰の番か',
  criteria: '評価項目',
  texts: '記入欄',
  direction: '方向性',
  grade: '総合評価',
  priority: '優先度',
  startsFrom: '書き始め',
  subjects: '対象',
  published: '公表',
  viewpoint: '視点',
  question: '問いの文',
  levels: '選択肢',
  wording: '文',
  points: '点',
  from: '下の境',
  applies: '当てはまる事業',
  when: '条件',
  weight: '重み',
  reason: '理由',
  required: '必須',
  proposes: '達成率からの案',
  hint: '説明',
  maxLength: '字数',
  rows: '行',
  grades: '総合評価の段階',
  gradeRule: '総合評価の決め方',
  by: '決め方',
  bands: '境',
  otherwise: 'どれでもないとき',
  directions: '方向性のことば',
  group: '大区分',
  common: '共通の区分',
  priorities: '優先度のことば',
  exemptions: '評価しない事業',
  years: '年数',
  thousandYen: '金額',
  matrices: '判断の表',
  title: '題名',
  columns: '横の軸',
  measures: '指標の数',
  output: '活動指標',
  outcome: '成果指標',
};

/** 「評価項目2 › 選択肢1 › 点」 for a field's name. */
export const fieldPlace = (name: string): string => {
  const parts: string[] = [];
  for (const part of name.split('.')) {
    const last = parts.at(-1);
    if (/^\d+$/u.test(part) && last !== undefined) parts[parts.length - 1] = `${last}${Number(part) + 1}`;
    else if (part !== '' && part !== 'key') parts.push(words[part] ?? part);
  }
  return parts.join(' › ');
};
