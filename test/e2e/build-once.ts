import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { installationFolder } from '../../src/installation.ts';

/** The browser sees what citizens see: the built program, made anew when the sources have changed. */
export default (): void => {
  execFileSync(process.execPath, [join(installationFolder, 'scripts', 'build-if-old.mjs')], {
    stdio: 'inherit',
  });
};
