// AES-128 in counter mode and a polynomial hash, by the instructions for it: what a disk or a connection costs.
#include "guest.h"
#include <arm_neon.h>

#ifndef ROUNDS
#define ROUNDS 800
#endif

static u8 data[16384];
static uint8x16_t keys[11];

static uint8x16_t encrypt(uint8x16_t b) {
    for (int i = 0; i < 9; i++) b = vaesmcq_u8(vaeseq_u8(b, keys[i]));
    return veorq_u8(vaeseq_u8(b, keys[9]), keys[10]);
}

void main(void) {
    for (int i = 0; i < 11; i++) keys[i] = vdupq_n_u8(i * 29 + 1);
    uint64x2_t counter = {0, 1};
    u64 hash = 1;
    begin();
    for (int round = 0; round < ROUNDS; round++)
        for (u32 i = 0; i < sizeof data; i += 16) {
            uint8x16_t b = veorq_u8(vld1q_u8(data + i), encrypt(vreinterpretq_u8_u64(counter)));
            vst1q_u8(data + i, b);
            counter = vaddq_u64(counter, (uint64x2_t){0, 1});
            poly128_t p = vmull_p64(hash, vgetq_lane_u64(vreinterpretq_u64_u8(b), 0) | 1);
            hash = (u64)p ^ (u64)(p >> 64) ^ round;
        }
    end(hash ^ data[5]);
}
