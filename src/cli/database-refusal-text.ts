import type { RefusalReason } from '../db/database-refusal.ts';
import { unreadableCause } from '../documents/problem-text/unreadable-causes.data.ts';

/** What happened, where, and what to do. */
export const databaseRefusalText = (reason: RefusalReason): string => {
  switch (reason.code) {
    case 'locked':
      return `データの置き場所 ${reason.folder} は、ほかのプロセスが使っています（${reason.holder}）。\nそのサーバーを止めてから、もう一度実行してください。`;
    case 'not-writable':
      return `データの置き場所 ${reason.folder} に書き込めません（${reason.cause}）。\nフォルダーの権限と空き容量を確かめるか、RASHIN_DATA で別の場所を指定してください。`;
    case 'unknown-engine-version':
      return `${reason.folder} のデータベースは、この版の羅針では開けません（PostgreSQL ${reason.found} の形式）。\n作った版の羅針で bin/rashin backup を行い、新しい置き場所に bin/rashin restore で戻してください。`;
    case 'not-durable':
      return `組み込みデータベースを安全に開けなかったため、起動しませんでした。\n原因: ${reason.cause}`;
    case 'unreachable':
      return `PostgreSQL サーバー（${reason.server}）につながりません。\n原因: ${reason.cause}\nDATABASE_URL と、サーバーが動いているかを確かめてください。`;
    case 'server-too-old':
      return `PostgreSQL ${reason.found} は古すぎます。${reason.needed} 以上のサーバーを使ってください。`;
    case 'role-missing':
      return `データベースの役割 rashin_app・rashin_public・rashin_migration を用意できません。\n原因: ${reason.cause}\n管理者が役割を作って接続用の役割に付与するか、接続用の役割に CREATEROLE とデータベースの所有権を与えてください（運用の手引き）。`;
    case 'migration-changed':
      return `適用済みのマイグレーション ${reason.tag} の内容が、このプログラムのものと違います。\nデータベースを作った版の羅針を使ってください。何も変更していません。`;
    case 'database-newer':
      return `データベースは、このプログラムより新しい版のものです（${reason.tags.join('、')}）。\n新しい版の羅針を使ってください。何も変更していません。`;
    case 'migration-failed':
      return `マイグレーション ${reason.tag} を適用できませんでした。このマイグレーションは取り消しました。\n原因: ${reason.cause}`;
    case 'migrations-out-of-order':
      return `適用済みのマイグレーションの順序が、このプログラムと違います（${reason.tag}）。何も変更していません。`;
    case 'file-exists':
      return `${reason.file} は既にあります。上書きしません。別の名前を指定してください。`;
    case 'file-unreadable':
      return `${reason.file} を読めません（${unreadableCause(reason.cause)}）。`;
    case 'file-unwritable':
      return `${reason.file} に書き込めません（${reason.cause}）。フォルダーの有無、権限、空き容量を確かめてください。`;
    case 'backup-damaged':
      return `${reason.file} は壊れているか、バックアップではありません（${reason.line}行目: ${reason.what}）。\nデータベースには何も変更していません。`;
    case 'backup-newer-format':
      return `${reason.file} は、このプログラムより新しい形式（${reason.found}）のバックアップです。\n新しい版の羅針で戻してください。何も変更していません。`;
    case 'backup-other-migrations':
      return `${reason.file} は、このデータベースと違う版のものです（${reason.what}）。\nバックアップを作った版以降の羅針で、空のデータベースに戻してください。データは変更していません。`;
    case 'database-not-empty':
      return `データベースには既にデータがあります（表 ${reason.table}）。\n今のデータをすべて捨てて置き換えるときだけ、--replace を付けてください。何も変更していません。`;
    case 'restore-differs':
      return `戻した表 ${reason.table} を読み返すと、バックアップと一致しませんでした。取り消したので、何も変わっていません。`;
    default: {
      const never: never = reason;
      return never;
    }
  }
};
