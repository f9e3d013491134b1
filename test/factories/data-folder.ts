import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedMajor } from '../../src/db/embedded-engine.ts';
import { openFolder } from '../../src/db/embedded-folder.ts';
import { installationFolder } from '../../src/installation.ts';

/** An empty embedded database on disk, made once and kept beside; copying it takes a fraction of the time. */
export const copyOfEmptyDataFolder = async (dataDir: string): Promise<void> => {
  const kept = join(installationFolder, '.runtime', `test-data-folder-${embeddedMajor}`);
  if (!existsSync(kept)) {
    const draft = `${kept}.${randomUUID()}`;
    mkdirSync(draft, { recursive: true });
    const pg = await openFolder(draft, () => {
      throw new Error('PostgreSQL gave up');
    });
    await pg.close();
    if (!existsSync(kept)) renameSync(draft, kept);
  }
  cpSync(kept, dataDir, { recursive: true });
};
