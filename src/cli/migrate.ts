import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { type CliCommand, UsageError } from './command.ts';

export const command: CliCommand = {
  name: 'migrate',
  summary: 'データベースをこの版に合わせる',
  usage: `使い方: bin/rashin migrate

データベースの表や規則を、この版の羅針が必要とする形にします。serve は起動のたびに同じことを行います。
一つの変更ごとに、全部が行われるか、何も行われないかのどちらかです。
データベースのほうが新しいときや、適用済みの変更が書き換わっているときは、断ります。`,
  run: async (args, io) => {
    if (args.length > 0) throw new UsageError(`余分な引数があります: ${args.join(' ')}`);
    const db = await openDatabase(io.config(), { program: 'rashin migrate', shared: true });
    try {
      io.out(db.promise);
      const applied = await migrate(db);
      io.out(applied.length === 0 ? '変更は要りませんでした。' : `適用しました: ${applied.join('、')}`);
    } finally {
      await db.close();
    }
    return 0;
  },
};
