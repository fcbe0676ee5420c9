// Integers, bits and strings as a compiler makes them: division, shifts, carries, vectors, CRC.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __ARM_FEATURE_CRC32
#include <arm_acle.h>
#endif

static uint64_t state = 0x9e3779b97f4a7c15u;

static uint64_t next(void) {
    state ^= state >> 12; state ^= state << 25; state ^= state >> 27;
    return state * 2685821657736338717u;
}

static uint32_t crc(uint32_t value, uint64_t word) {
#ifdef __ARM_FEATURE_CRC32
    return __crc32d(value, word);
#else
    for (int i = 0; i < 64; i++) {
        value = value >> 1 ^ (0xedb88320u & -((value ^ (uint32_t) (word >> i)) & 1));
    }
    return value;
#endif
}

static int compare(const void *a, const void *b) {
    int64_t x = *(const int64_t *) a, y = *(const int64_t *) b;
    return (x > y) - (x < y);
}

int main(int count, char **words) {
    int n = count > 1 ? atoi(words[1]) : 3000;
    uint64_t sum = 0;
    uint32_t check = ~0u;
    int64_t *numbers = malloc(n * sizeof *numbers);
    for (int i = 0; i < n; i++) {
        uint64_t a = next(), b = next() >> (i % 60), c = next() % 63 + 1;
        int64_t s = (int64_t) a;
        b |= 1;
        sum += a / b + a % b + (uint64_t) (s / (int64_t) b) + (uint64_t) (s % (int64_t) (b >> 1 | 1)) + (uint32_t) a / (uint32_t) (b | 1);
        sum ^= a << c ^ a >> c ^ (uint64_t) (s >> c) ^ (a << c | a >> (64 - c));
        sum += __builtin_popcountll(a) + __builtin_clzll(b) + __builtin_ctzll(b) + __builtin_bswap64(a) + __builtin_bswap32((uint32_t) a);
        unsigned __int128 wide = (unsigned __int128) a * b;
        sum += (uint64_t) (wide >> 64) ^ (uint64_t) (wide / (c + 1));
        int64_t out;
        sum += __builtin_add_overflow(s, (int64_t) b, &out) + __builtin_mul_overflow(s, (int64_t) c, &out) + __builtin_sub_overflow_p(s, (int64_t) a, (int64_t) 0);
        check = crc(check, a);
        numbers[i] = s;
    }
    qsort(numbers, n, sizeof *numbers, compare);
    int8_t small[1024];
    uint16_t medium[1024];
    int32_t large[1024];
    for (int i = 0; i < 1024; i++) {
        small[i] = (int8_t) next(); medium[i] = (uint16_t) next(); large[i] = (int32_t) next();
    }
    int64_t total = 0;
    for (int k = 0; k < 16; k++) {
        for (int i = 0; i < 1024; i++) { // gcc makes vectors of these
            small[i] = (int8_t) (small[i] * 3 + k);
            medium[i] = (uint16_t) ((medium[i] >> 1) + (medium[i] & 255) * k);
            large[i] = large[i] > k ? large[i] - small[i] : large[i] * 5;
            total += large[i] < 0 ? -(int64_t) large[i] : large[i];
        }
    }
    char text[256] = "";
    for (int i = 0; i < 20; i++) {
        snprintf(text + strlen(text), sizeof text - strlen(text), "%x,", (unsigned) (next() >> 56));
    }
    printf("%016lx %08x %ld %ld %ld %s\n", sum, check, numbers[0], numbers[n / 2], total, text);
    return 0;
}
