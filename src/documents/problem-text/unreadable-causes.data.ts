/** ファイルを読めないわけ, by the operating system's code. */
const causes: Readonly<Record<string, string>> = {
  ENOENT: 'その名前のファイルがありません',
  ENOTDIR: '場所の途中がフォルダーではありません',
  EISDIR: 'フォルダーの名前です',
  EACCES: '読む権限がありません',
  EPERM: '読む権限がありません',
  ENAMETOOLONG: '名前が長すぎます',
  ELOOP: 'リンクが輪になっています',
  EMFILE: '同時に開いているファイルが多すぎます',
  ENFILE: '同時に開いているファイルが多すぎます',
  EIO: '読み取りの途中で装置の誤りが起きました',
};

/** Plain Japanese of a code of the operating system; a rare one stands as it is, for whoever looks it up. */
export const unreadableCause = (code: string): string => causes[code] ?? code;
