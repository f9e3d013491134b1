import type { FrameStep } from '../../../domain/budget/budget.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';

/** How an amount came about, line by line; folded away until somebody asks. */
export const FrameSteps = ({
  steps,
  summary,
}: {
  readonly steps: readonly FrameStep[];
  readonly summary: string;
}) => (
  <details className="budget-steps">
    <summary>{summary}</summary>
    <ol>
      {steps.map((step) => (
        <li key={`${step.rule} ${step.arithmetic}`}>
          {step.label}: {step.arithmetic} = {digits(step.amountThousandYen)}
        </li>
      ))}
    </ol>
  </details>
);
