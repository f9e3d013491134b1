import { parseArgs } from 'node:util';
import { verifyAudit } from '../db/audit-verify.ts';
import { parseMunicipalityCode } from '../domain/kernel/municipality-code.ts';
import { placed } from '../domain/kernel/problem.ts';
import { auditFindingText } from './audit-finding-text.ts';
import type { CliCommand } from './command.ts';
import { printProblems } from './print-problems.ts';
import { withDatabase } from './with-database.ts';

export const command: CliCommand = {
  name: 'audit verify',
  summary: '監査証跡が書き換えられていないかを確かめる',
  usage: `使い方: bin/rashin audit verify [--municipality 団体コード]

監査証跡は、団体ごとに、一行ごとのハッシュが直前の行のハッシュを含む鎖になっています。先頭から末尾までたどり、
書き換え、消去、並べ替えがあれば、その行（団体、番号、対象）を表示して、終了コード 1 で終わります。
末尾のハッシュを別の場所に控えておくと、鎖全体を作り直す改ざんも、控えとの違いで分かります。

  --municipality  この団体だけを確かめる

例: bin/rashin audit verify --municipality 202151`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { municipality: { type: 'string' } } });
    const code = values.municipality === undefined ? null : parseMunicipalityCode(values.municipality);
    if (code !== null && !code.ok) {
      printProblems([placed(['--municipality'], code.error)], io.err);
      return 1;
    }
    const chains = await withDatabase(io, 'rashin audit verify', (db) =>
      verifyAudit(db, code?.value ?? null),
    );
    for (const { municipality, events, lastHash, findings } of chains) {
      for (const finding of findings) io.err(auditFindingText(finding));
      if (findings.length === 0)
        io.out(`団体 ${municipality}: ${events}件、正しく連なっています。末尾のハッシュ ${lastHash}`);
    }
    if (chains.length === 0 && code !== null) {
      io.err(`団体 ${code.value} は登録されていません。団体コードを確かめてください。`);
      return 1;
    }
    if (chains.length === 0) io.out('監査証跡のある団体はありません。');
    const broken = chains.filter((chain) => chain.findings.length > 0).length;
    if (broken > 0) io.err(`${broken}団体の監査証跡に乱れがあります。`);
    return broken > 0 ? 1 : 0;
  },
};
