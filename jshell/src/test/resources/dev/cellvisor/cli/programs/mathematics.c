// What libm and the compiler's own arithmetic give, as sums of bits: an ulp that differs shows.
#include <complex.h>
#include <fenv.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t sum;

static void take(double value) {
    uint64_t bits;
    memcpy(&bits, &value, 8);
    if (isnan(value)) bits = 0x7ff8000000000000;
    sum = (sum ^ bits) * 1099511628211u;
}

static void take_float(float value) { take(value); }

#define TRY(f) do { sum = 14695981039346656037u; for (int i = 0; i < n; i++) take(f(x[i])); printf("%-12s %016lx\n", #f, sum); } while (0)
#define TRYF(f) do { sum = 14695981039346656037u; for (int i = 0; i < n; i++) take_float(f((float) x[i])); printf("%-12s %016lx\n", #f, sum); } while (0)

int main(int count, char **words) {
    int n = count > 1 ? atoi(words[1]) : 2000;
    double *x = malloc(n * sizeof *x);
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < n; i++) {
        seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17;
        x[i] = ldexp((double) (int64_t) seed / 9.3e18, (int) (seed % 41) - 20);
    }
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    for (int m = 0; m < 4; m++) {
        fesetround(modes[m]);
        printf("rounding %d\n", m);
        TRY(sin); TRY(cos); TRY(tan); TRY(exp); TRY(log1p); TRY(sqrt); TRY(cbrt); TRY(atan); TRY(sinh); TRY(erf); TRY(tgamma); TRY(rint); TRY(nearbyint);
        TRY(floor); TRY(ceil); TRY(trunc); TRY(round); TRY(expm1); TRY(j0);
        TRYF(sinf); TRYF(expf); TRYF(sqrtf); TRYF(rintf);
        sum = 0;
        for (int i = 1; i < n; i++) {
            take(fma(x[i], x[i - 1], x[(i * 7) % n])); take(fmod(x[i], x[i - 1])); take(hypot(x[i], x[i - 1])); take(pow(fabs(x[i]), x[i - 1] / 1e4));
            take(x[i] / x[i - 1]); take((double) (float) x[i]); take((double) (long) x[i]); take(creal(cexp(x[i] / 1e5 + I * x[i - 1])));
            __fp16 half = (float) x[i]; take((float) half);
        }
        printf("mixed        %016lx\n", sum);
    }
    fesetround(FE_TONEAREST);
    long double quad = 1;
    __int128 wide = 1;
    for (int i = 1; i < 60; i++) {
        quad = quad * 3 / (i + 0.5L) + 1 / (long double) i;
        wide = wide * 1000003 + i;
        wide %= ((__int128) 1 << 100) - 159;
    }
    printf("%.33Lg %016lx%016lx\n", quad, (uint64_t) (wide >> 64), (uint64_t) wide);
    return 0;
}
