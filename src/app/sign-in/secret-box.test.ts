import { describe, expect, it } from 'vitest';
import { secretBox } from './secret-box.ts';

const box = secretBox(new Uint8Array(32).fill(7));
const other = secretBox(new Uint8Array(32).fill(8));
const place = 'totp 202151 user';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

it('同じ鍵と同じ場所なら、元に戻る。同じものを封じても、毎回ちがう文字になる', () => {
  const sealed = box.seal(secret, place);
  expect(sealed).not.toContain(secret);
  expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
  expect(box.seal(secret, place)).not.toBe(sealed);
  expect(box.open(sealed, place)).toEqual({ plain: secret, isCurrent: true });
});

it.each([
  ['ほかの鍵', () => other.open(box.seal(secret, place), place)],
  ['ほかの人の行に写したもの', () => box.open(box.seal(secret, place), 'totp 202151 other')],
  [
    '一文字を変えたもの',
    () => {
      const sealed = box.seal(secret, place);
      const at = sealed.length - 30;
      return box.open(sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1), place);
    },
  ],
  ['途中で切れたもの', () => box.open(box.seal(secret, place).slice(0, 30), place)],
  [
    '鍵の名前だけ書き換えたもの',
    () => box.open(other.seal(secret, place).replace(other.keyId, box.keyId), place),
  ],
])('%sは開かない', (_, open) => {
  expect(open()).toBeNull();
});

it('鍵のなかった頃の行は、そのまま読める', () => {
  expect(box.open(secret, place)).toEqual({ plain: secret, isCurrent: false });
});

describe('鍵を替える', () => {
  const changed = secretBox(new Uint8Array(32).fill(8), [
    new Uint8Array(32).fill(7),
    new Uint8Array(32).fill(6),
  ]);

  it('前の鍵で封じたものも開き、封じ直すものとして返す。新しく封じるのは、いまの鍵', () => {
    expect(changed.open(box.seal(secret, place), place)).toEqual({ plain: secret, isCurrent: false });
    const sealed = changed.seal(secret, place);
    expect(changed.open(sealed, place)).toEqual({ plain: secret, isCurrent: true });
    expect(other.open(sealed, place)).toEqual({ plain: secret, isCurrent: true });
    expect(box.open(sealed, place)).toBeNull();
    expect(changed.formerKeyIds).toEqual([box.keyId, secretBox(new Uint8Array(32).fill(6)).keyId]);
  });

  it.each([
    ['知らない鍵のもの', () => secretBox(new Uint8Array(32).fill(5)).seal(secret, place)],
    ['前の鍵で、ほかの人の行に封じたもの', () => box.seal(secret, 'totp 202151 other')],
    ['いまの鍵の名前に書き換えたもの', () => box.seal(secret, place).replace(box.keyId, changed.keyId)],
  ])('%sは開かない', (_, sealed) => {
    expect(changed.open(sealed(), place)).toBeNull();
  });

  it('いまの鍵を前の鍵にも書いてあれば、いまの鍵として扱う', () => {
    const twice = secretBox(new Uint8Array(32).fill(7), [new Uint8Array(32).fill(7)]);
    expect(twice.formerKeyIds).toEqual([]);
    expect(twice.open(box.seal(secret, place), place)).toEqual({ plain: secret, isCurrent: true });
  });
});
