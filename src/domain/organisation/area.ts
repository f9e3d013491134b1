/** エリア: 広域圏 ⊃ 市町村 ⊃ 地区・小学校区, a tree. */
export interface Area {
  readonly areaKey: string;
  readonly name: string;
  readonly layer: 'region' | 'municipality' | 'district' | 'school-district';
  readonly parentKey: string | null;
  readonly position: number;
}
