import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp } from '../db/backup.ts';
import { DatabaseRefusal } from '../db/database-refusal.ts';
import { installedVersion } from '../installation.ts';
import { type CliCommand, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const command: CliCommand = {
  name: 'backup',
  summary: 'すべてのデータを一つのファイルに書き出す',
  usage: `使い方: bin/rashin backup ファイル

すべての団体のデータを、ある一時点の状態で、新しいファイルに書き出します。サーバーは動かしたままで構いません。
同じ名前のファイルがあれば断ります。書き終えて読み返し、誤りがないときだけ、その名前のファイルができます。
ファイルには個人情報とパスワードのハッシュが含まれます。鍵のかかる場所に保管してください。

例: bin/rashin backup /backup/rashin-2026-11-21.gz`,
  run: async (args, io) => {
    const [name, ...more] = args;
    if (name === undefined || name.startsWith('-'))
      throw new UsageError('書き出すファイルを指定してください。');
    if (more.length > 0) throw new UsageError(`余分な引数があります: ${more.join(' ')}`);
    const file = resolve(name);
    if (existsSync(file)) throw new DatabaseRefusal({ code: 'file-exists', file });
    const { tables, rows } = await withDatabase(io, 'rashin backup', (db) =>
      backUp(db, file, { program: installedVersion, now: io.now() }),
    );
    io.out(`書き出しました: ${file}（${tables}表、${rows}行）。読み返して確かめました。`);
    return 0;
  },
};
