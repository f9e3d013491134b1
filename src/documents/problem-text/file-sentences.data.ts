import type { Sentences } from './sentences.ts';
import { unreadableCause } from './unreadable-causes.data.ts';

const kinds: Readonly<Record<string, string>> = {
  string: '文字列（"…"）',
  number: '数',
  int: '整数',
  boolean: 'true か false',
  array: '並び（[ … ]）',
  object: 'まとまり（{ … }）',
};

/** 団体データファイル */
export const fileSentences: Sentences = {
  'file-too-large': (p) =>
    `ファイルが大きすぎます（${p.size}バイト。上限は${p.limit}バイト）。複数のファイルに分けてください。`,
  'file-not-utf8': (p) => `${p.byte}バイト目からUTF-8の文字として読めません。UTF-8で保存し直してください。`,
  'file-unreadable': (p) =>
    `ファイルを読めません（${unreadableCause(String(p.cause))}）。場所と権限を確かめてください。`,
  'folder-empty': 'このフォルダーに .json のファイルがありません。場所を確かめてください。',
  'folder-without-town-file': (p) =>
    `このフォルダーの .json ${p.count}件に、団体データファイルはありません。場所を確かめてください。`,
  'json-unexpected': 'JSONとして読めない文字があります。直前のカンマ・引用符・かっこを確かめてください。',
  'json-unfinished': 'JSONが途中で終わっています。閉じるかっこや引用符を確かめてください。',
  'json-string':
    '文字列の書き方が違います。閉じる引用符と \\ の使い方を確かめ、改行は \\n と書いてください。',
  'json-control-character':
    '文字列に、画面に表示されない制御文字か、こわれた文字（組の片方だけの \\ud800 など）があります。消してください。',
  'json-trailing-comma': '最後の項目の後ろに余分なカンマがあります。カンマを消してください。',
  'json-too-deep': 'かっこが深く入れ子になりすぎています。構造を確かめてください。',
  'json-too-many-values': '値が多すぎて読めません。複数のファイルに分けてください。',
  'json-name-twice': '同じ名前の欄が2回書かれています。1つにしてください。',
  'field-unknown': (p) => `「${p.field}」という欄はありません。綴りを確かめるか、消してください。`,
  'field-missing': '必要な欄が書かれていません。書き加えてください。',
  'field-type': (p) => `値の種類が違います。${kinds[String(p.expected)] ?? p.expected}で書いてください。`,
  'field-form': (p) =>
    `値の形が違います。見本のファイルと ${p.schemaName ?? 'town-file.schema.json'} を確かめてください。`,
  'field-too-large': (p) => `長すぎるか大きすぎます。上限は${p.limit}です。`,
  'field-too-small': (p) => `短すぎるか少なすぎます。下限は${p.limit}です。`,
  'choice-unknown': (p) =>
    `選べる値ではありません。次のどれかにしてください: ${Array.isArray(p.choices) ? p.choices.join('、') : ''}`,
};
