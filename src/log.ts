import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** JSON lines on the standard output. Neither host name nor process number: the place that collects them knows. */
export const createLog = (level: Config['logLevel']): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
