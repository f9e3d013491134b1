// Writes THIRD-PARTY-NOTICES.md from what package-lock.json ships with the product (not what only builds or tests it).
// `node scripts/notices.mjs --check` refuses when the file is out of date; test/licences.test.ts calls it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const shipped = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && entry.dev !== true)
  .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), ...entry }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

// Binaries of one package for other platforms carry the licence of the package itself and are not all installed.
const variantOf = (name) => (name.startsWith('@node-rs/argon2-') ? '@node-rs/argon2' : name);

const licenceText = (path) => {
  const folder = join(root, path);
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
};

const lines = [
  '# Third-party notices',
  '',
  'Rashin ships or depends at run time on the packages below. Made by `node scripts/notices.mjs` from package-lock.json.',
  '',
  '| Package | Version | Licence |',
  '|---|---|---|',
];
const texts = new Map();
const listed = new Set();
for (const entry of shipped) {
  const name = variantOf(entry.name);
  if (listed.has(name)) continue;
  listed.add(name);
  lines.push(`| ${name} | ${entry.version} | ${entry.license ?? 'not stated'} |`);
  const text = licenceText(entry.path);
  if (text !== null) texts.set(text, [...(texts.get(text) ?? []), name]);
}
lines.push('', '## Licence texts');
for (const [text, names] of [...texts].sort((a, b) => (a[1][0] < b[1][0] ? -1 : 1))) {
  lines.push('', `### ${names.join(', ')}`, '', '```', text.replaceAll('```', "'''"), '```');
}
const content = `${lines.join('\n')}\n`;
const file = join(root, 'THIRD-PARTY-NOTICES.md');

if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
    console.error('THIRD-PARTY-NOTICES.md is out of date: run `node scripts/notices.mjs` and commit it.');
    process.exit(1);
  }
} else {
  writeFileSync(file, content);
}
