// npm run bench [name …]: runs bench/*.bench.ts one after another, each in a process of its own, on the built program.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { prepare, root, runMain } from './prepare.mjs';

await runMain(async () => {
  const node = await prepare({ build: true });
  const wanted = process.argv.slice(2);
  const files = readdirSync(join(root, 'bench'))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (files.length === 0) throw new Error(`bench に「${wanted.join(' ')}」という測定はありません。`);
  let failed = 0;
  for (const name of files.sort()) {
    process.stdout.write(`\n── ${name}\n`);
    // Sources of bench may use TSX and paths of src: vite's runner reads them as the tests do.
    if (
      (await runChild(node, [join(root, 'scripts', 'run-typescript.mjs'), join(root, 'bench', name)], {
        cwd: root,
      })) !== 0
    )
      failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
