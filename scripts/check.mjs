// npm run check: format and lint, types, edges, unused code, tests. Goes on after a failure, so that all is seen at once.
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { prepare, root, runMain } from './prepare.mjs';

const bin = (path) => join(root, 'node_modules', path);

const steps = [
  ['書式と lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['型', [bin('typescript/bin/tsc'), '--noEmit']],
  ['使われていないコード', [bin('knip/bin/knip.js')]],
  ['構造とテスト', [join(root, 'scripts', 'test.mjs')]],
];

await runMain(async () => {
  const node = await prepare({ build: false });
  const failed = [];
  for (const [name, args] of steps) {
    process.stdout.write(`\n── ${name}\n`);
    if ((await runChild(node, args, { cwd: root })) !== 0) failed.push(name);
  }
  process.stdout.write(
    failed.length === 0 ? '\nすべて通りました。\n' : `\n通らなかったもの: ${failed.join('、')}\n`,
  );
  return failed.length === 0 ? 0 : 1;
});
