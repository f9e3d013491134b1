import { expect, it } from 'vitest';
import { defaultMeansWords } from '../kernel/settings.ts';
import { blankItem } from './blank-item.ts';
import type { LevelDefinition } from './level.ts';
import { lintTitles, readTitle, suggestState } from './naming-lint.ts';

it.each([
  ['子どもを産み育てる環境の整備', 'means', '整備'],
  ['地域産業の振興に向けた支援', 'means', '支援'],
  ['安全・安心なまちづくりの推進', 'means', '推進'],
  ['ふるさと納税・企業版ふるさと納税の拡充', 'unclear', ''],
  ['企業の新増設等の促進と工業地帯の整備促進', 'means', '促進'],
  ['防災体制の強化を図る', 'means', '強化'],
  ['○○を支援する', 'means', '支援'],
  ['健康づくりを推進します。', 'means', '推進'],
  ['学力向上', 'means', '向上'],
  ['子どもを産み育てる環境が整い、親子と周囲が笑顔になっている', 'state', 'ている'],
  ['学力と生きる力を高める教育が、子どもの成長を加速させている', 'state', 'ている'],
  ['出産・子育てのサポートの体制が充実し、親の不安感と負担感を抑えている', 'state', 'ている'],
  ['保健・医療が充実し、安心感のある妊娠・出産・産後を迎えられる', 'state', 'られる'],
  ['子どもと家族が応援され、安心して暮らしています。', 'state', 'ています'],
  ['地域の文化が守られ、引き継がれている', 'state', 'ている'],
  ['環境・気候', 'unclear', ''],
  ['', 'unclear', ''],
])('題を読む: 「%s」は %s', (title, style, word) => {
  expect(readTitle(title)).toEqual({ style, word });
});

it.each([
  ['子どもを産み育てる環境の整備', '子どもを産み育てる環境が整っている'],
  ['安全・安心なまちづくりの推進', '安全・安心なまちづくりが進んでいる'],
  ['地域産業の振興に向けた支援', '地域産業の振興が支えられている'],
  ['関係人口の創出', '関係人口が生まれている'],
  ['子育て環境の充実', '子育て環境が充実している'],
  ['防災体制の強化を図る', '防災体制が強まっている'],
  ['学力向上', '学力が高まっている'],
  ['支援', null],
  ['環境・気候', null],
  ['安心して暮らしている', null],
])('状態の言い方を勧める: 「%s」 → 「%s」', (title, suggestion) => {
  expect(suggestState(title)).toBe(suggestion);
});

it('勧めた言い方は、どの語でも状態と読める', () => {
  for (const word of [...defaultMeansWords, '見直し']) {
    const suggestion = suggestState(`地域の${word}`, [...defaultMeansWords, '見直し']);
    expect(readTitle(suggestion ?? '').style, word).toBe('state');
  }
});

const level = (levelKey: string, titleStyle: LevelDefinition['titleStyle']): LevelDefinition => ({
  levelKey,
  name: levelKey,
  parents: ['root'],
  numbering: 'none',
  numberingScope: 'parent',
  titleStyle,
});
const levels = [level('state', 'state'), level('free', 'free'), level('means', 'means')];
const titled = (levelKey: string) => blankItem(`i-${levelKey}`, levelKey, '環境の整備');
const items = levels.map(({ levelKey }) => titled(levelKey));

it('状態で書くと決めた階層だけを、注意として、勧めとともに言う', () => {
  expect(lintTitles(levels, items, { enabled: true, meansWords: defaultMeansWords })).toEqual([
    {
      code: 'title-names-means',
      path: ['items', 'i-state', 'title'],
      severity: 'warning',
      params: { title: '環境の整備', word: '整備', suggestion: '環境が整っている' },
    },
  ]);
});

it('団体が切ることも、語を変えることもできる', () => {
  expect(lintTitles(levels, items, { enabled: false, meansWords: defaultMeansWords })).toEqual([]);
  expect(lintTitles(levels, items, { enabled: true, meansWords: ['拡充'] })).toEqual([]);
  expect(readTitle('納税の拡充', ['拡充'])).toEqual({ style: 'means', word: '拡充' });
});
