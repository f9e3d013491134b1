import { describe, expect, it } from 'vitest';
import { readAgeGroups } from '../../src/domain/demography/age-groups.ts';
import { survivalOfTable } from '../../src/domain/demography/life-table.ts';
import { sumOf } from '../../src/domain/demography/population.ts';
import { growExplicitly } from '../../src/domain/demography/project/explicit-step.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import type { ExplicitStep } from '../../src/domain/demography/project/step.ts';
import { expectNear } from './near.ts';

/** Sweden 1993, females: Preston, Heuveline and Guillot, Demography (2001), box 6.1. */
const women1993 = [
  293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140,
  221764, 223506, 183654, 141990, 112424,
];
const personYears = [
  497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786, 457852,
  436153, 402775, 350358, 271512, 291707,
];
const births = [0, 0, 0, 0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003];
const fertilityRate = women1993.map((_, group) => births[group] ?? 0);
const women1998 = [
  293574, 293189, 248251, 239833, 261015, 284787, 313782, 280463, 285576, 301731, 320974, 243039, 205109,
  204944, 204793, 194419, 142324, 131768,
];
const migrants = [
  6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250, 175,
];

const labels = women1993.map((_, group) => (group === 17 ? '85+' : `${group * 5}-${group * 5 + 4}`));
const ages = readAgeGroups(labels);
if (!ages.ok) throw new Error('age groups');
const survival = survivalOfTable(personYears);
const nobody = women1993.map(() => 0);

const step = (more: Partial<ExplicitStep>): ExplicitStep => ({
  method: 'explicit-fertility',
  toYear: 1998,
  survivalOfBirths: { male: 497487 / 500000, female: 497487 / 500000 },
  survival: { male: survival, female: survival },
  fertilityRate,
  sexRatioAtBirth: 1.05,
  netMigrants: { male: nobody, female: nobody },
  migrationTiming: 'even',
  ...more,
});

describe('スウェーデン1993年（女）', () => {
  const start = { male: nobody, female: women1993 };
  const projected = project(
    {
      ages: ages.value,
      baseYear: 1993,
      base: start,
      steps: [step({}), step({ toYear: 2003 })],
    },
    { levers: [], estates: [] },
  );

  it('封鎖人口の推計が教科書の表と一人まで合う', () => {
    expect(projected.populations[1]?.female.map(Math.round)).toEqual(women1998);
    expectNear(
      [1, 2].map((at) => sumOf(projected.populations[at]?.female ?? [])),
      [4449569.7269284, 4478712.27294503],
      1e-12,
    );
  });

  it.each([
    ['移動を半分ずつ', 'even', 615988.06378933, [302391.759893037, 298681.776599188], 317340.347887689],
    ['移動を終わりに', 'end', 604866.362506514, [300413.806911491, 297339.17581766], 315092.497257066],
  ] as const)('男女と移動: %s', (_, migrationTiming, bornBoth, women, boys) => {
    const grown = growExplicitly(
      { male: women1993, female: women1993 },
      step({ migrationTiming, netMigrants: { male: migrants, female: migrants } }),
      5,
    );
    expectNear([grown.births.male + grown.births.female], [bornBoth], 1e-12);
    expectNear(grown.population.female.slice(0, 2), women, 1e-12);
    expectNear(grown.population.male.slice(0, 1), [boys], 1e-12);
  });

  it('長い年月の後は安定人口に近づく: 増加率 λ=1.00111253', () => {
    const far = project(
      {
        ages: ages.value,
        baseYear: 1993,
        base: start,
        steps: Array.from({ length: 400 }, (_, index) => step({ toYear: 1998 + 5 * index })),
      },
      { levers: [], estates: [] },
    );
    const [before, last] = far.populations.slice(-2).map(({ female }) => sumOf(female));
    expectNear([(last ?? 0) / (before ?? 1)], [1.001112534082], 1e-10);
    expectNear([(far.populations.at(-1)?.female[0] ?? 0) / (last ?? 1)], [0.06191167478631], 1e-9);
  });
});
