import { updateImplementationPlan } from '../../db/write-implementation.ts';
import { insertPublication, lastEdition } from '../../db/write-publication.ts';
import type { PublishedImplementationLine, PublishedImplementationPlan } from '../../domain/budget/budget.ts';
import { cellOf } from '../../domain/implementation/cells.ts';
import { decidePublish } from '../../domain/implementation/decide-plan.ts';
import { yearsOf } from '../../domain/implementation/implementation-plan.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import type { Refusal } from '../refusal.ts';
import { withPlan } from './change-plan.ts';
import { type ImplementationDesk, loadDesk } from './read-implementation.ts';

/** A line for each programme the plan says anything of, as the public reads it. */
export const publishedLines = (desk: ImplementationDesk): readonly PublishedImplementationLine[] => {
  const units = new Map(desk.units.map(({ unitKey, name }) => [unitKey, name]));
  return desk.programmes.flatMap(({ programmeKey, number, name, unitKey }) => {
    const amounts = yearsOf(desk.plan).flatMap((fiscalYear) => {
      const cell = desk.cells.get(cellOf(programmeKey, fiscalYear));
      return cell === undefined
        ? []
        : [
            {
              fiscalYear,
              amountThousandYen: cell.amountThousandYen,
              originalThousandYen: cell.original?.amountThousandYen ?? 0,
              reason: cell.corrections
                .map(({ correction, reason }) => `第${correction}次補正: ${reason}`)
                .join('／'),
            },
          ];
    });
    return amounts.length === 0
      ? []
      : [
          {
            programmeKey,
            number,
            name,
            unitName: unitKey === null ? '' : (units.get(unitKey) ?? ''),
            planItems: (desk.items.get(programmeKey) ?? []).map(({ title }) => title),
            amounts,
          },
        ];
  });
};

/** 公表する: the plan as it stands, corrections with their reasons; a further time it is the next edition. */
export const publishImplementationPlan = (
  acting: Acting,
  startFiscalYear: number,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withPlan(acting, startFiscalYear, seen, async (tx, plan) => {
    const published = decidePublish(plan);
    if (!published.ok) return { ok: false, error: [published.error] };
    const { years, mode, correction, title } = plan;
    const of = { kind: 'implementation-plan', key: String(startFiscalYear) } as const;
    const edition = (await lastEdition(tx, of.kind, of.key)) + 1;
    const stamp = stampOf(acting);
    const content: PublishedImplementationPlan = { startFiscalYear, years, mode, correction };
    const reason = edition === 1 ? '' : `第${correction}次補正まで`;
    const lines = publishedLines(await loadDesk(tx, plan));
    await insertPublication(
      tx,
      { ...of, edition, fiscalYear: startFiscalYear, title, reason, content },
      lines.map((line) => ({ subjectKey: line.programmeKey, content: line })),
      stamp,
    );
    await updateImplementationPlan(tx, published.value, stamp);
    return ok(null);
  });
