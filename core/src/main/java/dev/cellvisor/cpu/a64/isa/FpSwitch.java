// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group FP. */
final class FpSwitch {

    private FpSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 347 -> FpMove.fmovDtoX(s, d);
            case 348, 349, 350, 351 -> FpLoadStorePair.stpQ(c, s, d);
            case 352, 353, 354, 355 -> FpLoadStorePair.ldpQ(c, s, d);
            case 356 -> FpLoadStore.strQ(c, s, d);
            case 357 -> FpLoadStore.ldrQ(c, s, d);
            case 358, 359, 360, 361, 362, 363, 364, 365 -> SimdLoadStoreMultiple.ld1(c, s, d);
            case 366, 367, 368 -> FpLoadStore.ldrQIndexed(c, s, d);
            case 369, 370, 371 -> FpLoadStore.strQIndexed(c, s, d);
            case 372 -> FpLoadStore.strB(c, s, d);
            case 373, 374, 375 -> FpLoadStore.strBIndexed(c, s, d);
            case 376 -> FpLoadStore.strBRegister(c, s, d);
            case 377 -> FpLoadStore.ldrB(c, s, d);
            case 378, 379, 380 -> FpLoadStore.ldrBIndexed(c, s, d);
            case 381 -> FpLoadStore.ldrBRegister(c, s, d);
            case 382 -> FpLoadStore.strH(c, s, d);
            case 383, 384, 385 -> FpLoadStore.strHIndexed(c, s, d);
            case 386 -> FpLoadStore.strHRegister(c, s, d);
            case 387 -> FpLoadStore.ldrH(c, s, d);
            case 388, 389, 390 -> FpLoadStore.ldrHIndexed(c, s, d);
            case 391 -> FpLoadStore.ldrHRegister(c, s, d);
            case 392 -> FpLoadStore.strS(c, s, d);
            case 393, 394, 395 -> FpLoadStore.strSIndexed(c, s, d);
            case 396 -> FpLoadStore.strSRegister(c, s, d);
            case 397 -> FpLoadStore.ldrS(c, s, d);
            case 398, 399, 400 -> FpLoadStore.ldrSIndexed(c, s, d);
            case 401 -> FpLoadStore.ldrSRegister(c, s, d);
            case 402 -> FpLoadStore.strD(c, s, d);
            case 403, 404, 405 -> FpLoadStore.strDIndexed(c, s, d);
            case 406 -> FpLoadStore.strDRegister(c, s, d);
            case 407 -> FpLoadStore.ldrD(c, s, d);
            case 408, 409, 410 -> FpLoadStore.ldrDIndexed(c, s, d);
            case 411 -> FpLoadStore.ldrDRegister(c, s, d);
            case 412 -> FpLoadStore.strQRegister(c, s, d);
            case 413 -> FpLoadStore.ldrQRegister(c, s, d);
            case 414 -> FpLoadStore.ldrSLiteral(c, s, d);
            case 415 -> FpLoadStore.ldrDLiteral(c, s, d);
            case 416 -> FpLoadStore.ldrQLiteral(c, s, d);
            case 417, 418, 419, 420 -> FpLoadStorePair.stpS(c, s, d);
            case 421, 422, 423, 424 -> FpLoadStorePair.ldpS(c, s, d);
            case 425, 426, 427, 428 -> FpLoadStorePair.stpD(c, s, d);
            case 429, 430, 431, 432 -> FpLoadStorePair.ldpD(c, s, d);
            case 433 -> FpMove.fmovS(s, d);
            case 434 -> FpMove.fmovD(s, d);
            case 435 -> FpMove.fmovH(s, d);
            case 436 -> FpMove.fabsS(s, d);
            case 437 -> FpMove.fabsD(s, d);
            case 438 -> FpMove.fabsH(s, d);
            case 439 -> FpMove.fnegS(s, d);
            case 440 -> FpMove.fnegD(s, d);
            case 441 -> FpMove.fnegH(s, d);
            case 442 -> FpMove.fmovSImmediate(s, d);
            case 443 -> FpMove.fmovDImmediate(s, d);
            case 444 -> FpMove.fmovHImmediate(s, d);
            case 445 -> FpMove.fmovStoW(s, d);
            case 446 -> FpMove.fmovWtoS(s, d);
            case 447 -> FpMove.fmovXtoD(s, d);
            case 448 -> FpMove.fmovTopToX(s, d);
            case 449 -> FpMove.fmovXtoTop(s, d);
            case 450, 451 -> FpMove.fmovHtoGeneral(s, d);
            case 452, 453 -> FpMove.fmovGeneralToH(s, d);
            case 454 -> FpMove.fcselS(s, d);
            case 455 -> FpMove.fcselD(s, d);
            case 456 -> FpMove.fcselH(s, d);
            case 457, 458, 459, 460, 461, 462, 463, 464 -> SimdLoadStoreMultiple.st1(c, s, d);
            case 465, 466, 467, 468, 469, 470 -> SimdLoadStoreMultiple.ldn(c, s, d);
            case 471, 472, 473, 474, 475, 476 -> SimdLoadStoreMultiple.stn(c, s, d);
            case 477, 478, 479, 480, 481, 482, 483, 484 -> SimdLoadStoreSingle.load(c, s, d);
            case 485, 486, 487, 488, 489, 490, 491, 492 -> SimdLoadStoreSingle.store(c, s, d);
            case 493, 494, 495, 496, 497, 498, 499, 500 -> SimdLoadStoreSingle.replicate(c, s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
    }
}
