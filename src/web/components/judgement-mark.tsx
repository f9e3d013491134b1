import { gradeShapePaths } from '../../charts/grade-shape.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { gradeName } from '../text/roll-up.ts';
import type { Language } from '../text/text.ts';

/** Of the shape itself; another symbol (S, A, ②) is written beside it. */
const drawn: Readonly<Record<Grade['shape'], string>> = {
  'double-circle': '◎',
  circle: '○〇',
  triangle: '△▲',
  cross: '×✕',
  square: '□■',
  diamond: '◇◆',
  'arrow-up': '↑',
  'arrow-right': '→',
  'arrow-down': '↓',
  dash: '−-―ー—',
  plain: '',
};

const symbolBeside = ({ symbol, shape, label }: Grade): string =>
  symbol === '' || drawn[shape].includes(symbol) || label.includes(symbol) ? '' : symbol;

/** The outline alone; words stand beside it. */
export const GradeShape = ({ grade }: { readonly grade: Pick<Grade, 'shape' | 'class'> }) =>
  gradeShapePaths[grade.shape] === '' ? null : (
    <svg className={`mark__shape mark__shape--${grade.class}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={gradeShapePaths[grade.shape]} />
    </svg>
  );

/** 判定: shape and word, in the grade's colour; the word alone says it. */
export const JudgementMark = ({
  grade,
  language,
  size = 'small',
}: {
  readonly grade: Grade;
  readonly language: Language;
  readonly size?: 'small' | 'large';
}) => {
  const symbol = symbolBeside(grade);
  return (
    <span
      className={`mark mark--${grade.class}${size === 'large' ? ' mark--large' : ''}`}
      lang={language === 'en' && grade.labelEn === undefined ? 'ja' : undefined}
    >
      <GradeShape grade={grade} />
      {symbol === '' ? null : <b>{symbol}</b>}
      {gradeName(grade, language)}
    </span>
  );
};
