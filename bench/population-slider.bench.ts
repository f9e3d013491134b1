import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { LiveInput } from '../src/web/islands/population/live-input.ts';
import { openBrowser } from '../test/e2e/browser.ts';
import { shiojiriLive } from '../test/population/shiojiri-live.ts';
import { median } from './load.ts';
import type { SliderMeasures } from './population/slider-page.ts';

/**
 * One scenario of one town in a real browser, four levers pulled, as fast as the machine is and slowed down six times:
 * the projection alone, with three pictures drawn, and from the question to the laid out page by way of the worker. The
 * slowdown of the browser may not reach workers; what the worker does is therefore measured on the page's own thread too.
 */
const slowdowns = [1, 6];
const frameMs = 1000 / 60;

const words: Readonly<Record<string, string>> = {
  project: 'projected, on the page',
  answer: 'projected and three pictures drawn, on the page',
  put: 'the picture in sight put into the page and laid out',
  shown: 'asked of the worker, put into the page, laid out (what a drag does on a phone)',
  ranges: 'three pictures with the ranges of 1,000 draws, by the worker (when the hand rests)',
};

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const page =
  '<!doctype html><title>.</title><div id="place"><div></div><p></p></div><script type="module" src="/slider-page.js"></script>';

const folder = await mkdtemp(join(tmpdir(), 'rashin-slider-'));
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    rolldownOptions: {
      input: join(import.meta.dirname, 'population', 'slider-page.ts'),
      output: { entryFileNames: '[name].js' },
    },
  },
});
const server = createServer(({ url = '/' }, response) => {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
  response.end(url === '/' ? page : readFileSync(join(folder, url)));
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await openBrowser();
try {
  for (const rate of slowdowns) {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction('"measureSliders" in globalThis');
    const session = await tab.context().newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const { times, loop } = await tab.evaluate(async (input: LiveInput): Promise<SliderMeasures> => {
      const place = document.querySelector('#place');
      const { measureSliders } = globalThis as unknown as {
        measureSliders: (input: LiveInput, place: Element | null) => Promise<SliderMeasures>;
      };
      return measureSliders(input, place);
    }, shiojiriLive());
    console.log(
      `${rate} × slower: the same loop ${loop.page.toFixed(0)} ms on the page, ${loop.worker.toFixed(0)} ms in a worker`,
    );
    for (const [name, own] of Object.entries(times)) {
      // The browser slows down by standing still for a while now and then: of turns shorter than that only the mean tells.
      const mean = own.reduce((sum, ms) => sum + ms, 0) / own.length;
      const p95 = own.toSorted((a, b) => a - b)[Math.floor(0.95 * own.length)] ?? Number.NaN;
      console.log(
        `  ${words[name] ?? name}: mean ${mean.toFixed(2)} ms, median ${median(own).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (mean ${(mean / frameMs).toFixed(2)} of a frame)`,
      );
    }
    await tab.close();
  }
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
