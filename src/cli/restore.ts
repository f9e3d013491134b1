import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAudit } from '../db/audit-verify.ts';
import { openDatabase } from '../db/open.ts';
import { restore } from '../db/restore.ts';
import { auditFindingText } from './audit-finding-text.ts';
import { type CliCommand, UsageError } from './command.ts';

export const command: CliCommand = {
  name: 'restore',
  summary: 'バックアップのファイルからデータを戻す',
  usage: `使い方: bin/rashin restore [--replace] ファイル

bin/rashin backup で書き出したファイルを、空のデータベースに戻します。組み込みと PostgreSQL のどちらで作ったファイルも、
どちらにでも戻せます。ファイル全体を確かめてから始め、戻した表を一つずつ読み返して照合し、最後に監査証跡を確かめます。
途中で何かあれば、何も変わりません。

  --replace  今のデータをすべて捨てて置き換える

例: RASHIN_DATA=/srv/rashin-new bin/rashin restore /backup/rashin-2026-11-21.gz`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    const [name, ...more] = positionals;
    if (name === undefined) throw new UsageError('戻すファイルを指定してください。');
    if (more.length > 0) throw new UsageError(`余分な引数があります: ${more.join(' ')}`);
    const db = await openDatabase(io.config(), { program: 'rashin restore', shared: true });
    try {
      const { head, summaries } = await restore(db, resolve(name), { replace: values.replace });
      const rows = [...summaries.values()].reduce((sum, table) => sum + table.rows, 0);
      io.out(
        `戻しました: ${summaries.size}表、${rows}行（${head.createdAt} の時点）。読み返して照合しました。`,
      );
      const findings = (await verifyAudit(db)).flatMap((chain) => chain.findings);
      for (const finding of findings) io.err(auditFindingText(finding));
      if (findings.length === 0) io.out('監査証跡は正しく連なっています。');
      else io.err('監査証跡の乱れは、バックアップを取った時点のデータベースにあったものです。');
      return findings.length === 0 ? 0 : 1;
    } finally {
      await db.close();
    }
  },
};
