import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { LeverField } from '../../islands/population/lever-field.ts';
import { LeverPanel, type LeverPanelProps } from './lever-panel.tsx';
import { LiveInputScript } from './live-input-script.tsx';

const birthRate: LeverField = {
  kind: 'birth-rate',
  label: '合計特殊出生率',
  hint: '一人の女性が一生に産む子どもの数にあたります。',
  unit: '',
  least: 0.5,
  most: 3,
  step: 0.01,
  decimals: 2,
  neutral: 1.4237,
  value: null,
};
const name = 'lever.birth-rate.value';

const html = (own: Partial<LeverPanelProps> & { readonly field?: LeverField }): string => {
  const { field = birthRate, ...props } = own;
  return renderToStaticMarkup(
    <LeverPanel
      legend="前提を動かす"
      fields={[field]}
      words={{ now: 'いま', slider: 'を動かす', reset: 'もとに戻す' }}
      {...props}
    />,
  );
};
const typedInput = (markup: string): string => /<input type="text"[^>]*>/u.exec(markup)?.[0] ?? '';
const range = (markup: string): string => /<input type="range"[^>]*>/u.exec(markup)?.[0] ?? '';

describe('前提を動かす欄', () => {
  test.each([
    ['動かしていなければ、いまの値', null, undefined, '1.42'],
    ['動かした値は、桁をそろえる', 1.8, undefined, '1.80'],
    ['計算で得た細かい値は、丸めない', 1.7159, undefined, '1.7159'],
    ['読めなかった入力は、打ったまま', 1.8, 'たくさん', 'たくさん'],
  ])('%s', (_, value, text, shown) => {
    const markup = html({
      field: { ...birthRate, value },
      typed: text === undefined ? undefined : new Map([[name, text]]),
    });
    expect(typedInput(markup)).toContain(`value="${shown}"`);
  });

  test('つまみは隠れていて、送られない。送られるのは打つ欄だけ', () => {
    const markup = html({});
    expect(range(markup)).toContain(' hidden=""');
    expect(range(markup)).not.toContain(' name=');
    expect(range(markup)).toContain('aria-label="合計特殊出生率を動かす"');
    expect(typedInput(markup)).toContain(`name="${name}"`);
    expect(markup).toContain('<label class="lever__name" for="lever-birth-rate-value">');
  });

  test('直すところは、欄に結び付けて示す', () => {
    const markup = html({ problems: new Map([[name, ['数で書いてください']]]) });
    expect(typedInput(markup)).toContain('aria-invalid="true"');
    expect(typedInput(markup)).toContain('lever-birth-rate-problem');
    expect(markup).toContain(
      '<ul class="field__problem" id="lever-birth-rate-problem"><li>数で書いてください',
    );
    expect(typedInput(html({}))).not.toContain('aria-invalid');
  });

  test('見るだけの人には、動かす手立てを出さない', () => {
    const markup = html({ readOnly: true });
    expect(typedInput(markup)).toContain('readOnly=""');
    expect(range(markup)).toContain('disabled=""');
    expect(markup).not.toContain('data-population-reset');
  });
});

test('ページに載せるデータは、名前に何が書いてあっても要素を閉じない', () => {
  const input = { scenarioName: '</script><script>alert(1)</script>' };
  const markup = renderToStaticMarkup(<LiveInputScript input={input as never} />);
  expect(markup.match(/<\/script/gu)).toHaveLength(1);
  expect(JSON.parse(markup.replace(/^<script[^>]*>|<\/script>$/gu, ''))).toEqual(input);
});
