// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 336 -> AddSubCarry.adc64(s, d);
            case 337 -> AddSubCarry.adc32(s, d);
            case 338 -> AddSubCarry.adcs64(s, d);
            case 339 -> AddSubCarry.adcs32(s, d);
            case 340 -> AddSubCarry.sbc64(s, d);
            case 341 -> AddSubCarry.sbc32(s, d);
            case 342 -> AddSubCarry.sbcs64(s, d);
            case 343 -> AddSubCarry.sbcs32(s, d);
            case 344, 345 -> AddSubShiftedRight.add64(s, d);
            case 346, 347 -> AddSubShiftedRight.add32(s, d);
            case 348, 349 -> AddSubShiftedRight.adds64(s, d);
            case 350, 351 -> AddSubShiftedRight.adds32(s, d);
            case 352, 353 -> AddSubShiftedRight.sub64(s, d);
            case 354, 355 -> AddSubShiftedRight.sub32(s, d);
            case 356, 357 -> AddSubShiftedRight.subs64(s, d);
            case 358, 359 -> AddSubShiftedRight.subs32(s, d);
            case 360, 361, 362, 363 -> Crc32.crc32(s, d);
            case 364, 365, 366, 367 -> Crc32.crc32c(s, d);
            case 368 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 369 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 370 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 371 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 372 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 373 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 374 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 375 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 376 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 377 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 378 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 379 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 380 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 381, 382, 383 -> LogicalShiftedRight.and64(s, d);
            case 384, 385, 386 -> LogicalShiftedRight.and32(s, d);
            case 387, 388, 389 -> LogicalShiftedRight.bic64(s, d);
            case 390, 391, 392 -> LogicalShiftedRight.bic32(s, d);
            case 393, 394, 395 -> LogicalShiftedRight.orr64(s, d);
            case 396, 397, 398 -> LogicalShiftedRight.orr32(s, d);
            case 399, 400, 401 -> LogicalShiftedRight.orn64(s, d);
            case 402, 403, 404 -> LogicalShiftedRight.orn32(s, d);
            case 405, 406, 407 -> LogicalShiftedRight.eor64(s, d);
            case 408, 409, 410 -> LogicalShiftedRight.eor32(s, d);
            case 411, 412, 413 -> LogicalShiftedRight.eon64(s, d);
            case 414, 415, 416 -> LogicalShiftedRight.eon32(s, d);
            case 417, 418, 419 -> LogicalShiftedRight.ands64(s, d);
            case 420, 421, 422 -> LogicalShiftedRight.ands32(s, d);
            case 423, 424, 425 -> LogicalShiftedRight.bics64(s, d);
            case 426, 427, 428 -> LogicalShiftedRight.bics32(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
