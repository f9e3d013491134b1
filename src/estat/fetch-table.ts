import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import type { EstatResult, EstatStatistics } from './answer-schema.ts';
import { askOnce } from './ask-once.ts';
import { type EstatConnection, type EstatPatience, usualPatience } from './connection.ts';
import { type EstatTable, tableOf } from './estat-table.ts';

/** 絞り込み条件: codes or a range of codes, by the parameter's name (cdArea, cdAreaFrom, cdTime, cdCat01 …). */
export interface EstatQuestion {
  readonly statsDataId: string;
  readonly narrowing: Readonly<Record<string, string>>;
}

/** Values of one request, the most the service gives; and of a table, the most that is taken. */
const valuesPerRequest = 100_000;
const mostValues = 500_000;

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const askPatiently = async (
  connection: EstatConnection,
  parameters: Readonly<Record<string, string>>,
  patience: EstatPatience,
  deadline: AbortSignal,
): Promise<Result<EstatResult, Problem>> => {
  for (const wait of [...patience.pausesMilliseconds, null]) {
    const signal = AbortSignal.any([deadline, AbortSignal.timeout(patience.timeoutMilliseconds)]);
    const answered = await askOnce(connection, parameters, signal);
    if (answered.ok) return answered;
    if (!answered.error.again || wait === null || deadline.aborted) return refuse(answered.error.problem);
    await pause(wait, deadline);
  }
  throw new Error('askPatiently always answers in its loop');
};

/**
 * 統計データ取得: one table, page by page along NEXT_KEY, in the order of the service.
 * Refusals: estat-id-refused, estat-table-unknown, estat-nothing, estat-late, estat-unreachable, estat-trouble,
 * estat-refused, estat-unreadable, estat-too-many, estat-answer-too-large.
 */
export const fetchTable = async (
  connection: EstatConnection,
  { statsDataId, narrowing }: EstatQuestion,
  patience: EstatPatience = usualPatience,
): Promise<Result<EstatTable, Problem>> => {
  const deadline = AbortSignal.timeout(patience.deadlineMilliseconds);
  const pages: EstatStatistics[] = [];
  let start = 1;
  for (;;) {
    const first = start === 1;
    const answered = await askPatiently(
      connection,
      {
        ...narrowing,
        statsDataId,
        lang: 'J',
        metaGetFlg: first ? 'Y' : 'N',
        cntGetFlg: 'N',
        // What the symbols mean comes with the values; nothing is replaced by the service (the default).
        annotationGetFlg: 'Y',
        limit: String(valuesPerRequest),
        startPosition: String(start),
      },
      patience,
      deadline,
    );
    if (!answered.ok) return answered;
    const { RESULT, STATISTICAL_DATA: page } = answered.value;
    if (RESULT.STATUS === 1) return refuse(errorAt('estat-nothing', ['e-Stat']));
    if (page === undefined) return refuse(errorAt('estat-unreadable', ['e-Stat'], { status: 200 }));
    pages.push(page);
    const { TOTAL_NUMBER: total, NEXT_KEY: next } = page.RESULT_INF;
    if (total > mostValues) return refuse(errorAt('estat-too-many', ['e-Stat'], { total, most: mostValues }));
    if (next === undefined) break;
    // A service that leads back would be asked for ever.
    if (next <= start) return refuse(errorAt('estat-unreadable', ['e-Stat'], { status: 200 }));
    start = next;
  }
  const table = tableOf(pages);
  return table === null ? refuse(errorAt('estat-nothing', ['e-Stat'])) : ok(table);
};
