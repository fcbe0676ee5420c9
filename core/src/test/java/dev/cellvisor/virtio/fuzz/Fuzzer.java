package dev.cellvisor.virtio.fuzz;

import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.virtio.transport.VirtioRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fuzzes one kind of device: cases of calls, mostly those of a sane driver, some spoiled. A case that fails is cut down to the fewest and
 * simplest calls that still fail, and told as Java.
 */
public final class Fuzzer {
    private static final int CALLS = 120;
    /** A case takes milliseconds; one that takes this long hangs. */
    private static final int HANG_SECONDS = 60;
    private static final int MOST_TRIES = 3000;

    private final Target target;
    private long calls;
    private long reached;

    public Fuzzer(Target target) {
        this.target = target;
    }

    /** How many calls were made. */
    public long calls() {
        return calls;
    }

    /** How many of them made the device take a request. */
    public long reached() {
        return reached;
    }

    /**
     * Makes so many calls.
     *
     * @throws AssertionError with the least sequence that fails
     */
    public void run(long seed, long count) {
        for (long index = 0; calls < count; index++) {
            List<Call> sequence = sequence(new Random(seed + index * 0x9e37_79b9_7f4a_7c15L));
            Throwable failure = attempt(sequence, true);
            if (failure != null) {
                throw report(seed, index, sequence, failure);
            }
        }
    }

    // Cases.

    List<Call> sequence(Random random) {
        List<Call> sequence = new ArrayList<>();
        sequence.add(start(random));
        while (sequence.size() < CALLS) {
            sequence.add(call(random));
        }
        return sequence;
    }

    private static Call start(Random random) {
        long features = switch (random.nextInt(3)) {
            case 0 -> -1L;
            case 1 -> random.nextLong();
            default -> random.nextLong() & random.nextLong();
        };
        return new Call.Start(features, 1 << random.nextInt(1, 9), random.nextBoolean());
    }

    private Call call(Random random) {
        int[] queues = target.queues();
        int queue = queues[random.nextInt(queues.length)];
        return switch (random.nextInt(100)) {
            case 0 -> start(random);
            case 1 -> new Call.Reset();
            case 2 -> new Call.Requeue(queue, random.nextBoolean());
            case 3 -> new Call.SaveAndRestore();
            case 4, 5 -> access(random);
            case 6, 7 -> new Call.Poke(queue, Call.Area.values()[random.nextInt(3)], random.nextInt(random.nextBoolean() ? 8 : 300), mostlySmall(random) & 0xff);
            case 8 -> new Call.Notify(mostlySmall(random));
            case 9, 10, 11, 12 -> new Call.Wait();
            case 13, 14, 15, 16, 17, 18 -> host(random);
            default -> new Call.Send(queue, request(queue, random), random.nextInt(12) == 0 ? twist(random) : null);
        };
    }

    private static Call host(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return new Call.Host(random.nextInt(16), bytes);
    }

    private List<Buffer> request(int queue, Random random) {
        List<Buffer> request = new ArrayList<>(target.request(queue, random));
        switch (random.nextInt(30)) {
            case 0 -> request.remove(random.nextInt(request.size()));
            case 1 -> request.add(random.nextInt(request.size() + 1), random.nextBoolean() ? Buffer.writable(random.nextInt(100)) : Buffer.readable(new byte[random.nextInt(100)]));
            case 2 -> { // a bit flipped
                int index = random.nextInt(request.size());
                byte[] bytes = request.get(index).isWritable() ? null : request.get(index).bytes().clone();
                if (bytes != null && bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    request.set(index, Buffer.readable(bytes));
                }
            }
            case 3, 4 -> split(request, random);
            default -> { }
        }
        return request.isEmpty() ? List.of(Buffer.writable(1)) : request;
    }

