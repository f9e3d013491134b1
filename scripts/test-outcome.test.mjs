import { expect, it } from 'vitest';
import { countOf, filesNotRun, outcomeLine } from './test-outcome.mjs';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { name: '/p/src/a.test.ts', status: 'failed', assertionResults: [{}] },
    { name: '/p/src/broken.test.ts', status: 'failed', assertionResults: [] },
  ],
};

it('読めなかったファイルも失敗に数え、一行にする', () => {
  expect(outcomeLine(countOf(report))).toBe('5 passed, 2 failed, 2 skipped');
});

it('報告にないテストファイルを挙げる', () => {
  expect(filesNotRun('/p', ['src/a.test.ts', 'src/broken.test.ts', 'src/lost-test.test.ts'], report)).toEqual(
    ['src/lost-test.test.ts'],
  );
});
