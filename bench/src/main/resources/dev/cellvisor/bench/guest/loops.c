// Four loops as programs have them: a linked list, a product of matrices, a state machine over text, a CRC bit by bit.
#include "guest.h"

#ifndef ROUNDS
#define ROUNDS 60
#endif

struct node { struct node *next; u64 value; };

static struct node nodes[4096];
static u32 a[64][64], b[64][64], c[64][64];
static u8 text[8192];

static u64 random_state = 88172645463325252UL;

static u64 next_random(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

static u64 list(void) {
    u64 sum = 0;
    for (int round = 0; round < 40; round++)
        for (struct node *n = &nodes[0]; n; n = n->next) sum += n->value ^ sum << 1;
    return sum;
}

static u64 matrix(void) {
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) {
            u32 sum = 0;
            for (int k = 0; k < 64; k++) sum += a[i][k] * b[k][j];
            c[i][j] = sum;
        }
    return c[3][5] + c[63][62];
}

static u64 states(void) {
    u64 words = 0, numbers = 0, others = 0;
    int state = 0;
    for (int round = 0; round < 10; round++)
        for (u32 i = 0; i < sizeof text; i++) {
            u8 ch = text[i];
            switch (state) {
                case 0:
                    if (ch >= 'a' && ch <= 'z') { state = 1; words++; }
                    else if (ch >= '0' && ch <= '9') { state = 2; numbers++; }
                    break;
                case 1:
                    if (ch < 'a' || ch > 'z') { state = ch == '-' ? 3 : 0; }
                    break;
                case 2:
                    if (ch < '0' || ch > '9') { state = 0; others++; }
                    break;
                default:
                    state = ch >= 'a' ? 1 : 0;
            }
        }
    return words + 3 * numbers + 5 * others;
}

static u64 crc(void) {
    u32 sum = ~0u;
    for (u32 i = 0; i < 4096; i++) {
        sum ^= text[i];
        for (int bit = 0; bit < 8; bit++) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
    }
    return ~sum;
}

void main(void) {
    for (u32 i = 0; i < 4096; i++) {
        u32 at = i * 1021u & 4095, to = (i + 1) * 1021u & 4095;
        nodes[at].value = next_random();
        nodes[at].next = i < 4095 ? &nodes[to] : 0;
    }
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) { a[i][j] = next_random(); b[i][j] = next_random(); }
    for (u32 i = 0; i < sizeof text; i++) text[i] = "ab z90-9 qx7"[next_random() % 12];
    u64 sum = 0;
    begin();
    for (int round = 0; round < ROUNDS; round++) sum = sum * 31 + list() + matrix() + states() + crc();
    end(sum);
}
