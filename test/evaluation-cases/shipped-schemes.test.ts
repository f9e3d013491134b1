import { describe, expect, it } from 'vitest';
import { evaluationSchemeJsonSchema } from '../../src/app/evaluation/evaluation-scheme-schema.ts';
import { checkScheme } from '../../src/domain/evaluation/check-scheme.ts';
import { shippedFiles, shippedScheme } from './shipped-schemes.ts';

const keys = shippedFiles.map((file) => file.replace('.json', ''));

describe('同梱の評価の様式', () => {
  it('11団体の様式と、真庭市と塩尻市の二つずつがある', () => {
    expect(keys).toEqual([
      'aioi',
      'hamura',
      'ichinomiya',
      'kitamoto',
      'kofu',
      'maniwa-mid-year',
      'maniwa-year-end',
      'naruto',
      'nishinomiya',
      'sado',
      'seiro',
      'shinagawa',
      'shiojiri-after',
      'shiojiri-during',
      'yachiyo',
    ]);
  });

  it.each(keys)('%s は気づきもなく使え、書かれていないことの読み方を述べている', (key) => {
    const scheme = shippedScheme(key);
    expect(scheme.key).toBe(key);
    expect(checkScheme(scheme)).toEqual([]);
    expect(scheme.notes.length).toBeGreaterThan(0);
    expect(scheme.source?.url).toMatch(/^https?:/u);
  });

  /** After a change of the schema: npx vitest run -u test/evaluation-cases/shipped-schemes.test.ts */
  it('JSON Schema は読み込みの定義と同じ', async () => {
    const json = `${JSON.stringify(evaluationSchemeJsonSchema(), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot('../../schemes/evaluation/evaluation-scheme.schema.json');
  });
});
