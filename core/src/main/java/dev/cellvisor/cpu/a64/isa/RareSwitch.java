// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group RARE. */
final class RareSwitch {

    private RareSwitch() {
    }

    static long execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 343 -> AddSubCarry.adc64(s, d);
            case 344 -> AddSubCarry.adc32(s, d);
            case 345 -> AddSubCarry.adcs64(s, d);
            case 346 -> AddSubCarry.adcs32(s, d);
            case 347 -> AddSubCarry.sbc64(s, d);
            case 348 -> AddSubCarry.sbc32(s, d);
            case 349 -> AddSubCarry.sbcs64(s, d);
            case 350 -> AddSubCarry.sbcs32(s, d);
            case 351, 352 -> AddSubShiftedRight.add64(s, d);
            case 353, 354 -> AddSubShiftedRight.add32(s, d);
            case 355, 356 -> AddSubShiftedRight.adds64(s, d);
            case 357, 358 -> AddSubShiftedRight.adds32(s, d);
            case 359, 360 -> AddSubShiftedRight.sub64(s, d);
            case 361, 362 -> AddSubShiftedRight.sub32(s, d);
            case 363, 364 -> AddSubShiftedRight.subs64(s, d);
            case 365, 366 -> AddSubShiftedRight.subs32(s, d);
            case 367, 368, 369, 370 -> AtomicMemory.ldadd(c, s, d);
            case 371, 372, 373, 374 -> AtomicMemory.ldclr(c, s, d);
            case 375, 376, 377, 378 -> AtomicMemory.ldeor(c, s, d);
            case 379, 380, 381, 382 -> AtomicMemory.ldset(c, s, d);
            case 383, 384, 385, 386 -> AtomicMemory.ldsmax(c, s, d);
            case 387, 388, 389, 390 -> AtomicMemory.ldsmin(c, s, d);
            case 391, 392, 393, 394 -> AtomicMemory.ldumax(c, s, d);
            case 395, 396, 397, 398 -> AtomicMemory.ldumin(c, s, d);
            case 399, 400, 401, 402 -> AtomicMemory.swp(c, s, d);
            case 403, 404, 405, 406 -> CompareAndSwap.cas(c, s, d);
            case 407 -> CompareAndSwap.casp32(c, s, d);
            case 408 -> CompareAndSwap.casp64(c, s, d);
            case 409, 410, 411, 412 -> Crc32.crc32(s, d);
            case 413, 414, 415, 416 -> Crc32.crc32c(s, d);
            case 417 -> FlagManipulation.rmif(s, d);
            case 418 -> FlagManipulation.setf8(s, d);
            case 419 -> FlagManipulation.setf16(s, d);
            case 420 -> FlagManipulation.cfinv(s, d);
            case 421 -> FlagManipulation.xaflag(s, d);
            case 422 -> FlagManipulation.axflag(s, d);
            case 423 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 424 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 425 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 426 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 427 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 428 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 429 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 430 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 431 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 432 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 433 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 434 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 435 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 436 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 437 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 438 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 439 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 440 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 441 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 442 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 443 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 444 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 445 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 446 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 447 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 448 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 449, 450, 451 -> LogicalShiftedRight.and64(s, d);
            case 452, 453, 454 -> LogicalShiftedRight.and32(s, d);
            case 455, 456, 457 -> LogicalShiftedRight.bic64(s, d);
            case 458, 459, 460 -> LogicalShiftedRight.bic32(s, d);
            case 461, 462, 463 -> LogicalShiftedRight.orr64(s, d);
            case 464, 465, 466 -> LogicalShiftedRight.orr32(s, d);
            case 467, 468, 469 -> LogicalShiftedRight.orn64(s, d);
            case 470, 471, 472 -> LogicalShiftedRight.orn32(s, d);
            case 473, 474, 475 -> LogicalShiftedRight.eor64(s, d);
            case 476, 477, 478 -> LogicalShiftedRight.eor32(s, d);
            case 479, 480, 481 -> LogicalShiftedRight.eon64(s, d);
            case 482, 483, 484 -> LogicalShiftedRight.eon32(s, d);
            case 485, 486, 487 -> LogicalShiftedRight.ands64(s, d);
            case 488, 489, 490 -> LogicalShiftedRight.ands32(s, d);
            case 491, 492, 493 -> LogicalShiftedRight.bics64(s, d);
            case 494, 495, 496 -> LogicalShiftedRight.bics32(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
