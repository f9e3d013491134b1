/** Japan stands nine hours before UTC all year (no summer time since 1951). */
const ahead = 9 * 60 * 60 * 1000;

/** The calendar day it is in Japan, ISO date: municipal dates are Japanese days wherever the server stands. */
export const isoDateInJapan = (at: Date): string => new Date(at.getTime() + ahead).toISOString().slice(0, 10);

/** Midnight of an ISO date in Japan, as an ISO instant. */
export const startOfDayInJapan = (isoDate: string): string =>
  new Date(`${isoDate}T00:00:00+09:00`).toISOString();
