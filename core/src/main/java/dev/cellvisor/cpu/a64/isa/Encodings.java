// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** Every encoding: what is fixed, what it needs, and which slots its registers have. The index is the operation's number. */
final class Encodings {
    /** Operations: 0 to 7 are the engine's own, encodings follow. */
    static final int COUNT = 1289;
    static final int FIRST = 8;
    static final int[] MASK = new int[COUNT];
    static final int[] VALUE = new int[COUNT];
    /** Bit 0: Rn 31 is SP; bits 2:1 for bits 4:0: 0 destination, 1 source, 2 SP; bit 3: has a condition. */
    static final byte[] SLOTS = new byte[COUNT];
    static final Feature[] FEATURE = new Feature[COUNT];

    static {
        part0();
        part1();
        part2();
        part3();
        part4();
        part5();
    }

    private Encodings() {
    }

    private static void put(int op, int mask, int value, int slots, Feature feature) {
        MASK[op] = mask;
        VALUE[op] = value;
        SLOTS[op] = (byte) slots;
        FEATURE[op] = feature;
    }

    private static void part0() {
        put(8, 0xffe00000, 0xaa000000, 0, Feature.BASE); // LogicalShifted.orr64
        put(9, 0xfffff01f, 0xd503201f, 0, Feature.BASE); // Hints.nothing
        put(10, 0xffffffff, 0xd503201f, 0, Feature.BASE); // Hints.nothing
        put(11, 0xffffffff, 0xd50320ff, 0, Feature.BASE); // Hints.nothing
        put(12, 0xffffffff, 0xd503211f, 0, Feature.BASE); // Hints.nothing
        put(13, 0xffffffff, 0xd503215f, 0, Feature.BASE); // Hints.nothing
        put(14, 0xffffffff, 0xd503219f, 0, Feature.BASE); // Hints.nothing
        put(15, 0xffffffff, 0xd50321df, 0, Feature.BASE); // Hints.nothing
        put(16, 0xffffffff, 0xd503221f, 0, Feature.BASE); // Hints.nothing
        put(17, 0xffffffff, 0xd503223f, 0, Feature.BASE); // Hints.nothing
        put(18, 0xffffffff, 0xd503225f, 0, Feature.BASE); // Hints.nothing
        put(19, 0xffffffff, 0xd503229f, 0, Feature.BASE); // Hints.nothing
        put(20, 0xffffffff, 0xd503231f, 0, Feature.BASE); // Hints.nothing
        put(21, 0xffffffff, 0xd503233f, 0, Feature.BASE); // Hints.nothing
        put(22, 0xffffffff, 0xd503235f, 0, Feature.BASE); // Hints.nothing
        put(23, 0xffffffff, 0xd503237f, 0, Feature.BASE); // Hints.nothing
        put(24, 0xffffffff, 0xd503239f, 0, Feature.BASE); // Hints.nothing
        put(25, 0xffffffff, 0xd50323bf, 0, Feature.BASE); // Hints.nothing
        put(26, 0xffffffff, 0xd50323df, 0, Feature.BASE); // Hints.nothing
        put(27, 0xffffffff, 0xd50323ff, 0, Feature.BASE); // Hints.nothing
        put(28, 0xffffffff, 0xd503241f, 0, Feature.BASE); // Hints.nothing
        put(29, 0xffffffff, 0xd503245f, 0, Feature.BASE); // Hints.nothing
        put(30, 0xffffffff, 0xd503249f, 0, Feature.BASE); // Hints.nothing
        put(31, 0xffffffff, 0xd50324df, 0, Feature.BASE); // Hints.nothing
        put(32, 0xfffff0ff, 0xd503309f, 0, Feature.BASE); // Hints.nothing
        put(33, 0xfffff0ff, 0xd50330bf, 0, Feature.BASE); // Hints.nothing
        put(34, 0xfffff0ff, 0xd50330df, 0, Feature.BASE); // Hints.nothing
        put(35, 0xffffffff, 0xd50330ff, 0, Feature.SB); // Hints.nothing
        put(36, 0xffc00000, 0xf9400000, 1, Feature.BASE); // LoadStoreUnsigned.ldr64
        put(37, 0xff800000, 0x91000000, 5, Feature.BASE); // AddSubImmediate.add64
        put(38, 0xff00001f, 0x54000000, 16, Feature.BASE); // ConditionalBranch.eq
        put(39, 0xffe00000, 0xeb000000, 0, Feature.BASE); // AddSubShifted.subs64
        put(40, 0xff00001f, 0x54000001, 16, Feature.BASE); // ConditionalBranch.ne
        put(41, 0xff800000, 0x71000000, 1, Feature.BASE); // AddSubImmediate.subs32
        put(42, 0xffe00000, 0x8b000000, 0, Feature.BASE); // AddSubShifted.add64
        put(43, 0xffc00000, 0xa9000000, 3, Feature.BASE); // LoadStorePair.stp64
        put(44, 0xffc00000, 0xa8000000, 3, Feature.BASE); // LoadStorePair.stp64
        put(45, 0xfffffc1f, 0xd65f0000, 16, Feature.BASE); // Branch.ret
        put(46, 0xffc00000, 0xb9400000, 1, Feature.BASE); // LoadStoreUnsigned.ldr32
        put(47, 0xffc00000, 0xa9400000, 1, Feature.BASE); // LoadStorePair.ldp64
        put(48, 0xffc00000, 0xa8400000, 1, Feature.BASE); // LoadStorePair.ldp64
        put(49, 0xff000000, 0x35000000, 18, Feature.BASE); // CompareBranch.cbnz32
        put(50, 0xfc000000, 0x94000000, 16, Feature.BASE); // Branch.bl
        put(51, 0xffe00000, 0xcb000000, 0, Feature.BASE); // AddSubShifted.sub64
        put(52, 0xffc00000, 0xf9000000, 3, Feature.BASE); // LoadStoreUnsigned.str64
        put(53, 0xffe08000, 0x2a000000, 0, Feature.BASE); // LogicalShifted.orr32
        put(54, 0xff000000, 0xb4000000, 18, Feature.BASE); // CompareBranch.cbz64
        put(55, 0xfc000000, 0x14000000, 16, Feature.BASE); // Branch.b
        put(56, 0xffe08000, 0x0b000000, 0, Feature.BASE); // AddSubShifted.add32
        put(57, 0xffe00c00, 0x38400400, 1, Feature.BASE); // LoadStoreIndexed.ldrb
        put(58, 0xffe00c00, 0x38400c00, 1, Feature.BASE); // LoadStoreIndexed.ldrb
        put(59, 0xffc00000, 0x52800000, 0, Feature.BASE); // MoveWide.movz32
        put(60, 0xffe00c00, 0x38600800, 9, Feature.BASE); // LoadStoreRegister.ldrb
        put(61, 0xffe08000, 0x6b000000, 0, Feature.BASE); // AddSubShifted.subs32
        put(62, 0xffe00c00, 0xf8600800, 9, Feature.BASE); // LoadStoreRegister.ldr64
        put(63, 0xff800000, 0xf2000000, 8, Feature.BASE); // LogicalImmediate.ands64
        put(64, 0xffc00000, 0xd3400000, 0, Feature.BASE); // Bitfield.ubfm64
        put(65, 0xff000000, 0x34000000, 18, Feature.BASE); // CompareBranch.cbz32
        put(66, 0xff800000, 0xd2800000, 0, Feature.BASE); // MoveWide.movz64
        put(67, 0xffc00000, 0xa8800000, 3, Feature.BASE); // LoadStorePair.stpIndexed64
        put(68, 0xffc00000, 0xa9800000, 3, Feature.BASE); // LoadStorePair.stpIndexed64
        put(69, 0xffc00000, 0xa8c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed64
        put(70, 0xffc00000, 0xa9c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed64
        put(71, 0xff800000, 0xf1000000, 1, Feature.BASE); // AddSubImmediate.subs64
        put(72, 0xffc00000, 0x12000000, 12, Feature.BASE); // LogicalImmediate.and32
        put(73, 0xff00001f, 0x54000008, 16, Feature.BASE); // ConditionalBranch.hi
        put(74, 0xffc00000, 0x39400000, 1, Feature.BASE); // LoadStoreUnsigned.ldrb
        put(75, 0xff00001f, 0x54000009, 16, Feature.BASE); // ConditionalBranch.ls
        put(76, 0xffe00c00, 0xf8200800, 11, Feature.BASE); // LoadStoreRegister.str64
        put(77, 0x9f000000, 0x90000000, 0, Feature.BASE); // PcRelative.adrp
        put(78, 0xff800000, 0x92000000, 12, Feature.BASE); // LogicalImmediate.and64
        put(79, 0xffc00000, 0xb9000000, 3, Feature.BASE); // LoadStoreUnsigned.str32
        put(80, 0xffe00c00, 0x9a800000, 0, Feature.BASE); // ConditionalSelect.csel64
        put(81, 0xffe08000, 0x13800000, 0, Feature.BASE); // Extract.extr32
        put(82, 0xffe00000, 0x8a000000, 0, Feature.BASE); // LogicalShifted.and64
        put(83, 0xffe08000, 0x4a000000, 0, Feature.BASE); // LogicalShifted.eor32
        put(84, 0xff000000, 0xb5000000, 18, Feature.BASE); // CompareBranch.cbnz64
        put(85, 0xff800000, 0xd1000000, 5, Feature.BASE); // AddSubImmediate.sub64
        put(86, 0xffe00c10, 0x7a400800, 0, Feature.BASE); // ConditionalCompare.ccmpImmediate32
        put(87, 0xff800000, 0x11000000, 5, Feature.BASE); // AddSubImmediate.add32
        put(88, 0xff800000, 0xb2000000, 12, Feature.BASE); // LogicalImmediate.orr64
        put(89, 0xffe08000, 0x9b000000, 0, Feature.BASE); // DataProcessing3.madd64
        put(90, 0xff00001f, 0x54000002, 16, Feature.BASE); // ConditionalBranch.cs
        put(91, 0xffffffe0, 0xd5384100, 0, Feature.BASE); // SystemInstructions.mrsSpEl0
        put(92, 0xffc00000, 0x93400000, 0, Feature.BASE); // Bitfield.sbfm64
        put(93, 0xfffffc1f, 0xd63f0000, 16, Feature.BASE); // Branch.blr
        put(94, 0xffe00c00, 0x1a800400, 0, Feature.BASE); // ConditionalSelect.csinc32
        put(95, 0xff800000, 0x51000000, 5, Feature.BASE); // AddSubImmediate.sub32
        put(96, 0xff000000, 0x37000000, 18, Feature.BASE); // CompareBranch.tbnz
        put(97, 0xff000000, 0xb7000000, 18, Feature.BASE); // CompareBranch.tbnz
        put(98, 0xffe08000, 0x4b000000, 0, Feature.BASE); // AddSubShifted.sub32
        put(99, 0xffffffe0, 0xd50b7520, 2, Feature.BASE); // SystemInstructions.cache
        put(100, 0xffffffe0, 0xd50b7420, 2, Feature.BASE); // SystemInstructions.cache
        put(101, 0xffffffe0, 0xd50b7a20, 2, Feature.BASE); // SystemInstructions.cache
        put(102, 0xffffffe0, 0xd50b7b20, 2, Feature.BASE); // SystemInstructions.cache
        put(103, 0xffffffe0, 0xd50b7e20, 2, Feature.BASE); // SystemInstructions.cache
        put(104, 0xffe00000, 0x8b200000, 13, Feature.BASE); // AddSubExtended.add64
        put(105, 0xfffffc00, 0xdac00c00, 0, Feature.BASE); // DataProcessing1.rev64
        put(106, 0xff800000, 0x31000000, 1, Feature.BASE); // AddSubImmediate.adds32
        put(107, 0xff00001f, 0x54000003, 16, Feature.BASE); // ConditionalBranch.cc
        put(108, 0xffe00c10, 0x7a400000, 0, Feature.BASE); // ConditionalCompare.ccmp32
        put(109, 0xffe00c00, 0x9a800400, 0, Feature.BASE); // ConditionalSelect.csinc64
        put(110, 0xffe08000, 0x0a000000, 0, Feature.BASE); // LogicalShifted.and32
        put(111, 0xffc00000, 0x72000000, 8, Feature.BASE); // LogicalImmediate.ands32
        put(112, 0xffe00000, 0xca000000, 0, Feature.BASE); // LogicalShifted.eor64
        put(113, 0xff800000, 0xf2800000, 0, Feature.BASE); // MoveWide.movk
        put(114, 0xffc00000, 0x72800000, 0, Feature.BASE); // MoveWide.movk
        put(115, 0xffe0fc00, 0x9ac02000, 0, Feature.BASE); // DataProcessing2.lslv64
        put(116, 0xffc00000, 0xf9800000, 1, Feature.BASE); // LoadStoreUnsigned.prfm
        put(117, 0xffe00c00, 0x5a800000, 0, Feature.BASE); // ConditionalSelect.csinv32
        put(118, 0xff000000, 0x36000000, 18, Feature.BASE); // CompareBranch.tbz
        put(119, 0xff000000, 0xb6000000, 18, Feature.BASE); // CompareBranch.tbz
        put(120, 0xffe00c00, 0xf8400400, 1, Feature.BASE); // LoadStoreIndexed.ldr64
        put(121, 0xffe00c00, 0xf8400c00, 1, Feature.BASE); // LoadStoreIndexed.ldr64
        put(122, 0xff00001f, 0x5400000a, 16, Feature.BASE); // ConditionalBranch.ge
        put(123, 0xffc00000, 0x29400000, 1, Feature.BASE); // LoadStorePair.ldp32
        put(124, 0xffc00000, 0x28400000, 1, Feature.BASE); // LoadStorePair.ldp32
        put(125, 0xffc00000, 0x29000000, 3, Feature.BASE); // LoadStorePair.stp32
        put(126, 0xffc00000, 0x28000000, 3, Feature.BASE); // LoadStorePair.stp32
        put(127, 0xffe00c10, 0xfa400000, 0, Feature.BASE); // ConditionalCompare.ccmp64
        put(128, 0xffe00000, 0xea200000, 0, Feature.BASE); // LogicalShifted.bics64
        put(129, 0xffffffe0, 0xd538d080, 0, Feature.BASE); // SystemInstructions.mrsTpidrEl1
        put(130, 0xffe0fc00, 0x9ac02400, 0, Feature.BASE); // DataProcessing2.lsrv64
        put(131, 0xffc00000, 0x12800000, 0, Feature.BASE); // MoveWide.movn32
        put(132, 0xffe00000, 0x8a200000, 0, Feature.BASE); // LogicalShifted.bic64
        put(133, 0xfffffc00, 0xdac01000, 0, Feature.BASE); // DataProcessing1.clz64
        put(134, 0xffe08000, 0x53000000, 0, Feature.BASE); // Bitfield.ubfm32
        put(135, 0xffe08000, 0x88400000, 1, Feature.BASE); // Exclusive.ldxr32
        put(136, 0xffe08000, 0x88408000, 1, Feature.BASE); // Exclusive.ldxr32
        put(137, 0xffc00000, 0x39000000, 3, Feature.BASE); // LoadStoreUnsigned.strb
        put(138, 0xff800000, 0xb1000000, 1, Feature.BASE); // AddSubImmediate.adds64
        put(139, 0xffe08000, 0x88000000, 3, Feature.BASE); // Exclusive.stxr32
        put(140, 0xffe08000, 0x88008000, 3, Feature.BASE); // Exclusive.stxr32
        put(141, 0xff800000, 0x92800000, 0, Feature.BASE); // MoveWide.movn64
        put(142, 0xffe00c00, 0xf8400000, 1, Feature.BASE); // LoadStoreUnscaled.ldur64
        put(143, 0xffe00c10, 0xfa400800, 0, Feature.BASE); // ConditionalCompare.ccmpImmediate64
        put(144, 0xffc00000, 0x79400000, 1, Feature.BASE); // LoadStoreUnsigned.ldrh
        put(145, 0xffe00c00, 0xb8600800, 9, Feature.BASE); // LoadStoreRegister.ldr32
        put(146, 0xfff00000, 0xd5300000, 0, Feature.BASE); // SystemInstructions.mrs
        put(147, 0xffe00000, 0xab000000, 0, Feature.BASE); // AddSubShifted.adds64
        put(148, 0xffe08000, 0x08808000, 3, Feature.BASE); // LoadStoreOrdered.stlr8
        put(149, 0xffe08000, 0x08800000, 3, Feature.LOR); // LoadStoreOrdered.stlr8
        put(150, 0xffe08000, 0xc8400000, 1, Feature.BASE); // Exclusive.ldxr64
        put(151, 0xffe08000, 0xc8408000, 1, Feature.BASE); // Exclusive.ldxr64
        put(152, 0xff00001f, 0x5400000d, 16, Feature.BASE); // ConditionalBranch.le
        put(153, 0xfffffc00, 0x5ac00800, 0, Feature.BASE); // DataProcessing1.rev32
        put(154, 0xffc00000, 0x32000000, 12, Feature.BASE); // LogicalImmediate.orr32
        put(155, 0xff00001f, 0x5400000b, 16, Feature.BASE); // ConditionalBranch.lt
        put(156, 0xffe00c00, 0x1a800000, 0, Feature.BASE); // ConditionalSelect.csel32
        put(157, 0xffe08000, 0x6a000000, 0, Feature.BASE); // LogicalShifted.ands32
        put(158, 0xff00001f, 0x5400000c, 16, Feature.BASE); // ConditionalBranch.gt
        put(159, 0xffe00000, 0xea000000, 0, Feature.BASE); // LogicalShifted.ands64
        put(160, 0xffe08000, 0xc8000000, 3, Feature.BASE); // Exclusive.stxr64
        put(161, 0xffe08000, 0xc8008000, 3, Feature.BASE); // Exclusive.stxr64
        put(162, 0xffe00c00, 0xf8000400, 3, Feature.BASE); // LoadStoreIndexed.str64
        put(163, 0xffe00c00, 0xf8000c00, 3, Feature.BASE); // LoadStoreIndexed.str64
        put(164, 0xffc00000, 0x52000000, 12, Feature.BASE); // LogicalImmediate.eor32
        put(165, 0xffc00000, 0x79000000, 3, Feature.BASE); // LoadStoreUnsigned.strh
        put(166, 0xffe00c00, 0xf8000000, 3, Feature.BASE); // LoadStoreUnscaled.stur64
        put(167, 0xff00001f, 0x54000004, 16, Feature.BASE); // ConditionalBranch.mi
        put(168, 0xffffffe0, 0xd51b4220, 2, Feature.BASE); // SystemInstructions.msrDaif
        put(169, 0xffe0fc00, 0x1ac02000, 0, Feature.BASE); // DataProcessing2.lslv32
        put(170, 0xffe00c00, 0xda800000, 0, Feature.BASE); // ConditionalSelect.csinv64
        put(171, 0xffe08000, 0x2b000000, 0, Feature.BASE); // AddSubShifted.adds32
        put(172, 0xffc00000, 0xb9800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsw
        put(173, 0xffe00c00, 0xb8200800, 11, Feature.BASE); // LoadStoreRegister.str32
        put(174, 0xffe00000, 0xeb200000, 9, Feature.BASE); // AddSubExtended.subs64
        put(175, 0xffe08000, 0xc8200000, 3, Feature.BASE); // Exclusive.stxp64
        put(176, 0xffe08000, 0xc8208000, 3, Feature.BASE); // Exclusive.stxp64
        put(177, 0xffe08000, 0xc8808000, 3, Feature.BASE); // LoadStoreOrdered.stlr64
        put(178, 0xffe08000, 0xc8800000, 3, Feature.LOR); // LoadStoreOrdered.stlr64
        put(179, 0xffe08000, 0xc8600000, 1, Feature.BASE); // Exclusive.ldxp64
        put(180, 0xffe08000, 0xc8608000, 1, Feature.BASE); // Exclusive.ldxp64
        put(181, 0xffe08000, 0x9ba00000, 0, Feature.BASE); // DataProcessing3.umaddl
        put(182, 0xfff80000, 0xd5080000, 18, Feature.BASE); // SystemInstructions.sys
        put(183, 0xffe00c00, 0xf8a00800, 9, Feature.BASE); // LoadStoreRegister.prfm
        put(184, 0xfffff0ff, 0xd50340df, 0, Feature.BASE); // SystemInstructions.daifSet
        put(185, 0xffe00000, 0x6b200000, 9, Feature.BASE); // AddSubExtended.subs32
        put(186, 0xffe08000, 0x33000000, 0, Feature.BASE); // Bitfield.bfm32
        put(187, 0xffe00c00, 0x38200800, 11, Feature.BASE); // LoadStoreRegister.strb
        put(188, 0xffe00c00, 0xb8000400, 3, Feature.BASE); // LoadStoreIndexed.str32
        put(189, 0xffe00c00, 0xb8000c00, 3, Feature.BASE); // LoadStoreIndexed.str32
        put(190, 0xffe00c00, 0xb8000000, 3, Feature.BASE); // LoadStoreUnscaled.stur32
        put(191, 0xffe00c00, 0x5a800400, 0, Feature.BASE); // ConditionalSelect.csneg32
        put(192, 0xffe00c00, 0x78600800, 9, Feature.BASE); // LoadStoreRegister.ldrh
        put(193, 0xffe00c00, 0xb8400000, 1, Feature.BASE); // LoadStoreUnscaled.ldur32
        put(194, 0xffe08000, 0x13000000, 0, Feature.BASE); // Bitfield.sbfm32
        put(195, 0xffe08000, 0x1b000000, 0, Feature.BASE); // DataProcessing3.madd32
        put(196, 0xffe0fc00, 0x1ac02400, 0, Feature.BASE); // DataProcessing2.lsrv32
        put(197, 0xffe00c00, 0x38000400, 3, Feature.BASE); // LoadStoreIndexed.strb
        put(198, 0xffe00c00, 0x38000c00, 3, Feature.BASE); // LoadStoreIndexed.strb
        put(199, 0xffe08000, 0x88808000, 3, Feature.BASE); // LoadStoreOrdered.stlr32
        put(200, 0xffe08000, 0x88800000, 3, Feature.LOR); // LoadStoreOrdered.stlr32
        put(201, 0xffe00c00, 0x38a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsb64
        put(202, 0xffe08000, 0x9b200000, 0, Feature.BASE); // DataProcessing3.smaddl
        put(203, 0xffe08000, 0x9b008000, 0, Feature.BASE); // DataProcessing3.msub64
        put(204, 0xfffffc00, 0xdac00000, 0, Feature.BASE); // DataProcessing1.rbit64
        put(205, 0xffe00c00, 0x38400000, 1, Feature.BASE); // LoadStoreUnscaled.ldurb
        put(206, 0xffe00000, 0x93c00000, 0, Feature.BASE); // Extract.extr64
        put(207, 0xffe00c00, 0xda800400, 0, Feature.BASE); // ConditionalSelect.csneg64
        put(208, 0xffe08000, 0x88c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar32
        put(209, 0xffe08000, 0x88c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar32
        put(210, 0xfffffc00, 0xb8bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar32
        put(211, 0xfffffc1f, 0xd61f0000, 16, Feature.BASE); // Branch.br
        put(212, 0xffe08000, 0x48c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar16
        put(213, 0xffe08000, 0x48c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar16
        put(214, 0xfffffc00, 0x78bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar16
        put(215, 0xffe0fc00, 0x9ac00800, 0, Feature.BASE); // DataProcessing2.udiv64
        put(216, 0xffc00000, 0xb3400000, 0, Feature.BASE); // Bitfield.bfm64
        put(217, 0xffe0fc00, 0x1ac00800, 0, Feature.BASE); // DataProcessing2.udiv32
        put(218, 0xffe00c00, 0x78200800, 11, Feature.BASE); // LoadStoreRegister.strh
        put(219, 0xffe00c00, 0x38000000, 3, Feature.BASE); // LoadStoreUnscaled.sturb
        put(220, 0xffc00000, 0x79c00000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsh32
        put(221, 0xfff00000, 0xd5100000, 18, Feature.BASE); // SystemInstructions.msr
        put(222, 0xfffffc00, 0x5ac01000, 0, Feature.BASE); // DataProcessing1.clz32
        put(223, 0xffe00000, 0x0b200000, 13, Feature.BASE); // AddSubExtended.add32
        put(224, 0xffe08000, 0x1b008000, 0, Feature.BASE); // DataProcessing3.msub32
        put(225, 0xffe00c00, 0xb8400400, 1, Feature.BASE); // LoadStoreIndexed.ldr32
        put(226, 0xffe00c00, 0xb8400c00, 1, Feature.BASE); // LoadStoreIndexed.ldr32
        put(227, 0x9f000000, 0x10000000, 0, Feature.BASE); // PcRelative.adr
        put(228, 0xffe00000, 0xcb200000, 13, Feature.BASE); // AddSubExtended.sub64
        put(229, 0xffe08000, 0x6a200000, 0, Feature.BASE); // LogicalShifted.bics32
        put(230, 0xffe08000, 0x0a200000, 0, Feature.BASE); // LogicalShifted.bic32
        put(231, 0xffe08000, 0x9bc00000, 0, Feature.BASE); // DataProcessing3.umulh
        put(232, 0xff800000, 0xd2000000, 12, Feature.BASE); // LogicalImmediate.eor64
        put(233, 0xffe00000, 0xab200000, 9, Feature.BASE); // AddSubExtended.adds64
        put(234, 0xfffffc00, 0x5ac00400, 0, Feature.BASE); // DataProcessing1.rev16On32
        put(235, 0xffe0fc00, 0x1ac02800, 0, Feature.BASE); // DataProcessing2.asrv32
        put(236, 0xffe0fc00, 0x9ac00c00, 0, Feature.BASE); // DataProcessing2.sdiv64
        put(237, 0xffffffff, 0xd69f03e0, 16, Feature.BASE); // ExceptionGeneration.eret
        put(238, 0xffe08000, 0x08000000, 3, Feature.BASE); // Exclusive.stxr8
        put(239, 0xffe08000, 0x08008000, 3, Feature.BASE); // Exclusive.stxr8
        put(240, 0xff000000, 0x58000000, 0, Feature.BASE); // LoadLiteral.ldr64
        put(241, 0xffe00c00, 0xb8800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsw
        put(242, 0xffe00c00, 0xb8800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsw
        put(243, 0xffe08000, 0x2a200000, 0, Feature.BASE); // LogicalShifted.orn32
        put(244, 0xffffffe0, 0xd53bd040, 0, Feature.BASE); // SystemInstructions.mrsTpidrEl0
        put(245, 0xfffff0ff, 0xd50340ff, 0, Feature.BASE); // SystemInstructions.daifClear
        put(246, 0xfffffc00, 0x5ac00000, 0, Feature.BASE); // DataProcessing1.rbit32
        put(247, 0xffe08000, 0xc8c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar64
        put(248, 0xffe08000, 0xc8c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar64
        put(249, 0xfffffc00, 0xf8bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar64
        put(250, 0xffe08000, 0x08c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar8
        put(251, 0xffe08000, 0x08c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar8
        put(252, 0xfffffc00, 0x38bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar8
        put(253, 0xffe00c00, 0xb8a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsw
        put(254, 0xffe00000, 0xaa200000, 0, Feature.BASE); // LogicalShifted.orn64
        put(255, 0xffe00000, 0x2b200000, 9, Feature.BASE); // AddSubExtended.adds32
        put(256, 0xffe00000, 0x4b200000, 13, Feature.BASE); // AddSubExtended.sub32
        put(257, 0xff00001f, 0x54000005, 16, Feature.BASE); // ConditionalBranch.pl
        put(258, 0xff00001f, 0x54000006, 16, Feature.BASE); // ConditionalBranch.vs
        put(259, 0xff00001f, 0x54000007, 16, Feature.BASE); // ConditionalBranch.vc
        put(260, 0xff00001f, 0x5400000e, 16, Feature.BASE); // ConditionalBranch.always
        put(261, 0xff00001f, 0x5400000f, 16, Feature.BASE); // ConditionalBranch.always
        put(262, 0xffe00c10, 0xba400000, 0, Feature.BASE); // ConditionalCompare.ccmn64
        put(263, 0xffe00c10, 0x3a400000, 0, Feature.BASE); // ConditionalCompare.ccmn32
    }

    private static void part1() {
        put(264, 0xffe00c10, 0xba400800, 0, Feature.BASE); // ConditionalCompare.ccmnImmediate64
        put(265, 0xffe00c10, 0x3a400800, 0, Feature.BASE); // ConditionalCompare.ccmnImmediate32
        put(266, 0xfffffc00, 0xdac00400, 0, Feature.BASE); // DataProcessing1.rev16On64
        put(267, 0xfffffc00, 0xdac00800, 0, Feature.BASE); // DataProcessing1.rev32On64
        put(268, 0xfffffc00, 0xdac01400, 0, Feature.BASE); // DataProcessing1.cls64
        put(269, 0xfffffc00, 0x5ac01400, 0, Feature.BASE); // DataProcessing1.cls32
        put(270, 0xffe0fc00, 0x1ac00c00, 0, Feature.BASE); // DataProcessing2.sdiv32
        put(271, 0xffe0fc00, 0x9ac02800, 0, Feature.BASE); // DataProcessing2.asrv64
        put(272, 0xffe0fc00, 0x9ac02c00, 0, Feature.BASE); // DataProcessing2.rorv64
        put(273, 0xffe0fc00, 0x1ac02c00, 0, Feature.BASE); // DataProcessing2.rorv32
        put(274, 0xffe08000, 0x9b208000, 0, Feature.BASE); // DataProcessing3.smsubl
        put(275, 0xffe08000, 0x9b400000, 0, Feature.BASE); // DataProcessing3.smulh
        put(276, 0xffe08000, 0x9ba08000, 0, Feature.BASE); // DataProcessing3.umsubl
        put(277, 0xffe0001f, 0xd4000001, 16, Feature.BASE); // ExceptionGeneration.svc
        put(278, 0xffe0001f, 0xd4000002, 16, Feature.BASE); // ExceptionGeneration.hvc
        put(279, 0xffe0001f, 0xd4000003, 16, Feature.BASE); // ExceptionGeneration.smc
        put(280, 0xffe0001f, 0xd4200000, 16, Feature.BASE); // ExceptionGeneration.brk
        put(281, 0xffe0001f, 0xd4400000, 16, Feature.BASE); // ExceptionGeneration.hlt
        put(282, 0xffe0001f, 0xd4a00001, 16, Feature.BASE); // ExceptionGeneration.undefined
        put(283, 0xffe0001f, 0xd4a00002, 16, Feature.BASE); // ExceptionGeneration.undefined
        put(284, 0xffe0001f, 0xd4a00003, 16, Feature.BASE); // ExceptionGeneration.undefined
        put(285, 0xffffffff, 0xd6bf03e0, 16, Feature.BASE); // ExceptionGeneration.undefined
        put(286, 0xffff0000, 0x00000000, 16, Feature.BASE); // ExceptionGeneration.undefined
        put(287, 0xffe08000, 0x08400000, 1, Feature.BASE); // Exclusive.ldxr8
        put(288, 0xffe08000, 0x08408000, 1, Feature.BASE); // Exclusive.ldxr8
        put(289, 0xffe08000, 0x48400000, 1, Feature.BASE); // Exclusive.ldxr16
        put(290, 0xffe08000, 0x48408000, 1, Feature.BASE); // Exclusive.ldxr16
        put(291, 0xffe08000, 0x48000000, 3, Feature.BASE); // Exclusive.stxr16
        put(292, 0xffe08000, 0x48008000, 3, Feature.BASE); // Exclusive.stxr16
        put(293, 0xffe08000, 0x88600000, 1, Feature.BASE); // Exclusive.ldxp32
        put(294, 0xffe08000, 0x88608000, 1, Feature.BASE); // Exclusive.ldxp32
        put(295, 0xffe08000, 0x88200000, 3, Feature.BASE); // Exclusive.stxp32
        put(296, 0xffe08000, 0x88208000, 3, Feature.BASE); // Exclusive.stxp32
        put(297, 0xfffff0ff, 0xd503305f, 0, Feature.BASE); // Hints.clrex
        put(298, 0xffffffff, 0xd50320bf, 0, Feature.BASE); // Hints.sevl
        put(299, 0xffffffff, 0xd503203f, 16, Feature.BASE); // Hints.yield
        put(300, 0xffffffff, 0xd503205f, 16, Feature.BASE); // Hints.wfe
        put(301, 0xffffffff, 0xd503207f, 16, Feature.BASE); // Hints.wfi
        put(302, 0xffffffff, 0xd503209f, 16, Feature.BASE); // Hints.sev
        put(303, 0xff000000, 0x18000000, 0, Feature.BASE); // LoadLiteral.ldr32
        put(304, 0xff000000, 0x98000000, 0, Feature.BASE); // LoadLiteral.ldrsw
        put(305, 0xff000000, 0xd8000000, 0, Feature.BASE); // LoadLiteral.prfm
        put(306, 0xffe00c00, 0x38800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsb64
        put(307, 0xffe00c00, 0x38800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsb64
        put(308, 0xffe00c00, 0x38c00400, 1, Feature.BASE); // LoadStoreIndexed.ldrsb32
        put(309, 0xffe00c00, 0x38c00c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsb32
        put(310, 0xffe00c00, 0x78000400, 3, Feature.BASE); // LoadStoreIndexed.strh
        put(311, 0xffe00c00, 0x78000c00, 3, Feature.BASE); // LoadStoreIndexed.strh
        put(312, 0xffe00c00, 0x78400400, 1, Feature.BASE); // LoadStoreIndexed.ldrh
        put(313, 0xffe00c00, 0x78400c00, 1, Feature.BASE); // LoadStoreIndexed.ldrh
        put(314, 0xffe00c00, 0x78800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsh64
        put(315, 0xffe00c00, 0x78800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsh64
        put(316, 0xffe00c00, 0x78c00400, 1, Feature.BASE); // LoadStoreIndexed.ldrsh32
        put(317, 0xffe00c00, 0x78c00c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsh32
        put(318, 0xffe08000, 0x48808000, 3, Feature.BASE); // LoadStoreOrdered.stlr16
        put(319, 0xffe08000, 0x48800000, 3, Feature.LOR); // LoadStoreOrdered.stlr16
        put(320, 0xffc00000, 0x28800000, 3, Feature.BASE); // LoadStorePair.stpIndexed32
        put(321, 0xffc00000, 0x29800000, 3, Feature.BASE); // LoadStorePair.stpIndexed32
        put(322, 0xffc00000, 0x28c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed32
        put(323, 0xffc00000, 0x29c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed32
        put(324, 0xffc00000, 0x69400000, 1, Feature.BASE); // LoadStorePair.ldpsw
        put(325, 0xffc00000, 0x68c00000, 1, Feature.BASE); // LoadStorePair.ldpswIndexed
        put(326, 0xffc00000, 0x69c00000, 1, Feature.BASE); // LoadStorePair.ldpswIndexed
        put(327, 0xffe00c00, 0x38e00800, 9, Feature.BASE); // LoadStoreRegister.ldrsb32
        put(328, 0xffe00c00, 0x78a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsh64
        put(329, 0xffe00c00, 0x78e00800, 9, Feature.BASE); // LoadStoreRegister.ldrsh32
        put(330, 0xffe00c00, 0x38800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursb64
        put(331, 0xffe00c00, 0x38c00000, 1, Feature.BASE); // LoadStoreUnscaled.ldursb32
        put(332, 0xffe00c00, 0x78000000, 3, Feature.BASE); // LoadStoreUnscaled.sturh
        put(333, 0xffe00c00, 0x78400000, 1, Feature.BASE); // LoadStoreUnscaled.ldurh
        put(334, 0xffe00c00, 0x78800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursh64
        put(335, 0xffe00c00, 0x78c00000, 1, Feature.BASE); // LoadStoreUnscaled.ldursh32
        put(336, 0xffe00c00, 0xb8800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursw
        put(337, 0xffe00c00, 0xf8800000, 1, Feature.BASE); // LoadStoreUnscaled.prfum
        put(338, 0xffc00000, 0x39800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsb64
        put(339, 0xffc00000, 0x39c00000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsb32
        put(340, 0xffc00000, 0x79800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsh64
        put(341, 0xffe00000, 0xca200000, 0, Feature.BASE); // LogicalShifted.eon64
        put(342, 0xffe08000, 0x4a200000, 0, Feature.BASE); // LogicalShifted.eon32
        put(343, 0xfffff0ff, 0xd500407f, 16, Feature.UAO); // SystemInstructions.msrImmediate
        put(344, 0xfffff0ff, 0xd500409f, 16, Feature.PAN); // SystemInstructions.msrImmediate
        put(345, 0xfffff0ff, 0xd50040bf, 16, Feature.BASE); // SystemInstructions.msrImmediate
        put(346, 0xfffff0ff, 0xd503403f, 16, Feature.SSBS); // SystemInstructions.msrImmediate
        put(347, 0xfffff0ff, 0xd503405f, 16, Feature.DIT); // SystemInstructions.msrImmediate
        put(348, 0xfff80000, 0xd5280000, 0, Feature.BASE); // SystemInstructions.sysl
        put(349, 0xfffffc00, 0x9e660000, 0, Feature.BASE); // FpMove.fmovDtoX
        put(350, 0xffc00000, 0xad000000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(351, 0xffc00000, 0xac000000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(352, 0xffc00000, 0xac800000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(353, 0xffc00000, 0xad800000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(354, 0xffc00000, 0xad400000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(355, 0xffc00000, 0xac400000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(356, 0xffc00000, 0xacc00000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(357, 0xffc00000, 0xadc00000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(358, 0xffc00000, 0x3d800000, 1, Feature.BASE); // FpLoadStore.strQ
        put(359, 0xffc00000, 0x3dc00000, 1, Feature.BASE); // FpLoadStore.ldrQ
        put(360, 0xbffff000, 0x0c407000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(361, 0xbfe0f000, 0x0cc07000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(362, 0xbffff000, 0x0c40a000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(363, 0xbfe0f000, 0x0cc0a000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(364, 0xbffff000, 0x0c406000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(365, 0xbfe0f000, 0x0cc06000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(366, 0xbffff000, 0x0c402000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(367, 0xbfe0f000, 0x0cc02000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(368, 0xffe00c00, 0x3cc00000, 1, Feature.BASE); // FpLoadStore.ldrQIndexed
        put(369, 0xffe00c00, 0x3cc00400, 1, Feature.BASE); // FpLoadStore.ldrQIndexed
        put(370, 0xffe00c00, 0x3cc00c00, 1, Feature.BASE); // FpLoadStore.ldrQIndexed
        put(371, 0xffe00c00, 0x3c800000, 1, Feature.BASE); // FpLoadStore.strQIndexed
        put(372, 0xffe00c00, 0x3c800400, 1, Feature.BASE); // FpLoadStore.strQIndexed
        put(373, 0xffe00c00, 0x3c800c00, 1, Feature.BASE); // FpLoadStore.strQIndexed
        put(374, 0xffe0fc00, 0x1e202800, 0, Feature.BASE); // FpArithmetic.faddS
        put(375, 0xffe0fc00, 0x1e602800, 0, Feature.BASE); // FpArithmetic.faddD
        put(376, 0xffe0fc00, 0x1ee02800, 0, Feature.FP16); // FpArithmetic.faddH
        put(377, 0xffe0fc00, 0x1e203800, 0, Feature.BASE); // FpArithmetic.fsubS
        put(378, 0xffe0fc00, 0x1e603800, 0, Feature.BASE); // FpArithmetic.fsubD
        put(379, 0xffe0fc00, 0x1ee03800, 0, Feature.FP16); // FpArithmetic.fsubH
        put(380, 0xffe0fc00, 0x1e200800, 0, Feature.BASE); // FpArithmetic.fmulS
        put(381, 0xffe0fc00, 0x1e600800, 0, Feature.BASE); // FpArithmetic.fmulD
        put(382, 0xffe0fc00, 0x1ee00800, 0, Feature.FP16); // FpArithmetic.fmulH
        put(383, 0xffe0fc00, 0x1e201800, 0, Feature.BASE); // FpArithmetic.fdivS
        put(384, 0xffe0fc00, 0x1e601800, 0, Feature.BASE); // FpArithmetic.fdivD
        put(385, 0xffe0fc00, 0x1ee01800, 0, Feature.FP16); // FpArithmetic.fdivH
        put(386, 0xffa0fc00, 0x1e208800, 0, Feature.BASE); // FpArithmetic.fnmul
        put(387, 0xffe0fc00, 0x1ee08800, 0, Feature.FP16); // FpArithmetic.fnmul
        put(388, 0xffa0fc00, 0x1e204800, 0, Feature.BASE); // FpArithmetic.fmax
        put(389, 0xffe0fc00, 0x1ee04800, 0, Feature.FP16); // FpArithmetic.fmax
        put(390, 0xffa0fc00, 0x1e205800, 0, Feature.BASE); // FpArithmetic.fmin
        put(391, 0xffe0fc00, 0x1ee05800, 0, Feature.FP16); // FpArithmetic.fmin
        put(392, 0xffa0fc00, 0x1e206800, 0, Feature.BASE); // FpArithmetic.fmaxnm
        put(393, 0xffe0fc00, 0x1ee06800, 0, Feature.FP16); // FpArithmetic.fmaxnm
        put(394, 0xffa0fc00, 0x1e207800, 0, Feature.BASE); // FpArithmetic.fminnm
        put(395, 0xffe0fc00, 0x1ee07800, 0, Feature.FP16); // FpArithmetic.fminnm
        put(396, 0xfffffc00, 0x1e21c000, 0, Feature.BASE); // FpArithmetic.fsqrtS
        put(397, 0xfffffc00, 0x1e61c000, 0, Feature.BASE); // FpArithmetic.fsqrtD
        put(398, 0xfffffc00, 0x1ee1c000, 0, Feature.FP16); // FpArithmetic.fsqrtH
        put(399, 0xfffffc00, 0x1e22c000, 0, Feature.BASE); // FpArithmetic.fcvtStoD
        put(400, 0xfffffc00, 0x1e624000, 0, Feature.BASE); // FpArithmetic.fcvtDtoS
        put(401, 0xfffffc00, 0x1e23c000, 0, Feature.BASE); // FpArithmetic.fcvtStoH
        put(402, 0xfffffc00, 0x1e63c000, 0, Feature.BASE); // FpArithmetic.fcvtDtoH
        put(403, 0xfffffc00, 0x1ee24000, 0, Feature.BASE); // FpArithmetic.fcvtHtoS
        put(404, 0xfffffc00, 0x1ee2c000, 0, Feature.BASE); // FpArithmetic.fcvtHtoD
        put(405, 0xffbffc00, 0x1e244000, 0, Feature.BASE); // FpArithmetic.frintn
        put(406, 0xfffffc00, 0x1ee44000, 0, Feature.FP16); // FpArithmetic.frintn
        put(407, 0xffbffc00, 0x1e24c000, 0, Feature.BASE); // FpArithmetic.frintp
        put(408, 0xfffffc00, 0x1ee4c000, 0, Feature.FP16); // FpArithmetic.frintp
        put(409, 0xffbffc00, 0x1e254000, 0, Feature.BASE); // FpArithmetic.frintm
        put(410, 0xfffffc00, 0x1ee54000, 0, Feature.FP16); // FpArithmetic.frintm
        put(411, 0xffbffc00, 0x1e25c000, 0, Feature.BASE); // FpArithmetic.frintz
        put(412, 0xfffffc00, 0x1ee5c000, 0, Feature.FP16); // FpArithmetic.frintz
        put(413, 0xffbffc00, 0x1e264000, 0, Feature.BASE); // FpArithmetic.frinta
        put(414, 0xfffffc00, 0x1ee64000, 0, Feature.FP16); // FpArithmetic.frinta
        put(415, 0xffbffc00, 0x1e274000, 0, Feature.BASE); // FpArithmetic.frintx
        put(416, 0xfffffc00, 0x1ee74000, 0, Feature.FP16); // FpArithmetic.frintx
        put(417, 0xffbffc00, 0x1e27c000, 0, Feature.BASE); // FpArithmetic.frinti
        put(418, 0xfffffc00, 0x1ee7c000, 0, Feature.FP16); // FpArithmetic.frinti
        put(419, 0xffbffc00, 0x1e284000, 0, Feature.FRINTTS); // FpArithmetic.frint32z
        put(420, 0xffbffc00, 0x1e28c000, 0, Feature.FRINTTS); // FpArithmetic.frint32x
        put(421, 0xffbffc00, 0x1e294000, 0, Feature.FRINTTS); // FpArithmetic.frint64z
        put(422, 0xffbffc00, 0x1e29c000, 0, Feature.FRINTTS); // FpArithmetic.frint64x
        put(423, 0xffe08000, 0x1f000000, 0, Feature.BASE); // FpArithmetic.fmaddS
        put(424, 0xffe08000, 0x1f400000, 0, Feature.BASE); // FpArithmetic.fmaddD
        put(425, 0xffe08000, 0x1fc00000, 0, Feature.FP16); // FpArithmetic.fmaddH
        put(426, 0xffe08000, 0x1f008000, 0, Feature.BASE); // FpArithmetic.fmsubS
        put(427, 0xffe08000, 0x1f408000, 0, Feature.BASE); // FpArithmetic.fmsubD
        put(428, 0xffe08000, 0x1fc08000, 0, Feature.FP16); // FpArithmetic.fmsubH
        put(429, 0xffe08000, 0x1f200000, 0, Feature.BASE); // FpArithmetic.fnmaddS
        put(430, 0xffe08000, 0x1f600000, 0, Feature.BASE); // FpArithmetic.fnmaddD
        put(431, 0xffe08000, 0x1fe00000, 0, Feature.FP16); // FpArithmetic.fnmaddH
        put(432, 0xffe08000, 0x1f208000, 0, Feature.BASE); // FpArithmetic.fnmsubS
        put(433, 0xffe08000, 0x1f608000, 0, Feature.BASE); // FpArithmetic.fnmsubD
        put(434, 0xffe08000, 0x1fe08000, 0, Feature.FP16); // FpArithmetic.fnmsubH
        put(435, 0xffe0fc1f, 0x1e202000, 0, Feature.BASE); // FpArithmetic.fcmpS
        put(436, 0xffe0fc1f, 0x1e602000, 0, Feature.BASE); // FpArithmetic.fcmpD
        put(437, 0xffe0fc1f, 0x1e202010, 0, Feature.BASE); // FpArithmetic.fcmpeS
        put(438, 0xffe0fc1f, 0x1e602010, 0, Feature.BASE); // FpArithmetic.fcmpeD
        put(439, 0xffe0fc0f, 0x1ee02000, 0, Feature.FP16); // FpArithmetic.fcmpH
        put(440, 0xffa0fc0f, 0x1e202008, 0, Feature.BASE); // FpArithmetic.fcmpZero
        put(441, 0xffe0fc0f, 0x1ee02008, 0, Feature.FP16); // FpArithmetic.fcmpZero
        put(442, 0xffa00c00, 0x1e200400, 0, Feature.BASE); // FpArithmetic.fccmp
        put(443, 0xffe00c00, 0x1ee00400, 0, Feature.FP16); // FpArithmetic.fccmp
        put(444, 0xfffffc00, 0x1e780000, 0, Feature.BASE); // FpInteger.fcvtzsDtoW
        put(445, 0xfffffc00, 0x9e780000, 0, Feature.BASE); // FpInteger.fcvtzsDtoX
        put(446, 0x7fbffc00, 0x1e200000, 0, Feature.BASE); // FpInteger.fcvtns
        put(447, 0x7ffffc00, 0x1ee00000, 0, Feature.FP16); // FpInteger.fcvtns
        put(448, 0x7fbffc00, 0x1e210000, 0, Feature.BASE); // FpInteger.fcvtnu
        put(449, 0x7ffffc00, 0x1ee10000, 0, Feature.FP16); // FpInteger.fcvtnu
        put(450, 0x7fbffc00, 0x1e280000, 0, Feature.BASE); // FpInteger.fcvtps
        put(451, 0x7ffffc00, 0x1ee80000, 0, Feature.FP16); // FpInteger.fcvtps
        put(452, 0x7fbffc00, 0x1e290000, 0, Feature.BASE); // FpInteger.fcvtpu
        put(453, 0x7ffffc00, 0x1ee90000, 0, Feature.FP16); // FpInteger.fcvtpu
        put(454, 0x7fbffc00, 0x1e300000, 0, Feature.BASE); // FpInteger.fcvtms
        put(455, 0x7ffffc00, 0x1ef00000, 0, Feature.FP16); // FpInteger.fcvtms
        put(456, 0x7fbffc00, 0x1e310000, 0, Feature.BASE); // FpInteger.fcvtmu
        put(457, 0x7ffffc00, 0x1ef10000, 0, Feature.FP16); // FpInteger.fcvtmu
        put(458, 0x7ffffc00, 0x1e380000, 0, Feature.BASE); // FpInteger.fcvtzs
        put(459, 0x7ffffc00, 0x1ef80000, 0, Feature.FP16); // FpInteger.fcvtzs
        put(460, 0x7fbffc00, 0x1e390000, 0, Feature.BASE); // FpInteger.fcvtzu
        put(461, 0x7ffffc00, 0x1ef90000, 0, Feature.FP16); // FpInteger.fcvtzu
        put(462, 0x7fbffc00, 0x1e240000, 0, Feature.BASE); // FpInteger.fcvtas
        put(463, 0x7ffffc00, 0x1ee40000, 0, Feature.FP16); // FpInteger.fcvtas
        put(464, 0x7fbffc00, 0x1e250000, 0, Feature.BASE); // FpInteger.fcvtau
        put(465, 0x7ffffc00, 0x1ee50000, 0, Feature.FP16); // FpInteger.fcvtau
        put(466, 0x7fbf0000, 0x1e180000, 8, Feature.BASE); // FpInteger.fcvtzsFixed
        put(467, 0x7fff0000, 0x1ed80000, 8, Feature.FP16); // FpInteger.fcvtzsFixed
        put(468, 0x7fbf0000, 0x1e190000, 8, Feature.BASE); // FpInteger.fcvtzuFixed
        put(469, 0x7fff0000, 0x1ed90000, 8, Feature.FP16); // FpInteger.fcvtzuFixed
        put(470, 0xfffffc00, 0x1e7e0000, 0, Feature.JSCVT); // FpInteger.fjcvtzs
        put(471, 0xfffffc00, 0x1e620000, 0, Feature.BASE); // FpInteger.scvtfWtoD
        put(472, 0xfffffc00, 0x9e620000, 0, Feature.BASE); // FpInteger.scvtfXtoD
        put(473, 0xfffffc00, 0x1e630000, 0, Feature.BASE); // FpInteger.ucvtfWtoD
        put(474, 0x7ffffc00, 0x1e220000, 0, Feature.BASE); // FpInteger.scvtf
        put(475, 0x7ffffc00, 0x1ee20000, 0, Feature.FP16); // FpInteger.scvtf
        put(476, 0xfffffc00, 0x9e630000, 0, Feature.BASE); // FpInteger.ucvtf
        put(477, 0x7ffffc00, 0x1e230000, 0, Feature.BASE); // FpInteger.ucvtf
        put(478, 0x7ffffc00, 0x1ee30000, 0, Feature.FP16); // FpInteger.ucvtf
        put(479, 0x7fbf0000, 0x1e020000, 8, Feature.BASE); // FpInteger.scvtfFixed
        put(480, 0x7fff0000, 0x1ec20000, 8, Feature.FP16); // FpInteger.scvtfFixed
        put(481, 0x7fbf0000, 0x1e030000, 8, Feature.BASE); // FpInteger.ucvtfFixed
        put(482, 0x7fff0000, 0x1ec30000, 8, Feature.FP16); // FpInteger.ucvtfFixed
        put(483, 0xffc00000, 0x3d000000, 1, Feature.BASE); // FpLoadStore.strB
        put(484, 0xffe00c00, 0x3c000000, 1, Feature.BASE); // FpLoadStore.strBIndexed
        put(485, 0xffe00c00, 0x3c000400, 1, Feature.BASE); // FpLoadStore.strBIndexed
        put(486, 0xffe00c00, 0x3c000c00, 1, Feature.BASE); // FpLoadStore.strBIndexed
        put(487, 0xffe00c00, 0x3c200800, 9, Feature.BASE); // FpLoadStore.strBRegister
        put(488, 0xffc00000, 0x3d400000, 1, Feature.BASE); // FpLoadStore.ldrB
        put(489, 0xffe00c00, 0x3c400000, 1, Feature.BASE); // FpLoadStore.ldrBIndexed
        put(490, 0xffe00c00, 0x3c400400, 1, Feature.BASE); // FpLoadStore.ldrBIndexed
        put(491, 0xffe00c00, 0x3c400c00, 1, Feature.BASE); // FpLoadStore.ldrBIndexed
        put(492, 0xffe00c00, 0x3c600800, 9, Feature.BASE); // FpLoadStore.ldrBRegister
        put(493, 0xffc00000, 0x7d000000, 1, Feature.BASE); // FpLoadStore.strH
        put(494, 0xffe00c00, 0x7c000000, 1, Feature.BASE); // FpLoadStore.strHIndexed
        put(495, 0xffe00c00, 0x7c000400, 1, Feature.BASE); // FpLoadStore.strHIndexed
        put(496, 0xffe00c00, 0x7c000c00, 1, Feature.BASE); // FpLoadStore.strHIndexed
        put(497, 0xffe00c00, 0x7c200800, 9, Feature.BASE); // FpLoadStore.strHRegister
        put(498, 0xffc00000, 0x7d400000, 1, Feature.BASE); // FpLoadStore.ldrH
        put(499, 0xffe00c00, 0x7c400000, 1, Feature.BASE); // FpLoadStore.ldrHIndexed
        put(500, 0xffe00c00, 0x7c400400, 1, Feature.BASE); // FpLoadStore.ldrHIndexed
        put(501, 0xffe00c00, 0x7c400c00, 1, Feature.BASE); // FpLoadStore.ldrHIndexed
        put(502, 0xffe00c00, 0x7c600800, 9, Feature.BASE); // FpLoadStore.ldrHRegister
        put(503, 0xffc00000, 0xbd000000, 1, Feature.BASE); // FpLoadStore.strS
        put(504, 0xffe00c00, 0xbc000000, 1, Feature.BASE); // FpLoadStore.strSIndexed
        put(505, 0xffe00c00, 0xbc000400, 1, Feature.BASE); // FpLoadStore.strSIndexed
        put(506, 0xffe00c00, 0xbc000c00, 1, Feature.BASE); // FpLoadStore.strSIndexed
        put(507, 0xffe00c00, 0xbc200800, 9, Feature.BASE); // FpLoadStore.strSRegister
        put(508, 0xffc00000, 0xbd400000, 1, Feature.BASE); // FpLoadStore.ldrS
        put(509, 0xffe00c00, 0xbc400000, 1, Feature.BASE); // FpLoadStore.ldrSIndexed
        put(510, 0xffe00c00, 0xbc400400, 1, Feature.BASE); // FpLoadStore.ldrSIndexed
        put(511, 0xffe00c00, 0xbc400c00, 1, Feature.BASE); // FpLoadStore.ldrSIndexed
        put(512, 0xffe00c00, 0xbc600800, 9, Feature.BASE); // FpLoadStore.ldrSRegister
        put(513, 0xffc00000, 0xfd000000, 1, Feature.BASE); // FpLoadStore.strD
        put(514, 0xffe00c00, 0xfc000000, 1, Feature.BASE); // FpLoadStore.strDIndexed
        put(515, 0xffe00c00, 0xfc000400, 1, Feature.BASE); // FpLoadStore.strDIndexed
        put(516, 0xffe00c00, 0xfc000c00, 1, Feature.BASE); // FpLoadStore.strDIndexed
        put(517, 0xffe00c00, 0xfc200800, 9, Feature.BASE); // FpLoadStore.strDRegister
        put(518, 0xffc00000, 0xfd400000, 1, Feature.BASE); // FpLoadStore.ldrD
        put(519, 0xffe00c00, 0xfc400000, 1, Feature.BASE); // FpLoadStore.ldrDIndexed
    }

    private static void part2() {
        put(520, 0xffe00c00, 0xfc400400, 1, Feature.BASE); // FpLoadStore.ldrDIndexed
        put(521, 0xffe00c00, 0xfc400c00, 1, Feature.BASE); // FpLoadStore.ldrDIndexed
        put(522, 0xffe00c00, 0xfc600800, 9, Feature.BASE); // FpLoadStore.ldrDRegister
        put(523, 0xffe00c00, 0x3ca00800, 9, Feature.BASE); // FpLoadStore.strQRegister
        put(524, 0xffe00c00, 0x3ce00800, 9, Feature.BASE); // FpLoadStore.ldrQRegister
        put(525, 0xff000000, 0x1c000000, 0, Feature.BASE); // FpLoadStore.ldrSLiteral
        put(526, 0xff000000, 0x5c000000, 0, Feature.BASE); // FpLoadStore.ldrDLiteral
        put(527, 0xff000000, 0x9c000000, 0, Feature.BASE); // FpLoadStore.ldrQLiteral
        put(528, 0xffc00000, 0x2d000000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(529, 0xffc00000, 0x2c000000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(530, 0xffc00000, 0x2c800000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(531, 0xffc00000, 0x2d800000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(532, 0xffc00000, 0x2d400000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(533, 0xffc00000, 0x2c400000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(534, 0xffc00000, 0x2cc00000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(535, 0xffc00000, 0x2dc00000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(536, 0xffc00000, 0x6d000000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(537, 0xffc00000, 0x6c000000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(538, 0xffc00000, 0x6c800000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(539, 0xffc00000, 0x6d800000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(540, 0xffc00000, 0x6d400000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(541, 0xffc00000, 0x6c400000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(542, 0xffc00000, 0x6cc00000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(543, 0xffc00000, 0x6dc00000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(544, 0xfffffc00, 0x1e204000, 0, Feature.BASE); // FpMove.fmovS
        put(545, 0xfffffc00, 0x1e604000, 0, Feature.BASE); // FpMove.fmovD
        put(546, 0xfffffc00, 0x1ee04000, 0, Feature.FP16); // FpMove.fmovH
        put(547, 0xfffffc00, 0x1e20c000, 0, Feature.BASE); // FpMove.fabsS
        put(548, 0xfffffc00, 0x1e60c000, 0, Feature.BASE); // FpMove.fabsD
        put(549, 0xfffffc00, 0x1ee0c000, 0, Feature.FP16); // FpMove.fabsH
        put(550, 0xfffffc00, 0x1e214000, 0, Feature.BASE); // FpMove.fnegS
        put(551, 0xfffffc00, 0x1e614000, 0, Feature.BASE); // FpMove.fnegD
        put(552, 0xfffffc00, 0x1ee14000, 0, Feature.FP16); // FpMove.fnegH
        put(553, 0xffe01fe0, 0x1e201000, 0, Feature.BASE); // FpMove.fmovSImmediate
        put(554, 0xffe01fe0, 0x1e601000, 0, Feature.BASE); // FpMove.fmovDImmediate
        put(555, 0xffe01fe0, 0x1ee01000, 0, Feature.FP16); // FpMove.fmovHImmediate
        put(556, 0xfffffc00, 0x1e260000, 0, Feature.BASE); // FpMove.fmovStoW
        put(557, 0xfffffc00, 0x1e270000, 0, Feature.BASE); // FpMove.fmovWtoS
        put(558, 0xfffffc00, 0x9e670000, 0, Feature.BASE); // FpMove.fmovXtoD
        put(559, 0xfffffc00, 0x9eae0000, 0, Feature.BASE); // FpMove.fmovTopToX
        put(560, 0xfffffc00, 0x9eaf0000, 0, Feature.BASE); // FpMove.fmovXtoTop
        put(561, 0xfffffc00, 0x1ee60000, 0, Feature.FP16); // FpMove.fmovHtoGeneral
        put(562, 0xfffffc00, 0x9ee60000, 0, Feature.FP16); // FpMove.fmovHtoGeneral
        put(563, 0xfffffc00, 0x1ee70000, 0, Feature.FP16); // FpMove.fmovGeneralToH
        put(564, 0xfffffc00, 0x9ee70000, 0, Feature.FP16); // FpMove.fmovGeneralToH
        put(565, 0xffe00c00, 0x1e200c00, 0, Feature.BASE); // FpMove.fcselS
        put(566, 0xffe00c00, 0x1e600c00, 0, Feature.BASE); // FpMove.fcselD
        put(567, 0xffe00c00, 0x1ee00c00, 0, Feature.FP16); // FpMove.fcselH
        put(568, 0xbffff000, 0x0c007000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(569, 0xbfe0f000, 0x0c807000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(570, 0xbffff000, 0x0c00a000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(571, 0xbfe0f000, 0x0c80a000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(572, 0xbffff000, 0x0c006000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(573, 0xbfe0f000, 0x0c806000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(574, 0xbffff000, 0x0c002000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(575, 0xbfe0f000, 0x0c802000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(576, 0xbffff000, 0x0c408000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(577, 0xbfe0f000, 0x0cc08000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(578, 0xbffff000, 0x0c404000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(579, 0xbfe0f000, 0x0cc04000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(580, 0xbffff000, 0x0c400000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(581, 0xbfe0f000, 0x0cc00000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(582, 0xbffff000, 0x0c008000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(583, 0xbfe0f000, 0x0c808000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(584, 0xbffff000, 0x0c004000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(585, 0xbfe0f000, 0x0c804000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(586, 0xbffff000, 0x0c000000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(587, 0xbfe0f000, 0x0c800000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(588, 0xbfff2000, 0x0d400000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(589, 0xbfe02000, 0x0dc00000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(590, 0xbfff2000, 0x0d600000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(591, 0xbfe02000, 0x0de00000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(592, 0xbfff2000, 0x0d402000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(593, 0xbfe02000, 0x0dc02000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(594, 0xbfff2000, 0x0d602000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(595, 0xbfe02000, 0x0de02000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(596, 0xbfff2000, 0x0d000000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(597, 0xbfe02000, 0x0d800000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(598, 0xbfff2000, 0x0d200000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(599, 0xbfe02000, 0x0da00000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(600, 0xbfff2000, 0x0d002000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(601, 0xbfe02000, 0x0d802000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(602, 0xbfff2000, 0x0d202000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(603, 0xbfe02000, 0x0da02000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(604, 0xbffff000, 0x0d40c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(605, 0xbfe0f000, 0x0dc0c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(606, 0xbffff000, 0x0d60c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(607, 0xbfe0f000, 0x0de0c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(608, 0xbffff000, 0x0d40e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(609, 0xbfe0f000, 0x0dc0e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(610, 0xbffff000, 0x0d60e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(611, 0xbfe0f000, 0x0de0e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(612, 0xbf20fc00, 0x2e208c00, 8, Feature.BASE); // SimdThreeSame.cmeq
        put(613, 0xffe0fc00, 0x7ee08c00, 0, Feature.BASE); // SimdThreeSame.cmeq
        put(614, 0xbf20fc00, 0x2e203c00, 8, Feature.BASE); // SimdThreeSame.cmhs
        put(615, 0xffe0fc00, 0x7ee03c00, 0, Feature.BASE); // SimdThreeSame.cmhs
        put(616, 0xbfe0fc00, 0x0e000c00, 8, Feature.BASE); // SimdCopy.dupGeneral
        put(617, 0xbf80fc00, 0x0f008400, 8, Feature.BASE); // SimdShiftImmediate.shrn
        put(618, 0xbf3ffc00, 0x0e209800, 8, Feature.BASE); // SimdTwoRegMisc.cmeqZero
        put(619, 0xfffffc00, 0x5ee09800, 0, Feature.BASE); // SimdTwoRegMisc.cmeqZero
        put(620, 0xbf3ffc00, 0x0e31b800, 8, Feature.BASE); // SimdAcrossLanes.addv
        put(621, 0xbf3ffc00, 0x2e303800, 8, Feature.BASE); // SimdAcrossLanes.uaddlv
        put(622, 0xbf3ffc00, 0x0e303800, 8, Feature.BASE); // SimdAcrossLanes.saddlv
        put(623, 0xbf3ffc00, 0x0e30a800, 8, Feature.BASE); // SimdAcrossLanes.smaxv
        put(624, 0xbf3ffc00, 0x2e30a800, 8, Feature.BASE); // SimdAcrossLanes.umaxv
        put(625, 0xbf3ffc00, 0x0e31a800, 8, Feature.BASE); // SimdAcrossLanes.sminv
        put(626, 0xbf3ffc00, 0x2e31a800, 8, Feature.BASE); // SimdAcrossLanes.uminv
        put(627, 0xfffffc00, 0x5ef1b800, 0, Feature.BASE); // SimdAcrossLanes.addpScalar
        put(628, 0xbfe0fc00, 0x0e000400, 8, Feature.BASE); // SimdCopy.dupElement
        put(629, 0xffe0fc00, 0x5e000400, 8, Feature.BASE); // SimdCopy.dupScalar
        put(630, 0xffe0fc00, 0x4e001c00, 8, Feature.BASE); // SimdCopy.insGeneral
        put(631, 0xffe08400, 0x6e000400, 8, Feature.BASE); // SimdCopy.insElement
        put(632, 0xffe0fc00, 0x0e003c00, 8, Feature.BASE); // SimdCopy.umov
        put(633, 0xffe0fc00, 0x4e003c00, 8, Feature.BASE); // SimdCopy.umov
        put(634, 0xffe0fc00, 0x0e002c00, 8, Feature.BASE); // SimdCopy.smov32
        put(635, 0xffe0fc00, 0x4e002c00, 8, Feature.BASE); // SimdCopy.smov64
        put(636, 0xbff80c00, 0x0f000400, 8, Feature.BASE); // SimdModifiedImmediate.movi
        put(637, 0xbff80c00, 0x2f000400, 8, Feature.BASE); // SimdModifiedImmediate.mvni
        put(638, 0xbff8fc00, 0x0f00e400, 0, Feature.BASE); // SimdModifiedImmediate.moviBytes
        put(639, 0xfff8fc00, 0x2f00e400, 0, Feature.BASE); // SimdModifiedImmediate.moviMask
        put(640, 0xfff8fc00, 0x6f00e400, 0, Feature.BASE); // SimdModifiedImmediate.moviMask
        put(641, 0xbff80c00, 0x0f000400, 8, Feature.BASE); // SimdModifiedImmediate.orr
        put(642, 0xbff80c00, 0x2f000400, 8, Feature.BASE); // SimdModifiedImmediate.bic
        put(643, 0xbff8fc00, 0x0f00f400, 0, Feature.BASE); // SimdModifiedImmediate.fmovSingle
        put(644, 0xfff8fc00, 0x6f00f400, 0, Feature.BASE); // SimdModifiedImmediate.fmovDouble
        put(645, 0xbff8fc00, 0x0f00fc00, 0, Feature.FP16); // SimdModifiedImmediate.fmovHalf
        put(646, 0xbf20fc00, 0x0e001800, 8, Feature.BASE); // SimdPermute.uzp1
        put(647, 0xbf20fc00, 0x0e005800, 8, Feature.BASE); // SimdPermute.uzp2
        put(648, 0xbf20fc00, 0x0e002800, 8, Feature.BASE); // SimdPermute.trn1
        put(649, 0xbf20fc00, 0x0e006800, 8, Feature.BASE); // SimdPermute.trn2
        put(650, 0xbf20fc00, 0x0e003800, 8, Feature.BASE); // SimdPermute.zip1
        put(651, 0xbf20fc00, 0x0e007800, 8, Feature.BASE); // SimdPermute.zip2
        put(652, 0xffe0c400, 0x2e000000, 0, Feature.BASE); // SimdPermute.ext64
        put(653, 0xffe08400, 0x6e000000, 0, Feature.BASE); // SimdPermute.ext128
        put(654, 0xbfe09c00, 0x0e000000, 0, Feature.BASE); // SimdPermute.tbl
        put(655, 0xbfe09c00, 0x0e001000, 0, Feature.BASE); // SimdPermute.tbx
        put(656, 0xbf80fc00, 0x0f000400, 8, Feature.BASE); // SimdShiftImmediate.sshr
        put(657, 0xff80fc00, 0x5f000400, 8, Feature.BASE); // SimdShiftImmediate.sshr
        put(658, 0xbf80fc00, 0x0f001400, 8, Feature.BASE); // SimdShiftImmediate.ssra
        put(659, 0xff80fc00, 0x5f001400, 8, Feature.BASE); // SimdShiftImmediate.ssra
        put(660, 0xbf80fc00, 0x0f002400, 8, Feature.BASE); // SimdShiftImmediate.srshr
        put(661, 0xff80fc00, 0x5f002400, 8, Feature.BASE); // SimdShiftImmediate.srshr
        put(662, 0xbf80fc00, 0x0f003400, 8, Feature.BASE); // SimdShiftImmediate.srsra
        put(663, 0xff80fc00, 0x5f003400, 8, Feature.BASE); // SimdShiftImmediate.srsra
        put(664, 0xbf80fc00, 0x2f000400, 8, Feature.BASE); // SimdShiftImmediate.ushr
        put(665, 0xff80fc00, 0x7f000400, 8, Feature.BASE); // SimdShiftImmediate.ushr
        put(666, 0xbf80fc00, 0x2f001400, 8, Feature.BASE); // SimdShiftImmediate.usra
        put(667, 0xff80fc00, 0x7f001400, 8, Feature.BASE); // SimdShiftImmediate.usra
        put(668, 0xbf80fc00, 0x2f002400, 8, Feature.BASE); // SimdShiftImmediate.urshr
        put(669, 0xff80fc00, 0x7f002400, 8, Feature.BASE); // SimdShiftImmediate.urshr
        put(670, 0xbf80fc00, 0x2f003400, 8, Feature.BASE); // SimdShiftImmediate.ursra
        put(671, 0xff80fc00, 0x7f003400, 8, Feature.BASE); // SimdShiftImmediate.ursra
        put(672, 0xbf80fc00, 0x2f004400, 8, Feature.BASE); // SimdShiftImmediate.sri
        put(673, 0xff80fc00, 0x7f004400, 8, Feature.BASE); // SimdShiftImmediate.sri
        put(674, 0xbf80fc00, 0x0f005400, 8, Feature.BASE); // SimdShiftImmediate.shl
        put(675, 0xff80fc00, 0x5f005400, 8, Feature.BASE); // SimdShiftImmediate.shl
        put(676, 0xbf80fc00, 0x2f005400, 8, Feature.BASE); // SimdShiftImmediate.sli
        put(677, 0xff80fc00, 0x7f005400, 8, Feature.BASE); // SimdShiftImmediate.sli
        put(678, 0xbf80fc00, 0x2f006400, 8, Feature.BASE); // SimdShiftImmediate.sqshluImmediate
        put(679, 0xff80fc00, 0x7f006400, 8, Feature.BASE); // SimdShiftImmediate.sqshluImmediate
        put(680, 0xbf80fc00, 0x0f007400, 8, Feature.BASE); // SimdShiftImmediate.sqshlImmediate
        put(681, 0xff80fc00, 0x5f007400, 8, Feature.BASE); // SimdShiftImmediate.sqshlImmediate
        put(682, 0xbf80fc00, 0x2f007400, 8, Feature.BASE); // SimdShiftImmediate.uqshlImmediate
        put(683, 0xff80fc00, 0x7f007400, 8, Feature.BASE); // SimdShiftImmediate.uqshlImmediate
        put(684, 0xbf80fc00, 0x0f008c00, 8, Feature.BASE); // SimdShiftImmediate.rshrn
        put(685, 0xbf80fc00, 0x0f009400, 8, Feature.BASE); // SimdShiftImmediate.sqshrn
        put(686, 0xff80fc00, 0x5f009400, 8, Feature.BASE); // SimdShiftImmediate.sqshrn
        put(687, 0xbf80fc00, 0x0f009c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrn
        put(688, 0xff80fc00, 0x5f009c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrn
        put(689, 0xbf80fc00, 0x2f009400, 8, Feature.BASE); // SimdShiftImmediate.uqshrn
        put(690, 0xff80fc00, 0x7f009400, 8, Feature.BASE); // SimdShiftImmediate.uqshrn
        put(691, 0xbf80fc00, 0x2f009c00, 8, Feature.BASE); // SimdShiftImmediate.uqrshrn
        put(692, 0xff80fc00, 0x7f009c00, 8, Feature.BASE); // SimdShiftImmediate.uqrshrn
        put(693, 0xbf80fc00, 0x2f008400, 8, Feature.BASE); // SimdShiftImmediate.sqshrun
        put(694, 0xff80fc00, 0x7f008400, 8, Feature.BASE); // SimdShiftImmediate.sqshrun
        put(695, 0xbf80fc00, 0x2f008c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrun
        put(696, 0xff80fc00, 0x7f008c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrun
        put(697, 0xbf80fc00, 0x0f00a400, 8, Feature.BASE); // SimdShiftImmediate.sshll
        put(698, 0xbf80fc00, 0x2f00a400, 8, Feature.BASE); // SimdShiftImmediate.ushll
        put(699, 0xbfe0fc00, 0x0e201c00, 0, Feature.BASE); // SimdThreeSame.and
        put(700, 0xbfe0fc00, 0x0e601c00, 0, Feature.BASE); // SimdThreeSame.bic
        put(701, 0xbfe0fc00, 0x0ea01c00, 0, Feature.BASE); // SimdThreeSame.orr
        put(702, 0xbfe0fc00, 0x0ee01c00, 0, Feature.BASE); // SimdThreeSame.orn
        put(703, 0xbfe0fc00, 0x2e201c00, 0, Feature.BASE); // SimdThreeSame.eor
        put(704, 0xbfe0fc00, 0x2e601c00, 0, Feature.BASE); // SimdThreeSame.bsl
        put(705, 0xbfe0fc00, 0x2ea01c00, 0, Feature.BASE); // SimdThreeSame.bit
        put(706, 0xbfe0fc00, 0x2ee01c00, 0, Feature.BASE); // SimdThreeSame.bif
        put(707, 0xbf20fc00, 0x0e208400, 8, Feature.BASE); // SimdThreeSame.add
        put(708, 0xffe0fc00, 0x5ee08400, 0, Feature.BASE); // SimdThreeSame.add
        put(709, 0xbf20fc00, 0x2e208400, 8, Feature.BASE); // SimdThreeSame.sub
        put(710, 0xffe0fc00, 0x7ee08400, 0, Feature.BASE); // SimdThreeSame.sub
        put(711, 0xbf20fc00, 0x0e208c00, 8, Feature.BASE); // SimdThreeSame.cmtst
        put(712, 0xffe0fc00, 0x5ee08c00, 0, Feature.BASE); // SimdThreeSame.cmtst
        put(713, 0xbf20fc00, 0x0e203400, 8, Feature.BASE); // SimdThreeSame.cmgt
        put(714, 0xffe0fc00, 0x5ee03400, 0, Feature.BASE); // SimdThreeSame.cmgt
        put(715, 0xbf20fc00, 0x0e203c00, 8, Feature.BASE); // SimdThreeSame.cmge
        put(716, 0xffe0fc00, 0x5ee03c00, 0, Feature.BASE); // SimdThreeSame.cmge
        put(717, 0xbf20fc00, 0x2e203400, 8, Feature.BASE); // SimdThreeSame.cmhi
        put(718, 0xffe0fc00, 0x7ee03400, 0, Feature.BASE); // SimdThreeSame.cmhi
        put(719, 0xbf20fc00, 0x0e206400, 8, Feature.BASE); // SimdThreeSame.smax
        put(720, 0xbf20fc00, 0x0e206c00, 8, Feature.BASE); // SimdThreeSame.smin
        put(721, 0xbf20fc00, 0x0e207400, 8, Feature.BASE); // SimdThreeSame.sabd
        put(722, 0xbf20fc00, 0x0e207c00, 8, Feature.BASE); // SimdThreeSame.saba
        put(723, 0xbf20fc00, 0x0e200400, 8, Feature.BASE); // SimdThreeSame.shadd
        put(724, 0xbf20fc00, 0x0e201400, 8, Feature.BASE); // SimdThreeSame.srhadd
        put(725, 0xbf20fc00, 0x0e202400, 8, Feature.BASE); // SimdThreeSame.shsub
        put(726, 0xbf20fc00, 0x2e206400, 8, Feature.BASE); // SimdThreeSame.umax
        put(727, 0xbf20fc00, 0x2e206c00, 8, Feature.BASE); // SimdThreeSame.umin
        put(728, 0xbf20fc00, 0x2e207400, 8, Feature.BASE); // SimdThreeSame.uabd
        put(729, 0xbf20fc00, 0x2e207c00, 8, Feature.BASE); // SimdThreeSame.uaba
        put(730, 0xbf20fc00, 0x2e200400, 8, Feature.BASE); // SimdThreeSame.uhadd
        put(731, 0xbf20fc00, 0x2e201400, 8, Feature.BASE); // SimdThreeSame.urhadd
        put(732, 0xbf20fc00, 0x2e202400, 8, Feature.BASE); // SimdThreeSame.uhsub
        put(733, 0xbf20fc00, 0x0e20bc00, 8, Feature.BASE); // SimdThreeSame.addp
        put(734, 0xbf20fc00, 0x0e20a400, 8, Feature.BASE); // SimdThreeSame.smaxp
        put(735, 0xbf20fc00, 0x0e20ac00, 8, Feature.BASE); // SimdThreeSame.sminp
        put(736, 0xbf20fc00, 0x2e20a400, 8, Feature.BASE); // SimdThreeSame.umaxp
        put(737, 0xbf20fc00, 0x2e20ac00, 8, Feature.BASE); // SimdThreeSame.uminp
        put(738, 0xbf20fc00, 0x0e200c00, 8, Feature.BASE); // SimdThreeSame.sqadd
        put(739, 0xff20fc00, 0x5e200c00, 0, Feature.BASE); // SimdThreeSame.sqadd
        put(740, 0xbf20fc00, 0x0e202c00, 8, Feature.BASE); // SimdThreeSame.sqsub
        put(741, 0xff20fc00, 0x5e202c00, 0, Feature.BASE); // SimdThreeSame.sqsub
        put(742, 0xbf20fc00, 0x0e204400, 8, Feature.BASE); // SimdThreeSame.sshl
        put(743, 0xffe0fc00, 0x5ee04400, 0, Feature.BASE); // SimdThreeSame.sshl
        put(744, 0xbf20fc00, 0x0e204c00, 8, Feature.BASE); // SimdThreeSame.sqshl
        put(745, 0xff20fc00, 0x5e204c00, 0, Feature.BASE); // SimdThreeSame.sqshl
        put(746, 0xbf20fc00, 0x0e205400, 8, Feature.BASE); // SimdThreeSame.srshl
        put(747, 0xffe0fc00, 0x5ee05400, 0, Feature.BASE); // SimdThreeSame.srshl
        put(748, 0xbf20fc00, 0x0e205c00, 8, Feature.BASE); // SimdThreeSame.sqrshl
        put(749, 0xff20fc00, 0x5e205c00, 0, Feature.BASE); // SimdThreeSame.sqrshl
        put(750, 0xbf20fc00, 0x2e200c00, 8, Feature.BASE); // SimdThreeSame.uqadd
        put(751, 0xff20fc00, 0x7e200c00, 0, Feature.BASE); // SimdThreeSame.uqadd
        put(752, 0xbf20fc00, 0x2e202c00, 8, Feature.BASE); // SimdThreeSame.uqsub
        put(753, 0xff20fc00, 0x7e202c00, 0, Feature.BASE); // SimdThreeSame.uqsub
        put(754, 0xbf20fc00, 0x2e204400, 8, Feature.BASE); // SimdThreeSame.ushl
        put(755, 0xffe0fc00, 0x7ee04400, 0, Feature.BASE); // SimdThreeSame.ushl
        put(756, 0xbf20fc00, 0x2e204c00, 8, Feature.BASE); // SimdThreeSame.uqshl
        put(757, 0xff20fc00, 0x7e204c00, 0, Feature.BASE); // SimdThreeSame.uqshl
        put(758, 0xbf20fc00, 0x2e205400, 8, Feature.BASE); // SimdThreeSame.urshl
        put(759, 0xffe0fc00, 0x7ee05400, 0, Feature.BASE); // SimdThreeSame.urshl
        put(760, 0xbf20fc00, 0x2e205c00, 8, Feature.BASE); // SimdThreeSame.uqrshl
        put(761, 0xff20fc00, 0x7e205c00, 0, Feature.BASE); // SimdThreeSame.uqrshl
        put(762, 0xbf20fc00, 0x0e20b400, 8, Feature.BASE); // SimdThreeSame.sqdmulh
        put(763, 0xff20fc00, 0x5e20b400, 8, Feature.BASE); // SimdThreeSame.sqdmulh
        put(764, 0xbf20fc00, 0x2e20b400, 8, Feature.BASE); // SimdThreeSame.sqrdmulh
        put(765, 0xff20fc00, 0x7e20b400, 8, Feature.BASE); // SimdThreeSame.sqrdmulh
        put(766, 0xbf20fc00, 0x0e209c00, 8, Feature.BASE); // SimdThreeSame.mul
        put(767, 0xbf20fc00, 0x2e209c00, 8, Feature.BASE); // SimdThreeSame.pmul
        put(768, 0xbf20fc00, 0x0e209400, 8, Feature.BASE); // SimdThreeSame.mla
        put(769, 0xbf20fc00, 0x2e209400, 8, Feature.BASE); // SimdThreeSame.mls
        put(770, 0xbffffc00, 0x0e200800, 0, Feature.BASE); // SimdTwoRegMisc.rev64Bytes
        put(771, 0xbf3ffc00, 0x0e200800, 8, Feature.BASE); // SimdTwoRegMisc.rev64
        put(772, 0xbffffc00, 0x2e200800, 0, Feature.BASE); // SimdTwoRegMisc.rev32Bytes
        put(773, 0xbffffc00, 0x2e600800, 0, Feature.BASE); // SimdTwoRegMisc.rev32Halves
        put(774, 0xbffffc00, 0x0e201800, 0, Feature.BASE); // SimdTwoRegMisc.rev16
        put(775, 0xbffffc00, 0x2e605800, 0, Feature.BASE); // SimdTwoRegMisc.rbit
    }

    private static void part3() {
        put(776, 0xbffffc00, 0x2e205800, 0, Feature.BASE); // SimdTwoRegMisc.not
        put(777, 0xbffffc00, 0x0e205800, 0, Feature.BASE); // SimdTwoRegMisc.cnt
        put(778, 0xbf3ffc00, 0x2e204800, 8, Feature.BASE); // SimdTwoRegMisc.clz
        put(779, 0xbf3ffc00, 0x0e204800, 8, Feature.BASE); // SimdTwoRegMisc.cls
        put(780, 0xbf3ffc00, 0x0e208800, 8, Feature.BASE); // SimdTwoRegMisc.cmgtZero
        put(781, 0xfffffc00, 0x5ee08800, 0, Feature.BASE); // SimdTwoRegMisc.cmgtZero
        put(782, 0xbf3ffc00, 0x2e208800, 8, Feature.BASE); // SimdTwoRegMisc.cmgeZero
        put(783, 0xfffffc00, 0x7ee08800, 0, Feature.BASE); // SimdTwoRegMisc.cmgeZero
        put(784, 0xbf3ffc00, 0x2e209800, 8, Feature.BASE); // SimdTwoRegMisc.cmleZero
        put(785, 0xfffffc00, 0x7ee09800, 0, Feature.BASE); // SimdTwoRegMisc.cmleZero
        put(786, 0xbf3ffc00, 0x0e20a800, 8, Feature.BASE); // SimdTwoRegMisc.cmltZero
        put(787, 0xfffffc00, 0x5ee0a800, 0, Feature.BASE); // SimdTwoRegMisc.cmltZero
        put(788, 0xbf3ffc00, 0x0e20b800, 8, Feature.BASE); // SimdTwoRegMisc.abs
        put(789, 0xfffffc00, 0x5ee0b800, 0, Feature.BASE); // SimdTwoRegMisc.abs
        put(790, 0xbf3ffc00, 0x2e20b800, 8, Feature.BASE); // SimdTwoRegMisc.neg
        put(791, 0xfffffc00, 0x7ee0b800, 0, Feature.BASE); // SimdTwoRegMisc.neg
        put(792, 0xbf3ffc00, 0x0e202800, 8, Feature.BASE); // SimdTwoRegMisc.saddlp
        put(793, 0xbf3ffc00, 0x2e202800, 8, Feature.BASE); // SimdTwoRegMisc.uaddlp
        put(794, 0xbf3ffc00, 0x0e206800, 8, Feature.BASE); // SimdTwoRegMisc.sadalp
        put(795, 0xbf3ffc00, 0x2e206800, 8, Feature.BASE); // SimdTwoRegMisc.uadalp
        put(796, 0xbf3ffc00, 0x0e207800, 8, Feature.BASE); // SimdTwoRegMisc.sqabs
        put(797, 0xff3ffc00, 0x5e207800, 0, Feature.BASE); // SimdTwoRegMisc.sqabs
        put(798, 0xbf3ffc00, 0x2e207800, 8, Feature.BASE); // SimdTwoRegMisc.sqneg
        put(799, 0xff3ffc00, 0x7e207800, 0, Feature.BASE); // SimdTwoRegMisc.sqneg
        put(800, 0xbf3ffc00, 0x0e203800, 8, Feature.BASE); // SimdTwoRegMisc.suqadd
        put(801, 0xff3ffc00, 0x5e203800, 0, Feature.BASE); // SimdTwoRegMisc.suqadd
        put(802, 0xbf3ffc00, 0x2e203800, 8, Feature.BASE); // SimdTwoRegMisc.usqadd
        put(803, 0xff3ffc00, 0x7e203800, 0, Feature.BASE); // SimdTwoRegMisc.usqadd
        put(804, 0xbf3ffc00, 0x0e212800, 8, Feature.BASE); // SimdTwoRegMisc.xtn
        put(805, 0xbf3ffc00, 0x0e214800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtn
        put(806, 0xff3ffc00, 0x5e214800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtn
        put(807, 0xbf3ffc00, 0x2e214800, 8, Feature.BASE); // SimdTwoRegMisc.uqxtn
        put(808, 0xff3ffc00, 0x7e214800, 8, Feature.BASE); // SimdTwoRegMisc.uqxtn
        put(809, 0xbf3ffc00, 0x2e212800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtun
        put(810, 0xff3ffc00, 0x7e212800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtun
        put(811, 0xbf3ffc00, 0x2e213800, 8, Feature.BASE); // SimdTwoRegMisc.shll
        put(812, 0xfffffc00, 0x4e284800, 0, Feature.AES); // Crypto.aese
        put(813, 0xfffffc00, 0x4e285800, 0, Feature.AES); // Crypto.aesd
        put(814, 0xfffffc00, 0x4e286800, 0, Feature.AES); // Crypto.aesmc
        put(815, 0xfffffc00, 0x4e287800, 0, Feature.AES); // Crypto.aesimc
        put(816, 0xffe0fc00, 0x5e000000, 0, Feature.SHA1); // Crypto.sha1c
        put(817, 0xffe0fc00, 0x5e001000, 0, Feature.SHA1); // Crypto.sha1p
        put(818, 0xffe0fc00, 0x5e002000, 0, Feature.SHA1); // Crypto.sha1m
        put(819, 0xfffffc00, 0x5e280800, 0, Feature.SHA1); // Crypto.sha1h
        put(820, 0xffe0fc00, 0x5e003000, 0, Feature.SHA1); // Crypto.sha1su0
        put(821, 0xfffffc00, 0x5e281800, 0, Feature.SHA1); // Crypto.sha1su1
        put(822, 0xffe0fc00, 0x5e004000, 0, Feature.SHA256); // Crypto.sha256h
        put(823, 0xffe0fc00, 0x5e005000, 0, Feature.SHA256); // Crypto.sha256h2
        put(824, 0xfffffc00, 0x5e282800, 0, Feature.SHA256); // Crypto.sha256su0
        put(825, 0xffe0fc00, 0x5e006000, 0, Feature.SHA256); // Crypto.sha256su1
        put(826, 0xffe0fc00, 0xce608000, 0, Feature.SHA512); // Crypto.sha512h
        put(827, 0xffe0fc00, 0xce608400, 0, Feature.SHA512); // Crypto.sha512h2
        put(828, 0xfffffc00, 0xcec08000, 0, Feature.SHA512); // Crypto.sha512su0
        put(829, 0xffe0fc00, 0xce608800, 0, Feature.SHA512); // Crypto.sha512su1
        put(830, 0xffe08000, 0xce000000, 0, Feature.SHA3); // Crypto.eor3
        put(831, 0xffe08000, 0xce200000, 0, Feature.SHA3); // Crypto.bcax
        put(832, 0xffe0fc00, 0xce608c00, 0, Feature.SHA3); // Crypto.rax1
        put(833, 0xffe00000, 0xce800000, 0, Feature.SHA3); // Crypto.xar
        put(834, 0xbf00f400, 0x0f008000, 8, Feature.BASE); // SimdByElement.mul
        put(835, 0xbf00f400, 0x2f000000, 8, Feature.BASE); // SimdByElement.mla
        put(836, 0xbf00f400, 0x2f004000, 8, Feature.BASE); // SimdByElement.mls
        put(837, 0xbf00f400, 0x0f00c000, 8, Feature.BASE); // SimdByElement.sqdmulh
        put(838, 0xff00f400, 0x5f00c000, 8, Feature.BASE); // SimdByElement.sqdmulh
        put(839, 0xbf00f400, 0x0f00d000, 8, Feature.BASE); // SimdByElement.sqrdmulh
        put(840, 0xff00f400, 0x5f00d000, 8, Feature.BASE); // SimdByElement.sqrdmulh
        put(841, 0xbf00f400, 0x0f00a000, 8, Feature.BASE); // SimdByElement.smull
        put(842, 0xbf00f400, 0x0f002000, 8, Feature.BASE); // SimdByElement.smlal
        put(843, 0xbf00f400, 0x0f006000, 8, Feature.BASE); // SimdByElement.smlsl
        put(844, 0xbf00f400, 0x2f00a000, 8, Feature.BASE); // SimdByElement.umull
        put(845, 0xbf00f400, 0x2f002000, 8, Feature.BASE); // SimdByElement.umlal
        put(846, 0xbf00f400, 0x2f006000, 8, Feature.BASE); // SimdByElement.umlsl
        put(847, 0xbf00f400, 0x0f00b000, 8, Feature.BASE); // SimdByElement.sqdmull
        put(848, 0xff00f400, 0x5f00b000, 8, Feature.BASE); // SimdByElement.sqdmull
        put(849, 0xbf00f400, 0x0f003000, 8, Feature.BASE); // SimdByElement.sqdmlal
        put(850, 0xff00f400, 0x5f003000, 8, Feature.BASE); // SimdByElement.sqdmlal
        put(851, 0xbf00f400, 0x0f007000, 8, Feature.BASE); // SimdByElement.sqdmlsl
        put(852, 0xff00f400, 0x5f007000, 8, Feature.BASE); // SimdByElement.sqdmlsl
        put(853, 0xbf80f400, 0x0f801000, 8, Feature.BASE); // SimdByElement.fmla
        put(854, 0xff80f400, 0x5f801000, 8, Feature.BASE); // SimdByElement.fmla
        put(855, 0xbfc0f400, 0x0f001000, 0, Feature.FP16); // SimdByElement.fmla
        put(856, 0xffc0f400, 0x5f001000, 0, Feature.FP16); // SimdByElement.fmla
        put(857, 0xbf80f400, 0x0f805000, 8, Feature.BASE); // SimdByElement.fmls
        put(858, 0xff80f400, 0x5f805000, 8, Feature.BASE); // SimdByElement.fmls
        put(859, 0xbfc0f400, 0x0f005000, 0, Feature.FP16); // SimdByElement.fmls
        put(860, 0xffc0f400, 0x5f005000, 0, Feature.FP16); // SimdByElement.fmls
        put(861, 0xbf80f400, 0x0f809000, 8, Feature.BASE); // SimdByElement.fmul
        put(862, 0xff80f400, 0x5f809000, 8, Feature.BASE); // SimdByElement.fmul
        put(863, 0xbfc0f400, 0x0f009000, 0, Feature.FP16); // SimdByElement.fmul
        put(864, 0xffc0f400, 0x5f009000, 0, Feature.FP16); // SimdByElement.fmul
        put(865, 0xbf80f400, 0x2f809000, 8, Feature.BASE); // SimdByElement.fmulx
        put(866, 0xff80f400, 0x7f809000, 8, Feature.BASE); // SimdByElement.fmulx
        put(867, 0xbfc0f400, 0x2f009000, 0, Feature.FP16); // SimdByElement.fmulx
        put(868, 0xffc0f400, 0x7f009000, 0, Feature.FP16); // SimdByElement.fmulx
        put(869, 0xbf20fc00, 0x2e008400, 8, Feature.RDM); // SimdExtensions.sqrdmlah
        put(870, 0xff20fc00, 0x7e008400, 8, Feature.RDM); // SimdExtensions.sqrdmlah
        put(871, 0xbf20fc00, 0x2e008c00, 8, Feature.RDM); // SimdExtensions.sqrdmlsh
        put(872, 0xff20fc00, 0x7e008c00, 8, Feature.RDM); // SimdExtensions.sqrdmlsh
        put(873, 0xbf00f400, 0x2f00d000, 8, Feature.RDM); // SimdExtensions.sqrdmlahElement
        put(874, 0xff00f400, 0x7f00d000, 8, Feature.RDM); // SimdExtensions.sqrdmlahElement
        put(875, 0xbf00f400, 0x2f00f000, 8, Feature.RDM); // SimdExtensions.sqrdmlshElement
        put(876, 0xff00f400, 0x7f00f000, 8, Feature.RDM); // SimdExtensions.sqrdmlshElement
        put(877, 0xbfe0fc00, 0x0e809400, 0, Feature.DOTPROD); // SimdExtensions.sdot
        put(878, 0xbfe0fc00, 0x2e809400, 0, Feature.DOTPROD); // SimdExtensions.udot
        put(879, 0xbfc0f400, 0x0f80e000, 0, Feature.DOTPROD); // SimdExtensions.sdotElement
        put(880, 0xbfc0f400, 0x2f80e000, 0, Feature.DOTPROD); // SimdExtensions.udotElement
        put(881, 0xbfe0fc00, 0x0e20ec00, 0, Feature.FHM); // SimdExtensions.fmlal
        put(882, 0xbfe0fc00, 0x2e20cc00, 0, Feature.FHM); // SimdExtensions.fmlal
        put(883, 0xbfe0fc00, 0x0ea0ec00, 0, Feature.FHM); // SimdExtensions.fmlsl
        put(884, 0xbfe0fc00, 0x2ea0cc00, 0, Feature.FHM); // SimdExtensions.fmlsl
        put(885, 0xbfc0f400, 0x0f800000, 0, Feature.FHM); // SimdExtensions.fmlalElement
        put(886, 0xbfc0f400, 0x2f808000, 0, Feature.FHM); // SimdExtensions.fmlalElement
        put(887, 0xbfc0f400, 0x0f804000, 0, Feature.FHM); // SimdExtensions.fmlslElement
        put(888, 0xbfc0f400, 0x2f80c000, 0, Feature.FHM); // SimdExtensions.fmlslElement
        put(889, 0xbf20ec00, 0x2e00e400, 8, Feature.FCMA); // SimdExtensions.fcadd
        put(890, 0xbfe0ec00, 0x2e40e400, 0, Feature.FCMA); // SimdExtensions.fcadd
        put(891, 0xbf20e400, 0x2e00c400, 8, Feature.FCMA); // SimdExtensions.fcmla
        put(892, 0xbfe0e400, 0x2e40c400, 0, Feature.FCMA); // SimdExtensions.fcmla
        put(893, 0xbfc09400, 0x2f401000, 8, Feature.FCMA); // SimdExtensions.fcmlaElement
        put(894, 0xffe09400, 0x6f801000, 0, Feature.FCMA); // SimdExtensions.fcmlaElement
        put(895, 0xbfa0fc00, 0x0e20d400, 8, Feature.BASE); // SimdFpThreeSame.fadd
        put(896, 0xbfe0fc00, 0x0e401400, 0, Feature.FP16); // SimdFpThreeSame.fadd
        put(897, 0xbfa0fc00, 0x0ea0d400, 8, Feature.BASE); // SimdFpThreeSame.fsub
        put(898, 0xbfe0fc00, 0x0ec01400, 0, Feature.FP16); // SimdFpThreeSame.fsub
        put(899, 0xbfa0fc00, 0x2e20dc00, 8, Feature.BASE); // SimdFpThreeSame.fmul
        put(900, 0xbfe0fc00, 0x2e401c00, 0, Feature.FP16); // SimdFpThreeSame.fmul
        put(901, 0xbfa0fc00, 0x2e20fc00, 8, Feature.BASE); // SimdFpThreeSame.fdiv
        put(902, 0xbfe0fc00, 0x2e403c00, 0, Feature.FP16); // SimdFpThreeSame.fdiv
        put(903, 0xbfa0fc00, 0x0e20cc00, 8, Feature.BASE); // SimdFpThreeSame.fmla
        put(904, 0xbfe0fc00, 0x0e400c00, 0, Feature.FP16); // SimdFpThreeSame.fmla
        put(905, 0xbfa0fc00, 0x0ea0cc00, 8, Feature.BASE); // SimdFpThreeSame.fmls
        put(906, 0xbfe0fc00, 0x0ec00c00, 0, Feature.FP16); // SimdFpThreeSame.fmls
        put(907, 0xbfa0fc00, 0x0e20f400, 8, Feature.BASE); // SimdFpThreeSame.fmax
        put(908, 0xbfe0fc00, 0x0e403400, 0, Feature.FP16); // SimdFpThreeSame.fmax
        put(909, 0xbfa0fc00, 0x0ea0f400, 8, Feature.BASE); // SimdFpThreeSame.fmin
        put(910, 0xbfe0fc00, 0x0ec03400, 0, Feature.FP16); // SimdFpThreeSame.fmin
        put(911, 0xbfa0fc00, 0x0e20c400, 8, Feature.BASE); // SimdFpThreeSame.fmaxnm
        put(912, 0xbfe0fc00, 0x0e400400, 0, Feature.FP16); // SimdFpThreeSame.fmaxnm
        put(913, 0xbfa0fc00, 0x0ea0c400, 8, Feature.BASE); // SimdFpThreeSame.fminnm
        put(914, 0xbfe0fc00, 0x0ec00400, 0, Feature.FP16); // SimdFpThreeSame.fminnm
        put(915, 0xbfa0fc00, 0x0e20dc00, 8, Feature.BASE); // SimdFpThreeSame.fmulx
        put(916, 0xbfe0fc00, 0x0e401c00, 0, Feature.FP16); // SimdFpThreeSame.fmulx
        put(917, 0xffa0fc00, 0x5e20dc00, 0, Feature.BASE); // SimdFpThreeSame.fmulx
        put(918, 0xffe0fc00, 0x5e401c00, 0, Feature.FP16); // SimdFpThreeSame.fmulx
        put(919, 0xbfa0fc00, 0x2ea0d400, 8, Feature.BASE); // SimdFpThreeSame.fabd
        put(920, 0xbfe0fc00, 0x2ec01400, 0, Feature.FP16); // SimdFpThreeSame.fabd
        put(921, 0xffa0fc00, 0x7ea0d400, 0, Feature.BASE); // SimdFpThreeSame.fabd
        put(922, 0xffe0fc00, 0x7ec01400, 0, Feature.FP16); // SimdFpThreeSame.fabd
        put(923, 0xbfa0fc00, 0x0e20e400, 8, Feature.BASE); // SimdFpThreeSame.fcmeq
        put(924, 0xbfe0fc00, 0x0e402400, 0, Feature.FP16); // SimdFpThreeSame.fcmeq
        put(925, 0xffa0fc00, 0x5e20e400, 0, Feature.BASE); // SimdFpThreeSame.fcmeq
        put(926, 0xffe0fc00, 0x5e402400, 0, Feature.FP16); // SimdFpThreeSame.fcmeq
        put(927, 0xbfa0fc00, 0x2e20e400, 8, Feature.BASE); // SimdFpThreeSame.fcmge
        put(928, 0xbfe0fc00, 0x2e402400, 0, Feature.FP16); // SimdFpThreeSame.fcmge
        put(929, 0xffa0fc00, 0x7e20e400, 0, Feature.BASE); // SimdFpThreeSame.fcmge
        put(930, 0xffe0fc00, 0x7e402400, 0, Feature.FP16); // SimdFpThreeSame.fcmge
        put(931, 0xbfa0fc00, 0x2ea0e400, 8, Feature.BASE); // SimdFpThreeSame.fcmgt
        put(932, 0xbfe0fc00, 0x2ec02400, 0, Feature.FP16); // SimdFpThreeSame.fcmgt
        put(933, 0xffa0fc00, 0x7ea0e400, 0, Feature.BASE); // SimdFpThreeSame.fcmgt
        put(934, 0xffe0fc00, 0x7ec02400, 0, Feature.FP16); // SimdFpThreeSame.fcmgt
        put(935, 0xbfa0fc00, 0x2e20ec00, 8, Feature.BASE); // SimdFpThreeSame.facge
        put(936, 0xbfe0fc00, 0x2e402c00, 0, Feature.FP16); // SimdFpThreeSame.facge
        put(937, 0xffa0fc00, 0x7e20ec00, 0, Feature.BASE); // SimdFpThreeSame.facge
        put(938, 0xffe0fc00, 0x7e402c00, 0, Feature.FP16); // SimdFpThreeSame.facge
        put(939, 0xbfa0fc00, 0x2ea0ec00, 8, Feature.BASE); // SimdFpThreeSame.facgt
        put(940, 0xbfe0fc00, 0x2ec02c00, 0, Feature.FP16); // SimdFpThreeSame.facgt
        put(941, 0xffa0fc00, 0x7ea0ec00, 0, Feature.BASE); // SimdFpThreeSame.facgt
        put(942, 0xffe0fc00, 0x7ec02c00, 0, Feature.FP16); // SimdFpThreeSame.facgt
        put(943, 0xbfa0fc00, 0x0e20fc00, 8, Feature.BASE); // SimdFpThreeSame.frecps
        put(944, 0xbfe0fc00, 0x0e403c00, 0, Feature.FP16); // SimdFpThreeSame.frecps
        put(945, 0xffa0fc00, 0x5e20fc00, 0, Feature.BASE); // SimdFpThreeSame.frecps
        put(946, 0xffe0fc00, 0x5e403c00, 0, Feature.FP16); // SimdFpThreeSame.frecps
        put(947, 0xbfa0fc00, 0x0ea0fc00, 8, Feature.BASE); // SimdFpThreeSame.frsqrts
        put(948, 0xbfe0fc00, 0x0ec03c00, 0, Feature.FP16); // SimdFpThreeSame.frsqrts
        put(949, 0xffa0fc00, 0x5ea0fc00, 0, Feature.BASE); // SimdFpThreeSame.frsqrts
        put(950, 0xffe0fc00, 0x5ec03c00, 0, Feature.FP16); // SimdFpThreeSame.frsqrts
        put(951, 0xbfa0fc00, 0x2e20d400, 8, Feature.BASE); // SimdFpThreeSame.faddp
        put(952, 0xbfe0fc00, 0x2e401400, 0, Feature.FP16); // SimdFpThreeSame.faddp
        put(953, 0xbfa0fc00, 0x2e20f400, 8, Feature.BASE); // SimdFpThreeSame.fmaxp
        put(954, 0xbfe0fc00, 0x2e403400, 0, Feature.FP16); // SimdFpThreeSame.fmaxp
        put(955, 0xbfa0fc00, 0x2ea0f400, 8, Feature.BASE); // SimdFpThreeSame.fminp
        put(956, 0xbfe0fc00, 0x2ec03400, 0, Feature.FP16); // SimdFpThreeSame.fminp
        put(957, 0xbfa0fc00, 0x2e20c400, 8, Feature.BASE); // SimdFpThreeSame.fmaxnmp
        put(958, 0xbfe0fc00, 0x2e400400, 0, Feature.FP16); // SimdFpThreeSame.fmaxnmp
        put(959, 0xbfa0fc00, 0x2ea0c400, 8, Feature.BASE); // SimdFpThreeSame.fminnmp
        put(960, 0xbfe0fc00, 0x2ec00400, 0, Feature.FP16); // SimdFpThreeSame.fminnmp
        put(961, 0xffbffc00, 0x7e30d800, 0, Feature.BASE); // SimdFpThreeSame.faddpScalar
        put(962, 0xfffffc00, 0x5e30d800, 0, Feature.FP16); // SimdFpThreeSame.faddpScalar
        put(963, 0xffbffc00, 0x7e30f800, 0, Feature.BASE); // SimdFpThreeSame.fmaxpScalar
        put(964, 0xfffffc00, 0x5e30f800, 0, Feature.FP16); // SimdFpThreeSame.fmaxpScalar
        put(965, 0xffbffc00, 0x7eb0f800, 0, Feature.BASE); // SimdFpThreeSame.fminpScalar
        put(966, 0xfffffc00, 0x5eb0f800, 0, Feature.FP16); // SimdFpThreeSame.fminpScalar
        put(967, 0xffbffc00, 0x7e30c800, 0, Feature.BASE); // SimdFpThreeSame.fmaxnmpScalar
        put(968, 0xfffffc00, 0x5e30c800, 0, Feature.FP16); // SimdFpThreeSame.fmaxnmpScalar
        put(969, 0xffbffc00, 0x7eb0c800, 0, Feature.BASE); // SimdFpThreeSame.fminnmpScalar
        put(970, 0xfffffc00, 0x5eb0c800, 0, Feature.FP16); // SimdFpThreeSame.fminnmpScalar
        put(971, 0xfffffc00, 0x6e30f800, 0, Feature.BASE); // SimdFpThreeSame.fmaxv
        put(972, 0xbffffc00, 0x0e30f800, 0, Feature.FP16); // SimdFpThreeSame.fmaxv
        put(973, 0xfffffc00, 0x6eb0f800, 0, Feature.BASE); // SimdFpThreeSame.fminv
        put(974, 0xbffffc00, 0x0eb0f800, 0, Feature.FP16); // SimdFpThreeSame.fminv
        put(975, 0xfffffc00, 0x6e30c800, 0, Feature.BASE); // SimdFpThreeSame.fmaxnmv
        put(976, 0xbffffc00, 0x0e30c800, 0, Feature.FP16); // SimdFpThreeSame.fmaxnmv
        put(977, 0xfffffc00, 0x6eb0c800, 0, Feature.BASE); // SimdFpThreeSame.fminnmv
        put(978, 0xbffffc00, 0x0eb0c800, 0, Feature.FP16); // SimdFpThreeSame.fminnmv
        put(979, 0xbfbffc00, 0x0ea0f800, 8, Feature.BASE); // SimdFpTwoRegMisc.fabs
        put(980, 0xbffffc00, 0x0ef8f800, 0, Feature.FP16); // SimdFpTwoRegMisc.fabs
        put(981, 0xbfbffc00, 0x2ea0f800, 8, Feature.BASE); // SimdFpTwoRegMisc.fneg
        put(982, 0xbffffc00, 0x2ef8f800, 0, Feature.FP16); // SimdFpTwoRegMisc.fneg
        put(983, 0xbfbffc00, 0x2ea1f800, 8, Feature.BASE); // SimdFpTwoRegMisc.fsqrt
        put(984, 0xbffffc00, 0x2ef9f800, 0, Feature.FP16); // SimdFpTwoRegMisc.fsqrt
        put(985, 0xbfbffc00, 0x0ea1d800, 8, Feature.BASE); // SimdFpTwoRegMisc.frecpe
        put(986, 0xbffffc00, 0x0ef9d800, 0, Feature.FP16); // SimdFpTwoRegMisc.frecpe
        put(987, 0xffbffc00, 0x5ea1d800, 0, Feature.BASE); // SimdFpTwoRegMisc.frecpe
        put(988, 0xfffffc00, 0x5ef9d800, 0, Feature.FP16); // SimdFpTwoRegMisc.frecpe
        put(989, 0xbfbffc00, 0x2ea1d800, 8, Feature.BASE); // SimdFpTwoRegMisc.frsqrte
        put(990, 0xbffffc00, 0x2ef9d800, 0, Feature.FP16); // SimdFpTwoRegMisc.frsqrte
        put(991, 0xffbffc00, 0x7ea1d800, 0, Feature.BASE); // SimdFpTwoRegMisc.frsqrte
        put(992, 0xfffffc00, 0x7ef9d800, 0, Feature.FP16); // SimdFpTwoRegMisc.frsqrte
        put(993, 0xffbffc00, 0x5ea1f800, 0, Feature.BASE); // SimdFpTwoRegMisc.frecpx
        put(994, 0xfffffc00, 0x5ef9f800, 0, Feature.FP16); // SimdFpTwoRegMisc.frecpx
        put(995, 0xbffffc00, 0x0ea1c800, 0, Feature.BASE); // SimdFpTwoRegMisc.urecpe
        put(996, 0xbffffc00, 0x2ea1c800, 0, Feature.BASE); // SimdFpTwoRegMisc.ursqrte
        put(997, 0xbfbffc00, 0x0e218800, 8, Feature.BASE); // SimdFpTwoRegMisc.frintn
        put(998, 0xbffffc00, 0x0e798800, 0, Feature.FP16); // SimdFpTwoRegMisc.frintn
        put(999, 0xbfbffc00, 0x0e219800, 8, Feature.BASE); // SimdFpTwoRegMisc.frintm
        put(1000, 0xbffffc00, 0x0e799800, 0, Feature.FP16); // SimdFpTwoRegMisc.frintm
        put(1001, 0xbfbffc00, 0x0ea18800, 8, Feature.BASE); // SimdFpTwoRegMisc.frintp
        put(1002, 0xbffffc00, 0x0ef98800, 0, Feature.FP16); // SimdFpTwoRegMisc.frintp
        put(1003, 0xbfbffc00, 0x0ea19800, 8, Feature.BASE); // SimdFpTwoRegMisc.frintz
        put(1004, 0xbffffc00, 0x0ef99800, 0, Feature.FP16); // SimdFpTwoRegMisc.frintz
        put(1005, 0xbfbffc00, 0x2e218800, 8, Feature.BASE); // SimdFpTwoRegMisc.frinta
        put(1006, 0xbffffc00, 0x2e798800, 0, Feature.FP16); // SimdFpTwoRegMisc.frinta
        put(1007, 0xbfbffc00, 0x2e219800, 8, Feature.BASE); // SimdFpTwoRegMisc.frintx
        put(1008, 0xbffffc00, 0x2e799800, 0, Feature.FP16); // SimdFpTwoRegMisc.frintx
        put(1009, 0xbfbffc00, 0x2ea19800, 8, Feature.BASE); // SimdFpTwoRegMisc.frinti
        put(1010, 0xbffffc00, 0x2ef99800, 0, Feature.FP16); // SimdFpTwoRegMisc.frinti
        put(1011, 0xbfbffc00, 0x0e21e800, 8, Feature.FRINTTS); // SimdFpTwoRegMisc.frint32z
        put(1012, 0xbfbffc00, 0x0e21f800, 8, Feature.FRINTTS); // SimdFpTwoRegMisc.frint64z
        put(1013, 0xbfbffc00, 0x2e21e800, 8, Feature.FRINTTS); // SimdFpTwoRegMisc.frint32x
        put(1014, 0xbfbffc00, 0x2e21f800, 8, Feature.FRINTTS); // SimdFpTwoRegMisc.frint64x
        put(1015, 0xbfbffc00, 0x0ea0c800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcmgtZero
        put(1016, 0xbffffc00, 0x0ef8c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmgtZero
        put(1017, 0xffbffc00, 0x5ea0c800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcmgtZero
        put(1018, 0xfffffc00, 0x5ef8c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmgtZero
        put(1019, 0xbfbffc00, 0x0ea0d800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcmeqZero
        put(1020, 0xbffffc00, 0x0ef8d800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmeqZero
        put(1021, 0xffbffc00, 0x5ea0d800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcmeqZero
        put(1022, 0xfffffc00, 0x5ef8d800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmeqZero
        put(1023, 0xbfbffc00, 0x0ea0e800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcmltZero
        put(1024, 0xbffffc00, 0x0ef8e800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmltZero
        put(1025, 0xffbffc00, 0x5ea0e800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcmltZero
        put(1026, 0xfffffc00, 0x5ef8e800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmltZero
        put(1027, 0xbfbffc00, 0x2ea0c800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcmgeZero
        put(1028, 0xbffffc00, 0x2ef8c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmgeZero
        put(1029, 0xffbffc00, 0x7ea0c800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcmgeZero
        put(1030, 0xfffffc00, 0x7ef8c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmgeZero
        put(1031, 0xbfbffc00, 0x2ea0d800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcmleZero
    }

    private static void part4() {
        put(1032, 0xbffffc00, 0x2ef8d800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmleZero
        put(1033, 0xffbffc00, 0x7ea0d800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcmleZero
        put(1034, 0xfffffc00, 0x7ef8d800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcmleZero
        put(1035, 0xbfbffc00, 0x0e21a800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtns
        put(1036, 0xbffffc00, 0x0e79a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtns
        put(1037, 0xffbffc00, 0x5e21a800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtns
        put(1038, 0xfffffc00, 0x5e79a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtns
        put(1039, 0xbfbffc00, 0x2e21a800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtnu
        put(1040, 0xbffffc00, 0x2e79a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtnu
        put(1041, 0xffbffc00, 0x7e21a800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtnu
        put(1042, 0xfffffc00, 0x7e79a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtnu
        put(1043, 0xbfbffc00, 0x0e21b800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtms
        put(1044, 0xbffffc00, 0x0e79b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtms
        put(1045, 0xffbffc00, 0x5e21b800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtms
        put(1046, 0xfffffc00, 0x5e79b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtms
        put(1047, 0xbfbffc00, 0x2e21b800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtmu
        put(1048, 0xbffffc00, 0x2e79b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtmu
        put(1049, 0xffbffc00, 0x7e21b800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtmu
        put(1050, 0xfffffc00, 0x7e79b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtmu
        put(1051, 0xbfbffc00, 0x0e21c800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtas
        put(1052, 0xbffffc00, 0x0e79c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtas
        put(1053, 0xffbffc00, 0x5e21c800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtas
        put(1054, 0xfffffc00, 0x5e79c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtas
        put(1055, 0xbfbffc00, 0x2e21c800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtau
        put(1056, 0xbffffc00, 0x2e79c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtau
        put(1057, 0xffbffc00, 0x7e21c800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtau
        put(1058, 0xfffffc00, 0x7e79c800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtau
        put(1059, 0xbfbffc00, 0x0ea1a800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtps
        put(1060, 0xbffffc00, 0x0ef9a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtps
        put(1061, 0xffbffc00, 0x5ea1a800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtps
        put(1062, 0xfffffc00, 0x5ef9a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtps
        put(1063, 0xbfbffc00, 0x2ea1a800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtpu
        put(1064, 0xbffffc00, 0x2ef9a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtpu
        put(1065, 0xffbffc00, 0x7ea1a800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtpu
        put(1066, 0xfffffc00, 0x7ef9a800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtpu
        put(1067, 0xbfbffc00, 0x0ea1b800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtzs
        put(1068, 0xbffffc00, 0x0ef9b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtzs
        put(1069, 0xffbffc00, 0x5ea1b800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtzs
        put(1070, 0xfffffc00, 0x5ef9b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtzs
        put(1071, 0xbfbffc00, 0x2ea1b800, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtzu
        put(1072, 0xbffffc00, 0x2ef9b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtzu
        put(1073, 0xffbffc00, 0x7ea1b800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtzu
        put(1074, 0xfffffc00, 0x7ef9b800, 0, Feature.FP16); // SimdFpTwoRegMisc.fcvtzu
        put(1075, 0xbfbffc00, 0x0e21d800, 8, Feature.BASE); // SimdFpTwoRegMisc.scvtf
        put(1076, 0xbffffc00, 0x0e79d800, 0, Feature.FP16); // SimdFpTwoRegMisc.scvtf
        put(1077, 0xffbffc00, 0x5e21d800, 0, Feature.BASE); // SimdFpTwoRegMisc.scvtf
        put(1078, 0xfffffc00, 0x5e79d800, 0, Feature.FP16); // SimdFpTwoRegMisc.scvtf
        put(1079, 0xbfbffc00, 0x2e21d800, 8, Feature.BASE); // SimdFpTwoRegMisc.ucvtf
        put(1080, 0xbffffc00, 0x2e79d800, 0, Feature.FP16); // SimdFpTwoRegMisc.ucvtf
        put(1081, 0xffbffc00, 0x7e21d800, 0, Feature.BASE); // SimdFpTwoRegMisc.ucvtf
        put(1082, 0xfffffc00, 0x7e79d800, 0, Feature.FP16); // SimdFpTwoRegMisc.ucvtf
        put(1083, 0xbf80fc00, 0x0f00e400, 8, Feature.BASE); // SimdFpTwoRegMisc.scvtfFixed
        put(1084, 0xbf80fc00, 0x0f00e400, 8, Feature.FP16); // SimdFpTwoRegMisc.scvtfFixed
        put(1085, 0xff80fc00, 0x5f00e400, 8, Feature.BASE); // SimdFpTwoRegMisc.scvtfFixed
        put(1086, 0xff80fc00, 0x5f00e400, 8, Feature.FP16); // SimdFpTwoRegMisc.scvtfFixed
        put(1087, 0xbf80fc00, 0x2f00e400, 8, Feature.BASE); // SimdFpTwoRegMisc.ucvtfFixed
        put(1088, 0xbf80fc00, 0x2f00e400, 8, Feature.FP16); // SimdFpTwoRegMisc.ucvtfFixed
        put(1089, 0xff80fc00, 0x7f00e400, 8, Feature.BASE); // SimdFpTwoRegMisc.ucvtfFixed
        put(1090, 0xff80fc00, 0x7f00e400, 8, Feature.FP16); // SimdFpTwoRegMisc.ucvtfFixed
        put(1091, 0xbf80fc00, 0x0f00fc00, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtzsFixed
        put(1092, 0xbf80fc00, 0x0f00fc00, 8, Feature.FP16); // SimdFpTwoRegMisc.fcvtzsFixed
        put(1093, 0xff80fc00, 0x5f00fc00, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtzsFixed
        put(1094, 0xff80fc00, 0x5f00fc00, 8, Feature.FP16); // SimdFpTwoRegMisc.fcvtzsFixed
        put(1095, 0xbf80fc00, 0x2f00fc00, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtzuFixed
        put(1096, 0xbf80fc00, 0x2f00fc00, 8, Feature.FP16); // SimdFpTwoRegMisc.fcvtzuFixed
        put(1097, 0xff80fc00, 0x7f00fc00, 8, Feature.BASE); // SimdFpTwoRegMisc.fcvtzuFixed
        put(1098, 0xff80fc00, 0x7f00fc00, 8, Feature.FP16); // SimdFpTwoRegMisc.fcvtzuFixed
        put(1099, 0xbffffc00, 0x0e217800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtlHalf
        put(1100, 0xbffffc00, 0x0e617800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtlSingle
        put(1101, 0xbffffc00, 0x0e216800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtnHalf
        put(1102, 0xbffffc00, 0x0e616800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtnSingle
        put(1103, 0xbffffc00, 0x2e616800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtxn
        put(1104, 0xfffffc00, 0x7e616800, 0, Feature.BASE); // SimdFpTwoRegMisc.fcvtxnScalar
        put(1105, 0xbf20fc00, 0x0e200000, 8, Feature.BASE); // SimdThreeDifferent.saddl
        put(1106, 0xbf20fc00, 0x0e201000, 8, Feature.BASE); // SimdThreeDifferent.saddw
        put(1107, 0xbf20fc00, 0x0e202000, 8, Feature.BASE); // SimdThreeDifferent.ssubl
        put(1108, 0xbf20fc00, 0x0e203000, 8, Feature.BASE); // SimdThreeDifferent.ssubw
        put(1109, 0xbf20fc00, 0x0e205000, 8, Feature.BASE); // SimdThreeDifferent.sabal
        put(1110, 0xbf20fc00, 0x0e207000, 8, Feature.BASE); // SimdThreeDifferent.sabdl
        put(1111, 0xbf20fc00, 0x2e200000, 8, Feature.BASE); // SimdThreeDifferent.uaddl
        put(1112, 0xbf20fc00, 0x2e201000, 8, Feature.BASE); // SimdThreeDifferent.uaddw
        put(1113, 0xbf20fc00, 0x2e202000, 8, Feature.BASE); // SimdThreeDifferent.usubl
        put(1114, 0xbf20fc00, 0x2e203000, 8, Feature.BASE); // SimdThreeDifferent.usubw
        put(1115, 0xbf20fc00, 0x2e205000, 8, Feature.BASE); // SimdThreeDifferent.uabal
        put(1116, 0xbf20fc00, 0x2e207000, 8, Feature.BASE); // SimdThreeDifferent.uabdl
        put(1117, 0xbf20fc00, 0x0e204000, 8, Feature.BASE); // SimdThreeDifferent.addhn
        put(1118, 0xbf20fc00, 0x2e204000, 8, Feature.BASE); // SimdThreeDifferent.raddhn
        put(1119, 0xbf20fc00, 0x0e206000, 8, Feature.BASE); // SimdThreeDifferent.subhn
        put(1120, 0xbf20fc00, 0x2e206000, 8, Feature.BASE); // SimdThreeDifferent.rsubhn
        put(1121, 0xbf20fc00, 0x0e20c000, 8, Feature.BASE); // SimdThreeDifferent.smull
        put(1122, 0xbf20fc00, 0x0e208000, 8, Feature.BASE); // SimdThreeDifferent.smlal
        put(1123, 0xbf20fc00, 0x0e20a000, 8, Feature.BASE); // SimdThreeDifferent.smlsl
        put(1124, 0xbf20fc00, 0x2e20c000, 8, Feature.BASE); // SimdThreeDifferent.umull
        put(1125, 0xbf20fc00, 0x2e208000, 8, Feature.BASE); // SimdThreeDifferent.umlal
        put(1126, 0xbf20fc00, 0x2e20a000, 8, Feature.BASE); // SimdThreeDifferent.umlsl
        put(1127, 0xbf20fc00, 0x0e20d000, 8, Feature.BASE); // SimdThreeDifferent.sqdmull
        put(1128, 0xff20fc00, 0x5e20d000, 8, Feature.BASE); // SimdThreeDifferent.sqdmull
        put(1129, 0xbf20fc00, 0x0e209000, 8, Feature.BASE); // SimdThreeDifferent.sqdmlal
        put(1130, 0xff20fc00, 0x5e209000, 8, Feature.BASE); // SimdThreeDifferent.sqdmlal
        put(1131, 0xbf20fc00, 0x0e20b000, 8, Feature.BASE); // SimdThreeDifferent.sqdmlsl
        put(1132, 0xff20fc00, 0x5e20b000, 8, Feature.BASE); // SimdThreeDifferent.sqdmlsl
        put(1133, 0xbfe0fc00, 0x0e20e000, 0, Feature.BASE); // SimdThreeDifferent.pmullBytes
        put(1134, 0xbfe0fc00, 0x0ee0e000, 0, Feature.PMULL); // SimdThreeDifferent.pmullLongs
        put(1135, 0xffe08000, 0x4a400000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(1136, 0xffe08000, 0x4a800000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(1137, 0xffe08000, 0x4ac00000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(1138, 0xffe00000, 0x8b400000, 0, Feature.BASE); // AddSubShiftedRight.add64
        put(1139, 0xffe00000, 0x8b800000, 0, Feature.BASE); // AddSubShiftedRight.add64
        put(1140, 0xffe00000, 0xcb400000, 0, Feature.BASE); // AddSubShiftedRight.sub64
        put(1141, 0xffe00000, 0xcb800000, 0, Feature.BASE); // AddSubShiftedRight.sub64
        put(1142, 0xffe0fc00, 0x9a000000, 0, Feature.BASE); // AddSubCarry.adc64
        put(1143, 0xffe00000, 0xeb400000, 0, Feature.BASE); // AddSubShiftedRight.subs64
        put(1144, 0xffe00000, 0xeb800000, 0, Feature.BASE); // AddSubShiftedRight.subs64
        put(1145, 0xffe08000, 0x6a600000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(1146, 0xffe08000, 0x6aa00000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(1147, 0xffe08000, 0x6ae00000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(1148, 0xffe08000, 0x2a400000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(1149, 0xffe08000, 0x2a800000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(1150, 0xffe08000, 0x2ac00000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(1151, 0xffe00000, 0xca400000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(1152, 0xffe00000, 0xca800000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(1153, 0xffe00000, 0xcac00000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(1154, 0xffe00c00, 0xf8000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttr64
        put(1155, 0xffe08000, 0x6b400000, 0, Feature.BASE); // AddSubShiftedRight.subs32
        put(1156, 0xffe08000, 0x6b800000, 0, Feature.BASE); // AddSubShiftedRight.subs32
        put(1157, 0xffe00c00, 0xf8400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtr64
        put(1158, 0xffe08000, 0x6a400000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(1159, 0xffe08000, 0x6a800000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(1160, 0xffe08000, 0x6ac00000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(1161, 0xffe00000, 0xaa600000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(1162, 0xffe00000, 0xaaa00000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(1163, 0xffe00000, 0xaae00000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(1164, 0xffe0fc00, 0x1a000000, 0, Feature.BASE); // AddSubCarry.adc32
        put(1165, 0xffe0fc00, 0xba000000, 0, Feature.BASE); // AddSubCarry.adcs64
        put(1166, 0xffe0fc00, 0x3a000000, 0, Feature.BASE); // AddSubCarry.adcs32
        put(1167, 0xffe0fc00, 0xda000000, 0, Feature.BASE); // AddSubCarry.sbc64
        put(1168, 0xffe0fc00, 0x5a000000, 0, Feature.BASE); // AddSubCarry.sbc32
        put(1169, 0xffe0fc00, 0xfa000000, 0, Feature.BASE); // AddSubCarry.sbcs64
        put(1170, 0xffe0fc00, 0x7a000000, 0, Feature.BASE); // AddSubCarry.sbcs32
        put(1171, 0xffe08000, 0x0b400000, 0, Feature.BASE); // AddSubShiftedRight.add32
        put(1172, 0xffe08000, 0x0b800000, 0, Feature.BASE); // AddSubShiftedRight.add32
        put(1173, 0xffe00000, 0xab400000, 0, Feature.BASE); // AddSubShiftedRight.adds64
        put(1174, 0xffe00000, 0xab800000, 0, Feature.BASE); // AddSubShiftedRight.adds64
        put(1175, 0xffe08000, 0x2b400000, 0, Feature.BASE); // AddSubShiftedRight.adds32
        put(1176, 0xffe08000, 0x2b800000, 0, Feature.BASE); // AddSubShiftedRight.adds32
        put(1177, 0xffe08000, 0x4b400000, 0, Feature.BASE); // AddSubShiftedRight.sub32
        put(1178, 0xffe08000, 0x4b800000, 0, Feature.BASE); // AddSubShiftedRight.sub32
        put(1179, 0xff20fc00, 0x38200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(1180, 0xff20fc00, 0x78200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(1181, 0xff20fc00, 0xb8200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(1182, 0xff20fc00, 0xf8200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(1183, 0xff20fc00, 0x38201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(1184, 0xff20fc00, 0x78201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(1185, 0xff20fc00, 0xb8201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(1186, 0xff20fc00, 0xf8201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(1187, 0xff20fc00, 0x38202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(1188, 0xff20fc00, 0x78202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(1189, 0xff20fc00, 0xb8202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(1190, 0xff20fc00, 0xf8202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(1191, 0xff20fc00, 0x38203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(1192, 0xff20fc00, 0x78203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(1193, 0xff20fc00, 0xb8203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(1194, 0xff20fc00, 0xf8203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(1195, 0xff20fc00, 0x38204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(1196, 0xff20fc00, 0x78204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(1197, 0xff20fc00, 0xb8204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(1198, 0xff20fc00, 0xf8204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(1199, 0xff20fc00, 0x38205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(1200, 0xff20fc00, 0x78205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(1201, 0xff20fc00, 0xb8205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(1202, 0xff20fc00, 0xf8205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(1203, 0xff20fc00, 0x38206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(1204, 0xff20fc00, 0x78206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(1205, 0xff20fc00, 0xb8206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(1206, 0xff20fc00, 0xf8206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(1207, 0xff20fc00, 0x38207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(1208, 0xff20fc00, 0x78207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(1209, 0xff20fc00, 0xb8207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(1210, 0xff20fc00, 0xf8207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(1211, 0xff20fc00, 0x38208000, 1, Feature.LSE); // AtomicMemory.swp
        put(1212, 0xff20fc00, 0x78208000, 1, Feature.LSE); // AtomicMemory.swp
        put(1213, 0xff20fc00, 0xb8208000, 1, Feature.LSE); // AtomicMemory.swp
        put(1214, 0xff20fc00, 0xf8208000, 1, Feature.LSE); // AtomicMemory.swp
        put(1215, 0xffa07c00, 0x08a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(1216, 0xffa07c00, 0x48a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(1217, 0xffa07c00, 0x88a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(1218, 0xffa07c00, 0xc8a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(1219, 0xffa07c00, 0x08207c00, 11, Feature.LSE); // CompareAndSwap.casp32
        put(1220, 0xffa07c00, 0x48207c00, 11, Feature.LSE); // CompareAndSwap.casp64
        put(1221, 0xffe0fc00, 0x1ac04000, 0, Feature.CRC32); // Crc32.crc32
        put(1222, 0xffe0fc00, 0x1ac04400, 0, Feature.CRC32); // Crc32.crc32
        put(1223, 0xffe0fc00, 0x1ac04800, 0, Feature.CRC32); // Crc32.crc32
        put(1224, 0xffe0fc00, 0x9ac04c00, 0, Feature.CRC32); // Crc32.crc32
        put(1225, 0xffe0fc00, 0x1ac05000, 0, Feature.CRC32); // Crc32.crc32c
        put(1226, 0xffe0fc00, 0x1ac05400, 0, Feature.CRC32); // Crc32.crc32c
        put(1227, 0xffe0fc00, 0x1ac05800, 0, Feature.CRC32); // Crc32.crc32c
        put(1228, 0xffe0fc00, 0x9ac05c00, 0, Feature.CRC32); // Crc32.crc32c
        put(1229, 0xffe07c10, 0xba000400, 0, Feature.FLAGM); // FlagManipulation.rmif
        put(1230, 0xfffffc1f, 0x3a00080d, 0, Feature.FLAGM); // FlagManipulation.setf8
        put(1231, 0xfffffc1f, 0x3a00480d, 0, Feature.FLAGM); // FlagManipulation.setf16
        put(1232, 0xffffffff, 0xd500401f, 0, Feature.FLAGM); // FlagManipulation.cfinv
        put(1233, 0xffffffff, 0xd500403f, 0, Feature.FLAGM2); // FlagManipulation.xaflag
        put(1234, 0xffffffff, 0xd500405f, 0, Feature.FLAGM2); // FlagManipulation.axflag
        put(1235, 0xffe00c00, 0x19000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlurb
        put(1236, 0xffe00c00, 0x19400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapurb
        put(1237, 0xffe00c00, 0x19800000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursb64
        put(1238, 0xffe00c00, 0x19c00000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursb32
        put(1239, 0xffe00c00, 0x59000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlurh
        put(1240, 0xffe00c00, 0x59400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapurh
        put(1241, 0xffe00c00, 0x59800000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursh64
        put(1242, 0xffe00c00, 0x59c00000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursh32
        put(1243, 0xffe00c00, 0x99000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlur32
        put(1244, 0xffe00c00, 0x99400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapur32
        put(1245, 0xffe00c00, 0x99800000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursw
        put(1246, 0xffe00c00, 0xd9000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlur64
        put(1247, 0xffe00c00, 0xd9400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapur64
        put(1248, 0xffe00c00, 0x38000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttrb
        put(1249, 0xffe00c00, 0x38400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrb
        put(1250, 0xffe00c00, 0x38800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsb64
        put(1251, 0xffe00c00, 0x38c00800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsb32
        put(1252, 0xffe00c00, 0x78000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttrh
        put(1253, 0xffe00c00, 0x78400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrh
        put(1254, 0xffe00c00, 0x78800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsh64
        put(1255, 0xffe00c00, 0x78c00800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsh32
        put(1256, 0xffe00c00, 0xb8000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttr32
        put(1257, 0xffe00c00, 0xb8400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtr32
        put(1258, 0xffe00c00, 0xb8800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsw
        put(1259, 0xffe00000, 0x8a400000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(1260, 0xffe00000, 0x8a800000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(1261, 0xffe00000, 0x8ac00000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(1262, 0xffe08000, 0x0a400000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(1263, 0xffe08000, 0x0a800000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(1264, 0xffe08000, 0x0ac00000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(1265, 0xffe00000, 0x8a600000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(1266, 0xffe00000, 0x8aa00000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(1267, 0xffe00000, 0x8ae00000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(1268, 0xffe08000, 0x0a600000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(1269, 0xffe08000, 0x0aa00000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(1270, 0xffe08000, 0x0ae00000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(1271, 0xffe00000, 0xaa400000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(1272, 0xffe00000, 0xaa800000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(1273, 0xffe00000, 0xaac00000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(1274, 0xffe08000, 0x2a600000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(1275, 0xffe08000, 0x2aa00000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(1276, 0xffe08000, 0x2ae00000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(1277, 0xffe00000, 0xca600000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(1278, 0xffe00000, 0xcaa00000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(1279, 0xffe00000, 0xcae00000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(1280, 0xffe08000, 0x4a600000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(1281, 0xffe08000, 0x4aa00000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(1282, 0xffe08000, 0x4ae00000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(1283, 0xffe00000, 0xea400000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(1284, 0xffe00000, 0xea800000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(1285, 0xffe00000, 0xeac00000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(1286, 0xffe00000, 0xea600000, 0, Feature.BASE); // LogicalShiftedRight.bics64
        put(1287, 0xffe00000, 0xeaa00000, 0, Feature.BASE); // LogicalShiftedRight.bics64
    }

    private static void part5() {
        put(1288, 0xffe00000, 0xeae00000, 0, Feature.BASE); // LogicalShiftedRight.bics64
    }

    /** Whether the condition of an operation that has one holds for a word. */
    static boolean holds(int op, int w) {
        return switch (op) {
            case 60 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 62 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 63 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 72 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 76 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 78 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 88 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 104 -> (w >>> 10 & 0x7) < 5;
            case 111 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 145 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 154 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 164 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 173 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 174 -> (w >>> 10 & 0x7) < 5;
            case 183 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 185 -> (w >>> 10 & 0x7) < 5;
            case 187 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 192 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 201 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 218 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 223 -> (w >>> 10 & 0x7) < 5;
            case 228 -> (w >>> 10 & 0x7) < 5;
            case 232 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 233 -> (w >>> 10 & 0x7) < 5;
            case 253 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 255 -> (w >>> 10 & 0x7) < 5;
            case 256 -> (w >>> 10 & 0x7) < 5;
            case 327 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 328 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 329 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 466 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 467 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 468 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 469 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 479 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 480 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 481 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 482 -> (w >>> 31 & 0x1) == 1 || (w >>> 10 & 0x3f) >= 32;
            case 487 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 492 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 497 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 502 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 507 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 512 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 517 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 522 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 523 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 524 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 576 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 577 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 578 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 579 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 580 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 581 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 582 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 583 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 584 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 585 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 586 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 587 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 588 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 589 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 590 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 591 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 592 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 593 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 594 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 595 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 596 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 597 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 598 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 599 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 600 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 601 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 602 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 603 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 612 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 614 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 616 -> ((w >>> 16 & 0x1f) & 7) != 0 || ((w >>> 16 & 0x1f) & 15) == 8 && (w >>> 30 & 0x1) == 1;
            case 617 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 618 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 620 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 621 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 622 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 623 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 624 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 625 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 626 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 628 -> ((w >>> 16 & 0x1f) & 7) != 0 || ((w >>> 16 & 0x1f) & 15) == 8 && (w >>> 30 & 0x1) == 1;
            case 629 -> ((w >>> 16 & 0x1f) & 15) != 0;
            case 630 -> ((w >>> 16 & 0x1f) & 15) != 0;
            case 631 -> ((w >>> 16 & 0x1f) & 15) != 0;
            case 632 -> ((w >>> 16 & 0x1f) & 7) != 0;
            case 633 -> ((w >>> 16 & 0x1f) & 15) == 8;
            case 634 -> ((w >>> 16 & 0x1f) & 3) != 0;
            case 635 -> ((w >>> 16 & 0x1f) & 7) != 0;
            case 636 -> (w >>> 12 & 0xf) < 8 && ((w >>> 12 & 0xf) & 1) == 0 || (w >>> 12 & 0xf) == 8 || (w >>> 12 & 0xf) == 10 || (w >>> 12 & 0xf) == 12 || (w >>> 12 & 0xf) == 13;
            case 637 -> (w >>> 12 & 0xf) < 8 && ((w >>> 12 & 0xf) & 1) == 0 || (w >>> 12 & 0xf) == 8 || (w >>> 12 & 0xf) == 10 || (w >>> 12 & 0xf) == 12 || (w >>> 12 & 0xf) == 13;
            case 641 -> (w >>> 12 & 0xf) < 12 && ((w >>> 12 & 0xf) & 1) == 1;
            case 642 -> (w >>> 12 & 0xf) < 12 && ((w >>> 12 & 0xf) & 1) == 1;
            case 646 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 647 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 648 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 649 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 650 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 651 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 656 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 657 -> (w >>> 16 & 0x7f) >= 64;
            case 658 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 659 -> (w >>> 16 & 0x7f) >= 64;
            case 660 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 661 -> (w >>> 16 & 0x7f) >= 64;
            case 662 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 663 -> (w >>> 16 & 0x7f) >= 64;
            case 664 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 665 -> (w >>> 16 & 0x7f) >= 64;
            case 666 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 667 -> (w >>> 16 & 0x7f) >= 64;
            case 668 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 669 -> (w >>> 16 & 0x7f) >= 64;
            case 670 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 671 -> (w >>> 16 & 0x7f) >= 64;
            case 672 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 673 -> (w >>> 16 & 0x7f) >= 64;
            case 674 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 675 -> (w >>> 16 & 0x7f) >= 64;
            case 676 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 677 -> (w >>> 16 & 0x7f) >= 64;
            case 678 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 679 -> (w >>> 16 & 0x7f) >= 8;
            case 680 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 681 -> (w >>> 16 & 0x7f) >= 8;
            case 682 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 683 -> (w >>> 16 & 0x7f) >= 8;
            case 684 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 685 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 686 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 687 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 688 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 689 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 690 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 691 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 692 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 693 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 694 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 695 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 696 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 697 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 698 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 707 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 709 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 711 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 713 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 715 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 717 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 719 -> (w >>> 22 & 0x3) != 3;
            case 720 -> (w >>> 22 & 0x3) != 3;
            case 721 -> (w >>> 22 & 0x3) != 3;
            case 722 -> (w >>> 22 & 0x3) != 3;
            case 723 -> (w >>> 22 & 0x3) != 3;
            case 724 -> (w >>> 22 & 0x3) != 3;
            case 725 -> (w >>> 22 & 0x3) != 3;
            case 726 -> (w >>> 22 & 0x3) != 3;
            case 727 -> (w >>> 22 & 0x3) != 3;
            case 728 -> (w >>> 22 & 0x3) != 3;
            case 729 -> (w >>> 22 & 0x3) != 3;
            case 730 -> (w >>> 22 & 0x3) != 3;
            case 731 -> (w >>> 22 & 0x3) != 3;
            case 732 -> (w >>> 22 & 0x3) != 3;
            case 733 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 734 -> (w >>> 22 & 0x3) != 3;
            case 735 -> (w >>> 22 & 0x3) != 3;
            case 736 -> (w >>> 22 & 0x3) != 3;
            case 737 -> (w >>> 22 & 0x3) != 3;
            case 738 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 740 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 742 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 744 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 746 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 748 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 750 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 752 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 754 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 756 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 758 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 760 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 762 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 763 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 764 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 765 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 766 -> (w >>> 22 & 0x3) != 3;
            case 767 -> (w >>> 22 & 0x3) == 0;
            case 768 -> (w >>> 22 & 0x3) != 3;
            case 769 -> (w >>> 22 & 0x3) != 3;
            case 771 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 778 -> (w >>> 22 & 0x3) != 3;
            case 779 -> (w >>> 22 & 0x3) != 3;
            case 780 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 782 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 784 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 786 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 788 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 790 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 792 -> (w >>> 22 & 0x3) != 3;
            case 793 -> (w >>> 22 & 0x3) != 3;
            case 794 -> (w >>> 22 & 0x3) != 3;
            case 795 -> (w >>> 22 & 0x3) != 3;
            case 796 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 798 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 800 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 802 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 804 -> (w >>> 22 & 0x3) != 3;
            case 805 -> (w >>> 22 & 0x3) != 3;
            case 806 -> (w >>> 22 & 0x3) != 3;
            case 807 -> (w >>> 22 & 0x3) != 3;
            case 808 -> (w >>> 22 & 0x3) != 3;
            case 809 -> (w >>> 22 & 0x3) != 3;
            case 810 -> (w >>> 22 & 0x3) != 3;
            case 811 -> (w >>> 22 & 0x3) != 3;
            case 834 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 835 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 836 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 837 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 838 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 839 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 840 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 841 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 842 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 843 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 844 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 845 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 846 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 847 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 848 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 849 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 850 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 851 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 852 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 853 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1 && (w >>> 21 & 0x1) == 0;
            case 854 -> (w >>> 22 & 0x1) == 0 || (w >>> 21 & 0x1) == 0;
            case 857 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1 && (w >>> 21 & 0x1) == 0;
            case 858 -> (w >>> 22 & 0x1) == 0 || (w >>> 21 & 0x1) == 0;
            case 861 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1 && (w >>> 21 & 0x1) == 0;
            case 862 -> (w >>> 22 & 0x1) == 0 || (w >>> 21 & 0x1) == 0;
            case 865 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1 && (w >>> 21 & 0x1) == 0;
            case 866 -> (w >>> 22 & 0x1) == 0 || (w >>> 21 & 0x1) == 0;
            case 869 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 870 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 871 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 872 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 873 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 874 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 875 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 876 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 889 -> (w >>> 22 & 0x3) == 2 || (w >>> 22 & 0x3) == 3 && (w >>> 30 & 0x1) == 1;
            case 891 -> (w >>> 22 & 0x3) == 2 || (w >>> 22 & 0x3) == 3 && (w >>> 30 & 0x1) == 1;
            case 893 -> (w >>> 30 & 0x1) == 1 || (w >>> 11 & 0x1) == 0;
            case 895 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 897 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 899 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 901 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 903 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 905 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 907 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 909 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 911 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 913 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 915 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 919 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 923 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 927 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 931 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 935 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 939 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 943 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 947 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 951 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 953 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 955 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 957 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 959 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 979 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 981 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 983 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 985 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 989 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 997 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 999 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1001 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1003 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1005 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1007 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1009 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1011 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1012 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1013 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1014 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1015 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1019 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1023 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1027 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1031 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1035 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1039 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1043 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1047 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1051 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1055 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1059 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1063 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1067 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1071 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1075 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1079 -> (w >>> 22 & 0x1) == 0 || (w >>> 30 & 0x1) == 1;
            case 1083 -> (w >>> 16 & 0x7f) >= 32 && (w >>> 16 & 0x7f) < 64 || (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1;
            case 1084 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1085 -> (w >>> 16 & 0x7f) >= 32;
            case 1086 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1087 -> (w >>> 16 & 0x7f) >= 32 && (w >>> 16 & 0x7f) < 64 || (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1;
            case 1088 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1089 -> (w >>> 16 & 0x7f) >= 32;
            case 1090 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1091 -> (w >>> 16 & 0x7f) >= 32 && (w >>> 16 & 0x7f) < 64 || (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1;
            case 1092 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1093 -> (w >>> 16 & 0x7f) >= 32;
            case 1094 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1095 -> (w >>> 16 & 0x7f) >= 32 && (w >>> 16 & 0x7f) < 64 || (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1;
            case 1096 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1097 -> (w >>> 16 & 0x7f) >= 32;
            case 1098 -> (w >>> 16 & 0x7f) >= 16 && (w >>> 16 & 0x7f) < 32;
            case 1105 -> (w >>> 22 & 0x3) != 3;
            case 1106 -> (w >>> 22 & 0x3) != 3;
            case 1107 -> (w >>> 22 & 0x3) != 3;
            case 1108 -> (w >>> 22 & 0x3) != 3;
            case 1109 -> (w >>> 22 & 0x3) != 3;
            case 1110 -> (w >>> 22 & 0x3) != 3;
            case 1111 -> (w >>> 22 & 0x3) != 3;
            case 1112 -> (w >>> 22 & 0x3) != 3;
            case 1113 -> (w >>> 22 & 0x3) != 3;
            case 1114 -> (w >>> 22 & 0x3) != 3;
            case 1115 -> (w >>> 22 & 0x3) != 3;
            case 1116 -> (w >>> 22 & 0x3) != 3;
            case 1117 -> (w >>> 22 & 0x3) != 3;
            case 1118 -> (w >>> 22 & 0x3) != 3;
            case 1119 -> (w >>> 22 & 0x3) != 3;
            case 1120 -> (w >>> 22 & 0x3) != 3;
            case 1121 -> (w >>> 22 & 0x3) != 3;
            case 1122 -> (w >>> 22 & 0x3) != 3;
            case 1123 -> (w >>> 22 & 0x3) != 3;
            case 1124 -> (w >>> 22 & 0x3) != 3;
            case 1125 -> (w >>> 22 & 0x3) != 3;
            case 1126 -> (w >>> 22 & 0x3) != 3;
            case 1127 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 1128 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 1129 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 1130 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 1131 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 1132 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 1219 -> ((w >>> 16 & 0x1f) & 1) == 0 && ((w >>> 0 & 0x1f) & 1) == 0;
            case 1220 -> ((w >>> 16 & 0x1f) & 1) == 0 && ((w >>> 0 & 0x1f) & 1) == 0;
            default -> true;
        };
    }
}
