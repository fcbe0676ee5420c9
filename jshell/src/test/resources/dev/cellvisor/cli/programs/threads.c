// Threads that share memory: atomics, a mutex, a barrier. Whatever the turns, the sums come out the same.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 4 };
static atomic_ulong added, swapped, highest;
static unsigned long guarded;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t barrier;
static int rounds;

static void *work(void *number) {
    unsigned long me = (unsigned long) number;
    for (int i = 0; i < rounds; i++) {
        atomic_fetch_add(&added, me + i);
        unsigned long old = atomic_load(&swapped);
        while (!atomic_compare_exchange_weak(&swapped, &old, old + me)) {
        }
        unsigned long top = atomic_load_explicit(&highest, memory_order_relaxed);
        while (top < me * i && !atomic_compare_exchange_weak(&highest, &top, me * i)) {
        }
        if (i % 8 == 0) {
            pthread_mutex_lock(&mutex);
            guarded += me * i;
            pthread_mutex_unlock(&mutex);
        }
        if (i % 512 == 0) {
            pthread_barrier_wait(&barrier);
        }
    }
    return 0;
}

int main(int count, char **words) {
    rounds = count > 1 ? atoi(words[1]) : 20000;
    pthread_barrier_init(&barrier, 0, THREADS);
    pthread_t threads[THREADS];
    for (unsigned long t = 0; t < THREADS; t++) {
        pthread_create(&threads[t], 0, work, (void *) (t + 1));
    }
    for (int t = 0; t < THREADS; t++) {
        pthread_join(threads[t], 0);
    }
    printf("%lu %lu %lu %lu\n", (unsigned long) added, (unsigned long) swapped, (unsigned long) highest, guarded);
    return 0;
}
