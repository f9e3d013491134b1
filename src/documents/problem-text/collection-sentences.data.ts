import { statusNames } from '../../domain/indicator/collection/reason-names.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { Sentences } from './sentences.ts';

const states: Readonly<Record<string, string>> = {
  open: '入力中',
  submitted: '提出済み',
  returned: '差し戻し',
  approved: '承認済み',
};

const lastYear = (p: Readonly<Record<string, unknown>>): string =>
  `${formatFiscalYear(Number(p.lastYear), 'wareki')}の ${p.last}`;

/** 実績の照会と入力表. The place (行・列, or the name of the indicator) stands before each. */
export const collectionSentences: Sentences = {
  // 値
  'not-a-number': (p) =>
    `「${p.text}」は数として読めません。${
      p.suggestion === undefined
        ? '数字を入力するか、値がない理由を選んでください。'
        : `${p.suggestion} と入力し、言い添えることは備考に書くか、理由「概数のみ」を選んでください。`
    }`,
  'source-required': '出典がありません。値のもとになった資料の名前を入れてください。',
  'unknown-choice': (p) =>
    `「${p.text}」は選べません。確定の別は${Object.values(statusNames).join('・')}、値がない理由は一覧の言葉で書いてください。`,
  'missing-beside-value': '値と、値がない理由の両方があります。どちらか一方にしてください。',
  'two-values': '数と言葉の両方があります。どちらか一方にしてください。',
  'standard-error-negative': '標準誤差は0以上の数で書いてください。',
  'sheet-to-be-set': (p) =>
    `「${p.text}」は、これから決める目標の書き方です。実績値か、値がない理由を入れてください。`,
  'value-unit-differs': (p) =>
    `単位「${p.unit}」は、この指標の単位（${p.expected}）と違います。${p.expected}で入力してください。`,
  'sheet-two-values': (p) =>
    p.first === undefined
      ? '同じ指標の値が二つあります。一つにしてください。'
      : `同じ指標が${p.first}行目にもあります。値は一つにしてください。`,
  // 入力表
  'sheet-unknown': 'この課には尋ねていません。照会の一覧から開き直してください。',
  'sheet-not-asked': (p) =>
    `指標「${p.key}」は、この課に尋ねていません。課の担当の指標か、計算する指標でないかを確かめてください。`,
  'sheet-submitted':
    '提出済みのため、書き換えられません。直すときは、提出を取り下げるか、差し戻してもらってください。',
  'sheet-approved':
    '承認済みのため、書き換えられません。直すときは、承認した人に差し戻してもらってください。',
  'sheet-state': (p) =>
    `いまは「${states[String(p.state)] ?? ''}」のため、この操作はできません。画面を開き直して、いまの状態を確かめてください。`,
  'sheet-blank': '値も、値がない理由もありません。どちらかを入れてください。',
  'sheet-unconfirmed':
    '前の値と大きく違います。直すか、備考に理由を書くか、「確かめた」に印を付けてください。',
  'sheet-return-reason': '差し戻す理由を書いてください。課の画面のいちばん上に出ます。',
  'changed-since-seen':
    'この画面を開いたあとに内容が変わりました。新しい内容を確かめてから、もう一度押してください。',
  // 貼り付け
  'sheet-block-empty': '貼り付ける内容がありません。',
  'sheet-below-last': (p) =>
    `表（${p.count}行）の下にはみ出しています。始める行を上にするか、行を減らしてください。`,
  'sheet-right-of-last': (p) => `「${p.text}」は表の右にはみ出しています。列を減らしてください。`,
  'sheet-name-unknown': (p) => `「${p.text}」という指標は、この表にありません。名前を確かめてください。`,
  // CSV
  'sheet-key-unknown': (p) =>
    `指標キー「${p.key}」は、この課に尋ねていません。書き出したファイルの行を使ってください。`,
  'sheet-year-other': (p) =>
    `「${p.text}」は、この表の年度（${p.year}）と違います。別の年度のファイルではありませんか。`,
  'sheet-column-unknown': (p) =>
    `「${p.column}」という列はありません。書き出したファイルの見出しを使ってください。`,
  'sheet-cells-beyond': (p) =>
    `見出しより右に「${p.text}」があります。カンマを含む欄は "…" で囲み、余分な欄は消してください。`,
  'sheet-rows-none': 'データの行がありません。',
  // 照会
  'collection-unknown': 'この年度の照会はありません。先に企画担当が照会を始めます。',
  'collection-exists': (p) => `${p.year}の照会は、もう始まっています。その照会の画面で変えてください。`,
  'collection-closed': 'この照会は締め切られています。直すときは、企画担当が照会を開き直します。',
  'collection-open': 'この照会は締め切られていません。',
  'collection-due-missing': '期限がありません。2026-06-30 のように入れてください。',
  'collection-due-before-year': (p) =>
    `期限（${p.day}）が、その年度の始まりより前です。日付を確かめてください。`,
  'collection-units-missing': '尋ねる課を一つ以上選んでください。',
  'collection-unit-without-indicators': (p) => `組織「${p.key}」には、尋ねる指標がありません。`,
  'collection-year-future': (p) => `${p.year}はまだ始まっていません。実績を尋ねられるのは今の年度までです。`,
  'collection-year-outside-plan': (p) =>
    `${p.year}は、計画の期間（${p.first}〜${p.last}）の外です。年度を確かめてください。`,
  'collection-nobody-waits': '入力や承認を待っている課はありません。だれにも送っていません。',
  'mail-none-failed': '送れなかったメールはありません。',
  'email-format': (p) =>
    `「${p.text}」はメールアドレスとして使えません。name@example.lg.jp の形で入れてください。`,
  // 気づき
  'implausible-negative-share': (p) => `割合が負の値（${p.value}）です。符号を確かめてください。`,
  'implausible-tenfold': (p) =>
    `${lastYear(p)} と大きく違います。${p.times}倍に読めます。${p.suggestion} ではありませんか。`,
  'implausible-tenth': (p) =>
    `${lastYear(p)} と大きく違います。${p.times}分の1に読めます。${p.suggestion} ではありませんか。`,
  'implausible-sign': (p) =>
    `${lastYear(p)} と大きく違います。符号が逆に読めます。${p.suggestion} ではありませんか。`,
  'implausible-digits-swapped': (p) =>
    `${lastYear(p)} と大きく違います。数字の並びが入れ替わっていませんか（${p.suggestion}）。`,
  'implausible-cumulative-fell': (p) => `累計が${lastYear(p)} より減っています。`,
  'implausible-jump': (p) =>
    `${lastYear(p)} と大きく違います。これまでの一年の変わり方は ${p.usual} ほどです。`,
};
