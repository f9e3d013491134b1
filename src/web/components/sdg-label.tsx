import { sdgGoals } from '../../domain/kernel/sdg-goals.data.ts';
import type { TownFrame } from './frame.ts';

/** 3 すべての人に健康と福祉を */
export const sdgName = (goal: number, frame: TownFrame): string => {
  const found = sdgGoals.find((candidate) => candidate.goal === goal);
  if (found === undefined) return String(goal);
  return frame.language === 'en' ? found.nameEn : found.name;
};

/** Colour and number of the goal; the colour repeats what the number says. */
export const SdgMark = ({ goal }: { readonly goal: number }) => (
  <svg className="sdg__mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <rect width="12" height="12" rx="2" className={`sdg-${goal}`} />
  </svg>
);

export const SdgLabel = ({ goal, frame }: { readonly goal: number; readonly frame: TownFrame }) => (
  <span className="sdg">
    <SdgMark goal={goal} />
    <span>
      {goal} {sdgName(goal, frame)}
    </span>
  </span>
);
