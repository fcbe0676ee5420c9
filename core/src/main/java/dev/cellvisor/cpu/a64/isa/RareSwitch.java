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
            case 360, 361, 362, 363 -> AtomicMemory.ldadd(c, s, d);
            case 364, 365, 366, 367 -> AtomicMemory.ldclr(c, s, d);
            case 368, 369, 370, 371 -> AtomicMemory.ldeor(c, s, d);
            case 372, 373, 374, 375 -> AtomicMemory.ldset(c, s, d);
            case 376, 377, 378, 379 -> AtomicMemory.ldsmax(c, s, d);
            case 380, 381, 382, 383 -> AtomicMemory.ldsmin(c, s, d);
            case 384, 385, 386, 387 -> AtomicMemory.ldumax(c, s, d);
            case 388, 389, 390, 391 -> AtomicMemory.ldumin(c, s, d);
            case 392, 393, 394, 395 -> AtomicMemory.swp(c, s, d);
            case 396, 397, 398, 399 -> CompareAndSwap.cas(c, s, d);
            case 400 -> CompareAndSwap.casp32(c, s, d);
            case 401 -> CompareAndSwap.casp64(c, s, d);
            case 402, 403, 404, 405 -> Crc32.crc32(s, d);
            case 406, 407, 408, 409 -> Crc32.crc32c(s, d);
            case 410 -> FlagManipulation.rmif(s, d);
            case 411 -> FlagManipulation.setf8(s, d);
            case 412 -> FlagManipulation.setf16(s, d);
            case 413 -> FlagManipulation.cfinv(s, d);
            case 414 -> FlagManipulation.xaflag(s, d);
            case 415 -> FlagManipulation.axflag(s, d);
            case 416 -> LoadStoreRcpcUnscaled.stlurb(c, s, d);
            case 417 -> LoadStoreRcpcUnscaled.ldapurb(c, s, d);
            case 418 -> LoadStoreRcpcUnscaled.ldapursb64(c, s, d);
            case 419 -> LoadStoreRcpcUnscaled.ldapursb32(c, s, d);
            case 420 -> LoadStoreRcpcUnscaled.stlurh(c, s, d);
            case 421 -> LoadStoreRcpcUnscaled.ldapurh(c, s, d);
            case 422 -> LoadStoreRcpcUnscaled.ldapursh64(c, s, d);
            case 423 -> LoadStoreRcpcUnscaled.ldapursh32(c, s, d);
            case 424 -> LoadStoreRcpcUnscaled.stlur32(c, s, d);
            case 425 -> LoadStoreRcpcUnscaled.ldapur32(c, s, d);
            case 426 -> LoadStoreRcpcUnscaled.ldapursw(c, s, d);
            case 427 -> LoadStoreRcpcUnscaled.stlur64(c, s, d);
            case 428 -> LoadStoreRcpcUnscaled.ldapur64(c, s, d);
            case 429 -> LoadStoreUnprivileged.sttrb(c, s, d);
            case 430 -> LoadStoreUnprivileged.ldtrb(c, s, d);
            case 431 -> LoadStoreUnprivileged.ldtrsb64(c, s, d);
            case 432 -> LoadStoreUnprivileged.ldtrsb32(c, s, d);
            case 433 -> LoadStoreUnprivileged.sttrh(c, s, d);
            case 434 -> LoadStoreUnprivileged.ldtrh(c, s, d);
            case 435 -> LoadStoreUnprivileged.ldtrsh64(c, s, d);
            case 436 -> LoadStoreUnprivileged.ldtrsh32(c, s, d);
            case 437 -> LoadStoreUnprivileged.sttr32(c, s, d);
            case 438 -> LoadStoreUnprivileged.ldtr32(c, s, d);
            case 439 -> LoadStoreUnprivileged.ldtrsw(c, s, d);
            case 440 -> LoadStoreUnprivileged.sttr64(c, s, d);
            case 441 -> LoadStoreUnprivileged.ldtr64(c, s, d);
            case 442, 443, 444 -> LogicalShiftedRight.and64(s, d);
            case 445, 446, 447 -> LogicalShiftedRight.and32(s, d);
            case 448, 449, 450 -> LogicalShiftedRight.bic64(s, d);
            case 451, 452, 453 -> LogicalShiftedRight.bic32(s, d);
            case 454, 455, 456 -> LogicalShiftedRight.orr64(s, d);
            case 457, 458, 459 -> LogicalShiftedRight.orr32(s, d);
            case 460, 461, 462 -> LogicalShiftedRight.orn64(s, d);
            case 463, 464, 465 -> LogicalShiftedRight.orn32(s, d);
            case 466, 467, 468 -> LogicalShiftedRight.eor64(s, d);
            case 469, 470, 471 -> LogicalShiftedRight.eor32(s, d);
            case 472, 473, 474 -> LogicalShiftedRight.eon64(s, d);
            case 475, 476, 477 -> LogicalShiftedRight.eon32(s, d);
            case 478, 479, 480 -> LogicalShiftedRight.ands64(s, d);
            case 481, 482, 483 -> LogicalShiftedRight.ands32(s, d);
            case 484, 485, 486 -> LogicalShiftedRight.bics64(s, d);
            case 487, 488, 489 -> LogicalShiftedRight.bics32(s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
        return pc + 4;
    }
}
