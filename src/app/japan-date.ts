const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The calendar day it is in Japan, ISO date: municipal dates are Japanese days wherever the server stands. */
export const isoDateInJapan = (at: Date): string => inJapan.format(at);
