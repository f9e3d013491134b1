import type { CommonDirection } from '../../domain/evaluation/common-direction.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import type { Language } from '../text/text.ts';
import { GradeShape } from './judgement-mark.tsx';

type Drawn = Pick<Grade, 'shape' | 'class'>;

/** A shape a class, told apart in grey; colour groups more, as it was, to be changed, less. */
export const directionShapes: Readonly<Record<CommonDirection, Drawn>> = {
  expand: { shape: 'arrow-up', class: 'good' },
  continue: { shape: 'arrow-right', class: 'none' },
  improve: { shape: 'diamond', class: 'fair' },
  reduce: { shape: 'arrow-down', class: 'poor' },
  merge: { shape: 'double-circle', class: 'fair' },
  suspend: { shape: 'dash', class: 'poor' },
  abolish: { shape: 'cross', class: 'poor' },
  complete: { shape: 'square', class: 'none' },
};

/** 方向: shape, colour and the town's own word. */
export const DirectionMark = ({
  common,
  label,
  language = 'ja',
}: {
  readonly common: CommonDirection;
  readonly label: string;
  /** Of the label. */
  readonly language?: Language;
}) => (
  <span className={`mark mark--${directionShapes[common].class}`} lang={language}>
    <GradeShape grade={directionShapes[common]} />
    {label}
  </span>
);
