import { expect, it } from 'vitest';
import { formFromEntries } from './forms/entries.ts';
import { resumeFromForm } from './interrupted.ts';

const office = '/m/202151/office';
const kept = (path: string, names: readonly string[]): readonly string[] =>
  resumeFromForm(path, formFromEntries(names.map((name) => [name, '入力']))).fields.map(([name]) => name);

it('項目の番号は、ログインをはさんでも残る', () => {
  const names = ['version', 'marks', 'title', 'code', 'voices.0.body'];
  expect(kept(`${office}/plans/miraisenryaku/revisions/2/items/a`, ['_csrf', ...names])).toEqual(names);
});

it.each([
  ['パスワード', `${office}/account/password`, ['currentPassword', 'newPassword', 'newPasswordAgain']],
  ['二段階認証の秘密と確認コード', `${office}/account/totp`, ['secret', 'code']],
  ['前のログインのしるし', `${office}/settings/areas`, ['_csrf', '_resume']],
])('%s は引き継がない', (_, path, names) => {
  expect(kept(path, [...names, 'name'])).toEqual(['name']);
});
