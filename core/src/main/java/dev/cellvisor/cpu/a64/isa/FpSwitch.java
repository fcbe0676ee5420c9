// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group FP. */
final class FpSwitch {

    private FpSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 340 -> FpMove.fmovDtoX(s, d);
            case 341, 342, 343, 344 -> FpLoadStorePair.stpQ(c, s, d);
            case 345, 346, 347, 348 -> FpLoadStorePair.ldpQ(c, s, d);
            case 349 -> FpLoadStore.strQ(c, s, d);
            case 350 -> FpLoadStore.ldrQ(c, s, d);
            case 351, 352, 353, 354, 355, 356, 357, 358 -> SimdLoadStoreMultiple.ld1(c, s, d);
            case 359, 360, 361 -> FpLoadStore.ldrQIndexed(c, s, d);
            case 362, 363, 364 -> FpLoadStore.strQIndexed(c, s, d);
            case 365 -> FpLoadStore.strB(c, s, d);
            case 366, 367, 368 -> FpLoadStore.strBIndexed(c, s, d);
            case 369 -> FpLoadStore.strBRegister(c, s, d);
            case 370 -> FpLoadStore.ldrB(c, s, d);
            case 371, 372, 373 -> FpLoadStore.ldrBIndexed(c, s, d);
            case 374 -> FpLoadStore.ldrBRegister(c, s, d);
            case 375 -> FpLoadStore.strH(c, s, d);
            case 376, 377, 378 -> FpLoadStore.strHIndexed(c, s, d);
            case 379 -> FpLoadStore.strHRegister(c, s, d);
            case 380 -> FpLoadStore.ldrH(c, s, d);
            case 381, 382, 383 -> FpLoadStore.ldrHIndexed(c, s, d);
            case 384 -> FpLoadStore.ldrHRegister(c, s, d);
            case 385 -> FpLoadStore.strS(c, s, d);
            case 386, 387, 388 -> FpLoadStore.strSIndexed(c, s, d);
            case 389 -> FpLoadStore.strSRegister(c, s, d);
            case 390 -> FpLoadStore.ldrS(c, s, d);
            case 391, 392, 393 -> FpLoadStore.ldrSIndexed(c, s, d);
            case 394 -> FpLoadStore.ldrSRegister(c, s, d);
            case 395 -> FpLoadStore.strD(c, s, d);
            case 396, 397, 398 -> FpLoadStore.strDIndexed(c, s, d);
            case 399 -> FpLoadStore.strDRegister(c, s, d);
            case 400 -> FpLoadStore.ldrD(c, s, d);
            case 401, 402, 403 -> FpLoadStore.ldrDIndexed(c, s, d);
            case 404 -> FpLoadStore.ldrDRegister(c, s, d);
            case 405 -> FpLoadStore.strQRegister(c, s, d);
            case 406 -> FpLoadStore.ldrQRegister(c, s, d);
            case 407 -> FpLoadStore.ldrSLiteral(c, s, d);
            case 408 -> FpLoadStore.ldrDLiteral(c, s, d);
            case 409 -> FpLoadStore.ldrQLiteral(c, s, d);
            case 410, 411, 412, 413 -> FpLoadStorePair.stpS(c, s, d);
            case 414, 415, 416, 417 -> FpLoadStorePair.ldpS(c, s, d);
            case 418, 419, 420, 421 -> FpLoadStorePair.stpD(c, s, d);
            case 422, 423, 424, 425 -> FpLoadStorePair.ldpD(c, s, d);
            case 426 -> FpMove.fmovS(s, d);
            case 427 -> FpMove.fmovD(s, d);
            case 428 -> FpMove.fmovH(s, d);
            case 429 -> FpMove.fabsS(s, d);
            case 430 -> FpMove.fabsD(s, d);
            case 431 -> FpMove.fabsH(s, d);
            case 432 -> FpMove.fnegS(s, d);
            case 433 -> FpMove.fnegD(s, d);
            case 434 -> FpMove.fnegH(s, d);
            case 435 -> FpMove.fmovSImmediate(s, d);
            case 436 -> FpMove.fmovDImmediate(s, d);
            case 437 -> FpMove.fmovHImmediate(s, d);
            case 438 -> FpMove.fmovStoW(s, d);
            case 439 -> FpMove.fmovWtoS(s, d);
            case 440 -> FpMove.fmovXtoD(s, d);
            case 441 -> FpMove.fmovTopToX(s, d);
            case 442 -> FpMove.fmovXtoTop(s, d);
            case 443, 444 -> FpMove.fmovHtoGeneral(s, d);
            case 445, 446 -> FpMove.fmovGeneralToH(s, d);
            case 447 -> FpMove.fcselS(s, d);
            case 448 -> FpMove.fcselD(s, d);
            case 449 -> FpMove.fcselH(s, d);
            case 450, 451, 452, 453, 454, 455, 456, 457 -> SimdLoadStoreMultiple.st1(c, s, d);
            case 458, 459, 460, 461, 462, 463 -> SimdLoadStoreMultiple.ldn(c, s, d);
            case 464, 465, 466, 467, 468, 469 -> SimdLoadStoreMultiple.stn(c, s, d);
            case 470, 471, 472, 473, 474, 475, 476, 477 -> SimdLoadStoreSingle.load(c, s, d);
            case 478, 479, 480, 481, 482, 483, 484, 485 -> SimdLoadStoreSingle.store(c, s, d);
            case 486, 487, 488, 489, 490, 491, 492, 493 -> SimdLoadStoreSingle.replicate(c, s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
    }
}
