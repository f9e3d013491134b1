import { errorAt, type Problem } from '../../kernel/problem.ts';
import type { AgeGroups } from '../age-groups.ts';

const bounds = [15, 65, 75];

/** 年齢三区分: the age groups must begin at 15, 65 and 75. */
export const checkSummaryAges = ({ groups }: AgeGroups): readonly Problem[] =>
  bounds.every((age) => groups.some(({ from }) => from === age))
    ? []
    : [errorAt('population-summary-ages', ['summary'])];
