import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgementSchemeJsonSchema } from '../../src/app/judgement/judgement-scheme-schema.ts';
import { readJudgementScheme } from '../../src/app/judgement/read-judgement-scheme.ts';
import { checkScheme } from '../../src/domain/indicator/judgement/check-scheme.ts';
import { compileScheme } from '../../src/domain/indicator/judgement/compile-scheme.ts';
import { checkVersions } from '../../src/domain/indicator/judgement/scheme-versions.ts';
import { installationFolder } from '../../src/installation.ts';

const folder = join(installationFolder, 'schemes', 'judgement');
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
const contentOf = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const schemes = files.map((file) => {
  const scheme = readJudgementScheme(contentOf(file));
  if (!scheme.ok) throw new Error(`${file}: ${JSON.stringify(scheme.error, null, 1)}`);
  return scheme.value;
});

describe('同梱の判定基準', () => {
  it('13団体のすべての版と、はじめに使うものがある', () => {
    expect(files).toEqual([
      'ako.json',
      'etajima.json',
      'five-grades.json',
      'fuji.json',
      'gose.json',
      'ino.json',
      'kakamigahara-2016.json',
      'kakamigahara-2018.json',
      'nagano-pref.json',
      'nagayo-h29.json',
      'nagayo-measures.json',
      'nagayo-r1.json',
      'nagayo-r4.json',
      'naruto-r1.json',
      'naruto-r2.json',
      'no-target.json',
      'sapporo.json',
      'tama.json',
      'yachimata.json',
    ]);
  });

  it.each(schemes.map((scheme) => [`${scheme.schemeKey} ${scheme.version}`, scheme] as const))(
    '%s は使える形で、書かれていないことの読み方を述べている',
    (_, scheme) => {
      expect(compileScheme(scheme).ok).toBe(true);
      expect(scheme.readings.length).toBeGreaterThan(0);
      // Reasons a town's page does not speak of stay ungraded; nothing else may be left open.
      expect(checkScheme(scheme).filter(({ code }) => code !== 'missing-reason-ungraded')).toEqual([]);
    },
  );

  it('一つの年度に二つの版はない', () => {
    expect(checkVersions(schemes)).toEqual([]);
  });

  /** After a change of the schema: npx vitest run -u test/judgement-cases/shipped-schemes.test.ts */
  it('JSON Schema は読み込みの定義と同じ', async () => {
    const json = `${JSON.stringify(judgementSchemeJsonSchema(), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot('../../schemes/judgement/judgement-scheme.schema.json');
  });
});
