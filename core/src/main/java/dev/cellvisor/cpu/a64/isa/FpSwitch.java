// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group FP. */
final class FpSwitch {

    private FpSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        switch ((int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK) {
            case 336 -> FpLoadStore.strB(c, s, d);
            case 337, 338, 339 -> FpLoadStore.strBIndexed(c, s, d);
            case 340 -> FpLoadStore.strBRegister(c, s, d);
            case 341 -> FpLoadStore.ldrB(c, s, d);
            case 342, 343, 344 -> FpLoadStore.ldrBIndexed(c, s, d);
            case 345 -> FpLoadStore.ldrBRegister(c, s, d);
            case 346 -> FpLoadStore.strH(c, s, d);
            case 347, 348, 349 -> FpLoadStore.strHIndexed(c, s, d);
            case 350 -> FpLoadStore.strHRegister(c, s, d);
            case 351 -> FpLoadStore.ldrH(c, s, d);
            case 352, 353, 354 -> FpLoadStore.ldrHIndexed(c, s, d);
            case 355 -> FpLoadStore.ldrHRegister(c, s, d);
            case 356 -> FpLoadStore.strS(c, s, d);
            case 357, 358, 359 -> FpLoadStore.strSIndexed(c, s, d);
            case 360 -> FpLoadStore.strSRegister(c, s, d);
            case 361 -> FpLoadStore.ldrS(c, s, d);
            case 362, 363, 364 -> FpLoadStore.ldrSIndexed(c, s, d);
            case 365 -> FpLoadStore.ldrSRegister(c, s, d);
            case 366 -> FpLoadStore.strD(c, s, d);
            case 367, 368, 369 -> FpLoadStore.strDIndexed(c, s, d);
            case 370 -> FpLoadStore.strDRegister(c, s, d);
            case 371 -> FpLoadStore.ldrD(c, s, d);
            case 372, 373, 374 -> FpLoadStore.ldrDIndexed(c, s, d);
            case 375 -> FpLoadStore.ldrDRegister(c, s, d);
            case 376 -> FpLoadStore.strQ(c, s, d);
            case 377, 378, 379 -> FpLoadStore.strQIndexed(c, s, d);
            case 380 -> FpLoadStore.strQRegister(c, s, d);
            case 381 -> FpLoadStore.ldrQ(c, s, d);
            case 382, 383, 384 -> FpLoadStore.ldrQIndexed(c, s, d);
            case 385 -> FpLoadStore.ldrQRegister(c, s, d);
            case 386 -> FpLoadStore.ldrSLiteral(c, s, d);
            case 387 -> FpLoadStore.ldrDLiteral(c, s, d);
            case 388 -> FpLoadStore.ldrQLiteral(c, s, d);
            case 389, 390, 391, 392 -> FpLoadStorePair.stpS(c, s, d);
            case 393, 394, 395, 396 -> FpLoadStorePair.ldpS(c, s, d);
            case 397, 398, 399, 400 -> FpLoadStorePair.stpD(c, s, d);
            case 401, 402, 403, 404 -> FpLoadStorePair.ldpD(c, s, d);
            case 405, 406, 407, 408 -> FpLoadStorePair.stpQ(c, s, d);
            case 409, 410, 411, 412 -> FpLoadStorePair.ldpQ(c, s, d);
            case 413 -> FpMove.fmovS(s, d);
            case 414 -> FpMove.fmovD(s, d);
            case 415 -> FpMove.fmovH(s, d);
            case 416 -> FpMove.fabsS(s, d);
            case 417 -> FpMove.fabsD(s, d);
            case 418 -> FpMove.fabsH(s, d);
            case 419 -> FpMove.fnegS(s, d);
            case 420 -> FpMove.fnegD(s, d);
            case 421 -> FpMove.fnegH(s, d);
            case 422 -> FpMove.fmovSImmediate(s, d);
            case 423 -> FpMove.fmovDImmediate(s, d);
            case 424 -> FpMove.fmovHImmediate(s, d);
            case 425 -> FpMove.fmovStoW(s, d);
            case 426 -> FpMove.fmovWtoS(s, d);
            case 427 -> FpMove.fmovDtoX(s, d);
            case 428 -> FpMove.fmovXtoD(s, d);
            case 429 -> FpMove.fmovTopToX(s, d);
            case 430 -> FpMove.fmovXtoTop(s, d);
            case 431, 432 -> FpMove.fmovHtoGeneral(s, d);
            case 433, 434 -> FpMove.fmovGeneralToH(s, d);
            case 435 -> FpMove.fcselS(s, d);
            case 436 -> FpMove.fcselD(s, d);
            case 437 -> FpMove.fcselH(s, d);
            case 438, 439, 440, 441, 442, 443, 444, 445 -> SimdLoadStoreMultiple.ld1(c, s, d);
            case 446, 447, 448, 449, 450, 451, 452, 453 -> SimdLoadStoreMultiple.st1(c, s, d);
            case 454, 455, 456, 457, 458, 459 -> SimdLoadStoreMultiple.ldn(c, s, d);
            case 460, 461, 462, 463, 464, 465 -> SimdLoadStoreMultiple.stn(c, s, d);
            case 466, 467, 468, 469, 470, 471, 472, 473 -> SimdLoadStoreSingle.load(c, s, d);
            case 474, 475, 476, 477, 478, 479, 480, 481 -> SimdLoadStoreSingle.store(c, s, d);
            case 482, 483, 484, 485, 486, 487, 488, 489 -> SimdLoadStoreSingle.replicate(c, s, d);
            default -> throw new IllegalStateException("operation " + (d >>> Regs.OP_SHIFT & Regs.OP_MASK) + " is in no group");
        }
    }
}
