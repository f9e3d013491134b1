import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vite';
import { runTimeFiles } from './scripts/vite-run-time-files.ts';

/**
 * Two builds: `vite build` makes the client (stylesheets and islands, hashed names, manifest),
 * `vite build --ssr` the server and the command line. Packages stay in node_modules; only sources are bundled.
 * Every file directly in src/web/islands and src/web/styles is an entry, but for tests and CSS partials (_name.css).
 */
const clientEntries = () =>
  globSync(['src/web/islands/*.{ts,tsx}', 'src/web/styles/*.css']).filter(
    (path) => !/\.test\.tsx?$/.test(path) && !basename(path).startsWith('_'),
  );

/** A note in English about slow plugins is nothing to the person who starts the product. */
const quiet = { bundlerTimings: false };

export default defineConfig(({ isSsrBuild }) => ({
  // Inside the bundle, so that React's own switch on NODE_ENV is settled here: its development build costs twice the time.
  ...(isSsrBuild
    ? { ssr: { noExternal: ['react', 'react-dom'] }, define: { 'process.env.NODE_ENV': '"production"' } }
    : {}),
  publicDir: !isSsrBuild && existsSync('src/web/assets') ? 'src/web/assets' : false,
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist/server',
        target: 'node24',
        sourcemap: true,
        rolldownOptions: {
          checks: quiet,
          input: { main: 'src/main.ts', cli: 'src/cli/index.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/client',
        manifest: 'manifest.json',
        // Two years of browsers, as city halls replace theirs slowly.
        target: ['chrome120', 'edge120', 'firefox120', 'safari17'],
        // A font as a data: URI would break the content security policy and the cache.
        assetsInlineLimit: 0,
        rolldownOptions: { input: clientEntries(), checks: quiet },
      },
  plugins: isSsrBuild ? [runTimeFiles()] : [],
}));
