// node scripts/run.mjs <file> [args]: runs a program of the project under the right Node, with its packages there.
import { runChild } from './child.mjs';
import { prepare, root, runMain } from './prepare.mjs';

await runMain(async () => {
  const node = await prepare({ build: false });
  return runChild(node, process.argv.slice(2), { cwd: root });
});
