import { expect, it } from 'vitest';
import { projectionFileJsonSchema } from './projection-file.ts';

/** After a change of the schema: npx vitest run -u src/documents/population */
it('docs/examples/population-project.schema.json は読み込みの定義と同じ', async () => {
  const json = `${JSON.stringify(projectionFileJsonSchema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../docs/examples/population-project.schema.json');
});
