import { expect, it } from 'vitest';
import { populationFileJsonSchema } from './population-file-schema.ts';

/** After a change of the schema: npx vitest run -u src/documents/population-file */
it('demo/population-file.schema.json は読み込みの定義と同じ', async () => {
  const json = `${JSON.stringify(populationFileJsonSchema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../demo/population-file.schema.json');
});
