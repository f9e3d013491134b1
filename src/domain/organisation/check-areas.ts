import { errorAt, type Problem } from '../kernel/problem.ts';
import type { Area } from './area.ts';

const order: readonly Area['layer'][] = ['region', 'municipality', 'district', 'school-district'];

/** A tree in which every area lies in a wider one. Paths: ['areas', area key, field]. */
export const checkAreas = (areas: readonly Area[]): readonly Problem[] => {
  const byKey = new Map(areas.map((area) => [area.areaKey, area]));
  const seen = new Set<string>();
  return areas.flatMap((area) => {
    const at = (field: string): Problem['path'] => ['areas', area.areaKey, field];
    const again = seen.has(area.areaKey);
    seen.add(area.areaKey);
    const parent = area.parentKey === null ? null : byKey.get(area.parentKey);
    return [
      ...(again ? [errorAt('area-key-duplicate', at('areaKey'), { key: area.areaKey })] : []),
      ...(area.name.trim() === '' ? [errorAt('text-missing', at('name'))] : []),
      ...(parent === undefined
        ? [errorAt('area-parent-unknown', at('parentKey'), { name: area.name, parent: area.parentKey ?? '' })]
        : []),
      // Wider layers only: so no area lies in itself, however far round. Districts may lie in districts.
      ...(parent != null && !liesIn(area, parent, byKey)
        ? [errorAt('area-not-wider', at('parentKey'), { name: area.name, parent: parent.name })]
        : []),
    ];
  });
};

const liesIn = (area: Area, parent: Area, byKey: ReadonlyMap<string, Area>): boolean => {
  const [inner, outer] = [order.indexOf(area.layer), order.indexOf(parent.layer)];
  if (outer !== inner) return outer < inner;
  if (area.layer !== 'district') return false;
  const passed = new Set([area.areaKey]);
  for (let above: Area | undefined = parent; above !== undefined; ) {
    if (passed.has(above.areaKey)) return false;
    passed.add(above.areaKey);
    above = above.parentKey === null ? undefined : byKey.get(above.parentKey);
  }
  return true;
};
