import { loadRecords, loadSheets } from '../../db/read-evaluation.ts';
import { withTenant } from '../../db/tenant.ts';
import { askedFields } from '../../domain/evaluation/asked-fields.ts';
import { type RecordWork, type Workload, workloads } from '../../domain/evaluation/fatigue.ts';
import type { Acting } from '../acting.ts';
import { loadRoundContext, type RoundContext, stageOf } from './round-context.ts';
import { loadSubjects } from './round-subjects.ts';

export const workloadGroups = ['unit', 'type', 'stage'] as const;
export type WorkloadGroup = (typeof workloadGroups)[number];

export interface WorkloadView extends RoundContext {
  readonly of: Readonly<Record<WorkloadGroup, readonly Workload[]>>;
  readonly all: Workload | null;
}

/** 記入の手間: what the round asked of people, by unit, type and stage. Records nobody wrote into count with their fields. */
export const readWorkload = (acting: Acting, roundKey: string): Promise<WorkloadView | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const context = await loadRoundContext(tx, acting, roundKey);
    if (context === null) return null;
    const { round, scheme, units, scope } = context;
    const sheets = new Map((await loadSheets(tx, roundKey)).map((sheet) => [sheet.subjectKey, sheet]));
    const subjects = new Map(
      (await loadSubjects(tx, round, scope.today, [...sheets.keys()])).map((each) => [each.subjectKey, each]),
    );
    const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
    const labelOf = (typeKey: string | null): string =>
      scheme.types.find(({ key }) => key === typeKey)?.label ?? '（種類なし）';
    const works = (await loadRecords(tx, roundKey)).flatMap((record) => {
      const stage = stageOf(scheme, record.stageKey);
      const sheet = sheets.get(record.subjectKey);
      if (stage === undefined || sheet === undefined || sheet.exemption !== '') return [];
      const typeKey = subjects.get(record.subjectKey)?.typeKey ?? null;
      const work: Omit<RecordWork, 'group'> = {
        asked: askedFields(scheme, stage, typeKey, record.answers).map(({ name }) => name),
        answers: record.answers,
        prefilled: record.prefilled,
        firstSavedAt: record.firstSavedAt,
        lastSavedAt: record.lastSavedAt,
      };
      return [
        {
          work,
          unit: names.get(sheet.unitKey ?? '') ?? '（担当課なし）',
          type: labelOf(typeKey),
          stage: stage.label,
        },
      ];
    });
    const by = (group: WorkloadGroup) =>
      workloads(works.map((each) => ({ ...each.work, group: each[group] })));
    return {
      ...context,
      of: { unit: by('unit'), type: by('type'), stage: by('stage') },
      all: workloads(works.map(({ work }) => ({ ...work, group: '全体' })))[0] ?? null,
    };
  });
