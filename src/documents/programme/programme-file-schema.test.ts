import { expect, it } from 'vitest';
import { programmeFileJsonSchema } from './programme-file-schema.ts';

/** After a change of the schema: npx vitest run -u src/documents/programme */
it('demo/programme-file.schema.json は読み込みの定義と同じ', async () => {
  const json = `${JSON.stringify(programmeFileJsonSchema(), null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('../../../demo/programme-file.schema.json');
});
