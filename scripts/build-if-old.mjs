// Builds when the sources have changed since the last build; for tests and measurements.
import { prepare, runMain } from './prepare.mjs';

await runMain(async () => {
  await prepare({ build: true });
});
