// bin/rashin: works from a fresh clone, like npm start.
import { launch } from './launch.mjs';
import { runMain } from './prepare.mjs';

await runMain(() => launch('cli.js', process.argv.slice(2)));
