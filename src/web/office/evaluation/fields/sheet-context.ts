import { createContext, useContext } from 'react';
import type { AskedField } from '../../../../domain/evaluation/asked-fields.ts';
import type { EvaluationScheme, EvaluationStage } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { Answers } from '../../../../domain/evaluation/sheet.ts';
import type { FieldSentences } from '../../forms/field.tsx';

/** What every field of a sheet looks at. */
export interface SheetFieldsProps {
  readonly scheme: EvaluationScheme;
  readonly stage: EvaluationStage;
  readonly typeKey: string | null;
  readonly answers: Answers;
  /** By field name: where an answer came from before anybody typed. */
  readonly prefilled: Readonly<Record<string, string>>;
  /** What the same stage said last year; null: nothing is known. */
  readonly lastYear: Answers | null;
  /** Sentences by field name. */
  readonly problems: FieldSentences;
  readonly readOnly: boolean;
  /** Begins every id, so that two sheets can stand on one page. */
  readonly idPrefix: string;
}

export interface Sheet extends SheetFieldsProps {
  /** By field name: what is asked now. */
  readonly asked: ReadonlyMap<string, AskedField>;
}

const SheetContext = createContext<Sheet | null>(null);
export const SheetProvider = SheetContext.Provider;

export const useSheet = (): Sheet => {
  const sheet = useContext(SheetContext);
  if (sheet === null) throw new Error('fields of a sheet stand inside SheetFields');
  return sheet;
};

export const idOf = ({ idPrefix }: Pick<Sheet, 'idPrefix'>, name: string): string =>
  `${idPrefix}${name.replaceAll('.', '-')}`;

export const answerOf = ({ answers }: Pick<Sheet, 'answers'>, name: string): string => answers[name] ?? '';
