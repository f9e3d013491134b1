import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import { type EstatResult, estatAnswer } from './answer-schema.ts';
import type { EstatConnection } from './connection.ts';

/** `again`: another attempt may go better. */
export interface EstatFailure {
  readonly problem: Problem;
  readonly again: boolean;
}

/** 100,000 values are some 15 MB. */
const mostBytes = 64 * 1024 * 1024;

const failed = (code: string, again = false, params?: Problem['params']) =>
  refuse<EstatFailure>({ problem: errorAt(code, ['e-Stat'], params), again });

const textOf = async (response: Response): Promise<string | null> => {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

const isLate = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');

/**
 * 処理結果コード: 100 the id is not accepted (with HTTP 403), 101–105 there is no such table or data, 200–299 trouble of
 * the service, 300 and above a parameter. Source: API仕様3.0版 4.1.2.
 */
const refusedAs = (status: number, said: string) => {
  if (status === 100) return failed('estat-id-refused');
  if (status >= 101 && status <= 105) return failed('estat-table-unknown', false, { said });
  if (status >= 200 && status <= 299) return failed('estat-trouble', true, { status });
  return failed('estat-refused', false, { status, said });
};

const answerOf = (text: string): EstatResult | null => {
  try {
    const parsed = estatAnswer.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.GET_STATS_DATA : null;
  } catch {
    return null;
  }
};

/**
 * One request of getStatsData. The application id stands in the address, so neither the address nor what the network
 * library says of it goes into a problem; redirections are not followed with it.
 */
export const askOnce = async (
  connection: EstatConnection,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Result<EstatResult, EstatFailure>> => {
  const query = new URLSearchParams({ ...parameters, appId: connection.appId });
  let [text, httpStatus]: [string | null, number] = [null, 0];
  try {
    const response = await fetch(`${connection.address}/getStatsData?${query}`, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal,
    });
    httpStatus = response.status;
    text = await textOf(response);
  } catch (error) {
    return failed(isLate(error) ? 'estat-late' : 'estat-unreachable', true);
  }
  if (text === null) return failed('estat-answer-too-large');
  // An error of the service comes with an answer that says which; only without one is the HTTP status all there is.
  const answer = answerOf(text);
  if (answer !== null && answer.RESULT.STATUS >= 100)
    return refusedAs(answer.RESULT.STATUS, answer.RESULT.ERROR_MSG);
  if (httpStatus === 429 || httpStatus >= 500) return failed('estat-trouble', true, { status: httpStatus });
  if (httpStatus === 401 || httpStatus === 403) return failed('estat-id-refused');
  if (answer === null || httpStatus !== 200) return failed('estat-unreadable', false, { status: httpStatus });
  return ok(answer);
};
