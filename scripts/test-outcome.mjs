import { relative, sep } from 'node:path';

/**
 * Numbers out of vitest's JSON report.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   numFailedTestSuites: number, testResults: { name: string, status: string, assertionResults: unknown[] }[] }} report
 */
export const countOf = (report) => ({
  passed: report.numPassedTests,
  // A file that could not even be read has no test that failed.
  failed:
    report.numFailedTests +
    report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
  skipped: report.numPendingTests + (report.numTodoTests ?? 0),
});

/** The last line of `npm test`: read by people and programs alike. */
export const outcomeLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Test files that are there and do not stand in the report. */
export const filesNotRun = (root, files, report) => {
  const run = new Set(report.testResults.map((file) => relative(root, file.name).split(sep).join('/')));
  return files.filter((path) => !run.has(path));
};
