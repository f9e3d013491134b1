import type { Sentences } from './sentences.ts';

/** ログイン、アカウント、職員、役割、組織改編、団体の設定 */
export const accessSentences: Sentences = {
  'login-refused':
    'ログインできませんでした。ログインID、パスワード、確認コードのどれかが違うか、失敗が続いたため一時的に止まっています。しばらく待ってからもう一度試すか、管理者に解除を頼んでください。',
  'session-not-found': 'そのログインは、もう終わっています。',
  'password.current-wrong': '今のパスワードが違います。もう一度入力してください。',
  'password.current-locked': ({ minutes }) =>
    `パスワードを続けて間違えたため、確認を止めています。${minutes}分ほど待ってから、もう一度入力してください。`,
  'password.too-short': ({ least }) =>
    `パスワードは${least}文字以上にしてください。短い文をつなげると覚えやすくなります。`,
  'password.too-long': ({ most }) => `パスワードは${most}文字までにしてください。`,
  'password.too-uniform':
    '同じ文字の繰り返しが多く、推測されやすいパスワードです。4種類以上の文字を使ってください。',
  'password.common': 'よく知られていて推測されやすいパスワードです。別のものにしてください。',
  'password.own-name': 'ログインIDや氏名を含むパスワードは推測されやすいため使えません。',
  'password.not-the-same': '2回の入力が一致しません。もう一度入力してください。',
  'password.unchanged': '今と同じパスワードです。別のものにしてください。',
  'totp.code-wrong':
    '確認コードが違います。認証アプリに今表示されている6桁の数字を入力してください。時計のずれも確かめてください。',
  'totp.secret-invalid': '設定用の鍵を読めませんでした。この画面を開き直して、もう一度登録してください。',
  'totp.already-set': '二段階認証はすでに設定されています。',
  'user-unknown': 'その職員は登録されていません。一覧から選び直してください。',
  'user.login-format':
    'ログインIDは、半角の英数字と . _ @ + - で100文字まで、英数字で始めてください。職員番号やメールアドレスが使えます。',
  'user.login-taken': ({ login }) => `ログインID「${login}」は、もう使われています。別のIDにしてください。`,
  'user.last-administrator':
    'この団体でただ一人のシステム管理者です。先に、ほかの職員にシステム管理者の役割を付けてください。',
  'user.oneself': '自分自身には、この操作はできません。ほかの管理者に頼んでください。',
  'grant.missing': '役割を一つ以上選んでください。',
  'grant.role-unknown': ({ input }) => `「${input}」という役割はありません。役割の名前を確かめてください。`,
  'grant.unit-missing': '課の担当・課長・部長には、受け持つ組織を選んでください。',
  'grant.unit-not-for-role': 'この役割は団体全体のものです。組織は選ばないでください。',
  'grant.unit-ambiguous': ({ input }) =>
    `「${input}」という組織が複数あります。組織のキーで指定してください。`,
  'grant.dates-reversed': ({ from, to }) => `終わりの日（${to}）が始まりの日（${from}）より前です。`,
  'grant-unknown': 'その役割は、もう外されています。',
  'reorganise.two-needed': '統合する元、分割した先は、二つ以上必要です。',
  'reorganise.not-there': ({ name, on }) =>
    `「${name}」は${on}の前の日に存在しません。改編の日を確かめてください。`,
  'reorganise.ends-already': ({ name, to }) =>
    `「${name}」は${to}に終わることが決まっています。引き継いだ組織を選んでください。`,
  'reorganise.parent-ends': ({ name, to }) =>
    `上の組織「${name}」は${to}までに終わります。その後も続く組織を選んでください。`,
  'reorganise.children-left': ({ name }) =>
    `下に「${name}」が残っています。先に、その組織を移すか廃止してください。`,
  'town.max-lead-units': '主管の目安は、1から100までの整数で入力してください。空なら、数を点検しません。',
  'town.too-many': ({ limit }) => `${limit}件までにしてください。`,
  'town.plan-unknown': ({ slug }) => `計画「${slug}」はありません。一覧から選び直してください。`,
  'town.door-address':
    '入口のアドレスは、/ で始まるこの団体の公開画面の中にしてください（例: /indicators）。',
  'town.colour': '基調色は、#00558d のように、# と6桁の16進数で入力してください。',
  'town.licence-address': '利用条件のアドレスは、https:// か http:// で始まる形で書いてください。',
  'town.mail': 'メールアドレスの形ではありません。空にするか、直してください。',
  'town.changed-meanwhile': ({ by }) =>
    `入力している間に、${by}さんが団体の設定を変えました。入力した内容はこの画面に残っています。下の「変更の記録」と見比べて、もう一度保存すると、この内容になります。`,
  'area.changed-meanwhile': ({ by, name }) =>
    `入力している間に、${by}さんがこのエリアを変えました（いまの名前は「${name}」）。何も上書きしていません。入力した内容はこの画面に残っています。もう一度保存すると、この内容になります。`,
  'csv.file-missing': 'ファイルが選ばれていません。CSVファイルを選んでください。',
  'csv.workbook':
    'Excelのファイルのようです。Excelの「名前を付けて保存」で「CSV（コンマ区切り）」を選び、できたファイルを選んでください。',
  'csv.encoding': '文字を読めません。UTF-8か、Excelの「CSV（コンマ区切り）」で保存し直してください。',
  'csv.quotes': '引用符（"）が閉じていない所があります。表計算ソフトで開いて保存し直してください。',
  'csv.empty': 'ファイルが空です。1行目に列の名前を書いてください。',
  'csv.no-rows': '2行目から後ろに職員がいません。',
  'csv.column-missing': ({ column }) =>
    `「${column}」の列がありません。ひな形のとおりに列の名前を書いてください。`,
  'csv.name-differs': ({ login, first }) =>
    `ログインID「${login}」は${first}行目では別の氏名です。氏名をそろえるか、IDを分けてください。`,
  'csv.too-many': ({ limit }) => `一度に加えられるのは${limit}人までです。ファイルを分けてください。`,
};
