/** 達成・未達成 by the share of the target: a scheme in a few lines. */
export const plainScheme = (name: string) => ({
  schemeKey: 'plain',
  version: '1',
  name,
  validFrom: 2020,
  actual: { use: 'latest' },
  readings: [],
  measures: { rate: { name: '達成率', formula: 'ratio', target: 'final' } },
  publishedMeasures: [{ measure: 'rate', name: '達成率', as: 'percent', decimals: 1 }],
  axes: [
    {
      axisKey: 'grade',
      name: '判定',
      grades: [
        { key: 'reached', label: '達成', labelEn: 'Reached', symbol: '○', shape: 'circle', class: 'good' },
        { key: 'missed', label: '未達成', labelEn: 'Missed', symbol: '×', shape: 'cross', class: 'poor' },
      ],
      cases: [
        {
          steps: [
            {
              by: 'measure',
              measure: 'rate',
              bands: [
                { from: '1', fromInclusive: true, give: 'reached' },
                { to: '1', give: 'missed' },
              ],
            },
          ],
        },
      ],
    },
  ],
  rollUp: { percent: { denominator: 'judged', decimals: 1 } },
});
