/* The same simulation as an auto-vectorised C kernel, draws innermost in blocks: what bench/population-draws compares
   with. Reads towns, shocks and sizes from stdin as doubles, writes the sum of all totals and the seconds taken. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define GROUPS 19
#ifndef BLOCK
#define BLOCK 128
#endif

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static double number(void) {
  double value;
  if (fread(&value, sizeof value, 1, stdin) != 1) exit(2);
  return value;
}

int main(void) {
  const int towns = (int)number(), steps = (int)number(), draws = (int)number(), rounds = (int)number();
  const size_t per_step = 2 * (GROUPS - 1) * 2 + 2, per_town = 2 * GROUPS + per_step * steps;
  double *data = malloc(sizeof(double) * per_town * towns);
  double *migration = malloc(sizeof(double) * steps * draws), *births = malloc(sizeof(double) * steps * draws);
  double *totals = malloc(sizeof(double) * steps * draws);
  if (fread(data, sizeof(double), per_town * towns, stdin) != per_town * towns) return 2;
  if (fread(migration, sizeof(double), steps * draws, stdin) != (size_t)steps * draws) return 2;
  if (fread(births, sizeof(double), steps * draws, stdin) != (size_t)steps * draws) return 2;
  static double people[2][GROUPS][BLOCK], women[BLOCK], sums[BLOCK];
  double best = 1e9, check = 0;
  for (int round = 0; round < rounds; round++) {
    const double began = now();
    check = 0;
    for (int town = 0; town < towns; town++) {
      const double *base = data + per_town * town;
      for (int from = 0; from < draws; from += BLOCK) {
        const int count = draws - from < BLOCK ? draws - from : BLOCK;
        for (int sex = 0; sex < 2; sex++)
          for (int g = 0; g < GROUPS; g++)
            for (int d = 0; d < count; d++) people[sex][g][d] = base[sex * GROUPS + g];
        for (int step = 0; step < steps; step++) {
          const double *rates = base + 2 * GROUPS + per_step * step;
          const double *x = migration + (size_t)step * draws + from, *b = births + (size_t)step * draws + from;
          double *total = totals + (size_t)step * draws + from;
          memset(sums, 0, sizeof sums);
          for (int sex = 0; sex < 2; sex++) {
            double *open = people[sex][GROUPS - 1], *before = people[sex][GROUPS - 2];
            for (int d = 0; d < count; d++) before[d] += open[d];
            for (int g = GROUPS - 1; g > 0; g--) {
              const double rate = rates[(sex * (GROUPS - 1) + g - 1) * 2];
              const double slope = rates[(sex * (GROUPS - 1) + g - 1) * 2 + 1];
              const double *source = people[sex][g - 1];
              double *target = people[sex][g];
              for (int d = 0; d < count; d++) {
                const double moved = rate + slope * x[d];
                const double value = source[d] * (moved > 0 ? moved : 0);
                target[d] = value;
                sums[d] += value;
              }
            }
          }
          memset(women, 0, sizeof women);
          for (int g = 3; g <= 9; g++)
            for (int d = 0; d < count; d++) women[d] += people[1][g][d];
          for (int sex = 0; sex < 2; sex++) {
            const double share = rates[per_step - 2 + sex];
            for (int d = 0; d < count; d++) {
              const double value = women[d] * (share * b[d]);
              people[sex][0][d] = value;
              sums[d] += value;
            }
          }
          for (int d = 0; d < count; d++) total[d] = sums[d];
        }
      }
      for (int i = 0; i < steps * draws; i += 97) check += totals[i];
    }
    const double took = now() - began;
    if (took < best) best = took;
  }
  printf("%.17g %.17g\n", check, best);
  return 0;
}
