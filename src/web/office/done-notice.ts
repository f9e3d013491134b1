/** What a page says after the redirect that follows a change: /office/…?done=… */
const notices: Readonly<Record<string, string>> = {
  'session-ended': 'ログアウトさせました。',
  'password-changed': 'パスワードを変えました。ほかの端末のログインは終わりました。',
  'units-changed': '組織を変えました。その日の組織を表示しています。',
  'town-saved': '団体の設定を保存しました。公開画面にもすぐに表れます。',
  'site-opened': '公開画面を開きました。',
  'site-closed': '公開画面を閉じました。住民からは何も見えません。',
  'area-added': 'エリアを加えました。',
  'area-changed': 'エリアを変えました。',
  'user-renamed': '名前を変えました。',
  'email-changed': 'メールアドレスを変えました。',
  'grant-added': '役割を付けました。次の操作から効きます。',
  'grant-ended': '役割を外しました。',
  'user-unlock': 'ロックを解除しました。',
  'user-clear-totp': '二段階認証を外し、すべての端末でログアウトさせました。',
  'user-end-sessions': 'すべての端末でログアウトさせました。',
  'user-disable': '利用を停止しました。',
  'user-enable': '利用を再開しました。',
  'totp-disabled': '二段階認証をやめました。',
};

export const doneNotice = (done: string | undefined): string | undefined =>
  done !== undefined && Object.hasOwn(notices, done) ? notices[done] : undefined;
