import { isoDateInJapan } from '../../app/japan-date.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
});

/** ISO instant → 令和7年4月1日 9:05, in Japan. */
export const japanTime = (instant: string): string => {
  const at = new Date(instant);
  return `${formatJapaneseDate(isoDateInJapan(at))} ${clock.format(at)}`;
};
