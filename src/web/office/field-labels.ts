/** What the person sees beside a field, for a message about a field of any form. */
const labels: Readonly<Record<string, string>> = {
  login: 'ログインID',
  password: 'パスワード',
  code: '確認コード',
  displayName: '氏名（表示名）',
  newPassword: '新しいパスワード',
  newPasswordAgain: '新しいパスワード（もう一度）',
  currentPassword: '今のパスワード',
  name: '名称',
  kind: '種別',
  reason: '理由',
  on: '日付',
  title: '名称',
  desiredState: 'ありたい姿',
  currentState: '現状',
  issue: '課題',
  approach: '方針',
  summary: '前文・策定の方針',
  definition: '定義',
  formulaText: '算式',
  note: '注記',
  users: '職員の一覧（CSV）',
  meansWords: '手段を表す語',
  accentColour: '基調色',
};

export const fieldLabel = (field: string): string => labels[field] ?? field.slice(0, 60);
