import { expect, it } from 'vitest';
import { areasFileJsonSchema } from './areas-file.ts';
import { backcastFileJsonSchema } from './backcast-file.ts';
import { districtsFileJsonSchema } from './districts-file.ts';
import { projectionFileJsonSchema } from './projection-file.ts';
import { simulationFileJsonSchema } from './simulation-file.ts';

/** After a change of a schema: npx vitest run -u src/documents/population */
it.each([
  ['project', projectionFileJsonSchema],
  ['backcast', backcastFileJsonSchema],
  ['districts', districtsFileJsonSchema],
  ['areas', areasFileJsonSchema],
  ['simulate', simulationFileJsonSchema],
])('docs/examples/population-%s.schema.json は読み込みの定義と同じ', async (name, schema) => {
  const json = `${JSON.stringify(schema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot(`../../../docs/examples/population-${name}.schema.json`);
});