    /** The same bytes in more pieces: a device must not mind. */
    private static void split(List<Buffer> request, Random random) {
        int index = random.nextInt(request.size());
        Buffer whole = request.get(index);
        int at = random.nextInt(whole.sizeBytes() + 1);
        if (whole.isWritable()) {
            request.set(index, Buffer.writable(at));
            request.add(index + 1, Buffer.writable(whole.sizeBytes() - at));
        } else {
            request.set(index, Buffer.readable(java.util.Arrays.copyOf(whole.bytes(), at)));
            request.add(index + 1, Buffer.readable(java.util.Arrays.copyOfRange(whole.bytes(), at, whole.sizeBytes())));
        }
    }

    private static Call.Twist twist(Random random) {
        int field = random.nextInt(5);
        long value = switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> 1L << random.nextInt(64);
            case 2 -> dev.cellvisor.virtio.Rig.RAM + random.nextLong(2 * dev.cellvisor.virtio.Rig.RAM_BYTES);
            default -> mostlySmall(random);
        };
        return new Call.Twist(random.nextInt(3) == 0, random.nextInt(3), field, random.nextBoolean(), value);
    }

    private static Call access(Random random) {
        if (random.nextInt(3) == 0) {
            return new Call.Access(random.nextBoolean(), 0x100 + random.nextInt(0x80), 1 << random.nextInt(4), mostlySmall(random));
        }
        VirtioRegister register = VirtioRegister.values()[random.nextInt(VirtioRegister.values().length)];
        int offset = (int) register.offset() + (random.nextInt(20) == 0 ? random.nextInt(4) : 0);
        return new Call.Access(random.nextInt(3) > 0, offset, random.nextInt(20) == 0 ? 1 << random.nextInt(4) : 4, mostlySmall(random) & 0xffff_ffffL);
    }

    private static int mostlySmall(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt(256);
            default -> random.nextInt(5);
        };
    }

    // Trying them.

    /** The failure of a sequence, or {@code null}. */
    Throwable attempt(List<Call> sequence, boolean counted) {
        var task = new FutureTask<Throwable>(() -> play(sequence, counted));
        Thread thread = new Thread(task, "fuzz " + target.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(HANG_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            var hang = new AssertionError("it hangs");
            hang.setStackTrace(thread.getStackTrace());
            return hang;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Throwable play(List<Call> sequence, boolean counted) {
        try (Bench bench = new Bench(target)) {
            int took = 0;
            for (Call call : sequence) {
                took += bench.run(call) ? 1 : 0;
            }
            bench.finish();
            if (counted) {
                calls += sequence.size();
                reached += took;
            }
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return e;
        }
    }

    // Making a failure small.

    private AssertionError report(long seed, long index, List<Call> sequence, Throwable failure) {
        List<Call> least = "it hangs".equals(failure.getMessage()) ? sequence : shrink(sequence);
        Throwable last = least == sequence ? failure : attempt(least, false);
        var text = new StringBuilder("%s, seed %d, case %d: %s%n%d calls, made from %d:%n".formatted(target.name(), seed, index, last, least.size(), sequence.size()));
        least.forEach(call -> text.append("    ").append(call.java()).append('\n'));
        return new AssertionError(text.toString(), last);
    }

    /** The fewest and simplest calls of a failing sequence that still fail. */
    List<Call> shrink(List<Call> failing) {
        List<Call> best = new ArrayList<>(failing);
        int tries = 0;
        boolean better = true;
        while (better && tries < MOST_TRIES) {
            better = false;
            for (int size = Math.max(1, best.size() / 2); size >= 1; size /= 2) {
                for (int at = 0; at + size <= best.size() && tries < MOST_TRIES; ) {
                    List<Call> shorter = new ArrayList<>(best.subList(0, at));
                    shorter.addAll(best.subList(at + size, best.size()));
                    tries++;
                    if (attempt(shorter, false) != null) {
                        best = shorter;
                        better = true;
                    } else {
                        at += size;
                    }
                }
            }
            for (int i = 0; i < best.size(); i++) {
                for (Call simpler : best.get(i).simpler()) {
                    List<Call> changed = new ArrayList<>(best);
                    changed.set(i, simpler);
                    if (++tries < MOST_TRIES && attempt(changed, false) != null) {
                        best = changed;
                        better = true;
                        i--;
                        break;
                    }
                }
            }
        }
        return best;
    }
}
