// npm test: everything, browser and database tests included. Arguments go to vitest (a path, -t, --project).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { prepare, root, runMain } from './prepare.mjs';
import { countOf, filesNotRun, outcomeLine } from './test-outcome.mjs';

const testFilesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFilesIn(path);
    return /\.test\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });

await runMain(async () => {
  const args = process.argv.slice(2);
  const node = await prepare({ build: false });
  const folder = mkdtempSync(join(tmpdir(), 'rashin-test-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runChild(
      node,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { cwd: root },
    );
    const outcome = JSON.parse(readFileSync(report, 'utf8'));
    // A pattern of the configuration that matches nothing would be silent otherwise.
    const missing =
      args.length > 0
        ? []
        : filesNotRun(root, ['src', 'test', 'scripts', 'demo', 'bench'].flatMap(testFilesIn), outcome);
    for (const path of missing) process.stdout.write(`実行されなかったテストファイル: ${path}\n`);
    process.stdout.write(`\n${outcomeLine(countOf(outcome))}\n`);
    return code !== 0 || missing.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
