/*
 * How soon a vCPU leaves its guest when another thread sends its thread a signal: the same calls that Cellvisor makes, in C. No libc: it is
 * compiled by a cross compiler that has none.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

enum { CLONE = 220, EXIT_GROUP = 94, FUTEX = 98, GETTID = 178, IOCTL = 29, MMAP = 222, NANOSLEEP = 101, OPENAT = 56, SIGACTION = 134, TGKILL = 131, GETPID = 172, WRITE = 64 };

#define ROUNDS 60
#define SIGNAL 40

static long call(long number, long a, long b, long c, long d, long e, long f) {
    register long x8 asm("x8") = number;
    register long x0 asm("x0") = a;
    register long x1 asm("x1") = b;
    register long x2 asm("x2") = c;
    register long x3 asm("x3") = d;
    register long x4 asm("x4") = e;
    register long x5 asm("x5") = f;
    asm volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
    return x0;
}

static u64 now(void) {
    u64 ticks;
    asm volatile("isb\n\tmrs %0, cntvct_el0" : "=r"(ticks)::"memory");
    return ticks;
}

static void say(const char *text) {
    long size = 0;
    while (text[size]) {
        size++;
    }
    call(WRITE, 1, (long) text, size, 0, 0, 0);
}

static void number(u64 value) {
    char digits[24];
    int at = 23;
    digits[at] = 0;
    do {
        digits[--at] = '0' + value % 10;
        value /= 10;
    } while (value);
    say(digits + at);
}

static void must(long result, const char *what) {
    if (result < 0) {
        say(what);
        say(" failed\n");
        call(EXIT_GROUP, 1, 0, 0, 0, 0, 0);
    }
}

static void ignore(int signal) {
    (void) signal;
}

static long vcpu;
static volatile u8 *run;
static volatile u32 go, back, thread;
static volatile u64 returned;
static u8 stack[65536] __attribute__((aligned(16)));
/* 1: add x0, x0, #1; str x0, [x1]; b 1b */
static volatile u32 guest[16384] __attribute__((aligned(4096))) = {0x91000400, 0xf9000020, 0x17fffffe};
#define COUNTER 8192

/* Waits until a word has a value, and is woken by whoever sets it. */
static void await(volatile u32 *word, u32 wanted) {
    for (u32 seen = *word; seen != wanted; seen = *word) {
        call(FUTEX, (long) word, 0, seen, 0, 0, 0);
    }
}

static void set(volatile u32 *word, u32 value) {
    __atomic_store_n(word, value, __ATOMIC_SEQ_CST);
    call(FUTEX, (long) word, 1, 1, 0, 0, 0);
}

__attribute__((used)) static void runner(void) {
    thread = call(GETTID, 0, 0, 0, 0, 0, 0);
    for (u32 i = 1; i <= ROUNDS; i++) {
        await(&go, i);
        call(IOCTL, vcpu, 0xae80, 0, 0, 0, 0); /* KVM_RUN */
        returned = now();
        set(&back, i);
    }
    for (;;) {
        await(&go, ROUNDS + 1);
    }
}

asm("start_runner:\n\tmov x8, #220\n\tsvc #0\n\tcbnz x0, 1f\n\tbl runner\n1:\tret\n");
long start_runner(long flags, void *top, long a, long b, long c);

__attribute__((used)) static void work(void) {
    long kvm = call(OPENAT, -100, (long) "/dev/kvm", 2, 0, 0, 0);
    must(kvm, "/dev/kvm");
    long vm = call(IOCTL, kvm, 0xae01, 0, 0, 0, 0);
    must(vm, "KVM_CREATE_VM");
    struct { u32 slot, flags; u64 address, size, host; } region = {0, 0, 0x40000000, sizeof guest, (u64) guest};
    must(call(IOCTL, vm, 0x4020ae46, (long) &region, 0, 0, 0), "KVM_SET_USER_MEMORY_REGION");
    vcpu = call(IOCTL, vm, 0xae41, 0, 0, 0, 0);
    must(vcpu, "KVM_CREATE_VCPU");
    u32 init[8] = {0};
    must(call(IOCTL, vm, 0x8020aeaf, (long) init, 0, 0, 0), "KVM_ARM_PREFERRED_TARGET");
    must(call(IOCTL, vcpu, 0x4020aeae, (long) init, 0, 0, 0), "KVM_ARM_VCPU_INIT");
    u64 start = region.address, counter = region.address + 4 * COUNTER;
    struct { u64 id, address; } pc = {0x6030000000100040, (u64) &start}, x1 = {0x6030000000100002, (u64) &counter};
    must(call(IOCTL, vcpu, 0x4010aeac, (long) &pc, 0, 0, 0), "KVM_SET_ONE_REG PC");
    must(call(IOCTL, vcpu, 0x4010aeac, (long) &x1, 0, 0, 0), "KVM_SET_ONE_REG X1");
    run = (u8 *) call(MMAP, 0, 4096, 3, 1, vcpu, 0);
    must((long) run, "mmap");
    struct { u64 handler, flags, restorer, mask; } action = {(u64) ignore, 0x10000000, 0, 0};
    must(call(SIGACTION, SIGNAL, (long) &action, 0, 8, 0, 0), "sigaction");
    /* VM, FS, FILES, SIGHAND, THREAD, SYSVSEM */
    must(start_runner(0x50f00, stack + sizeof stack, 0, 0, 0), "clone");
    u64 frequency;
    asm("mrs %0, cntfrq_el0" : "=r"(frequency));
    long process = call(GETPID, 0, 0, 0, 0, 0, 0);
    long pause[2] = {0, 4000000};
    for (u32 i = 1; i <= ROUNDS; i++) {
        u32 seen = guest[COUNTER];
        run[1] = 0;
        set(&go, i);
        do {
            call(NANOSLEEP, (long) pause, 0, 0, 0, 0, 0);
        } while (guest[COUNTER] == seen);
        u64 asked = now();
        run[1] = 1; /* immediate_exit */
        call(TGKILL, process, thread, SIGNAL, 0, 0, 0);
        await(&back, i);
        number((returned - asked) * 1000000000 / frequency);
        say("\n");
    }
    call(EXIT_GROUP, 0, 0, 0, 0, 0, 0);
}

asm(".global _start\n_start:\n\tmov x29, #0\n\tbl work\n");
