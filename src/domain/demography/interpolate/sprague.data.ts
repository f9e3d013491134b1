/**
 * スプレーグの乗数 for five-year groups: share of each of five neighbouring groups in the five single ages of one of
 * them. First: the youngest group; second: the next; middle: any group with two on either side. The oldest two are the
 * first two mirrored. Source: Sprague (1881), as in Shryock and Siegel, The Methods and Materials of Demography, app. C.
 */
export const spragueMultipliers = {
  first: [
    [0.3616, -0.2768, 0.1488, -0.0336, 0],
    [0.264, -0.096, 0.04, -0.008, 0],
    [0.184, 0.04, -0.032, 0.008, 0],
    [0.12, 0.136, -0.072, 0.016, 0],
    [0.0704, 0.1968, -0.0848, 0.0176, 0],
  ],
  second: [
    [0.0336, 0.2272, -0.0752, 0.0144, 0],
    [0.008, 0.232, -0.048, 0.008, 0],
    [-0.008, 0.216, -0.008, 0, 0],
    [-0.016, 0.184, 0.04, -0.008, 0],
    [-0.0176, 0.1408, 0.0912, -0.0144, 0],
  ],
  middle: [
    [-0.0128, 0.0848, 0.1504, -0.024, 0.0016],
    [-0.0016, 0.0144, 0.2224, -0.0416, 0.0064],
    [0.0064, -0.0336, 0.2544, -0.0336, 0.0064],
    [0.0064, -0.0416, 0.2224, 0.0144, -0.0016],
    [0.0016, -0.024, 0.1504, 0.0848, -0.0128],
  ],
} as const;
