import { largestBody } from './middleware/readable-body.ts';

const limitMegabytes = largestBody / 1024 / 1024;

export const refusalTexts = {
  notFound: {
    ja: {
      title: 'ページが見つかりません',
      sentences: ['このアドレスのページはありません。アドレスを確かめるか、最初のページからお探しください。'],
    },
    en: {
      title: 'Page not found',
      sentences: ['There is no page at this address. Check the address, or start from the first page.'],
    },
  },
  tooLarge: {
    ja: {
      title: '送られた内容が大きすぎます',
      sentences: [
        `一度に送れるのは ${limitMegabytes} MB までです。何も変わっていません。`,
        '前の画面に戻り、文章やファイルを分けて送ってください。',
      ],
    },
    en: {
      title: 'Too much was sent at once',
      sentences: [`The limit is ${limitMegabytes} MB. Nothing was changed. Go back and send it in parts.`],
    },
  },
  unreadable: {
    ja: {
      title: '送られた文字を読めませんでした',
      sentences: [
        '送られた内容に、UTF-8 として読めない文字があります。何も変わっていません。',
        '前の画面に戻り、UTF-8 の文字で入力し直してください。',
      ],
    },
    en: {
      title: 'What was sent could not be read',
      sentences: [
        'It contains bytes that are not UTF-8 text. Nothing was changed. Go back and enter it again.',
      ],
    },
  },
} as const;

export const failureText = (id: string) => ({
  ja: {
    title: 'ページを表示できませんでした',
    sentences: [
      '内部で問題が起きました。しばらくしてから、もう一度お試しください。',
      `続くときは、この番号を添えて管理者にお知らせください: ${id}`,
    ],
  },
  en: {
    title: 'The page could not be shown',
    sentences: [
      'Something went wrong inside. Please try again later.',
      `If it goes on, report this number: ${id}`,
    ],
  },
});
