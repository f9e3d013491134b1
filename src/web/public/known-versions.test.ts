import { describe, expect, it } from 'vitest';
import { KnownVersions } from './known-versions.ts';

describe('公開内容の版の記憶', () => {
  it('書き込みがなければ覚えた版を返す', () => {
    const known = new KnownVersions({ writesEnded: () => 3 });
    known.remember('202151', 'a');
    expect(known.find('202151')).toBe('a');
    expect(known.find('153079')).toBeNull();
  });

  it('どの町への書き込みでも、すべてを読み直す', () => {
    let writes = 0;
    const known = new KnownVersions({ writesEnded: () => writes });
    known.remember('202151', 'a');
    known.remember('153079', 'b');
    writes = 1;
    expect(known.find('202151')).toBeNull();
    known.remember('202151', 'c');
    expect(known.find('202151')).toBe('c');
    expect(known.find('153079')).toBeNull();
  });

  it('ほかのプロセスも書くデータベースでは、何も覚えない', () => {
    const known = new KnownVersions({});
    known.remember('202151', 'a');
    expect(known.find('202151')).toBeNull();
  });
});
