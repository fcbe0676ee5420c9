// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** Every encoding: what is fixed, what it needs, and which slots its registers have. The index is the operation's number. */
final class Encodings {
    /** Operations: 0 to 7 are the engine's own, encodings follow. */
    static final int COUNT = 855;
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
        put(38, 0xff00001f, 0x54000000, 0, Feature.BASE); // ConditionalBranch.eq
        put(39, 0xffe00000, 0xeb000000, 0, Feature.BASE); // AddSubShifted.subs64
        put(40, 0xff00001f, 0x54000001, 0, Feature.BASE); // ConditionalBranch.ne
        put(41, 0xff800000, 0x71000000, 1, Feature.BASE); // AddSubImmediate.subs32
        put(42, 0xffe00000, 0x8b000000, 0, Feature.BASE); // AddSubShifted.add64
        put(43, 0xffc00000, 0xa9000000, 3, Feature.BASE); // LoadStorePair.stp64
        put(44, 0xffc00000, 0xa8000000, 3, Feature.BASE); // LoadStorePair.stp64
        put(45, 0xfffffc1f, 0xd65f0000, 0, Feature.BASE); // Branch.ret
        put(46, 0xffc00000, 0xb9400000, 1, Feature.BASE); // LoadStoreUnsigned.ldr32
        put(47, 0xffc00000, 0xa9400000, 1, Feature.BASE); // LoadStorePair.ldp64
        put(48, 0xffc00000, 0xa8400000, 1, Feature.BASE); // LoadStorePair.ldp64
        put(49, 0xff000000, 0x35000000, 2, Feature.BASE); // CompareBranch.cbnz32
        put(50, 0xfc000000, 0x94000000, 0, Feature.BASE); // Branch.bl
        put(51, 0xffe00000, 0xcb000000, 0, Feature.BASE); // AddSubShifted.sub64
        put(52, 0xffc00000, 0xf9000000, 3, Feature.BASE); // LoadStoreUnsigned.str64
        put(53, 0xffe08000, 0x2a000000, 0, Feature.BASE); // LogicalShifted.orr32
        put(54, 0xff000000, 0xb4000000, 2, Feature.BASE); // CompareBranch.cbz64
        put(55, 0xfc000000, 0x14000000, 0, Feature.BASE); // Branch.b
        put(56, 0xffe08000, 0x0b000000, 0, Feature.BASE); // AddSubShifted.add32
        put(57, 0xffe00c00, 0x38400400, 1, Feature.BASE); // LoadStoreIndexed.ldrb
        put(58, 0xffe00c00, 0x38400c00, 1, Feature.BASE); // LoadStoreIndexed.ldrb
        put(59, 0xffc00000, 0x52800000, 0, Feature.BASE); // MoveWide.movz32
        put(60, 0xffe00c00, 0x38600800, 9, Feature.BASE); // LoadStoreRegister.ldrb
        put(61, 0xffe08000, 0x6b000000, 0, Feature.BASE); // AddSubShifted.subs32
        put(62, 0xffe00c00, 0xf8600800, 9, Feature.BASE); // LoadStoreRegister.ldr64
        put(63, 0xff800000, 0xf2000000, 8, Feature.BASE); // LogicalImmediate.ands64
        put(64, 0xffc00000, 0xd3400000, 0, Feature.BASE); // Bitfield.ubfm64
        put(65, 0xff000000, 0x34000000, 2, Feature.BASE); // CompareBranch.cbz32
        put(66, 0xff800000, 0xd2800000, 0, Feature.BASE); // MoveWide.movz64
        put(67, 0xffc00000, 0xa8800000, 3, Feature.BASE); // LoadStorePair.stpIndexed64
        put(68, 0xffc00000, 0xa9800000, 3, Feature.BASE); // LoadStorePair.stpIndexed64
        put(69, 0xffc00000, 0xa8c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed64
        put(70, 0xffc00000, 0xa9c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed64
        put(71, 0xff800000, 0xf1000000, 1, Feature.BASE); // AddSubImmediate.subs64
        put(72, 0xffc00000, 0x12000000, 12, Feature.BASE); // LogicalImmediate.and32
        put(73, 0xff00001f, 0x54000008, 0, Feature.BASE); // ConditionalBranch.hi
        put(74, 0xffc00000, 0x39400000, 1, Feature.BASE); // LoadStoreUnsigned.ldrb
        put(75, 0xff00001f, 0x54000009, 0, Feature.BASE); // ConditionalBranch.ls
        put(76, 0xffe00c00, 0xf8200800, 11, Feature.BASE); // LoadStoreRegister.str64
        put(77, 0x9f000000, 0x90000000, 0, Feature.BASE); // PcRelative.adrp
        put(78, 0xff800000, 0x92000000, 12, Feature.BASE); // LogicalImmediate.and64
        put(79, 0xffc00000, 0xb9000000, 3, Feature.BASE); // LoadStoreUnsigned.str32
        put(80, 0xffe00c00, 0x9a800000, 0, Feature.BASE); // ConditionalSelect.csel64
        put(81, 0xffe08000, 0x13800000, 0, Feature.BASE); // Extract.extr32
        put(82, 0xffe00000, 0x8a000000, 0, Feature.BASE); // LogicalShifted.and64
        put(83, 0xffe08000, 0x4a000000, 0, Feature.BASE); // LogicalShifted.eor32
        put(84, 0xff000000, 0xb5000000, 2, Feature.BASE); // CompareBranch.cbnz64
        put(85, 0xff800000, 0xd1000000, 5, Feature.BASE); // AddSubImmediate.sub64
        put(86, 0xffe00c10, 0x7a400800, 0, Feature.BASE); // ConditionalCompare.ccmpImmediate32
        put(87, 0xff800000, 0x11000000, 5, Feature.BASE); // AddSubImmediate.add32
        put(88, 0xff800000, 0xb2000000, 12, Feature.BASE); // LogicalImmediate.orr64
        put(89, 0xffe08000, 0x9b000000, 0, Feature.BASE); // DataProcessing3.madd64
        put(90, 0xff00001f, 0x54000002, 0, Feature.BASE); // ConditionalBranch.cs
        put(91, 0xffffffe0, 0xd5384100, 0, Feature.BASE); // SystemInstructions.mrsSpEl0
        put(92, 0xffc00000, 0x93400000, 0, Feature.BASE); // Bitfield.sbfm64
        put(93, 0xfffffc1f, 0xd63f0000, 0, Feature.BASE); // Branch.blr
        put(94, 0xffe00c00, 0x1a800400, 0, Feature.BASE); // ConditionalSelect.csinc32
        put(95, 0xff800000, 0x51000000, 5, Feature.BASE); // AddSubImmediate.sub32
        put(96, 0xff000000, 0x37000000, 2, Feature.BASE); // CompareBranch.tbnz
        put(97, 0xff000000, 0xb7000000, 2, Feature.BASE); // CompareBranch.tbnz
        put(98, 0xffe08000, 0x4b000000, 0, Feature.BASE); // AddSubShifted.sub32
        put(99, 0xffe00000, 0x8b200000, 13, Feature.BASE); // AddSubExtended.add64
        put(100, 0xffffffe0, 0xd50b7420, 2, Feature.BASE); // SystemInstructions.dc
        put(101, 0xffffffe0, 0xd50b7a20, 2, Feature.BASE); // SystemInstructions.dc
        put(102, 0xffffffe0, 0xd50b7b20, 2, Feature.BASE); // SystemInstructions.dc
        put(103, 0xffffffe0, 0xd50b7e20, 2, Feature.BASE); // SystemInstructions.dc
        put(104, 0xfffffc00, 0xdac00c00, 0, Feature.BASE); // DataProcessing1.rev64
        put(105, 0xff800000, 0x31000000, 1, Feature.BASE); // AddSubImmediate.adds32
        put(106, 0xff00001f, 0x54000003, 0, Feature.BASE); // ConditionalBranch.cc
        put(107, 0xffe00c10, 0x7a400000, 0, Feature.BASE); // ConditionalCompare.ccmp32
        put(108, 0xffe00c00, 0x9a800400, 0, Feature.BASE); // ConditionalSelect.csinc64
        put(109, 0xffe08000, 0x0a000000, 0, Feature.BASE); // LogicalShifted.and32
        put(110, 0xffc00000, 0x72000000, 8, Feature.BASE); // LogicalImmediate.ands32
        put(111, 0xffe00000, 0xca000000, 0, Feature.BASE); // LogicalShifted.eor64
        put(112, 0xff800000, 0xf2800000, 0, Feature.BASE); // MoveWide.movk
        put(113, 0xffc00000, 0x72800000, 0, Feature.BASE); // MoveWide.movk
        put(114, 0xffe0fc00, 0x9ac02000, 0, Feature.BASE); // DataProcessing2.lslv64
        put(115, 0xffc00000, 0xf9800000, 1, Feature.BASE); // LoadStoreUnsigned.prfm
        put(116, 0xffe00c00, 0x5a800000, 0, Feature.BASE); // ConditionalSelect.csinv32
        put(117, 0xff000000, 0x36000000, 2, Feature.BASE); // CompareBranch.tbz
        put(118, 0xff000000, 0xb6000000, 2, Feature.BASE); // CompareBranch.tbz
        put(119, 0xffe00c00, 0xf8400400, 1, Feature.BASE); // LoadStoreIndexed.ldr64
        put(120, 0xffe00c00, 0xf8400c00, 1, Feature.BASE); // LoadStoreIndexed.ldr64
        put(121, 0xff00001f, 0x5400000a, 0, Feature.BASE); // ConditionalBranch.ge
        put(122, 0xffc00000, 0x29400000, 1, Feature.BASE); // LoadStorePair.ldp32
        put(123, 0xffc00000, 0x28400000, 1, Feature.BASE); // LoadStorePair.ldp32
        put(124, 0xffc00000, 0x29000000, 3, Feature.BASE); // LoadStorePair.stp32
        put(125, 0xffc00000, 0x28000000, 3, Feature.BASE); // LoadStorePair.stp32
        put(126, 0xffe00c10, 0xfa400000, 0, Feature.BASE); // ConditionalCompare.ccmp64
        put(127, 0xffe00000, 0xea200000, 0, Feature.BASE); // LogicalShifted.bics64
        put(128, 0xffffffe0, 0xd538d080, 0, Feature.BASE); // SystemInstructions.mrsTpidrEl1
        put(129, 0xffe0fc00, 0x9ac02400, 0, Feature.BASE); // DataProcessing2.lsrv64
        put(130, 0xffc00000, 0x12800000, 0, Feature.BASE); // MoveWide.movn32
        put(131, 0xffe00000, 0x8a200000, 0, Feature.BASE); // LogicalShifted.bic64
        put(132, 0xfffffc00, 0xdac01000, 0, Feature.BASE); // DataProcessing1.clz64
        put(133, 0xffe08000, 0x53000000, 0, Feature.BASE); // Bitfield.ubfm32
        put(134, 0xffe08000, 0x88400000, 1, Feature.BASE); // Exclusive.ldxr32
        put(135, 0xffe08000, 0x88408000, 1, Feature.BASE); // Exclusive.ldxr32
        put(136, 0xffc00000, 0x39000000, 3, Feature.BASE); // LoadStoreUnsigned.strb
        put(137, 0xff800000, 0xb1000000, 1, Feature.BASE); // AddSubImmediate.adds64
        put(138, 0xffe08000, 0x88000000, 3, Feature.BASE); // Exclusive.stxr32
        put(139, 0xffe08000, 0x88008000, 3, Feature.BASE); // Exclusive.stxr32
        put(140, 0xff800000, 0x92800000, 0, Feature.BASE); // MoveWide.movn64
        put(141, 0xffe00c00, 0xf8400000, 1, Feature.BASE); // LoadStoreUnscaled.ldur64
        put(142, 0xffe00c10, 0xfa400800, 0, Feature.BASE); // ConditionalCompare.ccmpImmediate64
        put(143, 0xffc00000, 0x79400000, 1, Feature.BASE); // LoadStoreUnsigned.ldrh
        put(144, 0xffe00c00, 0xb8600800, 9, Feature.BASE); // LoadStoreRegister.ldr32
        put(145, 0xfff00000, 0xd5300000, 0, Feature.BASE); // SystemInstructions.mrs
        put(146, 0xffe00000, 0xab000000, 0, Feature.BASE); // AddSubShifted.adds64
        put(147, 0xffe08000, 0x08808000, 3, Feature.BASE); // LoadStoreOrdered.stlr8
        put(148, 0xffe08000, 0x08800000, 3, Feature.LOR); // LoadStoreOrdered.stlr8
        put(149, 0xffe08000, 0xc8400000, 1, Feature.BASE); // Exclusive.ldxr64
        put(150, 0xffe08000, 0xc8408000, 1, Feature.BASE); // Exclusive.ldxr64
        put(151, 0xff00001f, 0x5400000d, 0, Feature.BASE); // ConditionalBranch.le
        put(152, 0xfffffc00, 0x5ac00800, 0, Feature.BASE); // DataProcessing1.rev32
        put(153, 0xffc00000, 0x32000000, 12, Feature.BASE); // LogicalImmediate.orr32
        put(154, 0xff00001f, 0x5400000b, 0, Feature.BASE); // ConditionalBranch.lt
        put(155, 0xffe00c00, 0x1a800000, 0, Feature.BASE); // ConditionalSelect.csel32
        put(156, 0xffe08000, 0x6a000000, 0, Feature.BASE); // LogicalShifted.ands32
        put(157, 0xff00001f, 0x5400000c, 0, Feature.BASE); // ConditionalBranch.gt
        put(158, 0xffe00000, 0xea000000, 0, Feature.BASE); // LogicalShifted.ands64
        put(159, 0xffe08000, 0xc8000000, 3, Feature.BASE); // Exclusive.stxr64
        put(160, 0xffe08000, 0xc8008000, 3, Feature.BASE); // Exclusive.stxr64
        put(161, 0xffe00c00, 0xf8000400, 3, Feature.BASE); // LoadStoreIndexed.str64
        put(162, 0xffe00c00, 0xf8000c00, 3, Feature.BASE); // LoadStoreIndexed.str64
        put(163, 0xffc00000, 0x52000000, 12, Feature.BASE); // LogicalImmediate.eor32
        put(164, 0xffc00000, 0x79000000, 3, Feature.BASE); // LoadStoreUnsigned.strh
        put(165, 0xffe00c00, 0xf8000000, 3, Feature.BASE); // LoadStoreUnscaled.stur64
        put(166, 0xfff80000, 0xd5080000, 2, Feature.BASE); // SystemInstructions.sys
        put(167, 0xff00001f, 0x54000004, 0, Feature.BASE); // ConditionalBranch.mi
        put(168, 0xfff00000, 0xd5100000, 2, Feature.BASE); // SystemInstructions.msr
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
        put(182, 0xfffff0ff, 0xd500407f, 0, Feature.UAO); // SystemInstructions.msrImmediate
        put(183, 0xfffff0ff, 0xd500409f, 0, Feature.PAN); // SystemInstructions.msrImmediate
        put(184, 0xfffff0ff, 0xd50040bf, 0, Feature.BASE); // SystemInstructions.msrImmediate
        put(185, 0xfffff0ff, 0xd503403f, 0, Feature.SSBS); // SystemInstructions.msrImmediate
        put(186, 0xfffff0ff, 0xd503405f, 0, Feature.DIT); // SystemInstructions.msrImmediate
        put(187, 0xfffff0ff, 0xd50340df, 0, Feature.BASE); // SystemInstructions.msrImmediate
        put(188, 0xfffff0ff, 0xd50340ff, 0, Feature.BASE); // SystemInstructions.msrImmediate
        put(189, 0xffe00c00, 0xf8a00800, 9, Feature.BASE); // LoadStoreRegister.prfm
        put(190, 0xffe00000, 0x6b200000, 9, Feature.BASE); // AddSubExtended.subs32
        put(191, 0xffe08000, 0x33000000, 0, Feature.BASE); // Bitfield.bfm32
        put(192, 0xffe00c00, 0x38200800, 11, Feature.BASE); // LoadStoreRegister.strb
        put(193, 0xffe00c00, 0xb8000400, 3, Feature.BASE); // LoadStoreIndexed.str32
        put(194, 0xffe00c00, 0xb8000c00, 3, Feature.BASE); // LoadStoreIndexed.str32
        put(195, 0xffe00c00, 0xb8000000, 3, Feature.BASE); // LoadStoreUnscaled.stur32
        put(196, 0xffe00c00, 0x5a800400, 0, Feature.BASE); // ConditionalSelect.csneg32
        put(197, 0xffe00c00, 0x78600800, 9, Feature.BASE); // LoadStoreRegister.ldrh
        put(198, 0xffe00c00, 0xb8400000, 1, Feature.BASE); // LoadStoreUnscaled.ldur32
        put(199, 0xffe08000, 0x13000000, 0, Feature.BASE); // Bitfield.sbfm32
        put(200, 0xffe08000, 0x1b000000, 0, Feature.BASE); // DataProcessing3.madd32
        put(201, 0xffe0fc00, 0x1ac02400, 0, Feature.BASE); // DataProcessing2.lsrv32
        put(202, 0xffe00c00, 0x38000400, 3, Feature.BASE); // LoadStoreIndexed.strb
        put(203, 0xffe00c00, 0x38000c00, 3, Feature.BASE); // LoadStoreIndexed.strb
        put(204, 0xffe08000, 0x88808000, 3, Feature.BASE); // LoadStoreOrdered.stlr32
        put(205, 0xffe08000, 0x88800000, 3, Feature.LOR); // LoadStoreOrdered.stlr32
        put(206, 0xffe00c00, 0x38a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsb64
        put(207, 0xffe08000, 0x9b200000, 0, Feature.BASE); // DataProcessing3.smaddl
        put(208, 0xffe08000, 0x9b008000, 0, Feature.BASE); // DataProcessing3.msub64
        put(209, 0xfffffc00, 0xdac00000, 0, Feature.BASE); // DataProcessing1.rbit64
        put(210, 0xffe00c00, 0x38400000, 1, Feature.BASE); // LoadStoreUnscaled.ldurb
        put(211, 0xffe00000, 0x93c00000, 0, Feature.BASE); // Extract.extr64
        put(212, 0xffe00c00, 0xda800400, 0, Feature.BASE); // ConditionalSelect.csneg64
        put(213, 0xffe08000, 0x88c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar32
        put(214, 0xffe08000, 0x88c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar32
        put(215, 0xfffffc00, 0xb8bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar32
        put(216, 0xfffffc1f, 0xd61f0000, 0, Feature.BASE); // Branch.br
        put(217, 0xffe08000, 0x48c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar16
        put(218, 0xffe08000, 0x48c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar16
        put(219, 0xfffffc00, 0x78bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar16
        put(220, 0xffe0fc00, 0x9ac00800, 0, Feature.BASE); // DataProcessing2.udiv64
        put(221, 0xffc00000, 0xb3400000, 0, Feature.BASE); // Bitfield.bfm64
        put(222, 0xffe0fc00, 0x1ac00800, 0, Feature.BASE); // DataProcessing2.udiv32
        put(223, 0xffe00c00, 0x78200800, 11, Feature.BASE); // LoadStoreRegister.strh
        put(224, 0xffe00c00, 0x38000000, 3, Feature.BASE); // LoadStoreUnscaled.sturb
        put(225, 0xffc00000, 0x79c00000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsh32
        put(226, 0xfffffc00, 0x5ac01000, 0, Feature.BASE); // DataProcessing1.clz32
        put(227, 0xffe00000, 0x0b200000, 13, Feature.BASE); // AddSubExtended.add32
        put(228, 0xffe08000, 0x1b008000, 0, Feature.BASE); // DataProcessing3.msub32
        put(229, 0xffe00c00, 0xb8400400, 1, Feature.BASE); // LoadStoreIndexed.ldr32
        put(230, 0xffe00c00, 0xb8400c00, 1, Feature.BASE); // LoadStoreIndexed.ldr32
        put(231, 0x9f000000, 0x10000000, 0, Feature.BASE); // PcRelative.adr
        put(232, 0xffe00000, 0xcb200000, 13, Feature.BASE); // AddSubExtended.sub64
        put(233, 0xffe08000, 0x6a200000, 0, Feature.BASE); // LogicalShifted.bics32
        put(234, 0xffe08000, 0x0a200000, 0, Feature.BASE); // LogicalShifted.bic32
        put(235, 0xffe08000, 0x9bc00000, 0, Feature.BASE); // DataProcessing3.umulh
        put(236, 0xff800000, 0xd2000000, 12, Feature.BASE); // LogicalImmediate.eor64
        put(237, 0xffe00000, 0xab200000, 9, Feature.BASE); // AddSubExtended.adds64
        put(238, 0xfffffc00, 0x5ac00400, 0, Feature.BASE); // DataProcessing1.rev16On32
        put(239, 0xffe0fc00, 0x1ac02800, 0, Feature.BASE); // DataProcessing2.asrv32
        put(240, 0xffe0fc00, 0x9ac00c00, 0, Feature.BASE); // DataProcessing2.sdiv64
        put(241, 0xffffffff, 0xd69f03e0, 0, Feature.BASE); // ExceptionGeneration.eret
        put(242, 0xffe08000, 0x08000000, 3, Feature.BASE); // Exclusive.stxr8
        put(243, 0xffe08000, 0x08008000, 3, Feature.BASE); // Exclusive.stxr8
        put(244, 0xff000000, 0x58000000, 0, Feature.BASE); // LoadLiteral.ldr64
        put(245, 0xffe00c00, 0xb8800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsw
        put(246, 0xffe00c00, 0xb8800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsw
        put(247, 0xffe08000, 0x2a200000, 0, Feature.BASE); // LogicalShifted.orn32
        put(248, 0xffffffe0, 0xd53bd040, 0, Feature.BASE); // SystemInstructions.mrsTpidrEl0
        put(249, 0xfffffc00, 0x5ac00000, 0, Feature.BASE); // DataProcessing1.rbit32
        put(250, 0xffe08000, 0xc8c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar64
        put(251, 0xffe08000, 0xc8c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar64
        put(252, 0xfffffc00, 0xf8bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar64
        put(253, 0xffe08000, 0x08c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar8
        put(254, 0xffe08000, 0x08c00000, 1, Feature.LOR); // LoadStoreOrdered.ldar8
        put(255, 0xfffffc00, 0x38bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar8
        put(256, 0xffe00c00, 0xb8a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsw
        put(257, 0xffe00000, 0xaa200000, 0, Feature.BASE); // LogicalShifted.orn64
        put(258, 0xffe00000, 0x2b200000, 9, Feature.BASE); // AddSubExtended.adds32
        put(259, 0xffe00000, 0x4b200000, 13, Feature.BASE); // AddSubExtended.sub32
        put(260, 0xff00001f, 0x54000005, 0, Feature.BASE); // ConditionalBranch.pl
        put(261, 0xff00001f, 0x54000006, 0, Feature.BASE); // ConditionalBranch.vs
        put(262, 0xff00001f, 0x54000007, 0, Feature.BASE); // ConditionalBranch.vc
        put(263, 0xff00001f, 0x5400000e, 0, Feature.BASE); // ConditionalBranch.always
    }

    private static void part1() {
        put(264, 0xff00001f, 0x5400000f, 0, Feature.BASE); // ConditionalBranch.always
        put(265, 0xffe00c10, 0xba400000, 0, Feature.BASE); // ConditionalCompare.ccmn64
        put(266, 0xffe00c10, 0x3a400000, 0, Feature.BASE); // ConditionalCompare.ccmn32
        put(267, 0xffe00c10, 0xba400800, 0, Feature.BASE); // ConditionalCompare.ccmnImmediate64
        put(268, 0xffe00c10, 0x3a400800, 0, Feature.BASE); // ConditionalCompare.ccmnImmediate32
        put(269, 0xfffffc00, 0xdac00400, 0, Feature.BASE); // DataProcessing1.rev16On64
        put(270, 0xfffffc00, 0xdac00800, 0, Feature.BASE); // DataProcessing1.rev32On64
        put(271, 0xfffffc00, 0xdac01400, 0, Feature.BASE); // DataProcessing1.cls64
        put(272, 0xfffffc00, 0x5ac01400, 0, Feature.BASE); // DataProcessing1.cls32
        put(273, 0xffe0fc00, 0x1ac00c00, 0, Feature.BASE); // DataProcessing2.sdiv32
        put(274, 0xffe0fc00, 0x9ac02800, 0, Feature.BASE); // DataProcessing2.asrv64
        put(275, 0xffe0fc00, 0x9ac02c00, 0, Feature.BASE); // DataProcessing2.rorv64
        put(276, 0xffe0fc00, 0x1ac02c00, 0, Feature.BASE); // DataProcessing2.rorv32
        put(277, 0xffe08000, 0x9b208000, 0, Feature.BASE); // DataProcessing3.smsubl
        put(278, 0xffe08000, 0x9b400000, 0, Feature.BASE); // DataProcessing3.smulh
        put(279, 0xffe08000, 0x9ba08000, 0, Feature.BASE); // DataProcessing3.umsubl
        put(280, 0xffe0001f, 0xd4000001, 0, Feature.BASE); // ExceptionGeneration.svc
        put(281, 0xffe0001f, 0xd4000002, 0, Feature.BASE); // ExceptionGeneration.hvc
        put(282, 0xffe0001f, 0xd4000003, 0, Feature.BASE); // ExceptionGeneration.smc
        put(283, 0xffe0001f, 0xd4200000, 0, Feature.BASE); // ExceptionGeneration.brk
        put(284, 0xffe0001f, 0xd4400000, 0, Feature.BASE); // ExceptionGeneration.hlt
        put(285, 0xffe0001f, 0xd4a00001, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(286, 0xffe0001f, 0xd4a00002, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(287, 0xffe0001f, 0xd4a00003, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(288, 0xffffffff, 0xd6bf03e0, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(289, 0xffff0000, 0x00000000, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(290, 0xffe08000, 0x08400000, 1, Feature.BASE); // Exclusive.ldxr8
        put(291, 0xffe08000, 0x08408000, 1, Feature.BASE); // Exclusive.ldxr8
        put(292, 0xffe08000, 0x48400000, 1, Feature.BASE); // Exclusive.ldxr16
        put(293, 0xffe08000, 0x48408000, 1, Feature.BASE); // Exclusive.ldxr16
        put(294, 0xffe08000, 0x48000000, 3, Feature.BASE); // Exclusive.stxr16
        put(295, 0xffe08000, 0x48008000, 3, Feature.BASE); // Exclusive.stxr16
        put(296, 0xffe08000, 0x88600000, 1, Feature.BASE); // Exclusive.ldxp32
        put(297, 0xffe08000, 0x88608000, 1, Feature.BASE); // Exclusive.ldxp32
        put(298, 0xffe08000, 0x88200000, 3, Feature.BASE); // Exclusive.stxp32
        put(299, 0xffe08000, 0x88208000, 3, Feature.BASE); // Exclusive.stxp32
        put(300, 0xfffff0ff, 0xd503305f, 0, Feature.BASE); // Hints.clrex
        put(301, 0xffffffff, 0xd50320bf, 0, Feature.BASE); // Hints.sevl
        put(302, 0xffffffff, 0xd503203f, 0, Feature.BASE); // Hints.yield
        put(303, 0xffffffff, 0xd503205f, 0, Feature.BASE); // Hints.wfe
        put(304, 0xffffffff, 0xd503207f, 0, Feature.BASE); // Hints.wfi
        put(305, 0xffffffff, 0xd503209f, 0, Feature.BASE); // Hints.sev
        put(306, 0xff000000, 0x18000000, 0, Feature.BASE); // LoadLiteral.ldr32
        put(307, 0xff000000, 0x98000000, 0, Feature.BASE); // LoadLiteral.ldrsw
        put(308, 0xff000000, 0xd8000000, 0, Feature.BASE); // LoadLiteral.prfm
        put(309, 0xffe00c00, 0x38800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsb64
        put(310, 0xffe00c00, 0x38800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsb64
        put(311, 0xffe00c00, 0x38c00400, 1, Feature.BASE); // LoadStoreIndexed.ldrsb32
        put(312, 0xffe00c00, 0x38c00c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsb32
        put(313, 0xffe00c00, 0x78000400, 3, Feature.BASE); // LoadStoreIndexed.strh
        put(314, 0xffe00c00, 0x78000c00, 3, Feature.BASE); // LoadStoreIndexed.strh
        put(315, 0xffe00c00, 0x78400400, 1, Feature.BASE); // LoadStoreIndexed.ldrh
        put(316, 0xffe00c00, 0x78400c00, 1, Feature.BASE); // LoadStoreIndexed.ldrh
        put(317, 0xffe00c00, 0x78800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsh64
        put(318, 0xffe00c00, 0x78800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsh64
        put(319, 0xffe00c00, 0x78c00400, 1, Feature.BASE); // LoadStoreIndexed.ldrsh32
        put(320, 0xffe00c00, 0x78c00c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsh32
        put(321, 0xffe08000, 0x48808000, 3, Feature.BASE); // LoadStoreOrdered.stlr16
        put(322, 0xffe08000, 0x48800000, 3, Feature.LOR); // LoadStoreOrdered.stlr16
        put(323, 0xffc00000, 0x28800000, 3, Feature.BASE); // LoadStorePair.stpIndexed32
        put(324, 0xffc00000, 0x29800000, 3, Feature.BASE); // LoadStorePair.stpIndexed32
        put(325, 0xffc00000, 0x28c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed32
        put(326, 0xffc00000, 0x29c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed32
        put(327, 0xffc00000, 0x69400000, 1, Feature.BASE); // LoadStorePair.ldpsw
        put(328, 0xffc00000, 0x68c00000, 1, Feature.BASE); // LoadStorePair.ldpswIndexed
        put(329, 0xffc00000, 0x69c00000, 1, Feature.BASE); // LoadStorePair.ldpswIndexed
        put(330, 0xffe00c00, 0x38e00800, 9, Feature.BASE); // LoadStoreRegister.ldrsb32
        put(331, 0xffe00c00, 0x78a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsh64
        put(332, 0xffe00c00, 0x78e00800, 9, Feature.BASE); // LoadStoreRegister.ldrsh32
        put(333, 0xffe00c00, 0x38800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursb64
        put(334, 0xffe00c00, 0x38c00000, 1, Feature.BASE); // LoadStoreUnscaled.ldursb32
        put(335, 0xffe00c00, 0x78000000, 3, Feature.BASE); // LoadStoreUnscaled.sturh
        put(336, 0xffe00c00, 0x78400000, 1, Feature.BASE); // LoadStoreUnscaled.ldurh
        put(337, 0xffe00c00, 0x78800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursh64
        put(338, 0xffe00c00, 0x78c00000, 1, Feature.BASE); // LoadStoreUnscaled.ldursh32
        put(339, 0xffe00c00, 0xb8800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursw
        put(340, 0xffe00c00, 0xf8800000, 1, Feature.BASE); // LoadStoreUnscaled.prfum
        put(341, 0xffc00000, 0x39800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsb64
        put(342, 0xffc00000, 0x39c00000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsb32
        put(343, 0xffc00000, 0x79800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsh64
        put(344, 0xffe00000, 0xca200000, 0, Feature.BASE); // LogicalShifted.eon64
        put(345, 0xffe08000, 0x4a200000, 0, Feature.BASE); // LogicalShifted.eon32
        put(346, 0xfff80000, 0xd5280000, 0, Feature.BASE); // SystemInstructions.sysl
        put(347, 0xfffffc00, 0x9e660000, 0, Feature.BASE); // FpMove.fmovDtoX
        put(348, 0xffc00000, 0xad000000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(349, 0xffc00000, 0xac000000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(350, 0xffc00000, 0xac800000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(351, 0xffc00000, 0xad800000, 1, Feature.BASE); // FpLoadStorePair.stpQ
        put(352, 0xffc00000, 0xad400000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(353, 0xffc00000, 0xac400000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(354, 0xffc00000, 0xacc00000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(355, 0xffc00000, 0xadc00000, 1, Feature.BASE); // FpLoadStorePair.ldpQ
        put(356, 0xffc00000, 0x3d800000, 1, Feature.BASE); // FpLoadStore.strQ
        put(357, 0xffc00000, 0x3dc00000, 1, Feature.BASE); // FpLoadStore.ldrQ
        put(358, 0xbffff000, 0x0c407000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(359, 0xbfe0f000, 0x0cc07000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(360, 0xbffff000, 0x0c40a000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(361, 0xbfe0f000, 0x0cc0a000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(362, 0xbffff000, 0x0c406000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(363, 0xbfe0f000, 0x0cc06000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(364, 0xbffff000, 0x0c402000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(365, 0xbfe0f000, 0x0cc02000, 1, Feature.BASE); // SimdLoadStoreMultiple.ld1
        put(366, 0xffe00c00, 0x3cc00000, 1, Feature.BASE); // FpLoadStore.ldrQIndexed
        put(367, 0xffe00c00, 0x3cc00400, 1, Feature.BASE); // FpLoadStore.ldrQIndexed
        put(368, 0xffe00c00, 0x3cc00c00, 1, Feature.BASE); // FpLoadStore.ldrQIndexed
        put(369, 0xffe00c00, 0x3c800000, 1, Feature.BASE); // FpLoadStore.strQIndexed
        put(370, 0xffe00c00, 0x3c800400, 1, Feature.BASE); // FpLoadStore.strQIndexed
        put(371, 0xffe00c00, 0x3c800c00, 1, Feature.BASE); // FpLoadStore.strQIndexed
        put(372, 0xffc00000, 0x3d000000, 1, Feature.BASE); // FpLoadStore.strB
        put(373, 0xffe00c00, 0x3c000000, 1, Feature.BASE); // FpLoadStore.strBIndexed
        put(374, 0xffe00c00, 0x3c000400, 1, Feature.BASE); // FpLoadStore.strBIndexed
        put(375, 0xffe00c00, 0x3c000c00, 1, Feature.BASE); // FpLoadStore.strBIndexed
        put(376, 0xffe00c00, 0x3c200800, 9, Feature.BASE); // FpLoadStore.strBRegister
        put(377, 0xffc00000, 0x3d400000, 1, Feature.BASE); // FpLoadStore.ldrB
        put(378, 0xffe00c00, 0x3c400000, 1, Feature.BASE); // FpLoadStore.ldrBIndexed
        put(379, 0xffe00c00, 0x3c400400, 1, Feature.BASE); // FpLoadStore.ldrBIndexed
        put(380, 0xffe00c00, 0x3c400c00, 1, Feature.BASE); // FpLoadStore.ldrBIndexed
        put(381, 0xffe00c00, 0x3c600800, 9, Feature.BASE); // FpLoadStore.ldrBRegister
        put(382, 0xffc00000, 0x7d000000, 1, Feature.BASE); // FpLoadStore.strH
        put(383, 0xffe00c00, 0x7c000000, 1, Feature.BASE); // FpLoadStore.strHIndexed
        put(384, 0xffe00c00, 0x7c000400, 1, Feature.BASE); // FpLoadStore.strHIndexed
        put(385, 0xffe00c00, 0x7c000c00, 1, Feature.BASE); // FpLoadStore.strHIndexed
        put(386, 0xffe00c00, 0x7c200800, 9, Feature.BASE); // FpLoadStore.strHRegister
        put(387, 0xffc00000, 0x7d400000, 1, Feature.BASE); // FpLoadStore.ldrH
        put(388, 0xffe00c00, 0x7c400000, 1, Feature.BASE); // FpLoadStore.ldrHIndexed
        put(389, 0xffe00c00, 0x7c400400, 1, Feature.BASE); // FpLoadStore.ldrHIndexed
        put(390, 0xffe00c00, 0x7c400c00, 1, Feature.BASE); // FpLoadStore.ldrHIndexed
        put(391, 0xffe00c00, 0x7c600800, 9, Feature.BASE); // FpLoadStore.ldrHRegister
        put(392, 0xffc00000, 0xbd000000, 1, Feature.BASE); // FpLoadStore.strS
        put(393, 0xffe00c00, 0xbc000000, 1, Feature.BASE); // FpLoadStore.strSIndexed
        put(394, 0xffe00c00, 0xbc000400, 1, Feature.BASE); // FpLoadStore.strSIndexed
        put(395, 0xffe00c00, 0xbc000c00, 1, Feature.BASE); // FpLoadStore.strSIndexed
        put(396, 0xffe00c00, 0xbc200800, 9, Feature.BASE); // FpLoadStore.strSRegister
        put(397, 0xffc00000, 0xbd400000, 1, Feature.BASE); // FpLoadStore.ldrS
        put(398, 0xffe00c00, 0xbc400000, 1, Feature.BASE); // FpLoadStore.ldrSIndexed
        put(399, 0xffe00c00, 0xbc400400, 1, Feature.BASE); // FpLoadStore.ldrSIndexed
        put(400, 0xffe00c00, 0xbc400c00, 1, Feature.BASE); // FpLoadStore.ldrSIndexed
        put(401, 0xffe00c00, 0xbc600800, 9, Feature.BASE); // FpLoadStore.ldrSRegister
        put(402, 0xffc00000, 0xfd000000, 1, Feature.BASE); // FpLoadStore.strD
        put(403, 0xffe00c00, 0xfc000000, 1, Feature.BASE); // FpLoadStore.strDIndexed
        put(404, 0xffe00c00, 0xfc000400, 1, Feature.BASE); // FpLoadStore.strDIndexed
        put(405, 0xffe00c00, 0xfc000c00, 1, Feature.BASE); // FpLoadStore.strDIndexed
        put(406, 0xffe00c00, 0xfc200800, 9, Feature.BASE); // FpLoadStore.strDRegister
        put(407, 0xffc00000, 0xfd400000, 1, Feature.BASE); // FpLoadStore.ldrD
        put(408, 0xffe00c00, 0xfc400000, 1, Feature.BASE); // FpLoadStore.ldrDIndexed
        put(409, 0xffe00c00, 0xfc400400, 1, Feature.BASE); // FpLoadStore.ldrDIndexed
        put(410, 0xffe00c00, 0xfc400c00, 1, Feature.BASE); // FpLoadStore.ldrDIndexed
        put(411, 0xffe00c00, 0xfc600800, 9, Feature.BASE); // FpLoadStore.ldrDRegister
        put(412, 0xffe00c00, 0x3ca00800, 9, Feature.BASE); // FpLoadStore.strQRegister
        put(413, 0xffe00c00, 0x3ce00800, 9, Feature.BASE); // FpLoadStore.ldrQRegister
        put(414, 0xff000000, 0x1c000000, 0, Feature.BASE); // FpLoadStore.ldrSLiteral
        put(415, 0xff000000, 0x5c000000, 0, Feature.BASE); // FpLoadStore.ldrDLiteral
        put(416, 0xff000000, 0x9c000000, 0, Feature.BASE); // FpLoadStore.ldrQLiteral
        put(417, 0xffc00000, 0x2d000000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(418, 0xffc00000, 0x2c000000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(419, 0xffc00000, 0x2c800000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(420, 0xffc00000, 0x2d800000, 1, Feature.BASE); // FpLoadStorePair.stpS
        put(421, 0xffc00000, 0x2d400000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(422, 0xffc00000, 0x2c400000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(423, 0xffc00000, 0x2cc00000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(424, 0xffc00000, 0x2dc00000, 1, Feature.BASE); // FpLoadStorePair.ldpS
        put(425, 0xffc00000, 0x6d000000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(426, 0xffc00000, 0x6c000000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(427, 0xffc00000, 0x6c800000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(428, 0xffc00000, 0x6d800000, 1, Feature.BASE); // FpLoadStorePair.stpD
        put(429, 0xffc00000, 0x6d400000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(430, 0xffc00000, 0x6c400000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(431, 0xffc00000, 0x6cc00000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(432, 0xffc00000, 0x6dc00000, 1, Feature.BASE); // FpLoadStorePair.ldpD
        put(433, 0xfffffc00, 0x1e204000, 0, Feature.BASE); // FpMove.fmovS
        put(434, 0xfffffc00, 0x1e604000, 0, Feature.BASE); // FpMove.fmovD
        put(435, 0xfffffc00, 0x1ee04000, 0, Feature.FP16); // FpMove.fmovH
        put(436, 0xfffffc00, 0x1e20c000, 0, Feature.BASE); // FpMove.fabsS
        put(437, 0xfffffc00, 0x1e60c000, 0, Feature.BASE); // FpMove.fabsD
        put(438, 0xfffffc00, 0x1ee0c000, 0, Feature.FP16); // FpMove.fabsH
        put(439, 0xfffffc00, 0x1e214000, 0, Feature.BASE); // FpMove.fnegS
        put(440, 0xfffffc00, 0x1e614000, 0, Feature.BASE); // FpMove.fnegD
        put(441, 0xfffffc00, 0x1ee14000, 0, Feature.FP16); // FpMove.fnegH
        put(442, 0xffe01fe0, 0x1e201000, 0, Feature.BASE); // FpMove.fmovSImmediate
        put(443, 0xffe01fe0, 0x1e601000, 0, Feature.BASE); // FpMove.fmovDImmediate
        put(444, 0xffe01fe0, 0x1ee01000, 0, Feature.FP16); // FpMove.fmovHImmediate
        put(445, 0xfffffc00, 0x1e260000, 0, Feature.BASE); // FpMove.fmovStoW
        put(446, 0xfffffc00, 0x1e270000, 0, Feature.BASE); // FpMove.fmovWtoS
        put(447, 0xfffffc00, 0x9e670000, 0, Feature.BASE); // FpMove.fmovXtoD
        put(448, 0xfffffc00, 0x9eae0000, 0, Feature.BASE); // FpMove.fmovTopToX
        put(449, 0xfffffc00, 0x9eaf0000, 0, Feature.BASE); // FpMove.fmovXtoTop
        put(450, 0xfffffc00, 0x1ee60000, 0, Feature.FP16); // FpMove.fmovHtoGeneral
        put(451, 0xfffffc00, 0x9ee60000, 0, Feature.FP16); // FpMove.fmovHtoGeneral
        put(452, 0xfffffc00, 0x1ee70000, 0, Feature.FP16); // FpMove.fmovGeneralToH
        put(453, 0xfffffc00, 0x9ee70000, 0, Feature.FP16); // FpMove.fmovGeneralToH
        put(454, 0xffe00c00, 0x1e200c00, 0, Feature.BASE); // FpMove.fcselS
        put(455, 0xffe00c00, 0x1e600c00, 0, Feature.BASE); // FpMove.fcselD
        put(456, 0xffe00c00, 0x1ee00c00, 0, Feature.FP16); // FpMove.fcselH
        put(457, 0xbffff000, 0x0c007000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(458, 0xbfe0f000, 0x0c807000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(459, 0xbffff000, 0x0c00a000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(460, 0xbfe0f000, 0x0c80a000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(461, 0xbffff000, 0x0c006000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(462, 0xbfe0f000, 0x0c806000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(463, 0xbffff000, 0x0c002000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(464, 0xbfe0f000, 0x0c802000, 1, Feature.BASE); // SimdLoadStoreMultiple.st1
        put(465, 0xbffff000, 0x0c408000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(466, 0xbfe0f000, 0x0cc08000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(467, 0xbffff000, 0x0c404000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(468, 0xbfe0f000, 0x0cc04000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(469, 0xbffff000, 0x0c400000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(470, 0xbfe0f000, 0x0cc00000, 9, Feature.BASE); // SimdLoadStoreMultiple.ldn
        put(471, 0xbffff000, 0x0c008000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(472, 0xbfe0f000, 0x0c808000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(473, 0xbffff000, 0x0c004000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(474, 0xbfe0f000, 0x0c804000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(475, 0xbffff000, 0x0c000000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(476, 0xbfe0f000, 0x0c800000, 9, Feature.BASE); // SimdLoadStoreMultiple.stn
        put(477, 0xbfff2000, 0x0d400000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(478, 0xbfe02000, 0x0dc00000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(479, 0xbfff2000, 0x0d600000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(480, 0xbfe02000, 0x0de00000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(481, 0xbfff2000, 0x0d402000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(482, 0xbfe02000, 0x0dc02000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(483, 0xbfff2000, 0x0d602000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(484, 0xbfe02000, 0x0de02000, 9, Feature.BASE); // SimdLoadStoreSingle.load
        put(485, 0xbfff2000, 0x0d000000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(486, 0xbfe02000, 0x0d800000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(487, 0xbfff2000, 0x0d200000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(488, 0xbfe02000, 0x0da00000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(489, 0xbfff2000, 0x0d002000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(490, 0xbfe02000, 0x0d802000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(491, 0xbfff2000, 0x0d202000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(492, 0xbfe02000, 0x0da02000, 9, Feature.BASE); // SimdLoadStoreSingle.store
        put(493, 0xbffff000, 0x0d40c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(494, 0xbfe0f000, 0x0dc0c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(495, 0xbffff000, 0x0d60c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(496, 0xbfe0f000, 0x0de0c000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(497, 0xbffff000, 0x0d40e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(498, 0xbfe0f000, 0x0dc0e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(499, 0xbffff000, 0x0d60e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(500, 0xbfe0f000, 0x0de0e000, 1, Feature.BASE); // SimdLoadStoreSingle.replicate
        put(501, 0xbf20fc00, 0x2e208c00, 8, Feature.BASE); // SimdThreeSame.cmeq
        put(502, 0xffe0fc00, 0x7ee08c00, 0, Feature.BASE); // SimdThreeSame.cmeq
        put(503, 0xbf20fc00, 0x2e203c00, 8, Feature.BASE); // SimdThreeSame.cmhs
        put(504, 0xffe0fc00, 0x7ee03c00, 0, Feature.BASE); // SimdThreeSame.cmhs
        put(505, 0xbfe0fc00, 0x0e000c00, 8, Feature.BASE); // SimdCopy.dupGeneral
        put(506, 0xbf80fc00, 0x0f008400, 8, Feature.BASE); // SimdShiftImmediate.shrn
        put(507, 0xbf3ffc00, 0x0e209800, 8, Feature.BASE); // SimdTwoRegMisc.cmeqZero
        put(508, 0xfffffc00, 0x5ee09800, 0, Feature.BASE); // SimdTwoRegMisc.cmeqZero
        put(509, 0xbf3ffc00, 0x0e31b800, 8, Feature.BASE); // SimdAcrossLanes.addv
        put(510, 0xbf3ffc00, 0x2e303800, 8, Feature.BASE); // SimdAcrossLanes.uaddlv
        put(511, 0xbf3ffc00, 0x0e303800, 8, Feature.BASE); // SimdAcrossLanes.saddlv
        put(512, 0xbf3ffc00, 0x0e30a800, 8, Feature.BASE); // SimdAcrossLanes.smaxv
        put(513, 0xbf3ffc00, 0x2e30a800, 8, Feature.BASE); // SimdAcrossLanes.umaxv
        put(514, 0xbf3ffc00, 0x0e31a800, 8, Feature.BASE); // SimdAcrossLanes.sminv
        put(515, 0xbf3ffc00, 0x2e31a800, 8, Feature.BASE); // SimdAcrossLanes.uminv
        put(516, 0xfffffc00, 0x5ef1b800, 0, Feature.BASE); // SimdAcrossLanes.addpScalar
        put(517, 0xbfe0fc00, 0x0e000400, 8, Feature.BASE); // SimdCopy.dupElement
        put(518, 0xffe0fc00, 0x5e000400, 8, Feature.BASE); // SimdCopy.dupScalar
        put(519, 0xffe0fc00, 0x4e001c00, 8, Feature.BASE); // SimdCopy.insGeneral
    }

    private static void part2() {
        put(520, 0xffe08400, 0x6e000400, 8, Feature.BASE); // SimdCopy.insElement
        put(521, 0xffe0fc00, 0x0e003c00, 8, Feature.BASE); // SimdCopy.umov
        put(522, 0xffe0fc00, 0x4e003c00, 8, Feature.BASE); // SimdCopy.umov
        put(523, 0xffe0fc00, 0x0e002c00, 8, Feature.BASE); // SimdCopy.smov32
        put(524, 0xffe0fc00, 0x4e002c00, 8, Feature.BASE); // SimdCopy.smov64
        put(525, 0xbff80c00, 0x0f000400, 8, Feature.BASE); // SimdModifiedImmediate.movi
        put(526, 0xbff80c00, 0x2f000400, 8, Feature.BASE); // SimdModifiedImmediate.mvni
        put(527, 0xbff8fc00, 0x0f00e400, 0, Feature.BASE); // SimdModifiedImmediate.moviBytes
        put(528, 0xfff8fc00, 0x2f00e400, 0, Feature.BASE); // SimdModifiedImmediate.moviMask
        put(529, 0xfff8fc00, 0x6f00e400, 0, Feature.BASE); // SimdModifiedImmediate.moviMask
        put(530, 0xbff80c00, 0x0f000400, 8, Feature.BASE); // SimdModifiedImmediate.orr
        put(531, 0xbff80c00, 0x2f000400, 8, Feature.BASE); // SimdModifiedImmediate.bic
        put(532, 0xbff8fc00, 0x0f00f400, 0, Feature.BASE); // SimdModifiedImmediate.fmovSingle
        put(533, 0xfff8fc00, 0x6f00f400, 0, Feature.BASE); // SimdModifiedImmediate.fmovDouble
        put(534, 0xbff8fc00, 0x0f00fc00, 0, Feature.FP16); // SimdModifiedImmediate.fmovHalf
        put(535, 0xbf20fc00, 0x0e001800, 8, Feature.BASE); // SimdPermute.uzp1
        put(536, 0xbf20fc00, 0x0e005800, 8, Feature.BASE); // SimdPermute.uzp2
        put(537, 0xbf20fc00, 0x0e002800, 8, Feature.BASE); // SimdPermute.trn1
        put(538, 0xbf20fc00, 0x0e006800, 8, Feature.BASE); // SimdPermute.trn2
        put(539, 0xbf20fc00, 0x0e003800, 8, Feature.BASE); // SimdPermute.zip1
        put(540, 0xbf20fc00, 0x0e007800, 8, Feature.BASE); // SimdPermute.zip2
        put(541, 0xffe0c400, 0x2e000000, 0, Feature.BASE); // SimdPermute.ext64
        put(542, 0xffe08400, 0x6e000000, 0, Feature.BASE); // SimdPermute.ext128
        put(543, 0xbfe09c00, 0x0e000000, 0, Feature.BASE); // SimdPermute.tbl
        put(544, 0xbfe09c00, 0x0e001000, 0, Feature.BASE); // SimdPermute.tbx
        put(545, 0xbf80fc00, 0x0f000400, 8, Feature.BASE); // SimdShiftImmediate.sshr
        put(546, 0xff80fc00, 0x5f000400, 8, Feature.BASE); // SimdShiftImmediate.sshr
        put(547, 0xbf80fc00, 0x0f001400, 8, Feature.BASE); // SimdShiftImmediate.ssra
        put(548, 0xff80fc00, 0x5f001400, 8, Feature.BASE); // SimdShiftImmediate.ssra
        put(549, 0xbf80fc00, 0x0f002400, 8, Feature.BASE); // SimdShiftImmediate.srshr
        put(550, 0xff80fc00, 0x5f002400, 8, Feature.BASE); // SimdShiftImmediate.srshr
        put(551, 0xbf80fc00, 0x0f003400, 8, Feature.BASE); // SimdShiftImmediate.srsra
        put(552, 0xff80fc00, 0x5f003400, 8, Feature.BASE); // SimdShiftImmediate.srsra
        put(553, 0xbf80fc00, 0x2f000400, 8, Feature.BASE); // SimdShiftImmediate.ushr
        put(554, 0xff80fc00, 0x7f000400, 8, Feature.BASE); // SimdShiftImmediate.ushr
        put(555, 0xbf80fc00, 0x2f001400, 8, Feature.BASE); // SimdShiftImmediate.usra
        put(556, 0xff80fc00, 0x7f001400, 8, Feature.BASE); // SimdShiftImmediate.usra
        put(557, 0xbf80fc00, 0x2f002400, 8, Feature.BASE); // SimdShiftImmediate.urshr
        put(558, 0xff80fc00, 0x7f002400, 8, Feature.BASE); // SimdShiftImmediate.urshr
        put(559, 0xbf80fc00, 0x2f003400, 8, Feature.BASE); // SimdShiftImmediate.ursra
        put(560, 0xff80fc00, 0x7f003400, 8, Feature.BASE); // SimdShiftImmediate.ursra
        put(561, 0xbf80fc00, 0x2f004400, 8, Feature.BASE); // SimdShiftImmediate.sri
        put(562, 0xff80fc00, 0x7f004400, 8, Feature.BASE); // SimdShiftImmediate.sri
        put(563, 0xbf80fc00, 0x0f005400, 8, Feature.BASE); // SimdShiftImmediate.shl
        put(564, 0xff80fc00, 0x5f005400, 8, Feature.BASE); // SimdShiftImmediate.shl
        put(565, 0xbf80fc00, 0x2f005400, 8, Feature.BASE); // SimdShiftImmediate.sli
        put(566, 0xff80fc00, 0x7f005400, 8, Feature.BASE); // SimdShiftImmediate.sli
        put(567, 0xbf80fc00, 0x2f006400, 8, Feature.BASE); // SimdShiftImmediate.sqshluImmediate
        put(568, 0xff80fc00, 0x7f006400, 8, Feature.BASE); // SimdShiftImmediate.sqshluImmediate
        put(569, 0xbf80fc00, 0x0f007400, 8, Feature.BASE); // SimdShiftImmediate.sqshlImmediate
        put(570, 0xff80fc00, 0x5f007400, 8, Feature.BASE); // SimdShiftImmediate.sqshlImmediate
        put(571, 0xbf80fc00, 0x2f007400, 8, Feature.BASE); // SimdShiftImmediate.uqshlImmediate
        put(572, 0xff80fc00, 0x7f007400, 8, Feature.BASE); // SimdShiftImmediate.uqshlImmediate
        put(573, 0xbf80fc00, 0x0f008c00, 8, Feature.BASE); // SimdShiftImmediate.rshrn
        put(574, 0xbf80fc00, 0x0f009400, 8, Feature.BASE); // SimdShiftImmediate.sqshrn
        put(575, 0xff80fc00, 0x5f009400, 8, Feature.BASE); // SimdShiftImmediate.sqshrn
        put(576, 0xbf80fc00, 0x0f009c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrn
        put(577, 0xff80fc00, 0x5f009c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrn
        put(578, 0xbf80fc00, 0x2f009400, 8, Feature.BASE); // SimdShiftImmediate.uqshrn
        put(579, 0xff80fc00, 0x7f009400, 8, Feature.BASE); // SimdShiftImmediate.uqshrn
        put(580, 0xbf80fc00, 0x2f009c00, 8, Feature.BASE); // SimdShiftImmediate.uqrshrn
        put(581, 0xff80fc00, 0x7f009c00, 8, Feature.BASE); // SimdShiftImmediate.uqrshrn
        put(582, 0xbf80fc00, 0x2f008400, 8, Feature.BASE); // SimdShiftImmediate.sqshrun
        put(583, 0xff80fc00, 0x7f008400, 8, Feature.BASE); // SimdShiftImmediate.sqshrun
        put(584, 0xbf80fc00, 0x2f008c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrun
        put(585, 0xff80fc00, 0x7f008c00, 8, Feature.BASE); // SimdShiftImmediate.sqrshrun
        put(586, 0xbf80fc00, 0x0f00a400, 8, Feature.BASE); // SimdShiftImmediate.sshll
        put(587, 0xbf80fc00, 0x2f00a400, 8, Feature.BASE); // SimdShiftImmediate.ushll
        put(588, 0xbfe0fc00, 0x0e201c00, 0, Feature.BASE); // SimdThreeSame.and
        put(589, 0xbfe0fc00, 0x0e601c00, 0, Feature.BASE); // SimdThreeSame.bic
        put(590, 0xbfe0fc00, 0x0ea01c00, 0, Feature.BASE); // SimdThreeSame.orr
        put(591, 0xbfe0fc00, 0x0ee01c00, 0, Feature.BASE); // SimdThreeSame.orn
        put(592, 0xbfe0fc00, 0x2e201c00, 0, Feature.BASE); // SimdThreeSame.eor
        put(593, 0xbfe0fc00, 0x2e601c00, 0, Feature.BASE); // SimdThreeSame.bsl
        put(594, 0xbfe0fc00, 0x2ea01c00, 0, Feature.BASE); // SimdThreeSame.bit
        put(595, 0xbfe0fc00, 0x2ee01c00, 0, Feature.BASE); // SimdThreeSame.bif
        put(596, 0xbf20fc00, 0x0e208400, 8, Feature.BASE); // SimdThreeSame.add
        put(597, 0xffe0fc00, 0x5ee08400, 0, Feature.BASE); // SimdThreeSame.add
        put(598, 0xbf20fc00, 0x2e208400, 8, Feature.BASE); // SimdThreeSame.sub
        put(599, 0xffe0fc00, 0x7ee08400, 0, Feature.BASE); // SimdThreeSame.sub
        put(600, 0xbf20fc00, 0x0e208c00, 8, Feature.BASE); // SimdThreeSame.cmtst
        put(601, 0xffe0fc00, 0x5ee08c00, 0, Feature.BASE); // SimdThreeSame.cmtst
        put(602, 0xbf20fc00, 0x0e203400, 8, Feature.BASE); // SimdThreeSame.cmgt
        put(603, 0xffe0fc00, 0x5ee03400, 0, Feature.BASE); // SimdThreeSame.cmgt
        put(604, 0xbf20fc00, 0x0e203c00, 8, Feature.BASE); // SimdThreeSame.cmge
        put(605, 0xffe0fc00, 0x5ee03c00, 0, Feature.BASE); // SimdThreeSame.cmge
        put(606, 0xbf20fc00, 0x2e203400, 8, Feature.BASE); // SimdThreeSame.cmhi
        put(607, 0xffe0fc00, 0x7ee03400, 0, Feature.BASE); // SimdThreeSame.cmhi
        put(608, 0xbf20fc00, 0x0e206400, 8, Feature.BASE); // SimdThreeSame.smax
        put(609, 0xbf20fc00, 0x0e206c00, 8, Feature.BASE); // SimdThreeSame.smin
        put(610, 0xbf20fc00, 0x0e207400, 8, Feature.BASE); // SimdThreeSame.sabd
        put(611, 0xbf20fc00, 0x0e207c00, 8, Feature.BASE); // SimdThreeSame.saba
        put(612, 0xbf20fc00, 0x0e200400, 8, Feature.BASE); // SimdThreeSame.shadd
        put(613, 0xbf20fc00, 0x0e201400, 8, Feature.BASE); // SimdThreeSame.srhadd
        put(614, 0xbf20fc00, 0x0e202400, 8, Feature.BASE); // SimdThreeSame.shsub
        put(615, 0xbf20fc00, 0x2e206400, 8, Feature.BASE); // SimdThreeSame.umax
        put(616, 0xbf20fc00, 0x2e206c00, 8, Feature.BASE); // SimdThreeSame.umin
        put(617, 0xbf20fc00, 0x2e207400, 8, Feature.BASE); // SimdThreeSame.uabd
        put(618, 0xbf20fc00, 0x2e207c00, 8, Feature.BASE); // SimdThreeSame.uaba
        put(619, 0xbf20fc00, 0x2e200400, 8, Feature.BASE); // SimdThreeSame.uhadd
        put(620, 0xbf20fc00, 0x2e201400, 8, Feature.BASE); // SimdThreeSame.urhadd
        put(621, 0xbf20fc00, 0x2e202400, 8, Feature.BASE); // SimdThreeSame.uhsub
        put(622, 0xbf20fc00, 0x0e20bc00, 8, Feature.BASE); // SimdThreeSame.addp
        put(623, 0xbf20fc00, 0x0e20a400, 8, Feature.BASE); // SimdThreeSame.smaxp
        put(624, 0xbf20fc00, 0x0e20ac00, 8, Feature.BASE); // SimdThreeSame.sminp
        put(625, 0xbf20fc00, 0x2e20a400, 8, Feature.BASE); // SimdThreeSame.umaxp
        put(626, 0xbf20fc00, 0x2e20ac00, 8, Feature.BASE); // SimdThreeSame.uminp
        put(627, 0xbf20fc00, 0x0e200c00, 8, Feature.BASE); // SimdThreeSame.sqadd
        put(628, 0xff20fc00, 0x5e200c00, 0, Feature.BASE); // SimdThreeSame.sqadd
        put(629, 0xbf20fc00, 0x0e202c00, 8, Feature.BASE); // SimdThreeSame.sqsub
        put(630, 0xff20fc00, 0x5e202c00, 0, Feature.BASE); // SimdThreeSame.sqsub
        put(631, 0xbf20fc00, 0x0e204400, 8, Feature.BASE); // SimdThreeSame.sshl
        put(632, 0xffe0fc00, 0x5ee04400, 0, Feature.BASE); // SimdThreeSame.sshl
        put(633, 0xbf20fc00, 0x0e204c00, 8, Feature.BASE); // SimdThreeSame.sqshl
        put(634, 0xff20fc00, 0x5e204c00, 0, Feature.BASE); // SimdThreeSame.sqshl
        put(635, 0xbf20fc00, 0x0e205400, 8, Feature.BASE); // SimdThreeSame.srshl
        put(636, 0xffe0fc00, 0x5ee05400, 0, Feature.BASE); // SimdThreeSame.srshl
        put(637, 0xbf20fc00, 0x0e205c00, 8, Feature.BASE); // SimdThreeSame.sqrshl
        put(638, 0xff20fc00, 0x5e205c00, 0, Feature.BASE); // SimdThreeSame.sqrshl
        put(639, 0xbf20fc00, 0x2e200c00, 8, Feature.BASE); // SimdThreeSame.uqadd
        put(640, 0xff20fc00, 0x7e200c00, 0, Feature.BASE); // SimdThreeSame.uqadd
        put(641, 0xbf20fc00, 0x2e202c00, 8, Feature.BASE); // SimdThreeSame.uqsub
        put(642, 0xff20fc00, 0x7e202c00, 0, Feature.BASE); // SimdThreeSame.uqsub
        put(643, 0xbf20fc00, 0x2e204400, 8, Feature.BASE); // SimdThreeSame.ushl
        put(644, 0xffe0fc00, 0x7ee04400, 0, Feature.BASE); // SimdThreeSame.ushl
        put(645, 0xbf20fc00, 0x2e204c00, 8, Feature.BASE); // SimdThreeSame.uqshl
        put(646, 0xff20fc00, 0x7e204c00, 0, Feature.BASE); // SimdThreeSame.uqshl
        put(647, 0xbf20fc00, 0x2e205400, 8, Feature.BASE); // SimdThreeSame.urshl
        put(648, 0xffe0fc00, 0x7ee05400, 0, Feature.BASE); // SimdThreeSame.urshl
        put(649, 0xbf20fc00, 0x2e205c00, 8, Feature.BASE); // SimdThreeSame.uqrshl
        put(650, 0xff20fc00, 0x7e205c00, 0, Feature.BASE); // SimdThreeSame.uqrshl
        put(651, 0xbf20fc00, 0x0e20b400, 8, Feature.BASE); // SimdThreeSame.sqdmulh
        put(652, 0xff20fc00, 0x5e20b400, 8, Feature.BASE); // SimdThreeSame.sqdmulh
        put(653, 0xbf20fc00, 0x2e20b400, 8, Feature.BASE); // SimdThreeSame.sqrdmulh
        put(654, 0xff20fc00, 0x7e20b400, 8, Feature.BASE); // SimdThreeSame.sqrdmulh
        put(655, 0xbf20fc00, 0x0e209c00, 8, Feature.BASE); // SimdThreeSame.mul
        put(656, 0xbf20fc00, 0x2e209c00, 8, Feature.BASE); // SimdThreeSame.pmul
        put(657, 0xbf20fc00, 0x0e209400, 8, Feature.BASE); // SimdThreeSame.mla
        put(658, 0xbf20fc00, 0x2e209400, 8, Feature.BASE); // SimdThreeSame.mls
        put(659, 0xbffffc00, 0x0e200800, 0, Feature.BASE); // SimdTwoRegMisc.rev64Bytes
        put(660, 0xbf3ffc00, 0x0e200800, 8, Feature.BASE); // SimdTwoRegMisc.rev64
        put(661, 0xbffffc00, 0x2e200800, 0, Feature.BASE); // SimdTwoRegMisc.rev32Bytes
        put(662, 0xbffffc00, 0x2e600800, 0, Feature.BASE); // SimdTwoRegMisc.rev32Halves
        put(663, 0xbffffc00, 0x0e201800, 0, Feature.BASE); // SimdTwoRegMisc.rev16
        put(664, 0xbffffc00, 0x2e605800, 0, Feature.BASE); // SimdTwoRegMisc.rbit
        put(665, 0xbffffc00, 0x2e205800, 0, Feature.BASE); // SimdTwoRegMisc.not
        put(666, 0xbffffc00, 0x0e205800, 0, Feature.BASE); // SimdTwoRegMisc.cnt
        put(667, 0xbf3ffc00, 0x2e204800, 8, Feature.BASE); // SimdTwoRegMisc.clz
        put(668, 0xbf3ffc00, 0x0e204800, 8, Feature.BASE); // SimdTwoRegMisc.cls
        put(669, 0xbf3ffc00, 0x0e208800, 8, Feature.BASE); // SimdTwoRegMisc.cmgtZero
        put(670, 0xfffffc00, 0x5ee08800, 0, Feature.BASE); // SimdTwoRegMisc.cmgtZero
        put(671, 0xbf3ffc00, 0x2e208800, 8, Feature.BASE); // SimdTwoRegMisc.cmgeZero
        put(672, 0xfffffc00, 0x7ee08800, 0, Feature.BASE); // SimdTwoRegMisc.cmgeZero
        put(673, 0xbf3ffc00, 0x2e209800, 8, Feature.BASE); // SimdTwoRegMisc.cmleZero
        put(674, 0xfffffc00, 0x7ee09800, 0, Feature.BASE); // SimdTwoRegMisc.cmleZero
        put(675, 0xbf3ffc00, 0x0e20a800, 8, Feature.BASE); // SimdTwoRegMisc.cmltZero
        put(676, 0xfffffc00, 0x5ee0a800, 0, Feature.BASE); // SimdTwoRegMisc.cmltZero
        put(677, 0xbf3ffc00, 0x0e20b800, 8, Feature.BASE); // SimdTwoRegMisc.abs
        put(678, 0xfffffc00, 0x5ee0b800, 0, Feature.BASE); // SimdTwoRegMisc.abs
        put(679, 0xbf3ffc00, 0x2e20b800, 8, Feature.BASE); // SimdTwoRegMisc.neg
        put(680, 0xfffffc00, 0x7ee0b800, 0, Feature.BASE); // SimdTwoRegMisc.neg
        put(681, 0xbf3ffc00, 0x0e202800, 8, Feature.BASE); // SimdTwoRegMisc.saddlp
        put(682, 0xbf3ffc00, 0x2e202800, 8, Feature.BASE); // SimdTwoRegMisc.uaddlp
        put(683, 0xbf3ffc00, 0x0e206800, 8, Feature.BASE); // SimdTwoRegMisc.sadalp
        put(684, 0xbf3ffc00, 0x2e206800, 8, Feature.BASE); // SimdTwoRegMisc.uadalp
        put(685, 0xbf3ffc00, 0x0e207800, 8, Feature.BASE); // SimdTwoRegMisc.sqabs
        put(686, 0xff3ffc00, 0x5e207800, 0, Feature.BASE); // SimdTwoRegMisc.sqabs
        put(687, 0xbf3ffc00, 0x2e207800, 8, Feature.BASE); // SimdTwoRegMisc.sqneg
        put(688, 0xff3ffc00, 0x7e207800, 0, Feature.BASE); // SimdTwoRegMisc.sqneg
        put(689, 0xbf3ffc00, 0x0e203800, 8, Feature.BASE); // SimdTwoRegMisc.suqadd
        put(690, 0xff3ffc00, 0x5e203800, 0, Feature.BASE); // SimdTwoRegMisc.suqadd
        put(691, 0xbf3ffc00, 0x2e203800, 8, Feature.BASE); // SimdTwoRegMisc.usqadd
        put(692, 0xff3ffc00, 0x7e203800, 0, Feature.BASE); // SimdTwoRegMisc.usqadd
        put(693, 0xbf3ffc00, 0x0e212800, 8, Feature.BASE); // SimdTwoRegMisc.xtn
        put(694, 0xbf3ffc00, 0x0e214800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtn
        put(695, 0xff3ffc00, 0x5e214800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtn
        put(696, 0xbf3ffc00, 0x2e214800, 8, Feature.BASE); // SimdTwoRegMisc.uqxtn
        put(697, 0xff3ffc00, 0x7e214800, 8, Feature.BASE); // SimdTwoRegMisc.uqxtn
        put(698, 0xbf3ffc00, 0x2e212800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtun
        put(699, 0xff3ffc00, 0x7e212800, 8, Feature.BASE); // SimdTwoRegMisc.sqxtun
        put(700, 0xbf3ffc00, 0x2e213800, 8, Feature.BASE); // SimdTwoRegMisc.shll
        put(701, 0xffe08000, 0x4a400000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(702, 0xffe08000, 0x4a800000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(703, 0xffe08000, 0x4ac00000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(704, 0xffe00000, 0x8b400000, 0, Feature.BASE); // AddSubShiftedRight.add64
        put(705, 0xffe00000, 0x8b800000, 0, Feature.BASE); // AddSubShiftedRight.add64
        put(706, 0xffe00000, 0xcb400000, 0, Feature.BASE); // AddSubShiftedRight.sub64
        put(707, 0xffe00000, 0xcb800000, 0, Feature.BASE); // AddSubShiftedRight.sub64
        put(708, 0xffe0fc00, 0x9a000000, 0, Feature.BASE); // AddSubCarry.adc64
        put(709, 0xffe00000, 0xeb400000, 0, Feature.BASE); // AddSubShiftedRight.subs64
        put(710, 0xffe00000, 0xeb800000, 0, Feature.BASE); // AddSubShiftedRight.subs64
        put(711, 0xffe08000, 0x6a600000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(712, 0xffe08000, 0x6aa00000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(713, 0xffe08000, 0x6ae00000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(714, 0xffe08000, 0x2a400000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(715, 0xffe08000, 0x2a800000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(716, 0xffe08000, 0x2ac00000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(717, 0xffe00000, 0xca400000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(718, 0xffe00000, 0xca800000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(719, 0xffe00000, 0xcac00000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(720, 0xffe00c00, 0xf8000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttr64
        put(721, 0xffe08000, 0x6b400000, 0, Feature.BASE); // AddSubShiftedRight.subs32
        put(722, 0xffe08000, 0x6b800000, 0, Feature.BASE); // AddSubShiftedRight.subs32
        put(723, 0xffe00c00, 0xf8400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtr64
        put(724, 0xffe08000, 0x6a400000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(725, 0xffe08000, 0x6a800000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(726, 0xffe08000, 0x6ac00000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(727, 0xffe00000, 0xaa600000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(728, 0xffe00000, 0xaaa00000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(729, 0xffe00000, 0xaae00000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(730, 0xffe0fc00, 0x1a000000, 0, Feature.BASE); // AddSubCarry.adc32
        put(731, 0xffe0fc00, 0xba000000, 0, Feature.BASE); // AddSubCarry.adcs64
        put(732, 0xffe0fc00, 0x3a000000, 0, Feature.BASE); // AddSubCarry.adcs32
        put(733, 0xffe0fc00, 0xda000000, 0, Feature.BASE); // AddSubCarry.sbc64
        put(734, 0xffe0fc00, 0x5a000000, 0, Feature.BASE); // AddSubCarry.sbc32
        put(735, 0xffe0fc00, 0xfa000000, 0, Feature.BASE); // AddSubCarry.sbcs64
        put(736, 0xffe0fc00, 0x7a000000, 0, Feature.BASE); // AddSubCarry.sbcs32
        put(737, 0xffe08000, 0x0b400000, 0, Feature.BASE); // AddSubShiftedRight.add32
        put(738, 0xffe08000, 0x0b800000, 0, Feature.BASE); // AddSubShiftedRight.add32
        put(739, 0xffe00000, 0xab400000, 0, Feature.BASE); // AddSubShiftedRight.adds64
        put(740, 0xffe00000, 0xab800000, 0, Feature.BASE); // AddSubShiftedRight.adds64
        put(741, 0xffe08000, 0x2b400000, 0, Feature.BASE); // AddSubShiftedRight.adds32
        put(742, 0xffe08000, 0x2b800000, 0, Feature.BASE); // AddSubShiftedRight.adds32
        put(743, 0xffe08000, 0x4b400000, 0, Feature.BASE); // AddSubShiftedRight.sub32
        put(744, 0xffe08000, 0x4b800000, 0, Feature.BASE); // AddSubShiftedRight.sub32
        put(745, 0xff20fc00, 0x38200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(746, 0xff20fc00, 0x78200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(747, 0xff20fc00, 0xb8200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(748, 0xff20fc00, 0xf8200000, 1, Feature.LSE); // AtomicMemory.ldadd
        put(749, 0xff20fc00, 0x38201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(750, 0xff20fc00, 0x78201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(751, 0xff20fc00, 0xb8201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(752, 0xff20fc00, 0xf8201000, 1, Feature.LSE); // AtomicMemory.ldclr
        put(753, 0xff20fc00, 0x38202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(754, 0xff20fc00, 0x78202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(755, 0xff20fc00, 0xb8202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(756, 0xff20fc00, 0xf8202000, 1, Feature.LSE); // AtomicMemory.ldeor
        put(757, 0xff20fc00, 0x38203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(758, 0xff20fc00, 0x78203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(759, 0xff20fc00, 0xb8203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(760, 0xff20fc00, 0xf8203000, 1, Feature.LSE); // AtomicMemory.ldset
        put(761, 0xff20fc00, 0x38204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(762, 0xff20fc00, 0x78204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(763, 0xff20fc00, 0xb8204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(764, 0xff20fc00, 0xf8204000, 1, Feature.LSE); // AtomicMemory.ldsmax
        put(765, 0xff20fc00, 0x38205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(766, 0xff20fc00, 0x78205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(767, 0xff20fc00, 0xb8205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(768, 0xff20fc00, 0xf8205000, 1, Feature.LSE); // AtomicMemory.ldsmin
        put(769, 0xff20fc00, 0x38206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(770, 0xff20fc00, 0x78206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(771, 0xff20fc00, 0xb8206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(772, 0xff20fc00, 0xf8206000, 1, Feature.LSE); // AtomicMemory.ldumax
        put(773, 0xff20fc00, 0x38207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(774, 0xff20fc00, 0x78207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(775, 0xff20fc00, 0xb8207000, 1, Feature.LSE); // AtomicMemory.ldumin
    }

    private static void part3() {
        put(776, 0xff20fc00, 0xf8207000, 1, Feature.LSE); // AtomicMemory.ldumin
        put(777, 0xff20fc00, 0x38208000, 1, Feature.LSE); // AtomicMemory.swp
        put(778, 0xff20fc00, 0x78208000, 1, Feature.LSE); // AtomicMemory.swp
        put(779, 0xff20fc00, 0xb8208000, 1, Feature.LSE); // AtomicMemory.swp
        put(780, 0xff20fc00, 0xf8208000, 1, Feature.LSE); // AtomicMemory.swp
        put(781, 0xffa07c00, 0x08a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(782, 0xffa07c00, 0x48a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(783, 0xffa07c00, 0x88a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(784, 0xffa07c00, 0xc8a07c00, 3, Feature.LSE); // CompareAndSwap.cas
        put(785, 0xffa07c00, 0x08207c00, 11, Feature.LSE); // CompareAndSwap.casp32
        put(786, 0xffa07c00, 0x48207c00, 11, Feature.LSE); // CompareAndSwap.casp64
        put(787, 0xffe0fc00, 0x1ac04000, 0, Feature.CRC32); // Crc32.crc32
        put(788, 0xffe0fc00, 0x1ac04400, 0, Feature.CRC32); // Crc32.crc32
        put(789, 0xffe0fc00, 0x1ac04800, 0, Feature.CRC32); // Crc32.crc32
        put(790, 0xffe0fc00, 0x9ac04c00, 0, Feature.CRC32); // Crc32.crc32
        put(791, 0xffe0fc00, 0x1ac05000, 0, Feature.CRC32); // Crc32.crc32c
        put(792, 0xffe0fc00, 0x1ac05400, 0, Feature.CRC32); // Crc32.crc32c
        put(793, 0xffe0fc00, 0x1ac05800, 0, Feature.CRC32); // Crc32.crc32c
        put(794, 0xffe0fc00, 0x9ac05c00, 0, Feature.CRC32); // Crc32.crc32c
        put(795, 0xffe07c10, 0xba000400, 0, Feature.FLAGM); // FlagManipulation.rmif
        put(796, 0xfffffc1f, 0x3a00080d, 0, Feature.FLAGM); // FlagManipulation.setf8
        put(797, 0xfffffc1f, 0x3a00480d, 0, Feature.FLAGM); // FlagManipulation.setf16
        put(798, 0xffffffff, 0xd500401f, 0, Feature.FLAGM); // FlagManipulation.cfinv
        put(799, 0xffffffff, 0xd500403f, 0, Feature.FLAGM2); // FlagManipulation.xaflag
        put(800, 0xffffffff, 0xd500405f, 0, Feature.FLAGM2); // FlagManipulation.axflag
        put(801, 0xffe00c00, 0x19000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlurb
        put(802, 0xffe00c00, 0x19400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapurb
        put(803, 0xffe00c00, 0x19800000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursb64
        put(804, 0xffe00c00, 0x19c00000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursb32
        put(805, 0xffe00c00, 0x59000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlurh
        put(806, 0xffe00c00, 0x59400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapurh
        put(807, 0xffe00c00, 0x59800000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursh64
        put(808, 0xffe00c00, 0x59c00000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursh32
        put(809, 0xffe00c00, 0x99000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlur32
        put(810, 0xffe00c00, 0x99400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapur32
        put(811, 0xffe00c00, 0x99800000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapursw
        put(812, 0xffe00c00, 0xd9000000, 3, Feature.LRCPC2); // LoadStoreRcpcUnscaled.stlur64
        put(813, 0xffe00c00, 0xd9400000, 1, Feature.LRCPC2); // LoadStoreRcpcUnscaled.ldapur64
        put(814, 0xffe00c00, 0x38000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttrb
        put(815, 0xffe00c00, 0x38400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrb
        put(816, 0xffe00c00, 0x38800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsb64
        put(817, 0xffe00c00, 0x38c00800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsb32
        put(818, 0xffe00c00, 0x78000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttrh
        put(819, 0xffe00c00, 0x78400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrh
        put(820, 0xffe00c00, 0x78800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsh64
        put(821, 0xffe00c00, 0x78c00800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsh32
        put(822, 0xffe00c00, 0xb8000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttr32
        put(823, 0xffe00c00, 0xb8400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtr32
        put(824, 0xffe00c00, 0xb8800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsw
        put(825, 0xffe00000, 0x8a400000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(826, 0xffe00000, 0x8a800000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(827, 0xffe00000, 0x8ac00000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(828, 0xffe08000, 0x0a400000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(829, 0xffe08000, 0x0a800000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(830, 0xffe08000, 0x0ac00000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(831, 0xffe00000, 0x8a600000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(832, 0xffe00000, 0x8aa00000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(833, 0xffe00000, 0x8ae00000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(834, 0xffe08000, 0x0a600000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(835, 0xffe08000, 0x0aa00000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(836, 0xffe08000, 0x0ae00000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(837, 0xffe00000, 0xaa400000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(838, 0xffe00000, 0xaa800000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(839, 0xffe00000, 0xaac00000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(840, 0xffe08000, 0x2a600000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(841, 0xffe08000, 0x2aa00000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(842, 0xffe08000, 0x2ae00000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(843, 0xffe00000, 0xca600000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(844, 0xffe00000, 0xcaa00000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(845, 0xffe00000, 0xcae00000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(846, 0xffe08000, 0x4a600000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(847, 0xffe08000, 0x4aa00000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(848, 0xffe08000, 0x4ae00000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(849, 0xffe00000, 0xea400000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(850, 0xffe00000, 0xea800000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(851, 0xffe00000, 0xeac00000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(852, 0xffe00000, 0xea600000, 0, Feature.BASE); // LogicalShiftedRight.bics64
        put(853, 0xffe00000, 0xeaa00000, 0, Feature.BASE); // LogicalShiftedRight.bics64
        put(854, 0xffe00000, 0xeae00000, 0, Feature.BASE); // LogicalShiftedRight.bics64
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
            case 99 -> (w >>> 10 & 0x7) < 5;
            case 110 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 144 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 153 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 163 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 173 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 174 -> (w >>> 10 & 0x7) < 5;
            case 189 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 190 -> (w >>> 10 & 0x7) < 5;
            case 192 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 197 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 206 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 223 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 227 -> (w >>> 10 & 0x7) < 5;
            case 232 -> (w >>> 10 & 0x7) < 5;
            case 236 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 237 -> (w >>> 10 & 0x7) < 5;
            case 256 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 258 -> (w >>> 10 & 0x7) < 5;
            case 259 -> (w >>> 10 & 0x7) < 5;
            case 330 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 331 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 332 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 376 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 381 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 386 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 391 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 396 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 401 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 406 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 411 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 412 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 413 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 465 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 466 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 467 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 468 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 469 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 470 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 471 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 472 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 473 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 474 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 475 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 476 -> (w >>> 10 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 477 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 478 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 479 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 480 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 481 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 482 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 483 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 484 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 485 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 486 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 487 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 488 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 489 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 490 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 491 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 492 -> (w >>> 14 & 0x3) == 0 || (w >>> 14 & 0x3) == 1 && ((w >>> 10 & 0x3) & 1) == 0 || (w >>> 14 & 0x3) == 2 && ((w >>> 10 & 0x3) == 0 || (w >>> 10 & 0x3) == 1 && (w >>> 12 & 0x1) == 0);
            case 501 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 503 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 505 -> ((w >>> 16 & 0x1f) & 7) != 0 || ((w >>> 16 & 0x1f) & 15) == 8 && (w >>> 30 & 0x1) == 1;
            case 506 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 507 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 509 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 510 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 511 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 512 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 513 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 514 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 515 -> (w >>> 22 & 0x3) < 2 || (w >>> 22 & 0x3) == 2 && (w >>> 30 & 0x1) == 1;
            case 517 -> ((w >>> 16 & 0x1f) & 7) != 0 || ((w >>> 16 & 0x1f) & 15) == 8 && (w >>> 30 & 0x1) == 1;
            case 518 -> ((w >>> 16 & 0x1f) & 15) != 0;
            case 519 -> ((w >>> 16 & 0x1f) & 15) != 0;
            case 520 -> ((w >>> 16 & 0x1f) & 15) != 0;
            case 521 -> ((w >>> 16 & 0x1f) & 7) != 0;
            case 522 -> ((w >>> 16 & 0x1f) & 15) == 8;
            case 523 -> ((w >>> 16 & 0x1f) & 3) != 0;
            case 524 -> ((w >>> 16 & 0x1f) & 7) != 0;
            case 525 -> (w >>> 12 & 0xf) < 8 && ((w >>> 12 & 0xf) & 1) == 0 || (w >>> 12 & 0xf) == 8 || (w >>> 12 & 0xf) == 10 || (w >>> 12 & 0xf) == 12 || (w >>> 12 & 0xf) == 13;
            case 526 -> (w >>> 12 & 0xf) < 8 && ((w >>> 12 & 0xf) & 1) == 0 || (w >>> 12 & 0xf) == 8 || (w >>> 12 & 0xf) == 10 || (w >>> 12 & 0xf) == 12 || (w >>> 12 & 0xf) == 13;
            case 530 -> (w >>> 12 & 0xf) < 12 && ((w >>> 12 & 0xf) & 1) == 1;
            case 531 -> (w >>> 12 & 0xf) < 12 && ((w >>> 12 & 0xf) & 1) == 1;
            case 535 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 536 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 537 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 538 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 539 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 540 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 545 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 546 -> (w >>> 16 & 0x7f) >= 64;
            case 547 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 548 -> (w >>> 16 & 0x7f) >= 64;
            case 549 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 550 -> (w >>> 16 & 0x7f) >= 64;
            case 551 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 552 -> (w >>> 16 & 0x7f) >= 64;
            case 553 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 554 -> (w >>> 16 & 0x7f) >= 64;
            case 555 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 556 -> (w >>> 16 & 0x7f) >= 64;
            case 557 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 558 -> (w >>> 16 & 0x7f) >= 64;
            case 559 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 560 -> (w >>> 16 & 0x7f) >= 64;
            case 561 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 562 -> (w >>> 16 & 0x7f) >= 64;
            case 563 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 564 -> (w >>> 16 & 0x7f) >= 64;
            case 565 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 566 -> (w >>> 16 & 0x7f) >= 64;
            case 567 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 568 -> (w >>> 16 & 0x7f) >= 8;
            case 569 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 570 -> (w >>> 16 & 0x7f) >= 8;
            case 571 -> (w >>> 16 & 0x7f) >= 64 && (w >>> 30 & 0x1) == 1 || (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 572 -> (w >>> 16 & 0x7f) >= 8;
            case 573 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 574 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 575 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 576 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 577 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 578 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 579 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 580 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 581 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 582 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 583 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 584 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 585 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 586 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 587 -> (w >>> 16 & 0x7f) >= 8 && (w >>> 16 & 0x7f) < 64;
            case 596 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 598 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 600 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 602 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 604 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 606 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 608 -> (w >>> 22 & 0x3) != 3;
            case 609 -> (w >>> 22 & 0x3) != 3;
            case 610 -> (w >>> 22 & 0x3) != 3;
            case 611 -> (w >>> 22 & 0x3) != 3;
            case 612 -> (w >>> 22 & 0x3) != 3;
            case 613 -> (w >>> 22 & 0x3) != 3;
            case 614 -> (w >>> 22 & 0x3) != 3;
            case 615 -> (w >>> 22 & 0x3) != 3;
            case 616 -> (w >>> 22 & 0x3) != 3;
            case 617 -> (w >>> 22 & 0x3) != 3;
            case 618 -> (w >>> 22 & 0x3) != 3;
            case 619 -> (w >>> 22 & 0x3) != 3;
            case 620 -> (w >>> 22 & 0x3) != 3;
            case 621 -> (w >>> 22 & 0x3) != 3;
            case 622 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 623 -> (w >>> 22 & 0x3) != 3;
            case 624 -> (w >>> 22 & 0x3) != 3;
            case 625 -> (w >>> 22 & 0x3) != 3;
            case 626 -> (w >>> 22 & 0x3) != 3;
            case 627 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 629 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 631 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 633 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 635 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 637 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 639 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 641 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 643 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 645 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 647 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 649 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 651 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 652 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 653 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 654 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 655 -> (w >>> 22 & 0x3) != 3;
            case 656 -> (w >>> 22 & 0x3) == 0;
            case 657 -> (w >>> 22 & 0x3) != 3;
            case 658 -> (w >>> 22 & 0x3) != 3;
            case 660 -> (w >>> 22 & 0x3) == 1 || (w >>> 22 & 0x3) == 2;
            case 667 -> (w >>> 22 & 0x3) != 3;
            case 668 -> (w >>> 22 & 0x3) != 3;
            case 669 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 671 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 673 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 675 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 677 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 679 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 681 -> (w >>> 22 & 0x3) != 3;
            case 682 -> (w >>> 22 & 0x3) != 3;
            case 683 -> (w >>> 22 & 0x3) != 3;
            case 684 -> (w >>> 22 & 0x3) != 3;
            case 685 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 687 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 689 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 691 -> (w >>> 22 & 0x3) != 3 || (w >>> 30 & 0x1) == 1;
            case 693 -> (w >>> 22 & 0x3) != 3;
            case 694 -> (w >>> 22 & 0x3) != 3;
            case 695 -> (w >>> 22 & 0x3) != 3;
            case 696 -> (w >>> 22 & 0x3) != 3;
            case 697 -> (w >>> 22 & 0x3) != 3;
            case 698 -> (w >>> 22 & 0x3) != 3;
            case 699 -> (w >>> 22 & 0x3) != 3;
            case 700 -> (w >>> 22 & 0x3) != 3;
            case 785 -> ((w >>> 16 & 0x1f) & 1) == 0 && ((w >>> 0 & 0x1f) & 1) == 0;
            case 786 -> ((w >>> 16 & 0x1f) & 1) == 0 && ((w >>> 0 & 0x1f) & 1) == 0;
            default -> true;
        };
    }
}
