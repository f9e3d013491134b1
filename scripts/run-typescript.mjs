// node scripts/run-typescript.mjs <file>: runs a TypeScript or TSX program of the project without building it.
import { runnerImport } from 'vite';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('run-typescript requires a file');
process.argv.splice(1, 1);
await runnerImport(file, { configFile: false, logLevel: 'warn' });
