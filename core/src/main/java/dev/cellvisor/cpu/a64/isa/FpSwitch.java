// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group FP. */
final class FpSwitch {

    private FpSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 343 -> FpLoadStore.strB(c, s, d);
            case 344, 345, 346 -> FpLoadStore.strBIndexed(c, s, d);
            case 347 -> FpLoadStore.strBRegister(c, s, d);
            case 348 -> FpLoadStore.ldrB(c, s, d);
            case 349, 350, 351 -> FpLoadStore.ldrBIndexed(c, s, d);
            case 352 -> FpLoadStore.ldrBRegister(c, s, d);
            case 353 -> FpLoadStore.strH(c, s, d);
            case 354, 355, 356 -> FpLoadStore.strHIndexed(c, s, d);
            case 357 -> FpLoadStore.strHRegister(c, s, d);
            case 358 -> FpLoadStore.ldrH(c, s, d);
            case 359, 360, 361 -> FpLoadStore.ldrHIndexed(c, s, d);
            case 362 -> FpLoadStore.ldrHRegister(c, s, d);
            case 363 -> FpLoadStore.strS(c, s, d);
            case 364, 365, 366 -> FpLoadStore.strSIndexed(c, s, d);
            case 367 -> FpLoadStore.strSRegister(c, s, d);
            case 368 -> FpLoadStore.ldrS(c, s, d);
            case 369, 370, 371 -> FpLoadStore.ldrSIndexed(c, s, d);
            case 372 -> FpLoadStore.ldrSRegister(c, s, d);
            case 373 -> FpLoadStore.strD(c, s, d);
            case 374, 375, 376 -> FpLoadStore.strDIndexed(c, s, d);
            case 377 -> FpLoadStore.strDRegister(c, s, d);
            case 378 -> FpLoadStore.ldrD(c, s, d);
            case 379, 380, 381 -> FpLoadStore.ldrDIndexed(c, s, d);
            case 382 -> FpLoadStore.ldrDRegister(c, s, d);
            case 383 -> FpLoadStore.strQ(c, s, d);
            case 384, 385, 386 -> FpLoadStore.strQIndexed(c, s, d);
            case 387 -> FpLoadStore.strQRegister(c, s, d);
            case 388 -> FpLoadStore.ldrQ(c, s, d);
            case 389, 390, 391 -> FpLoadStore.ldrQIndexed(c, s, d);
            case 392 -> FpLoadStore.ldrQRegister(c, s, d);
            case 393 -> FpLoadStore.ldrSLiteral(c, s, d);
            case 394 -> FpLoadStore.ldrDLiteral(c, s, d);
            case 395 -> FpLoadStore.ldrQLiteral(c, s, d);
            case 396, 397, 398, 399 -> FpLoadStorePair.stpS(c, s, d);
            case 400, 401, 402, 403 -> FpLoadStorePair.ldpS(c, s, d);
            case 404, 405, 406, 407 -> FpLoadStorePair.stpD(c, s, d);
            case 408, 409, 410, 411 -> FpLoadStorePair.ldpD(c, s, d);
            case 412, 413, 414, 415 -> FpLoadStorePair.stpQ(c, s, d);
            case 416, 417, 418, 419 -> FpLoadStorePair.ldpQ(c, s, d);
            case 420 -> FpMove.fmovS(s, d);
            case 421 -> FpMove.fmovD(s, d);
            case 422 -> FpMove.fmovH(s, d);
            case 423 -> FpMove.fabsS(s, d);
            case 424 -> FpMove.fabsD(s, d);
            case 425 -> FpMove.fabsH(s, d);
            case 426 -> FpMove.fnegS(s, d);
            case 427 -> FpMove.fnegD(s, d);
            case 428 -> FpMove.fnegH(s, d);
            case 429 -> FpMove.fmovSImmediate(s, d);
            case 430 -> FpMove.fmovDImmediate(s, d);
            case 431 -> FpMove.fmovHImmediate(s, d);
            case 432 -> FpMove.fmovStoW(s, d);
            case 433 -> FpMove.fmovWtoS(s, d);
            case 434 -> FpMove.fmovDtoX(s, d);
            case 435 -> FpMove.fmovXtoD(s, d);
            case 436 -> FpMove.fmovTopToX(s, d);
            case 437 -> FpMove.fmovXtoTop(s, d);
            case 438, 439 -> FpMove.fmovHtoGeneral(s, d);
            case 440, 441 -> FpMove.fmovGeneralToH(s, d);
            case 442 -> FpMove.fcselS(s, d);
            case 443 -> FpMove.fcselD(s, d);
            case 444 -> FpMove.fcselH(s, d);
            case 445, 446, 447, 448, 449, 450, 451, 452 -> SimdLoadStoreMultiple.ld1(c, s, d);
            case 453, 454, 455, 456, 457, 458, 459, 460 -> SimdLoadStoreMultiple.st1(c, s, d);
            case 461, 462, 463, 464, 465, 466 -> SimdLoadStoreMultiple.ldn(c, s, d);
            case 467, 468, 469, 470, 471, 472 -> SimdLoadStoreMultiple.stn(c, s, d);
            case 473, 474, 475, 476, 477, 478, 479, 480 -> SimdLoadStoreSingle.load(c, s, d);
            case 481, 482, 483, 484, 485, 486, 487, 488 -> SimdLoadStoreSingle.store(c, s, d);
            case 489, 490, 491, 492, 493, 494, 495, 496 -> SimdLoadStoreSingle.replicate(c, s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
    }
}
