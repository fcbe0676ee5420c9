package dev.cellvisor.qtest;

import dev.cellvisor.irq.GicFact;
import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.vm.Vm;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * The text commands: each line is answered by one line that begins with OK or FAIL; lines {@code IRQ raise N} may come before it.
 * Time moves only by {@code clock_step} and {@code clock_set}.
 */
final class QtestProtocol {
    private static final int NANOSECONDS_PER_TICK = 16;
    private static final int FIRST_SPI = 32;
    private static final int LARGEST_PIECE = 1 << 30;

    private final Vm vm;
    private final Consumer<String> out;
    private long nanoseconds;
    private String intercepted;

    /** @param vm {@code null} for a machine without anything */
    QtestProtocol(Vm vm, Consumer<String> out) {
        this.vm = vm;
        this.out = out;
    }

    /** Does one command and answers it. */
    void command(String line) {
        String[] words = line.strip().split("\\s+");
        String answer;
        try {
            answer = answer(words);
        } catch (IllegalArgumentException e) { // a number that is none, a range that is not there
            answer = "FAIL " + e.getMessage();
        } catch (ArrayIndexOutOfBoundsException e) {
            answer = "FAIL '" + words[0] + "' needs more words";
        }
        out.accept(answer);
    }

    private String answer(String[] words) {
        String name = words[0];
        switch (name) {
            case "endianness" -> {
                return "OK little";
            }
            case "clock_step", "clock_set" -> {
                return clock(name.equals("clock_set"), words.length > 1 ? number(words[1]) : -1);
            }
            default -> {
                if (vm == null) {
                    return "FAIL machine none has nothing to answer '" + name + "'";
                }
            }
        }
        return switch (name) {
            case "readb", "readw", "readl", "readq" -> "OK 0x%016x".formatted(vm.map().read(number(words[1]), size(name)));
            case "writeb", "writew", "writel", "writeq" -> {
                vm.map().write(number(words[1]), size(name), number(words[2]));
                yield "OK";
            }
            case "read" -> "OK 0x" + HexFormat.of().formatHex(read(number(words[1]), length(words[2])));
            case "write" -> write(number(words[1]), length(words[2]), hex(words[3]));
            case "b64read" -> "OK " + Base64.getEncoder().encodeToString(read(number(words[1]), length(words[2])));
            case "b64write" -> write(number(words[1]), length(words[2]), Base64.getDecoder().decode(words[3]));
            case "memset" -> memset(number(words[1]), length(words[2]), (int) number(words[3]));
            case "irq_intercept_in", "irq_intercept_out" -> intercept(words[1]);
            case "set_irq_in" -> {
                vm.irq(FIRST_SPI + (int) number(words[3])).set(number(words[4]) != 0);
                yield "OK";
            }
            default -> "FAIL Unknown command '" + name + "'";
        };
    }

    private static int size(String name) {
        return switch (name.charAt(name.length() - 1)) {
            case 'b' -> 1;
            case 'w' -> 2;
            case 'l' -> 4;
            default -> 8;
        };
    }

    /** As strtoull reads it with base 0: 0x…, 0… in octal, or decimal, up to 64 bits. */
    private static long number(String word) {
        String digits = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        long value = digits.startsWith("0x") || digits.startsWith("0X") ? Long.parseUnsignedLong(digits.substring(2), 16)
                : digits.length() > 1 && digits.startsWith("0") ? Long.parseUnsignedLong(digits.substring(1), 8) : Long.parseUnsignedLong(digits);
        return word.startsWith("-") ? -value : value;
    }

    private static int length(String word) {
        long length = number(word);
        if (length < 0 || length > LARGEST_PIECE) {
            throw new IllegalArgumentException(word + " bytes are too many at once");
        }
        return (int) length;
    }

    private static byte[] hex(String word) {
        String digits = word.startsWith("0x") ? word.substring(2) : word;
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
    }

    // Memory: RAM in one go; else byte by byte, or by words where all of it is one device.

    private byte[] read(long address, int sizeBytes) {
        if (vm.memory().contains(address, sizeBytes)) {
            return vm.memory().read(address, sizeBytes);
        }
        byte[] bytes = new byte[sizeBytes];
        for (int done = 0; done < sizeBytes; ) {
            int piece = piece(address + done, sizeBytes - done);
            long value = vm.map().read(address + done, piece);
            for (int i = 0; i < piece; i++) {
                bytes[done + i] = (byte) (value >>> 8 * i);
            }
            done += piece;
        }
        return bytes;
    }

    private String write(long address, int sizeBytes, byte[] data) {
        byte[] bytes = java.util.Arrays.copyOf(data, sizeBytes);
        if (vm.memory().contains(address, sizeBytes)) {
            vm.memory().write(address, bytes);
            return "OK";
        }
        for (int done = 0; done < sizeBytes; ) {
            int piece = piece(address + done, sizeBytes - done);
            long value = 0;
            for (int i = 0; i < piece; i++) {
                value |= (bytes[done + i] & 0xffL) << 8 * i;
            }
            vm.map().write(address + done, piece, value);
            done += piece;
        }
        return "OK";
    }

    private int piece(long address, int left) {
        MmioRegion region = vm.map().regionAt(address);
        int piece = region == null ? 1 : 4;
        while (piece > left || (address & piece - 1) != 0) {
            piece /= 2;
        }
        return piece;
    }

    private String memset(long address, int sizeBytes, int value) {
        GuestMemory memory = vm.memory();
        if (sizeBytes > 0 && memory.contains(address, sizeBytes)) {
            memory.fill(address, sizeBytes, value);
        } else {
            byte[] bytes = new byte[sizeBytes];
            java.util.Arrays.fill(bytes, (byte) value);
            write(address, sizeBytes, bytes);
        }
        return "OK";
    }

    // Time.

    private String clock(boolean set, long argument) {
        long target = set ? argument : nanoseconds + (argument >= 0 ? argument : untilNextEvent());
        if (vm != null && target > nanoseconds) {
            long tick = target / NANOSECONDS_PER_TICK;
            for (long next = vm.events().nextTick(); next <= tick; next = vm.events().nextTick()) {
                vm.clock().skipTo(Math.max(next, vm.clock().ticks()));
                vm.events().runDue(vm.clock().ticks());
            }
            vm.clock().skipTo(tick);
        }
        nanoseconds = Math.max(nanoseconds, target);
        return "OK " + nanoseconds;
    }

    private long untilNextEvent() {
        long next = vm == null ? Long.MAX_VALUE : vm.events().nextTick();
        return next == Long.MAX_VALUE ? 0 : Math.max(0, next * NANOSECONDS_PER_TICK - nanoseconds);
    }

    // Interrupts.

    /** From now on the lines of the interrupt controller's SPIs are told, by the SPI's number. */
    private String intercept(String path) {
        if (intercepted != null) {
            return intercepted.equals(path) ? "OK" : "FAIL IRQ intercept already enabled";
        }
        intercepted = path;
        vm.trace().add((instruction, fact) -> {
            if (fact instanceof GicFact.Line line && line.intid() >= FIRST_SPI) {
                out.accept("IRQ %s %d".formatted(line.asserted() ? "raise" : "lower", line.intid() - FIRST_SPI));
            }
        });
        return "OK";
    }
}
