import type { PopulationExplorerWords } from './population-explorer.ts';

export const populationExplorerEn: PopulationExplorerWords = {
  title: 'Population outlook',
  kicker: (town) => `Population of ${town}`,
  persons: (count) => `${count} people`,
  headline: {
    range: (year, least, most) => `${least} to ${most} people are expected in ${year}`,
    one: (year, total) => `${total} are expected in ${year}`,
    counted: (year, total) => `${total} in ${year}`,
    aim: (total) => `; the target is ${total}`,
  },
  leadChance: (baseline, total, percent) =>
    `Even if “${baseline}” holds, the chance of ${total} or more is ${percent}%, judging by how far past projections missed.`,
  leadChanceAlmost: {
    never: (baseline, total) =>
      `If “${baseline}” holds, the chance of ${total} or more is below 1%, judging by how far past projections missed.`,
    sure: (baseline, total) =>
      `If “${baseline}” holds, the chance of ${total} or more is above 99%, judging by how far past projections missed.`,
  },
  leadMostNow: (year, total) => `The newest count, ${total} in ${year}, is the highest so far.`,
  leadCounted: (peakYear, peak, lastYear, last) =>
    `The highest count was ${peak} in ${peakYear}; the newest is ${last} in ${lastYear}.`,
  totals: {
    title: 'Population so far and ahead',
    description: 'Counted population, published projections and published scenarios.',
    aim: 'Target',
    legend: {
      counted: 'Thick line: counted.',
      projection: 'Dashed: published projections.',
      scenario: 'Brown: published scenarios.',
      aim: 'Flag: the target.',
    },
    bands: (baseline) =>
      `Grey: the range of “${baseline}”, from how far past projections missed. Eight times in ten the population falls within it; within the darker part one time in two.`,
    rangeOf: (baseline, percent) => `Range of ${baseline} (${percent}%)`,
    census: 'Census',
  },
  table: 'Show as a table',
  csv: 'Population figures as CSV',
  year: 'Year',
  series: 'Source',
  numbers: {
    newest: 'Newest count',
    most: 'Highest count',
    expected: (year) => `Projections for ${year}`,
    aim: 'Target',
    chance: 'Chance of reaching the target',
    chanceDetail: 'if nothing is changed',
    from: (least, most) => `${least}–${most}`,
  },
  ofYear: {
    title: (year) => `Population in ${year}, source by source`,
    finding: (year, count, gap) =>
      `There are ${count} figures for ${year}; highest and lowest are ${gap} apart.`,
    findingOne: (year) => `One source has a figure for ${year}.`,
    none: (year) => `No source has a figure for ${year}.`,
    lead: 'Publisher, date and assumptions differ, and so do the figures. None of them is the right one: read each with its source.',
    choose: 'Choose a year',
    show: 'Show this year',
    total: 'Population',
    toAim: 'Against the target',
    how: 'How it was found',
    asPublished: 'As published',
    between: (from, to) => `On a straight line between the published figures of ${from} and ${to}`,
    scenario: (from, to) => `Between the calculated years ${from} and ${to}`,
    scenarioStep: 'Calculated',
    chartNote:
      'Filled: as published; open: found from the years before and after. Sources whose figures lie more than ten years apart are left out.',
    publishedOn: (publisher, date) => (date === '' ? publisher : `${publisher}, ${date}`),
  },
  assumptions: {
    title: 'Move the assumptions and see the population change',
    lead: (baseline) =>
      `Starting from “${baseline}”: what if births or migration were different? It is calculated on this page; nothing you enter is stored.`,
    legend: 'Move the assumptions',
    hint: (year) => `What you move takes effect after ${year}.`,
    now: 'Baseline',
    slider: ': move by slider',
    reset: 'Back to the baseline',
    calculate: 'Calculate',
    backToStart: 'Start again',
    line: 'These assumptions',
    unchanged: 'Nothing changed',
    startScenario: 'Starting from the scenario',
    results: 'Population under these assumptions',
    withThis: 'These assumptions',
    without: 'Nothing changed',
    difference: 'Difference',
    range: 'Range (80%)',
    rangeHalf: 'Range (50%)',
    chance: (year, total) => `Chance of ${total} or more in ${year}`,
    chanceNote: 'Judged by how far past projections missed.',
    stale: 'Calculating the range again…',
    refused:
      'No population can be calculated under these assumptions (an age would fall below nobody). The baseline is shown instead.',
    notTaken:
      'Some assumptions cannot be computed. Change the fields marked below and press Calculate again. Pictures and figures now are those of the published projection, with nothing changed.',
    notNumber: (text, least, most, unit) =>
      `Cannot be computed: “${text}” is not a number. Give a number from ${least} to ${most}${unit === '' ? '' : ` ${unit}`}. The published projection is shown for now.`,
    outOfRange: (text, least, most, unit) =>
      `Cannot be computed with “${text}”. Give a number from ${least} to ${most}${unit === '' ? '' : ` ${unit}`}. The published projection is shown for now.`,
    estimated: 'The birth rate of the baseline is estimated from the numbers of women and children.',
    caution: 'The results say what would be if the assumptions held; they are neither a promise nor a plan.',
    to: '–',
  },
  levers: {
    'birth-rate': {
      label: 'Total fertility rate',
      hint: 'Children a woman has in her life.',
      unit: '',
    },
    'life-expectancy': {
      label: 'Longer life',
      hint: 'Years men and women live longer than in the baseline; approximate.',
      unit: 'years',
    },
    'migration-scale': {
      label: 'Net migration (all ages)',
      hint: 'Times that of the baseline; 0: as many come as leave.',
      unit: 'times',
    },
    'young-migration-scale': {
      label: 'Net migration (15–24)',
      hint: 'Times that of the baseline, of those who leave for studies or work.',
      unit: 'times',
    },
    'families-per-year': {
      label: 'More families moving in',
      hint: 'Parents of 25–39 and children of 0–9, persons a year more than in the baseline.',
      unit: 'persons a year',
    },
    'young-adults-per-year': {
      label: 'More people of 20–29 moving in',
      hint: 'Persons a year more than in the baseline.',
      unit: 'persons a year',
    },
    'working-rate': {
      label: 'More people of 20–39 moving in (rate)',
      hint: 'Share of that age group more than in the baseline, every five years; 0.01 is one in a hundred.',
      unit: '',
    },
  },
  pyramid: {
    title: 'Population by age',
    description: 'Men to the left, women to the right; young at the bottom.',
    male: 'Men',
    female: 'Women',
    unit: '',
    future: 'Years ahead from',
    moved: 'The assumptions moved above',
    compare: 'Compare with',
    noCompare: 'No comparison',
    show: 'Change the picture',
    age: 'Age',
    both: 'Both',
    rounding:
      'Rounded to whole persons, so that men and women may differ from their sum; people of unknown age are shared out.',
    ageLabel: (from, to) => (to === null ? `${from}+` : from === to ? `${from}` : `${from}–${to}`),
    frame: (year, source) => `${year}, ${source}`,
    player: { label: 'Year of the population pyramid', play: 'Play through the years', pause: 'Pause' },
    yearOnly: (year) => String(year),
  },
  ages: {
    title: 'Children, working age and 65 or older',
    description: 'Shares of 0–14, 15–64 and 65 or older in percent; people of unknown age are shared out.',
    groups: ['0–14', '15–64', '65+'],
    projected: 'Projected',
  },
  scenarios: {
    title: 'Published scenarios',
    lead: 'Population calculated from assumptions the town has set. Reasons and sources are on the page of each.',
    reaches: (year, total, chance) => `${total} in ${year} (chance of reaching the target: ${chance})`,
    see: 'Assumptions and results',
    tryThis: 'Start from these assumptions',
  },
  sources: {
    title: 'Sources and method',
    lead: 'Please name the sources below when you use the figures.',
    kinds: {
      census: 'Census',
      register: 'Resident register',
      estimate: 'Estimate of the present population',
      projection: 'Projection of another body',
      'own-projection': 'The town’s own projection or target',
    },
    basedOn: (year) => `based on ${year}`,
    terms: 'Terms of use',
    note: 'Note',
    calculation: 'Method',
    calculationText:
      'Cohort-component projection in steps of five years: survival, net migration and children per woman. Survival is that of the country, net migration follows from the published projection. The range comes from 1,000 calculations that match how far past projections of municipalities missed.',
  },
  empty: {
    title: 'No population figures are published yet',
    text: 'Charts and tables will stand here once census figures or projections are published.',
    home: 'To the front page',
  },
};
