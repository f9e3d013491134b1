import type { FrameStep } from '../../../domain/budget/budget.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';

/** How an amount came about, line by line; folded away until somebody asks. */
export const FrameSteps = ({
  steps,
  of,
}: {
  readonly steps: readonly FrameStep[];
  /** What it is the arithmetic of, for who hears the page. */
  readonly of: string;
}) => (
  <details className="budget-steps">
    <summary>
      計算<span className="visually-hidden">（{of}）</span>
    </summary>
    <ol>
      {steps.map((step) => (
        <li key={`${step.rule} ${step.arithmetic}`}>
          {step.label}: {step.arithmetic} = {digits(step.amountThousandYen)}
        </li>
      ))}
    </ol>
  </details>
);
