import { runServer } from '../run-server.ts';
import { type CliCommand, UsageError } from './command.ts';

export const command: CliCommand = {
  name: 'serve',
  summary: 'サーバーを動かす（npm start と同じ）',
  usage: `使い方: bin/rashin serve

データベースを開き、必要な変更を加え、空なら見本の町を入れて、ページを公開します。
終わるときは Ctrl+C を押すか、SIGTERM を送ります。

環境変数
  PORT                  ポート番号（3000）
  HOST                  受け付けるアドレス（127.0.0.1。ほかの機械にも見せるときは 0.0.0.0）
  RASHIN_DATA           組み込みデータベースの置き場所（インストールした場所の data）
  DATABASE_URL          PostgreSQL サーバーを使うとき: postgresql://利用者:パスワード@ホスト/名前
  RASHIN_BASE_URL       公開するアドレス: https://plan.example.lg.jp
  RASHIN_TRUST_PROXY    前に置くリバースプロキシの数（0）
  RASHIN_DEMO           0 にすると、見本の町を入れず、見本の利用者のログインを断る（1）
  RASHIN_SECRET_KEY     二段階認証の鍵を封じる鍵（RASHIN_DATA の secret.key。なければ作る）
  RASHIN_FORMER_SECRET_KEYS 前に使っていた鍵。鍵を替えたとき、封じ直し終わるまで（空白かコンマで区切る）
  RASHIN_SMTP_URL       督促などのメールを渡すサーバー（なければ RASHIN_DATA の mailbox にファイルで置く）
  RASHIN_MAIL_FROM      メールの差出人
  RASHIN_PAGE_CACHE_MB  描いたページの控えに使うメモリー（64 MB。0 なら毎回描く）
  RASHIN_ESTAT_APP_ID   政府統計 e-Stat のAPIのアプリケーションID（なければ e-Stat と通信しない）
  RASHIN_ESTAT_URL      e-Stat のAPIへ中継を通すときのアドレス
  LOG_LEVEL             記録の細かさ: fatal error warn info debug trace silent（info）`,
  run: async (args) => {
    if (args.length > 0) throw new UsageError(`余分な引数があります: ${args.join(' ')}`);
    return runServer();
  },
};
