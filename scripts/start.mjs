// npm start. Plain JavaScript for Node 18 and later: it brings the rest by itself.
import { launch } from './launch.mjs';
import { runMain } from './prepare.mjs';

await runMain(() => launch('main.js', process.argv.slice(2)));
