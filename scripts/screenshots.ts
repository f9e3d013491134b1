// npm run screenshots: the pictures of README and manual, taken from the running product with its demonstration data.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '../src/app/people/demo-password.ts';
import { installationFolder } from '../src/installation.ts';
import { openBrowser } from '../test/e2e/browser.ts';
import build from '../test/e2e/build-once.ts';
import { startTestServer } from '../test/e2e/server.ts';
import { openCamera } from './screenshots/camera.ts';
import { photographEvaluation } from './screenshots/evaluation.ts';
import { photographEvaluationSchemes } from './screenshots/evaluation-schemes.ts';
import { photographFiguresAndSettings } from './screenshots/figures-and-settings.ts';
import { photographCollection, photographJudgement } from './screenshots/judgement.ts';
import { photographPlanDesk } from './screenshots/plan-desk.ts';
import { photographPopulation } from './screenshots/population.ts';
import { photographPublicPages } from './screenshots/public-pages.ts';
import { photographYear } from './screenshots/yearly-cycle.ts';

const folder = join(installationFolder, 'docs', 'images');
// Fields for dates as a browser in Japanese shows them, where the browser speaks it.
process.env.LANGUAGE = 'ja';
mkdirSync(folder, { recursive: true });
build();
const server = await startTestServer();
const browser = await openBrowser();
try {
  const camera = openCamera({
    browser,
    address: server.address,
    town: '202151',
    password: demoPassword,
    folder,
    say: (line) => console.log(line),
  });
  await photographPublicPages(camera);
  await photographPopulation(camera);
  await photographJudgement(camera);
  await photographCollection(camera);
  await photographYear(camera);
  await photographEvaluation(camera);
  await photographEvaluationSchemes(camera);
  await photographFiguresAndSettings(camera);
  await photographPlanDesk(camera);
} finally {
  await browser.close();
  await server.stop();
}
