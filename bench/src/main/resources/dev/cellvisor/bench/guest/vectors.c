// Vector code as compilers and libraries write it: ChaCha20 on four words at a time, sums of bytes, a filter in single precision.
#include "guest.h"
#include <arm_neon.h>

#ifndef ROUNDS
#define ROUNDS 300
#endif

static u32 stream[16384];
static u8 bytes[16384];
static float samples[4096 + 16], filtered[4096];

#define ROTATE(x, n) vsriq_n_u32(vshlq_n_u32(x, n), x, 32 - (n))

static void chacha(void) {
    uint32x4_t s0 = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}, s1 = {1, 2, 3, 4}, s2 = {5, 6, 7, 8}, s3 = {0, 9, 10, 11};
    for (u32 at = 0; at < 16384; at += 16) {
        uint32x4_t a = s0, b = s1, c = s2, d = s3;
        for (int i = 0; i < 10; i++) {
            a = vaddq_u32(a, b); d = veorq_u32(d, a); d = vreinterpretq_u32_u16(vrev32q_u16(vreinterpretq_u16_u32(d)));
            c = vaddq_u32(c, d); b = veorq_u32(b, c); b = ROTATE(b, 12);
            a = vaddq_u32(a, b); d = veorq_u32(d, a); d = ROTATE(d, 8);
            c = vaddq_u32(c, d); b = veorq_u32(b, c); b = ROTATE(b, 7);
            b = vextq_u32(b, b, 1); c = vextq_u32(c, c, 2); d = vextq_u32(d, d, 3);
            a = vaddq_u32(a, b); d = veorq_u32(d, a); d = vreinterpretq_u32_u16(vrev32q_u16(vreinterpretq_u16_u32(d)));
            c = vaddq_u32(c, d); b = veorq_u32(b, c); b = ROTATE(b, 12);
            a = vaddq_u32(a, b); d = veorq_u32(d, a); d = ROTATE(d, 8);
            c = vaddq_u32(c, d); b = veorq_u32(b, c); b = ROTATE(b, 7);
            b = vextq_u32(b, b, 3); c = vextq_u32(c, c, 2); d = vextq_u32(d, d, 1);
        }
        vst1q_u32(stream + at, veorq_u32(vld1q_u32(stream + at), vaddq_u32(a, s0)));
        vst1q_u32(stream + at + 4, veorq_u32(vld1q_u32(stream + at + 4), vaddq_u32(b, s1)));
        vst1q_u32(stream + at + 8, veorq_u32(vld1q_u32(stream + at + 8), vaddq_u32(c, s2)));
        vst1q_u32(stream + at + 12, veorq_u32(vld1q_u32(stream + at + 12), vaddq_u32(d, s3)));
        s3 = vaddq_u32(s3, (uint32x4_t){1, 0, 0, 0});
    }
}

static u64 sums(void) {
    u64 sum = 0;
    for (int round = 0; round < 8; round++)
        for (u32 i = 0; i < sizeof bytes; i += 16) {
            uint8x16_t v = vld1q_u8(bytes + i);
            sum += vaddlvq_u8(vcntq_u8(v)) + vmaxvq_u8(v) + vaddlvq_u8(vandq_u8(vcgtq_u8(v, vdupq_n_u8(100)), vdupq_n_u8(1)));
        }
    return sum;
}

static void filter(void) {
    for (int i = 0; i < 4096; i += 4) {
        float32x4_t sum = vdupq_n_f32(0);
        for (int tap = 0; tap < 16; tap++) sum = vfmaq_n_f32(sum, vld1q_f32(samples + i + tap), 1.0f / (tap + 2));
        vst1q_f32(filtered + i, sum);
    }
}

void main(void) {
    u64 sum = 0;
    for (u32 i = 0; i < sizeof bytes; i++) bytes[i] = i * i >> 3;
    for (int i = 0; i < 4096 + 16; i++) samples[i] = (float)(i * 37 % 1000) - 500.0f;
    begin();
    for (int round = 0; round < ROUNDS; round++) {
        chacha();
        sum += sums();
        filter();
        sum = sum * 31 + stream[77] + vcvts_s32_f32(filtered[100]);
    }
    end(sum);
}
