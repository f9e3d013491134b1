import type { ListedSheet, RoundView } from '../../../../app/evaluation/read-round.ts';

/** What the list is asked for, as it stands in the address. '' : everything */
export interface SheetFilters {
  readonly unit: string;
  readonly stage: string;
  /** late, returned, or a status */
  readonly state: string;
  readonly direction: string;
  readonly mine: boolean;
  readonly words: string;
}

export const readFilters = (query: (name: string) => string | undefined): SheetFilters => ({
  unit: query('unit') ?? '',
  stage: query('stage') ?? '',
  state: query('state') ?? '',
  direction: query('direction') ?? '',
  mine: query('mine') === '1',
  words: (query('q') ?? '').trim().slice(0, 100),
});

const isState = ({ sheet, late }: ListedSheet, state: string): boolean => {
  if (state === 'late') return late;
  if (state === 'exempt') return sheet.exemption !== '';
  return sheet.status === state;
};

/** A unit means also those below it; '-' means those without. What waits for this person comes first. */
export const filterSheets = (view: RoundView, filters: SheetFilters): readonly ListedSheet[] => {
  const { unit, stage, state, direction, mine, words } = filters;
  const wanted = words.normalize('NFKC').toLowerCase();
  const found = view.sheets.filter(
    (listed) =>
      (unit === '' ||
        (listed.sheet.unitKey ?? '-') === unit ||
        (view.scope.ancestors.get(listed.sheet.unitKey ?? '') ?? []).includes(unit)) &&
      (stage === '' || listed.stage?.key === stage) &&
      (state === '' || isState(listed, state)) &&
      (direction === '' || listed.direction === direction) &&
      (!mine || listed.mine) &&
      (wanted === '' ||
        `${listed.subject.number} ${listed.subject.name}`.normalize('NFKC').toLowerCase().includes(wanted)),
  );
  return [...found.filter((listed) => listed.mine), ...found.filter((listed) => !listed.mine)];
};

export const filterQuery = ({ unit, stage, state, direction, mine, words }: SheetFilters): string => {
  const query = new URLSearchParams(
    Object.entries({ unit, stage, state, direction, mine: mine ? '1' : '', q: words }).filter(
      ([, value]) => value !== '',
    ),
  ).toString();
  return query === '' ? '' : `?${query}`;
};
