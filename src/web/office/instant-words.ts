const inJapan = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'Asia/Tokyo',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** An instant as people in Japan say it: 令和7年4月1日 9:05. `Intl` prints 令和1年 for 元年. */
export const formatInstant = (iso: string): string =>
  inJapan.format(new Date(iso)).replace(/(令和|平成)1年/u, '$1元年');
