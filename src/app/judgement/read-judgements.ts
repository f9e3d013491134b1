import type { LoadedIndicator, StoredValue } from '../../db/read-indicator.ts';
import { loadIndicatorPlaces, type PlacedItem } from '../../db/read-indicator-places.ts';
import {
  loadHumanJudgements,
  loadJudgementYears,
  loadSchemes,
  type StoredHumanJudgement,
  type StoredJudgementYear,
} from '../../db/read-judgement.ts';
import { listPlans, listRevisions } from '../../db/read-plan.ts';
import type { PublicTx, ReadTx, TenantTx } from '../../db/tenant.ts';
import { groupsByIndicator } from '../../domain/indicator/groups-of.ts';
import { isOfScheme } from '../../domain/indicator/human-choices.ts';
import { judgeableOf } from '../../domain/indicator/judgeable-of.ts';
import { type CompiledScheme, compileScheme } from '../../domain/indicator/judgement/compile-scheme.ts';
import { judge } from '../../domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../domain/indicator/judgement/judgeable.ts';
import type { Judgement } from '../../domain/indicator/judgement/judgement.ts';
import { overridden } from '../../domain/indicator/overridden.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import { readIndicators } from '../indicator/read-indicators.ts';
import { readJudgementScheme } from './read-judgement-scheme.ts';

/** One indicator of a year: what the machine found, what people said, and what stands. */
export interface JudgedIndicator {
  readonly loaded: LoadedIndicator;
  readonly judgeable: Judgeable;
  /** The machine's. */
  readonly machine: Judgement;
  /** With the overrides of people; the machine's own where there are none. */
  readonly judgement: Judgement;
  /** Of this year: marks and overrides. */
  readonly human: readonly StoredHumanJudgement[];
  /** Said when the year had another scheme, in words this one does not have: counts for nothing, for staff to see. */
  readonly humanOfOtherScheme: readonly StoredHumanJudgement[];
}

/** 判定 of one fiscal year by the version it is judged by. */
export interface YearJudgements {
  readonly year: StoredJudgementYear;
  readonly compiled: CompiledScheme;
  readonly indicators: readonly JudgedIndicator[];
}

export interface TownJudgements {
  /** Newest first. The public role is given published years only. */
  readonly years: readonly StoredJudgementYear[];
  /** Every indicator, judged or not, in the town's order. */
  readonly loaded: readonly LoadedIndicator[];
  /** Items of the plans in force, for names of groups; where `keys` are asked for, those that lead to them. */
  readonly items: readonly PlacedItem[];
  /** Plans in force, for names of groups. */
  readonly plans: readonly { readonly planKey: string; readonly title: string }[];
  /** null: the year has no scheme, or one that cannot be read. */
  readonly ofYear: (fiscalYear: number) => YearJudgements | null;
  /** The figures as they are judged, for previewing another scheme. */
  readonly judgeables: (fiscalYear: number) => readonly Judgeable[];
}

/** Of a year's figure that is public and its correction that is not yet, `stage` wins. */
const figuresOf = (values: readonly StoredValue[], stage: StoredValue['stage']): readonly StoredValue[] =>
  values.filter(
    (value) =>
      value.stage === stage ||
      !values.some(
        (other) =>
          other.stage === stage &&
          other.series === value.series &&
          other.fiscalYear === value.fiscalYear &&
          other.breakdown === value.breakdown,
      ),
  );

/** A plan and its revision in force. */
interface PlanNow {
  readonly planKey: string;
  readonly revision: number;
  readonly title: string;
}

const plansNow = async (tx: ReadTx, today: string): Promise<readonly PlanNow[]> => {
  const plans = await listPlans(tx);
  const revisions = await listRevisions(tx);
  return plans.flatMap(({ planKey }) => {
    const current = inForceRevision(
      revisions.filter((revision) => revision.planKey === planKey),
      today,
    );
    return current === null ? [] : [{ planKey, revision: current.revision, title: current.title }];
  });
};

interface Asked {
  readonly keys?: readonly string[];
  readonly plans?: readonly PlanNow[];
  /** Read already, by the same reader: the years, and the indicators of `keys` without their breakdowns. */
  readonly years?: readonly StoredJudgementYear[];
  readonly loaded?: readonly LoadedIndicator[];
}

