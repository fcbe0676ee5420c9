// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** The instructions of group SIMD_A. */
final class SimdASwitch {

    private SimdASwitch() {
    }

    static void execute(Core c, long s, long d, long pc) {
        int op = (int) (d >>> Regs.OP_SHIFT) & Regs.OP_MASK;
        switch (op >>> 4) { // two levels: C1 makes a chain of comparisons of a switch
            case 38 -> {
                switch (op) {
                    case 612 -> SimdThreeSame.cmeq(s, d);
                    case 613 -> SimdThreeSame.cmeq(s, d);
                    case 614 -> SimdThreeSame.cmhs(s, d);
                    case 615 -> SimdThreeSame.cmhs(s, d);
                    case 616 -> SimdCopy.dupGeneral(s, d);
                    case 617 -> SimdShiftImmediate.shrn(s, d);
                    case 618 -> SimdTwoRegMisc.cmeqZero(s, d);
                    case 619 -> SimdTwoRegMisc.cmeqZero(s, d);
                    case 620 -> SimdAcrossLanes.addv(s, d);
                    case 621 -> SimdAcrossLanes.uaddlv(s, d);
                    case 622 -> SimdAcrossLanes.saddlv(s, d);
                    case 623 -> SimdAcrossLanes.smaxv(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 39 -> {
                switch (op) {
                    case 624 -> SimdAcrossLanes.umaxv(s, d);
                    case 625 -> SimdAcrossLanes.sminv(s, d);
                    case 626 -> SimdAcrossLanes.uminv(s, d);
                    case 627 -> SimdAcrossLanes.addpScalar(s, d);
                    case 628 -> SimdCopy.dupElement(s, d);
                    case 629 -> SimdCopy.dupScalar(s, d);
                    case 630 -> SimdCopy.insGeneral(s, d);
                    case 631 -> SimdCopy.insElement(s, d);
                    case 632 -> SimdCopy.umov(s, d);
                    case 633 -> SimdCopy.umov(s, d);
                    case 634 -> SimdCopy.smov32(s, d);
                    case 635 -> SimdCopy.smov64(s, d);
                    case 636 -> SimdModifiedImmediate.movi(s, d);
                    case 637 -> SimdModifiedImmediate.mvni(s, d);
                    case 638 -> SimdModifiedImmediate.moviBytes(s, d);
                    case 639 -> SimdModifiedImmediate.moviMask(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 40 -> {
                switch (op) {
                    case 640 -> SimdModifiedImmediate.moviMask(s, d);
                    case 641 -> SimdModifiedImmediate.orr(s, d);
                    case 642 -> SimdModifiedImmediate.bic(s, d);
                    case 643 -> SimdModifiedImmediate.fmovSingle(s, d);
                    case 644 -> SimdModifiedImmediate.fmovDouble(s, d);
                    case 645 -> SimdModifiedImmediate.fmovHalf(s, d);
                    case 646 -> SimdPermute.uzp1(s, d);
                    case 647 -> SimdPermute.uzp2(s, d);
                    case 648 -> SimdPermute.trn1(s, d);
                    case 649 -> SimdPermute.trn2(s, d);
                    case 650 -> SimdPermute.zip1(s, d);
                    case 651 -> SimdPermute.zip2(s, d);
                    case 652 -> SimdPermute.ext64(s, d);
                    case 653 -> SimdPermute.ext128(s, d);
                    case 654 -> SimdPermute.tbl(s, d);
                    case 655 -> SimdPermute.tbx(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 41 -> {
                switch (op) {
                    case 656 -> SimdShiftImmediate.sshr(s, d);
                    case 657 -> SimdShiftImmediate.sshr(s, d);
                    case 658 -> SimdShiftImmediate.ssra(s, d);
                    case 659 -> SimdShiftImmediate.ssra(s, d);
                    case 660 -> SimdShiftImmediate.srshr(s, d);
                    case 661 -> SimdShiftImmediate.srshr(s, d);
                    case 662 -> SimdShiftImmediate.srsra(s, d);
                    case 663 -> SimdShiftImmediate.srsra(s, d);
                    case 664 -> SimdShiftImmediate.ushr(s, d);
                    case 665 -> SimdShiftImmediate.ushr(s, d);
                    case 666 -> SimdShiftImmediate.usra(s, d);
                    case 667 -> SimdShiftImmediate.usra(s, d);
                    case 668 -> SimdShiftImmediate.urshr(s, d);
                    case 669 -> SimdShiftImmediate.urshr(s, d);
                    case 670 -> SimdShiftImmediate.ursra(s, d);
                    case 671 -> SimdShiftImmediate.ursra(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 42 -> {
                switch (op) {
                    case 672 -> SimdShiftImmediate.sri(s, d);
                    case 673 -> SimdShiftImmediate.sri(s, d);
                    case 674 -> SimdShiftImmediate.shl(s, d);
                    case 675 -> SimdShiftImmediate.shl(s, d);
                    case 676 -> SimdShiftImmediate.sli(s, d);
                    case 677 -> SimdShiftImmediate.sli(s, d);
                    case 678 -> SimdShiftImmediate.sqshluImmediate(s, d);
                    case 679 -> SimdShiftImmediate.sqshluImmediate(s, d);
                    case 680 -> SimdShiftImmediate.sqshlImmediate(s, d);
                    case 681 -> SimdShiftImmediate.sqshlImmediate(s, d);
                    case 682 -> SimdShiftImmediate.uqshlImmediate(s, d);
                    case 683 -> SimdShiftImmediate.uqshlImmediate(s, d);
                    case 684 -> SimdShiftImmediate.rshrn(s, d);
                    case 685 -> SimdShiftImmediate.sqshrn(s, d);
                    case 686 -> SimdShiftImmediate.sqshrn(s, d);
                    case 687 -> SimdShiftImmediate.sqrshrn(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 43 -> {
                switch (op) {
                    case 688 -> SimdShiftImmediate.sqrshrn(s, d);
                    case 689 -> SimdShiftImmediate.uqshrn(s, d);
                    case 690 -> SimdShiftImmediate.uqshrn(s, d);
                    case 691 -> SimdShiftImmediate.uqrshrn(s, d);
                    case 692 -> SimdShiftImmediate.uqrshrn(s, d);
                    case 693 -> SimdShiftImmediate.sqshrun(s, d);
                    case 694 -> SimdShiftImmediate.sqshrun(s, d);
                    case 695 -> SimdShiftImmediate.sqrshrun(s, d);
                    case 696 -> SimdShiftImmediate.sqrshrun(s, d);
                    case 697 -> SimdShiftImmediate.sshll(s, d);
                    case 698 -> SimdShiftImmediate.ushll(s, d);
                    case 699 -> SimdThreeSame.and(s, d);
                    case 700 -> SimdThreeSame.bic(s, d);
                    case 701 -> SimdThreeSame.orr(s, d);
                    case 702 -> SimdThreeSame.orn(s, d);
                    case 703 -> SimdThreeSame.eor(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 44 -> {
                switch (op) {
                    case 704 -> SimdThreeSame.bsl(s, d);
                    case 705 -> SimdThreeSame.bit(s, d);
                    case 706 -> SimdThreeSame.bif(s, d);
                    case 707 -> SimdThreeSame.add(s, d);
                    case 708 -> SimdThreeSame.add(s, d);
                    case 709 -> SimdThreeSame.sub(s, d);
                    case 710 -> SimdThreeSame.sub(s, d);
                    case 711 -> SimdThreeSame.cmtst(s, d);
                    case 712 -> SimdThreeSame.cmtst(s, d);
                    case 713 -> SimdThreeSame.cmgt(s, d);
                    case 714 -> SimdThreeSame.cmgt(s, d);
                    case 715 -> SimdThreeSame.cmge(s, d);
                    case 716 -> SimdThreeSame.cmge(s, d);
                    case 717 -> SimdThreeSame.cmhi(s, d);
                    case 718 -> SimdThreeSame.cmhi(s, d);
                    case 719 -> SimdThreeSame.smax(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 45 -> {
                switch (op) {
                    case 720 -> SimdThreeSame.smin(s, d);
                    case 721 -> SimdThreeSame.sabd(s, d);
                    case 722 -> SimdThreeSame.saba(s, d);
                    case 723 -> SimdThreeSame.shadd(s, d);
                    case 724 -> SimdThreeSame.srhadd(s, d);
                    case 725 -> SimdThreeSame.shsub(s, d);
                    case 726 -> SimdThreeSame.umax(s, d);
                    case 727 -> SimdThreeSame.umin(s, d);
                    case 728 -> SimdThreeSame.uabd(s, d);
                    case 729 -> SimdThreeSame.uaba(s, d);
                    case 730 -> SimdThreeSame.uhadd(s, d);
                    case 731 -> SimdThreeSame.urhadd(s, d);
                    case 732 -> SimdThreeSame.uhsub(s, d);
                    case 733 -> SimdThreeSame.addp(s, d);
                    case 734 -> SimdThreeSame.smaxp(s, d);
                    case 735 -> SimdThreeSame.sminp(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 46 -> {
                switch (op) {
                    case 736 -> SimdThreeSame.umaxp(s, d);
                    case 737 -> SimdThreeSame.uminp(s, d);
                    case 738 -> SimdThreeSame.sqadd(s, d);
                    case 739 -> SimdThreeSame.sqadd(s, d);
                    case 740 -> SimdThreeSame.sqsub(s, d);
                    case 741 -> SimdThreeSame.sqsub(s, d);
                    case 742 -> SimdThreeSame.sshl(s, d);
                    case 743 -> SimdThreeSame.sshl(s, d);
                    case 744 -> SimdThreeSame.sqshl(s, d);
                    case 745 -> SimdThreeSame.sqshl(s, d);
                    case 746 -> SimdThreeSame.srshl(s, d);
                    case 747 -> SimdThreeSame.srshl(s, d);
                    case 748 -> SimdThreeSame.sqrshl(s, d);
                    case 749 -> SimdThreeSame.sqrshl(s, d);
                    case 750 -> SimdThreeSame.uqadd(s, d);
                    case 751 -> SimdThreeSame.uqadd(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 47 -> {
                switch (op) {
                    case 752 -> SimdThreeSame.uqsub(s, d);
                    case 753 -> SimdThreeSame.uqsub(s, d);
                    case 754 -> SimdThreeSame.ushl(s, d);
                    case 755 -> SimdThreeSame.ushl(s, d);
                    case 756 -> SimdThreeSame.uqshl(s, d);
                    case 757 -> SimdThreeSame.uqshl(s, d);
                    case 758 -> SimdThreeSame.urshl(s, d);
                    case 759 -> SimdThreeSame.urshl(s, d);
                    case 760 -> SimdThreeSame.uqrshl(s, d);
                    case 761 -> SimdThreeSame.uqrshl(s, d);
                    case 762 -> SimdThreeSame.sqdmulh(s, d);
                    case 763 -> SimdThreeSame.sqdmulh(s, d);
                    case 764 -> SimdThreeSame.sqrdmulh(s, d);
                    case 765 -> SimdThreeSame.sqrdmulh(s, d);
                    case 766 -> SimdThreeSame.mul(s, d);
                    case 767 -> SimdThreeSame.pmul(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 48 -> {
                switch (op) {
                    case 768 -> SimdThreeSame.mla(s, d);
                    case 769 -> SimdThreeSame.mls(s, d);
                    case 770 -> SimdTwoRegMisc.rev64Bytes(s, d);
                    case 771 -> SimdTwoRegMisc.rev64(s, d);
                    case 772 -> SimdTwoRegMisc.rev32Bytes(s, d);
                    case 773 -> SimdTwoRegMisc.rev32Halves(s, d);
                    case 774 -> SimdTwoRegMisc.rev16(s, d);
                    case 775 -> SimdTwoRegMisc.rbit(s, d);
                    case 776 -> SimdTwoRegMisc.not(s, d);
                    case 777 -> SimdTwoRegMisc.cnt(s, d);
                    case 778 -> SimdTwoRegMisc.clz(s, d);
                    case 779 -> SimdTwoRegMisc.cls(s, d);
                    case 780 -> SimdTwoRegMisc.cmgtZero(s, d);
                    case 781 -> SimdTwoRegMisc.cmgtZero(s, d);
                    case 782 -> SimdTwoRegMisc.cmgeZero(s, d);
                    case 783 -> SimdTwoRegMisc.cmgeZero(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 49 -> {
                switch (op) {
                    case 784 -> SimdTwoRegMisc.cmleZero(s, d);
                    case 785 -> SimdTwoRegMisc.cmleZero(s, d);
                    case 786 -> SimdTwoRegMisc.cmltZero(s, d);
                    case 787 -> SimdTwoRegMisc.cmltZero(s, d);
                    case 788 -> SimdTwoRegMisc.abs(s, d);
                    case 789 -> SimdTwoRegMisc.abs(s, d);
                    case 790 -> SimdTwoRegMisc.neg(s, d);
                    case 791 -> SimdTwoRegMisc.neg(s, d);
                    case 792 -> SimdTwoRegMisc.saddlp(s, d);
                    case 793 -> SimdTwoRegMisc.uaddlp(s, d);
                    case 794 -> SimdTwoRegMisc.sadalp(s, d);
                    case 795 -> SimdTwoRegMisc.uadalp(s, d);
                    case 796 -> SimdTwoRegMisc.sqabs(s, d);
                    case 797 -> SimdTwoRegMisc.sqabs(s, d);
                    case 798 -> SimdTwoRegMisc.sqneg(s, d);
                    case 799 -> SimdTwoRegMisc.sqneg(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            case 50 -> {
                switch (op) {
                    case 800 -> SimdTwoRegMisc.suqadd(s, d);
                    case 801 -> SimdTwoRegMisc.suqadd(s, d);
                    case 802 -> SimdTwoRegMisc.usqadd(s, d);
                    case 803 -> SimdTwoRegMisc.usqadd(s, d);
                    case 804 -> SimdTwoRegMisc.xtn(s, d);
                    case 805 -> SimdTwoRegMisc.sqxtn(s, d);
                    case 806 -> SimdTwoRegMisc.sqxtn(s, d);
                    case 807 -> SimdTwoRegMisc.uqxtn(s, d);
                    case 808 -> SimdTwoRegMisc.uqxtn(s, d);
                    case 809 -> SimdTwoRegMisc.sqxtun(s, d);
                    case 810 -> SimdTwoRegMisc.sqxtun(s, d);
                    case 811 -> SimdTwoRegMisc.shll(s, d);
                    default -> throw Groups.unknown(op);
                }
            }
            default -> throw Groups.unknown(op);
        }
    }
}
