// The worker of the embedded database on a disk that fails to flush while the file `disk-fails` is in the data folder.
import fs from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';

const real = fs.fsyncSync;
fs.fsyncSync = (file) => {
  if (fs.existsSync(join(String((workerData as { dataDir: unknown }).dataDir), 'disk-fails')))
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  real(file);
};

await import('../../src/db/embedded-worker.ts');
