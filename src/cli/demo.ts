import { type CliCommand, UsageError } from './command.ts';
import { describeDemoUsers, loadDemo } from './load-demo.ts';
import { withDatabase } from './with-database.ts';

export const command: CliCommand = {
  name: 'demo',
  summary: '見本の市町と利用者を入れる',
  usage: `使い方: bin/rashin demo

塩尻市・聖籠町・高根沢町・真庭市・札幌市の公開資料から作った見本の計画と、見本の利用者を入れます。
すでにある市町はそのまま残します。何度実行しても同じです。`,
  run: async (args, io) => {
    if (args.length > 0) throw new UsageError(`余分な引数があります: ${args.join(' ')}`);
    if (!io.config().demo) {
      io.err('RASHIN_DEMO=0 のため、見本のデータは入れません。何も変わっていません。');
      return 1;
    }
    const towns = await withDatabase(io, 'rashin demo', (db) => loadDemo(db, io.now()));
    for (const { code, name, loaded } of towns)
      io.out(`${code} ${name}: ${loaded ? '入れました' : 'すでにあります（変えていません）'}`);
    for (const line of describeDemoUsers(towns)) io.out(line);
    return 0;
  },
};
