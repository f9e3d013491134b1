/** How a part of a scheme's JSON stands in the form. Names of fields are places: `criteria.0.levels.1.points`. */
export type Shape =
  /** Words; `required`: must be there. */
  | { readonly is: 'text'; readonly required?: boolean }
  /** A decimal string; null where nothing is typed, unless it must be there. */
  | { readonly is: 'figure'; readonly required?: boolean }
  | { readonly is: 'whole'; readonly most: number }
  | { readonly is: 'choice' }
  | { readonly is: 'yes-no' }
  /** Keys chosen among boxes. */
  | { readonly is: 'many' }
  /** A line each. */
  | { readonly is: 'lines' }
  /** Boxes by criterion: `when.<criterion key>` holds the keys of its levels. */
  | { readonly is: 'conditions' }
  | { readonly is: 'rows'; readonly of: ShapeOf }
  | { readonly is: 'group'; readonly of: ShapeOf };

export type ShapeOf = Readonly<Record<string, Shape>>;

const words: Shape = { is: 'text' };
const given: Shape = { is: 'text', required: true };
const choice: Shape = { is: 'choice' };
const many: Shape = { is: 'many' };
const yesNo: Shape = { is: 'yes-no' };
const figure: Shape = { is: 'figure' };
const rows = (of: ShapeOf): Shape => ({ is: 'rows', of });
const group = (of: ShapeOf): Shape => ({ is: 'group', of });

const applies = group({ types: many, exceptTypes: many, when: { is: 'conditions' } });
const named: ShapeOf = { key: choice, label: given };

/** The scheme but for what stands differently in the form: source, rule, amounts and proposals (see differing.ts). */
export const schemeShape: ShapeOf = {
  name: given,
  target: choice,
  timing: choice,
  notes: { is: 'lines' },
  types: rows(named),
  stages: rows({
    ...named,
    actor: choice,
    criteria: many,
    texts: many,
    direction: choice,
    grade: choice,
    priority: choice,
    startsFrom: choice,
    subjects: choice,
    published: yesNo,
  }),
  criteria: rows({
    ...named,
    viewpoint: words,
    question: words,
    levels: rows({ ...named, wording: words, points: figure }),
    applies,
    weight: { is: 'figure', required: true },
    reason: choice,
    required: yesNo,
  }),
  texts: rows({
    ...named,
    hint: words,
    required: yesNo,
    maxLength: { is: 'whole', most: 20_000 },
    rows: { is: 'whole', most: 30 },
    applies,
    startsFrom: choice,
  }),
  grades: rows({ ...named, wording: words }),
  directions: rows({ ...named, group: words, common: choice, reason: yesNo }),
  priorities: rows(named),
  exemptions: rows({ ...named, types: many }),
  matrices: rows({ key: choice, title: given, rows: choice, columns: choice }),
  measures: group({ output: { is: 'whole', most: 50 }, outcome: { is: 'whole', most: 50 } }),
};
