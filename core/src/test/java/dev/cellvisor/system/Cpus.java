package dev.cellvisor.system;

/** Assembly for several CPUs. */
final class Cpus {
    private Cpus() {
    }

    /** Starts a CPU at a label; X0 is PSCI's answer. */
    static String start(int cpu, String label) {
        return """
                ldr x0, =0xc4000003
                mov x1, #%d
                adr x2, %s
                mov x3, #%d
                hvc #0
            """.formatted(cpu, label, cpu);
    }

    /** What a CPU that was started does first: its own stack, then vectors, tables and MMU as the first one has them. */
    static String begin(int cpu) {
        return """
                ldr x0, =0x%x
                mov sp, x0
                bl set_up
                mov x26, #0
                mov x27, #0
                mov x28, #0
            """.formatted(SystemGuest.DATA + 0x10_0000 + 0x1_0000L * cpu);
    }

    /** Switches the CPU off. */
    static String off() {
        return """
                ldr x0, =0x84000002
                hvc #0
                wfi
            """;
    }
}
