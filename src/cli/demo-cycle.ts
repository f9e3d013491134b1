import type { Acting } from '../app/acting.ts';
import { cycleMark, saveCycle } from '../app/cycle/save-cycle.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { emptyCycle } from '../domain/programme/yearly-cycle.ts';
import { loadBudget } from './demo-cycle-budget.ts';
import { loadImplementationSample, loadPublishedPlan } from './demo-cycle-implementation.ts';
import { loadGoalRounds } from './demo-cycle-maniwa.ts';
import { loadRoundUnderWay } from './demo-cycle-next.ts';
import { adoptShipped, shippedCycle } from './demo-cycle-schemes.ts';
import { evaluatedYear, loadPublishedEvaluation } from './demo-cycle-seiro.ts';
import { loadSampleRound } from './demo-cycle-shiojiri.ts';
import { copyProgrammesForward } from './demo-cycle-years.ts';
import { loadDemoProgrammes } from './demo-programmes.ts';

type Loaded = Result<null, readonly Problem[]>;

/** A calendar (and, where `types`, kinds of programmes) that comes with the program. */
const takeCycle = async (acting: Acting, name: string, types: boolean): Promise<Loaded> => {
  const { programmeTypes, calendar } = shippedCycle(name);
  const change = types ? { programmeTypes, calendar } : { calendar };
  return saveCycle(acting, change, {
    programmeTypes: cycleMark(emptyCycle, 'programmeTypes'),
    calendar: cycleMark(emptyCycle, 'calendar'),
  });
};

/**
 * 聖籠町: 224 programmes, their published evaluation, the frames that follow from it, plans of three years, and the next
 * round under way.
 */
const loadSeiro = async (acting: Acting, folder: string, town: string): Promise<Loaded> => {
  const programmes = await loadDemoProgrammes(acting, folder);
  if (!programmes.ok) return programmes;
  // The document says nothing of kinds of programmes, nor of the months: the plain calendar is a sample.
  const cycle = await takeCycle(acting, 'plain', false);
  if (!cycle.ok) return cycle;
  const evaluated = await loadPublishedEvaluation(acting, programmes.value.statedDirections);
  if (!evaluated.ok) return evaluated;
  const budget = await loadBudget(acting, town);
  if (!budget.ok) return budget;
  const next = await copyProgrammesForward(acting, folder, evaluatedYear + 1);
  if (!next.ok) return next;
  const shown = await loadPublishedPlan(acting, evaluatedYear);
  if (!shown.ok) return shown;
  const planned = await loadImplementationSample(acting, evaluatedYear + 2);
  return planned.ok ? loadRoundUnderWay(acting) : planned;
};

/**
 * 塩尻市: the year's calendar and the sheet of its 事中評価, without any figures: its documents name none. A sample round
 * shows its stages down to 外部評価.
 */
const loadShiojiri = async (acting: Acting): Promise<Loaded> => {
  const cycle = await takeCycle(acting, 'shiojiri', true);
  if (!cycle.ok) return cycle;
  const scheme = await adoptShipped(acting, 'shiojiri-during');
  return scheme.ok ? loadSampleRound(acting) : scheme;
};

/** The yearly cycle of a demonstration town, by the commands its people have. Towns without one: nothing. */
export const loadDemoCycle = (
  acting: Acting,
  { folder, path, town }: { readonly folder: string; readonly path: string; readonly town: string },
): Promise<Loaded> => {
  switch (folder) {
    case 'seiro':
      return loadSeiro(acting, path, town);
    case 'shiojiri':
      return loadShiojiri(acting);
    case 'maniwa':
      return loadGoalRounds(acting);
    default:
      return Promise.resolve(ok(null));
  }
};
