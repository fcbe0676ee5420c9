package dev.cellvisor.boot;

/** The functions that {@link Psci} answers, by the number of their 32-bit and 64-bit form (0: there is none). */
enum PsciFunction {
    PSCI_VERSION(0x8400_0000, 0),
    CPU_SUSPEND(0x8400_0001, 0xc400_0001),
    CPU_OFF(0x8400_0002, 0),
    CPU_ON(0x8400_0003, 0xc400_0003),
    AFFINITY_INFO(0x8400_0004, 0xc400_0004),
    MIGRATE_INFO_TYPE(0x8400_0006, 0),
    SYSTEM_OFF(0x8400_0008, 0),
    SYSTEM_RESET(0x8400_0009, 0),
    PSCI_FEATURES(0x8400_000a, 0),
    SMCCC_VERSION(0x8000_0000, 0);

    private final int id32;
    private final int id64;

    PsciFunction(int id32, int id64) {
        this.id32 = id32;
        this.id64 = id64;
    }

    /** The function of a number, or {@code null}. */
    static PsciFunction of(int id) {
        for (PsciFunction function : values()) {
            if (id != 0 && (id == function.id32 || id == function.id64)) {
                return function;
            }
        }
        return null;
    }
}
