import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/main.ts',
    'src/cli/index.ts',
    // Named by `new URL(…, import.meta.url)` only.
    'src/db/embedded-worker.ts',
    'src/web/islands/*.{ts,tsx}',
    'src/web/styles/*.css',
    'scripts/*.{mjs,ts}',
    'bench/*.bench.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'test/**/*.{ts,tsx}', 'bench/**/*.ts', 'scripts/**/*.{mjs,ts}'],
  ignoreExportsUsedInFile: true,
  // Run by its path, from scripts/check.mjs.
  ignoreDependencies: ['@biomejs/biome'],
  // Debian's own, where the browser tests find no browser; the compiler a bench compares with, where there is one.
  ignoreBinaries: ['apt-get', 'cc'],
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)]
        .map(([, path]) => `import '${path}';`)
        .join('\n'),
  },
} satisfies KnipConfig;
