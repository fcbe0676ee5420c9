package dev.cellvisor.cpu.a64.asm;

import java.util.Locale;

/** Names of system registers, as the architecture has them, and their encodings: op0:op1:CRn:CRm:op2 in 16 bits. */
public final class SystemRegisterName {
    private SystemRegisterName() {
    }

    /** The name of an encoding in capitals, as MRS has it; {@code S3_0_C5_C7_2} if it has none. */
    public static String of(int encoding) {
        String name = SystemNames.register(encoding, false);
        if (name == null) {
            name = SystemNames.register(encoding, true);
        }
        return name != null ? name.toUpperCase(Locale.ROOT) : "S%d_%d_C%d_C%d_%d".formatted(encoding >>> 14 & 3, encoding >>> 11 & 7,
                encoding >>> 7 & 15, encoding >>> 3 & 15, encoding & 7);
    }
}
