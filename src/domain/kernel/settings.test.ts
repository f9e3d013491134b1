import { expect, it } from 'vitest';
import { defaultSettings, settingsFrom } from './settings.ts';

it('何も保存されていなければ、初期の設定', () => {
  expect(settingsFrom({})).toEqual(defaultSettings);
  expect(defaultSettings.checks.maxLeadUnits).toBe(3);
});

it('保存されたものだけが初期の設定に代わる', () => {
  const settings = settingsFrom({
    checks: { maxLeadUnits: null, namingLint: { enabled: false } },
    contact: { phone: '0263-00-0000' },
  });
  expect(settings.checks).toEqual({
    maxLeadUnits: null,
    namingLint: { enabled: false, meansWords: defaultSettings.checks.namingLint.meansWords },
  });
  expect(settings.contact).toEqual({ name: '', phone: '0263-00-0000', mail: '' });
  expect(settings.home).toEqual(defaultSettings.home);
});
