import type { Action } from '../../../domain/access/action.ts';
import type { CycleEventKind, ProgrammeType } from '../../../domain/programme/yearly-cycle.ts';
import type { SetUpState, SetUpStepKey } from '../../../domain/programme/yearly-cycle-setup.ts';

/** What an entry of the calendar is about, and the page below /office where it is done. */
export const eventKinds: Readonly<
  Record<CycleEventKind, { readonly label: string; readonly page: string | null }>
> = {
  'evaluation-after': { label: '事後評価', page: '/evaluation' },
  'evaluation-during': { label: '事中評価', page: '/evaluation' },
  'evaluation-before': { label: '事前評価', page: '/evaluation' },
  'external-review': { label: '外部評価', page: '/evaluation' },
  'implementation-plan': { label: '実施計画', page: '/implementation' },
  frames: { label: '配分枠', page: '/budget' },
  requests: { label: '予算要求', page: '/budget' },
  assessment: { label: '査定', page: '/budget' },
  assembly: { label: '議決', page: '/budget' },
  publication: { label: '公表', page: '/evaluation' },
  other: { label: 'そのほか', page: null },
};

export const settledIn: Readonly<Record<ProgrammeType['settledIn'], string>> = {
  budget: '予算編成で決める（ソフト）',
  'implementation-plan': '実施計画で決める（ハード）',
};

/** 手順ごとの名前, what stands there, and where it is set up. `optional`: what the cycle does without it. */
export const setUpWords: Readonly<
  Record<
    SetUpStepKey,
    {
      readonly title: string;
      readonly about: string;
      readonly page: string;
      readonly link: string;
      /** Without it the page is not opened; absent: everybody who sees the guide may. */
      readonly right?: Action;
      readonly counted: (count: number) => string;
    }
  >
> = {
  units: {
    title: '組織',
    about: '部と課。評価シートと予算の枠は、ここの組織ごとに分かれます。',
    page: '/settings/units',
    link: '組織を登録する',
    counted: (count) => `${count}組織`,
  },
  people: {
    title: '課の職員',
    about: '担当・課長・部長の役割を持つ人。いなければ、シートを書く人も進める人もいません。',
    page: '/settings/users',
    link: '職員を加える',
    right: 'user.manage',
    counted: (count) => `${count}人`,
  },
  types: {
    title: '事業の種類',
    about: 'ソフト・ハードなど。様式の項目を種類で分け、予算を実施計画で決めるかをここで決めます。',
    page: '/cycle/edit/types',
    link: '種類を決める',
    right: 'programme.manage',
    counted: (count) => `${count}種類`,
  },
  programmes: {
    title: '事務事業',
    about: '評価し、予算を付ける単位。CSV からまとめて取り込めます。担当の課も入れてください。',
    page: '/programmes',
    link: '事務事業を登録する',
    counted: (count) => `${count.toLocaleString('ja-JP')}事業`,
  },
  rates: {
    title: '人件費の単価',
    about: '職員1時間の費用。なければ、事業費だけで費用を示します。',
    page: '/cycle/edit/rates',
    link: '単価を入れる',
    right: 'programme.manage',
    counted: (count) => `${count}年度分`,
  },
  scheme: {
    title: '評価の様式と基準',
    about: '段階（一次・二次…）、評価の視点、今後の方向の言葉。採用すると使えます。',
    page: '/evaluation/schemes',
    link: '様式を作る',
    counted: (count) => `${count}版`,
  },
  calendar: {
    title: '年間の予定',
    about: 'いつ、だれが、何をするか。評価から予算までの一年の表になります。',
    page: '/cycle/edit/calendar',
    link: '予定を決める',
    right: 'programme.manage',
    counted: (count) => `${count}項目`,
  },
  round: {
    title: '評価の回',
    about: '年度と様式を選び、段階ごとの締め切りを決めて始めます。シートは課ごとに配られます。',
    page: '/evaluation',
    link: '評価の回を開く',
    counted: (count) => `${count}回`,
  },
  'budget-rule': {
    title: '枠配分の規則',
    about: '経費の区分、率、上限、先に取る義務的経費。財政担当が決め、採用すると使えます。',
    page: '/budget',
    link: '規則を作る',
    counted: (count) => `${count}版`,
  },
  frames: {
    title: '配分枠',
    about: '規則から部ごとの枠を計算し、通知します（財政担当）。',
    page: '/budget',
    link: '予算の年度を始める',
    counted: (count) => `${count}枠`,
  },
  implementation: {
    title: '実施計画',
    about: '3か年の事業費。ハード事業の予算はここで決まり、予算編成に渡ります。',
    page: '/implementation',
    link: '実施計画を作る',
    counted: (count) => `${count}計画`,
  },
};

export const setUpStates: Readonly<Record<SetUpState, string>> = {
  done: '済み',
  begun: '途中',
  missing: 'まだ',
  optional: 'なくてもよい',
};
