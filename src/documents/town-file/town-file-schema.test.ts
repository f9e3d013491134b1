import { expect, it } from 'vitest';
import { townFileJsonSchema } from './schema.ts';

/** After a change of the schema: npx vitest run -u src/documents/town-file */
it('demo/town-file.schema.json は読み込みの定義と同じ', async () => {
  const json = `${JSON.stringify(townFileJsonSchema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../demo/town-file.schema.json');
});
