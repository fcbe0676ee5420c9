// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group FP. */
final class FpSwitch {

    private FpSwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
        switch (op >>> 4) { // two levels: C1 makes a chain of comparisons of a switch
            case 21 -> {
                switch (op) {
                    case 349 -> FpMove.fmovDtoX(s, d);
                    case 350 -> FpLoadStorePair.stpQ(c, s, d);
                    case 351 -> FpLoadStorePair.stpQ(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 22 -> {
                switch (op) {
                    case 352 -> FpLoadStorePair.stpQ(c, s, d);
                    case 353 -> FpLoadStorePair.stpQ(c, s, d);
                    case 354 -> FpLoadStorePair.ldpQ(c, s, d);
                    case 355 -> FpLoadStorePair.ldpQ(c, s, d);
                    case 356 -> FpLoadStorePair.ldpQ(c, s, d);
                    case 357 -> FpLoadStorePair.ldpQ(c, s, d);
                    case 358 -> FpLoadStore.strQ(c, s, d);
                    case 359 -> FpLoadStore.ldrQ(c, s, d);
                    case 360 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 361 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 362 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 363 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 364 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 365 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 366 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    case 367 -> SimdLoadStoreMultiple.ld1(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 23 -> {
                switch (op) {
                    case 368 -> FpLoadStore.ldrQIndexed(c, s, d);
                    case 369 -> FpLoadStore.ldrQIndexed(c, s, d);
                    case 370 -> FpLoadStore.ldrQIndexed(c, s, d);
                    case 371 -> FpLoadStore.strQIndexed(c, s, d);
                    case 372 -> FpLoadStore.strQIndexed(c, s, d);
                    case 373 -> FpLoadStore.strQIndexed(c, s, d);
                    case 374 -> FpArithmetic.faddS(s, d);
                    case 375 -> FpArithmetic.faddD(s, d);
                    case 376 -> FpArithmetic.faddH(s, d);
                    case 377 -> FpArithmetic.fsubS(s, d);
                    case 378 -> FpArithmetic.fsubD(s, d);
                    case 379 -> FpArithmetic.fsubH(s, d);
                    case 380 -> FpArithmetic.fmulS(s, d);
                    case 381 -> FpArithmetic.fmulD(s, d);
                    case 382 -> FpArithmetic.fmulH(s, d);
                    case 383 -> FpArithmetic.fdivS(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 24 -> {
                switch (op) {
                    case 384 -> FpArithmetic.fdivD(s, d);
                    case 385 -> FpArithmetic.fdivH(s, d);
                    case 386 -> FpArithmetic.fnmul(s, d);
                    case 387 -> FpArithmetic.fnmul(s, d);
                    case 388 -> FpArithmetic.fmax(s, d);
                    case 389 -> FpArithmetic.fmax(s, d);
                    case 390 -> FpArithmetic.fmin(s, d);
                    case 391 -> FpArithmetic.fmin(s, d);
                    case 392 -> FpArithmetic.fmaxnm(s, d);
                    case 393 -> FpArithmetic.fmaxnm(s, d);
                    case 394 -> FpArithmetic.fminnm(s, d);
                    case 395 -> FpArithmetic.fminnm(s, d);
                    case 396 -> FpArithmetic.fsqrtS(s, d);
                    case 397 -> FpArithmetic.fsqrtD(s, d);
                    case 398 -> FpArithmetic.fsqrtH(s, d);
                    case 399 -> FpArithmetic.fcvtStoD(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 25 -> {
                switch (op) {
                    case 400 -> FpArithmetic.fcvtDtoS(s, d);
                    case 401 -> FpArithmetic.fcvtStoH(s, d);
                    case 402 -> FpArithmetic.fcvtDtoH(s, d);
                    case 403 -> FpArithmetic.fcvtHtoS(s, d);
                    case 404 -> FpArithmetic.fcvtHtoD(s, d);
                    case 405 -> FpArithmetic.frintn(s, d);
                    case 406 -> FpArithmetic.frintn(s, d);
                    case 407 -> FpArithmetic.frintp(s, d);
                    case 408 -> FpArithmetic.frintp(s, d);
                    case 409 -> FpArithmetic.frintm(s, d);
                    case 410 -> FpArithmetic.frintm(s, d);
                    case 411 -> FpArithmetic.frintz(s, d);
                    case 412 -> FpArithmetic.frintz(s, d);
                    case 413 -> FpArithmetic.frinta(s, d);
                    case 414 -> FpArithmetic.frinta(s, d);
                    case 415 -> FpArithmetic.frintx(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 26 -> {
                switch (op) {
                    case 416 -> FpArithmetic.frintx(s, d);
                    case 417 -> FpArithmetic.frinti(s, d);
                    case 418 -> FpArithmetic.frinti(s, d);
                    case 419 -> FpArithmetic.frint32z(s, d);
                    case 420 -> FpArithmetic.frint32x(s, d);
                    case 421 -> FpArithmetic.frint64z(s, d);
                    case 422 -> FpArithmetic.frint64x(s, d);
                    case 423 -> FpArithmetic.fmaddS(s, d);
                    case 424 -> FpArithmetic.fmaddD(s, d);
                    case 425 -> FpArithmetic.fmaddH(s, d);
                    case 426 -> FpArithmetic.fmsubS(s, d);
                    case 427 -> FpArithmetic.fmsubD(s, d);
                    case 428 -> FpArithmetic.fmsubH(s, d);
                    case 429 -> FpArithmetic.fnmaddS(s, d);
                    case 430 -> FpArithmetic.fnmaddD(s, d);
                    case 431 -> FpArithmetic.fnmaddH(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 27 -> {
                switch (op) {
                    case 432 -> FpArithmetic.fnmsubS(s, d);
                    case 433 -> FpArithmetic.fnmsubD(s, d);
                    case 434 -> FpArithmetic.fnmsubH(s, d);
                    case 435 -> FpArithmetic.fcmpS(s, d);
                    case 436 -> FpArithmetic.fcmpD(s, d);
                    case 437 -> FpArithmetic.fcmpeS(s, d);
                    case 438 -> FpArithmetic.fcmpeD(s, d);
                    case 439 -> FpArithmetic.fcmpH(s, d);
                    case 440 -> FpArithmetic.fcmpZero(s, d);
                    case 441 -> FpArithmetic.fcmpZero(s, d);
                    case 442 -> FpArithmetic.fccmp(s, d);
                    case 443 -> FpArithmetic.fccmp(s, d);
                    case 444 -> FpInteger.fcvtzsDtoW(s, d);
                    case 445 -> FpInteger.fcvtzsDtoX(s, d);
                    case 446 -> FpInteger.fcvtns(s, d);
                    case 447 -> FpInteger.fcvtns(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 28 -> {
                switch (op) {
                    case 448 -> FpInteger.fcvtnu(s, d);
                    case 449 -> FpInteger.fcvtnu(s, d);
                    case 450 -> FpInteger.fcvtps(s, d);
                    case 451 -> FpInteger.fcvtps(s, d);
                    case 452 -> FpInteger.fcvtpu(s, d);
                    case 453 -> FpInteger.fcvtpu(s, d);
                    case 454 -> FpInteger.fcvtms(s, d);
                    case 455 -> FpInteger.fcvtms(s, d);
                    case 456 -> FpInteger.fcvtmu(s, d);
                    case 457 -> FpInteger.fcvtmu(s, d);
                    case 458 -> FpInteger.fcvtzs(s, d);
                    case 459 -> FpInteger.fcvtzs(s, d);
                    case 460 -> FpInteger.fcvtzu(s, d);
                    case 461 -> FpInteger.fcvtzu(s, d);
                    case 462 -> FpInteger.fcvtas(s, d);
                    case 463 -> FpInteger.fcvtas(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 29 -> {
                switch (op) {
                    case 464 -> FpInteger.fcvtau(s, d);
                    case 465 -> FpInteger.fcvtau(s, d);
                    case 466 -> FpInteger.fcvtzsFixed(s, d);
                    case 467 -> FpInteger.fcvtzsFixed(s, d);
                    case 468 -> FpInteger.fcvtzuFixed(s, d);
                    case 469 -> FpInteger.fcvtzuFixed(s, d);
                    case 470 -> FpInteger.fjcvtzs(s, d);
                    case 471 -> FpInteger.scvtfWtoD(s, d);
                    case 472 -> FpInteger.scvtfXtoD(s, d);
                    case 473 -> FpInteger.ucvtfWtoD(s, d);
                    case 474 -> FpInteger.scvtf(s, d);
                    case 475 -> FpInteger.scvtf(s, d);
                    case 476 -> FpInteger.ucvtf(s, d);
                    case 477 -> FpInteger.ucvtf(s, d);
                    case 478 -> FpInteger.ucvtf(s, d);
                    case 479 -> FpInteger.scvtfFixed(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 30 -> {
                switch (op) {
                    case 480 -> FpInteger.scvtfFixed(s, d);
                    case 481 -> FpInteger.ucvtfFixed(s, d);
                    case 482 -> FpInteger.ucvtfFixed(s, d);
                    case 483 -> FpLoadStore.strB(c, s, d);
                    case 484 -> FpLoadStore.strBIndexed(c, s, d);
                    case 485 -> FpLoadStore.strBIndexed(c, s, d);
                    case 486 -> FpLoadStore.strBIndexed(c, s, d);
                    case 487 -> FpLoadStore.strBRegister(c, s, d);
                    case 488 -> FpLoadStore.ldrB(c, s, d);
                    case 489 -> FpLoadStore.ldrBIndexed(c, s, d);
                    case 490 -> FpLoadStore.ldrBIndexed(c, s, d);
                    case 491 -> FpLoadStore.ldrBIndexed(c, s, d);
                    case 492 -> FpLoadStore.ldrBRegister(c, s, d);
                    case 493 -> FpLoadStore.strH(c, s, d);
                    case 494 -> FpLoadStore.strHIndexed(c, s, d);
                    case 495 -> FpLoadStore.strHIndexed(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 31 -> {
                switch (op) {
                    case 496 -> FpLoadStore.strHIndexed(c, s, d);
                    case 497 -> FpLoadStore.strHRegister(c, s, d);
                    case 498 -> FpLoadStore.ldrH(c, s, d);
                    case 499 -> FpLoadStore.ldrHIndexed(c, s, d);
                    case 500 -> FpLoadStore.ldrHIndexed(c, s, d);
                    case 501 -> FpLoadStore.ldrHIndexed(c, s, d);
                    case 502 -> FpLoadStore.ldrHRegister(c, s, d);
                    case 503 -> FpLoadStore.strS(c, s, d);
                    case 504 -> FpLoadStore.strSIndexed(c, s, d);
                    case 505 -> FpLoadStore.strSIndexed(c, s, d);
                    case 506 -> FpLoadStore.strSIndexed(c, s, d);
                    case 507 -> FpLoadStore.strSRegister(c, s, d);
                    case 508 -> FpLoadStore.ldrS(c, s, d);
                    case 509 -> FpLoadStore.ldrSIndexed(c, s, d);
                    case 510 -> FpLoadStore.ldrSIndexed(c, s, d);
                    case 511 -> FpLoadStore.ldrSIndexed(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 32 -> {
                switch (op) {
                    case 512 -> FpLoadStore.ldrSRegister(c, s, d);
                    case 513 -> FpLoadStore.strD(c, s, d);
                    case 514 -> FpLoadStore.strDIndexed(c, s, d);
                    case 515 -> FpLoadStore.strDIndexed(c, s, d);
                    case 516 -> FpLoadStore.strDIndexed(c, s, d);
                    case 517 -> FpLoadStore.strDRegister(c, s, d);
                    case 518 -> FpLoadStore.ldrD(c, s, d);
                    case 519 -> FpLoadStore.ldrDIndexed(c, s, d);
                    case 520 -> FpLoadStore.ldrDIndexed(c, s, d);
                    case 521 -> FpLoadStore.ldrDIndexed(c, s, d);
                    case 522 -> FpLoadStore.ldrDRegister(c, s, d);
                    case 523 -> FpLoadStore.strQRegister(c, s, d);
                    case 524 -> FpLoadStore.ldrQRegister(c, s, d);
                    case 525 -> FpLoadStore.ldrSLiteral(c, s, d);
                    case 526 -> FpLoadStore.ldrDLiteral(c, s, d);
                    case 527 -> FpLoadStore.ldrQLiteral(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 33 -> {
                switch (op) {
                    case 528 -> FpLoadStorePair.stpS(c, s, d);
                    case 529 -> FpLoadStorePair.stpS(c, s, d);
                    case 530 -> FpLoadStorePair.stpS(c, s, d);
                    case 531 -> FpLoadStorePair.stpS(c, s, d);
                    case 532 -> FpLoadStorePair.ldpS(c, s, d);
                    case 533 -> FpLoadStorePair.ldpS(c, s, d);
                    case 534 -> FpLoadStorePair.ldpS(c, s, d);
                    case 535 -> FpLoadStorePair.ldpS(c, s, d);
                    case 536 -> FpLoadStorePair.stpD(c, s, d);
                    case 537 -> FpLoadStorePair.stpD(c, s, d);
                    case 538 -> FpLoadStorePair.stpD(c, s, d);
                    case 539 -> FpLoadStorePair.stpD(c, s, d);
                    case 540 -> FpLoadStorePair.ldpD(c, s, d);
                    case 541 -> FpLoadStorePair.ldpD(c, s, d);
                    case 542 -> FpLoadStorePair.ldpD(c, s, d);
                    case 543 -> FpLoadStorePair.ldpD(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 34 -> {
                switch (op) {
                    case 544 -> FpMove.fmovS(s, d);
                    case 545 -> FpMove.fmovD(s, d);
                    case 546 -> FpMove.fmovH(s, d);
                    case 547 -> FpMove.fabsS(s, d);
                    case 548 -> FpMove.fabsD(s, d);
                    case 549 -> FpMove.fabsH(s, d);
                    case 550 -> FpMove.fnegS(s, d);
                    case 551 -> FpMove.fnegD(s, d);
                    case 552 -> FpMove.fnegH(s, d);
                    case 553 -> FpMove.fmovSImmediate(s, d);
                    case 554 -> FpMove.fmovDImmediate(s, d);
                    case 555 -> FpMove.fmovHImmediate(s, d);
                    case 556 -> FpMove.fmovStoW(s, d);
                    case 557 -> FpMove.fmovWtoS(s, d);
                    case 558 -> FpMove.fmovXtoD(s, d);
                    case 559 -> FpMove.fmovTopToX(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 35 -> {
                switch (op) {
                    case 560 -> FpMove.fmovXtoTop(s, d);
                    case 561 -> FpMove.fmovHtoGeneral(s, d);
                    case 562 -> FpMove.fmovHtoGeneral(s, d);
                    case 563 -> FpMove.fmovGeneralToH(s, d);
                    case 564 -> FpMove.fmovGeneralToH(s, d);
                    case 565 -> FpMove.fcselS(s, d);
                    case 566 -> FpMove.fcselD(s, d);
                    case 567 -> FpMove.fcselH(s, d);
                    case 568 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 569 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 570 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 571 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 572 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 573 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 574 -> SimdLoadStoreMultiple.st1(c, s, d);
                    case 575 -> SimdLoadStoreMultiple.st1(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 36 -> {
                switch (op) {
                    case 576 -> SimdLoadStoreMultiple.ldn(c, s, d);
                    case 577 -> SimdLoadStoreMultiple.ldn(c, s, d);
                    case 578 -> SimdLoadStoreMultiple.ldn(c, s, d);
                    case 579 -> SimdLoadStoreMultiple.ldn(c, s, d);
                    case 580 -> SimdLoadStoreMultiple.ldn(c, s, d);
                    case 581 -> SimdLoadStoreMultiple.ldn(c, s, d);
                    case 582 -> SimdLoadStoreMultiple.stn(c, s, d);
                    case 583 -> SimdLoadStoreMultiple.stn(c, s, d);
                    case 584 -> SimdLoadStoreMultiple.stn(c, s, d);
                    case 585 -> SimdLoadStoreMultiple.stn(c, s, d);
                    case 586 -> SimdLoadStoreMultiple.stn(c, s, d);
                    case 587 -> SimdLoadStoreMultiple.stn(c, s, d);
                    case 588 -> SimdLoadStoreSingle.load(c, s, d);
                    case 589 -> SimdLoadStoreSingle.load(c, s, d);
                    case 590 -> SimdLoadStoreSingle.load(c, s, d);
                    case 591 -> SimdLoadStoreSingle.load(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 37 -> {
                switch (op) {
                    case 592 -> SimdLoadStoreSingle.load(c, s, d);
                    case 593 -> SimdLoadStoreSingle.load(c, s, d);
                    case 594 -> SimdLoadStoreSingle.load(c, s, d);
                    case 595 -> SimdLoadStoreSingle.load(c, s, d);
                    case 596 -> SimdLoadStoreSingle.store(c, s, d);
                    case 597 -> SimdLoadStoreSingle.store(c, s, d);
                    case 598 -> SimdLoadStoreSingle.store(c, s, d);
                    case 599 -> SimdLoadStoreSingle.store(c, s, d);
                    case 600 -> SimdLoadStoreSingle.store(c, s, d);
                    case 601 -> SimdLoadStoreSingle.store(c, s, d);
                    case 602 -> SimdLoadStoreSingle.store(c, s, d);
                    case 603 -> SimdLoadStoreSingle.store(c, s, d);
                    case 604 -> SimdLoadStoreSingle.replicate(c, s, d);
                    case 605 -> SimdLoadStoreSingle.replicate(c, s, d);
                    case 606 -> SimdLoadStoreSingle.replicate(c, s, d);
                    case 607 -> SimdLoadStoreSingle.replicate(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 38 -> {
                switch (op) {
                    case 608 -> SimdLoadStoreSingle.replicate(c, s, d);
                    case 609 -> SimdLoadStoreSingle.replicate(c, s, d);
                    case 610 -> SimdLoadStoreSingle.replicate(c, s, d);
                    case 611 -> SimdLoadStoreSingle.replicate(c, s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            default -> throw Groups.unknown(op);
        }
    }
}
