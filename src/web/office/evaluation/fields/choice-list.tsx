import { answerOf, idOf, useSheet } from './sheet-context.ts';

export interface SheetChoice {
  readonly key: string;
  readonly label: string;
  /** The whole sentence of the level; '' where the label says it all. */
  readonly wording?: string;
  /** 3点 */
  readonly points?: string;
}

/** Few short words stand in a line, many in columns, sentences under one another. */
const layoutOf = (choices: readonly SheetChoice[]): 'line' | 'columns' | 'list' => {
  const longest = Math.max(...choices.map(({ label }) => label.length));
  if (choices.some(({ wording = '' }) => wording !== '')) return 'list';
  if (choices.length <= 4 && longest <= 10) return 'line';
  return choices.length > 4 && longest <= 16 ? 'columns' : 'list';
};

interface ChoiceListProps {
  readonly name: string;
  readonly choices: readonly SheetChoice[];
  /** Label of the answer that leaves it open; absent: none can be taken back. */
  readonly open?: string;
}

const Words = ({ choice, isLast }: { readonly choice: SheetChoice; readonly isLast: boolean }) => (
  // A number or a letter stands before its sentence, a word above it.
  <span className="sheet-choice__text" data-short={choice.label.length <= 2 || undefined}>
    <span className="sheet-choice__label">{choice.label}</span>
    {(choice.points ?? '') !== '' && <span className="sheet-choice__points">{choice.points}</span>}
    {(choice.wording ?? '') !== '' && <span className="sheet-choice__wording">{choice.wording}</span>}
    {isLast && <span className="sheet-choice__last">前年度</span>}
  </span>
);

/** The answers to choose from, as on paper: all of them are read, one is marked. */
export const ChoiceList = ({ name, choices, open }: ChoiceListProps) => {
  const sheet = useSheet();
  const chosen = answerOf(sheet, name);
  const last = sheet.lastYear?.[name] ?? '';
  const all = open === undefined ? choices : [...choices, { key: '', label: open }];
  // What is no longer offered stays to be seen, and is refused by name when it is sent.
  const gone = chosen !== '' && !all.some(({ key }) => key === chosen);
  const offered = gone ? [...all, { key: chosen, label: `（なくなった選択肢 ${chosen}）` }] : all;
  if (sheet.readOnly)
    return (
      <ul className="sheet-choices" data-layout={layoutOf(all)}>
        {choices.map((choice) => (
          <li key={choice.key} className="sheet-choice" data-chosen={choice.key === chosen || undefined}>
            <span className="sheet-choice__mark" aria-hidden="true">
              {choice.key === chosen ? '●' : '○'}
            </span>
            <Words choice={choice} isLast={choice.key === last} />
            {choice.key === chosen && <span className="visually-hidden">（選ばれています）</span>}
          </li>
        ))}
      </ul>
    );
  return (
    <div className="sheet-choices" data-layout={layoutOf(all)}>
      {offered.map((choice) => (
        <label key={choice.key} className="sheet-choice">
          <input
            type="radio"
            name={name}
            id={`${idOf(sheet, name)}-${choice.key === '' ? 'open' : choice.key}`}
            value={choice.key}
            defaultChecked={choice.key === chosen && (choice.key !== '' || open !== undefined)}
          />
          <Words choice={choice} isLast={choice.key !== '' && choice.key === last} />
        </label>
      ))}
    </div>
  );
};