const judgementsOf = async (
  tx: ReadTx,
  today: string,
  {
    drafts,
    isPublic,
    keys,
    plans,
    ...known
  }: Asked & { readonly drafts: boolean; readonly isPublic: boolean },
): Promise<TownJudgements> => {
  const years = known.years ?? (await loadJudgementYears(tx));
  const [schemes, human] =
    years.length === 0
      ? [[], []]
      : [await loadSchemes(tx), await loadHumanJudgements(tx, keys?.length === 1 ? keys[0] : undefined)];
  const loaded = known.loaded ?? (await readIndicators(tx, keys, { breakdowns: false }));
  const inForce = plans ?? (await plansNow(tx, today));
  const places = await loadIndicatorPlaces(tx, inForce, keys);
  const groups = groupsByIndicator(
    places,
    new Map(
      loaded.flatMap(({ indicator }) =>
        indicator.unitKey === null ? [] : [[indicator.indicatorKey, indicator.unitKey] as const],
      ),
    ),
  );
  const stage = drafts ? 'draft' : 'published';
  const judgeableIn = (one: LoadedIndicator, fiscalYear: number): Judgeable => {
    const { indicatorKey } = one.indicator;
    const marks = human
      .filter((each) => each.indicatorKey === indicatorKey && each.kind === 'mark')
      .map((each) => ({
        fiscalYear: each.fiscalYear,
        markKey: each.subject,
        mark: each.choice,
        reason: each.reason,
      }));
    const values = figuresOf(one.values, stage).filter(
      (value) => value.fiscalYear <= fiscalYear && (drafts || value.stage === 'published'),
    );
    const judgeable = judgeableOf({ ...one, values }, marks, groups.get(indicatorKey) ?? {});
    const isKept = isPublic && years.some((year) => year.fiscalYear === fiscalYear && !year.publishesHuman);
    return isKept ? { ...judgeable, withholdsMarks: true } : judgeable;
  };
  const compiled = new Map<string, CompiledScheme | null>();
  const compiledFor = ({ schemeKey, schemeVersion }: StoredJudgementYear): CompiledScheme | null => {
    const name = `${schemeKey} ${schemeVersion}`;
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const stored = schemes.find(
      (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
    );
    const scheme = stored === undefined ? null : readJudgementScheme(stored.content);
    const made = scheme?.ok ? compileScheme(scheme.value) : null;
    const result = made?.ok ? made.value : null;
    compiled.set(name, result);
    return result;
  };
  return {
    years,
    loaded,
    items: places.items,
    plans: inForce.map(({ planKey, title }) => ({ planKey, title })),
    judgeables: (fiscalYear) => loaded.map((one) => judgeableIn(one, fiscalYear)),
    ofYear: (fiscalYear) => {
      const year = years.find((each) => each.fiscalYear === fiscalYear);
      const scheme = year === undefined ? null : compiledFor(year);
      if (year === undefined || scheme === null) return null;
      const indicators = loaded.map((one): JudgedIndicator => {
        const judgeable = judgeableIn(one, fiscalYear);
        const machine = judge(scheme, judgeable, fiscalYear);
        const said = human.filter(
          (each) => each.indicatorKey === judgeable.indicatorKey && each.fiscalYear === fiscalYear,
        );
        const overrides = said
          .filter((each) => each.kind === 'override')
          .map((each) => ({ axisKey: each.subject, grade: each.choice }));
        const judgement = overridden(scheme.scheme, machine, overrides);
        return {
          loaded: one,
          judgeable,
          machine,
          judgement,
          human: said.filter((each) => isOfScheme(scheme.scheme, each)),
          humanOfOtherScheme: said.filter((each) => !isOfScheme(scheme.scheme, each)),
        };
      });
      return { year, compiled: scheme, indicators };
    },
  };
};

/**
 * All a town's judgements are made of, in a fixed number of queries however many indicators, years and items there
 * are; nothing is judged before it is asked for. Staff see figures as they would be public (`drafts` false), or with
 * what is entered and not public yet. `today`: ISO date, decides which revisions are in force; `plans`: those already
 * known, two queries less.
 */
export const readJudgements = (
  tx: TenantTx,
  today: string,
  { drafts = false, ...asked }: Asked & { readonly drafts?: boolean } = {},
): Promise<TownJudgements> => judgementsOf(tx, today, { ...asked, drafts, isPublic: false });

/**
 * As `readJudgements`, of what is published. Where the town keeps to itself what people said in a year, what rests on
 * it has no grade ('mark-withheld'), not the one the scheme gives for 「印がない」.
 */
export const readPublicJudgements = (
  tx: PublicTx,
  today: string,
  asked: Asked = {},
): Promise<TownJudgements> => judgementsOf(tx, today, { ...asked, drafts: false, isPublic: true });
