import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetSchemeJsonSchema } from '../../src/app/budget/budget-scheme-schema.ts';
import { readBudgetScheme } from '../../src/app/budget/read-budget-scheme.ts';
import { installationFolder } from '../../src/installation.ts';
import { budgetScheme, budgetSchemeFile } from '../factories/budget-scheme.ts';

const names = readdirSync(join(installationFolder, 'schemes', 'budget'))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => name.replace('.json', ''));

describe('枠配分の規則のファイル', () => {
  it('公表された七つの町と、見本がある', () => {
    expect(names.sort()).toEqual(
      [
        'shiojiri',
        'miyakonojo',
        'shimotsuke',
        'shijonawate',
        'saga-2004',
        'sosa',
        'saku',
        'seiro-demonstration',
      ].sort(),
    );
  });
  it.each(names)('%s は読め、読み方を述べる', (name) => {
    const scheme = budgetScheme(name);
    expect(scheme.schemeKey).toBe(name);
    expect(scheme.readings.length).toBeGreaterThan(0);
    expect(scheme.source !== undefined || scheme.readings.join().includes('見本')).toBe(true);
  });
  it('JSON Schema は規則の形と同じ', async () => {
    const json = `${JSON.stringify(budgetSchemeJsonSchema(), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot('../../schemes/budget/budget-scheme.schema.json');
  });
  it.each([
    ['ない経費区分', { otherwise: 'x' }, { code: 'expense-class-unknown', path: ['otherwise'] }],
    [
      '枠配分経費がない',
      { expenseClasses: [{ key: 'general', label: 'x', inFrame: false }] },
      { code: 'no-class-in-frame' },
    ],
    ['知らない欄', { rate: '1' }, { code: 'field-unknown' }],
    [
      '率が数でない',
      { rules: [{ key: 'r', label: 'r', by: 'rate', rate: '九割' }] },
      { path: ['rules', 0, 'rate'] },
    ],
    [
      '同じキーの規則',
      { rules: [1, 2].map(() => ({ key: 'r', label: 'r', by: 'zero' })) },
      { code: 'budget-key-twice', path: ['rules', 1, 'key'] },
    ],
  ])('断る: %s', (_, change, problem) => {
    const read = readBudgetScheme({ ...budgetSchemeFile('saku'), ...change });
    expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining(problem));
  });
});
