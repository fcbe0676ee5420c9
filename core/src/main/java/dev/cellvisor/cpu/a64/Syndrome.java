package dev.cellvisor.cpu.a64;

import dev.cellvisor.cpu.a64.exception.Exceptions;
import dev.cellvisor.cpu.a64.mmu.Mmu;

/** ESR_EL1 in words. */
public final class Syndrome {

    private Syndrome() {
    }

    /** What an exception syndrome says, e.g. {@code "Data Abort from EL1: translation fault, level 3 (read)"}. */
    public static String describe(long esr) {
        int exceptionClass = (int) (esr >>> 26) & 0x3f;
        int iss = (int) esr & 0x1ff_ffff;
        return switch (exceptionClass) {
            case Exceptions.EC_UNKNOWN -> "Undefined Instruction";
            case Exceptions.EC_WFX -> (iss & 1) == 0 ? "trapped WFI" : "trapped WFE";
            case Exceptions.EC_FP -> "FP or SIMD disabled";
            case Exceptions.EC_ILLEGAL -> "Illegal Execution state";
            case Exceptions.EC_SVC -> "SVC #" + (iss & 0xffff);
            case Exceptions.EC_SYSTEM -> "trapped system register access";
            case Exceptions.EC_INSTRUCTION_ABORT, Exceptions.EC_INSTRUCTION_ABORT + 1 ->
                "Instruction Abort from EL" + (exceptionClass & 1) + ": " + Mmu.faultName(iss & 0x3f);
            case Exceptions.EC_PC_ALIGNMENT -> "PC alignment fault";
            case Exceptions.EC_DATA_ABORT, Exceptions.EC_DATA_ABORT + 1 ->
                "Data Abort from EL" + (exceptionClass & 1) + ": " + Mmu.faultName(iss & 0x3f) + ((iss & 1 << 6) != 0 ? " (write)" : " (read)");
            case Exceptions.EC_SP_ALIGNMENT -> "SP alignment fault";
            case Exceptions.EC_BRK -> "BRK #" + (iss & 0xffff);
            default -> "exception class 0x%02x".formatted(exceptionClass);
        };
    }
}
