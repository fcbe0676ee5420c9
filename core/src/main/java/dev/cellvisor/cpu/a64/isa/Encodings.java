// Made by GenerateIsa from the instruction families: change those, and run it again.
package dev.cellvisor.cpu.a64.isa;

/** Every encoding: what is fixed, what it needs, and which slots its registers have. The index is the operation's number. */
final class Encodings {
    /** Operations: 0 to 3 are the engine's own, encodings follow. */
    static final int COUNT = 429;
    static final int FIRST = 4;
    static final int[] MASK = new int[COUNT];
    static final int[] VALUE = new int[COUNT];
    /** Bit 0: Rn 31 is SP; bits 2:1 for bits 4:0: 0 destination, 1 source, 2 SP; bit 3: has a condition. */
    static final byte[] SLOTS = new byte[COUNT];
    static final Feature[] FEATURE = new Feature[COUNT];

    static {
        part0();
        part1();
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
        put(4, 0xffe00000, 0x8b200000, 13, Feature.BASE); // AddSubExtended.add64
        put(5, 0xffe00000, 0x0b200000, 13, Feature.BASE); // AddSubExtended.add32
        put(6, 0xffe00000, 0xab200000, 9, Feature.BASE); // AddSubExtended.adds64
        put(7, 0xffe00000, 0x2b200000, 9, Feature.BASE); // AddSubExtended.adds32
        put(8, 0xffe00000, 0xcb200000, 13, Feature.BASE); // AddSubExtended.sub64
        put(9, 0xffe00000, 0x4b200000, 13, Feature.BASE); // AddSubExtended.sub32
        put(10, 0xffe00000, 0xeb200000, 9, Feature.BASE); // AddSubExtended.subs64
        put(11, 0xffe00000, 0x6b200000, 9, Feature.BASE); // AddSubExtended.subs32
        put(12, 0xff800000, 0x91000000, 5, Feature.BASE); // AddSubImmediate.add64
        put(13, 0xff800000, 0x11000000, 5, Feature.BASE); // AddSubImmediate.add32
        put(14, 0xff800000, 0xb1000000, 1, Feature.BASE); // AddSubImmediate.adds64
        put(15, 0xff800000, 0x31000000, 1, Feature.BASE); // AddSubImmediate.adds32
        put(16, 0xff800000, 0xd1000000, 5, Feature.BASE); // AddSubImmediate.sub64
        put(17, 0xff800000, 0x51000000, 5, Feature.BASE); // AddSubImmediate.sub32
        put(18, 0xff800000, 0xf1000000, 1, Feature.BASE); // AddSubImmediate.subs64
        put(19, 0xff800000, 0x71000000, 1, Feature.BASE); // AddSubImmediate.subs32
        put(20, 0xffe00000, 0x8b000000, 0, Feature.BASE); // AddSubShifted.add64
        put(21, 0xffe08000, 0x0b000000, 0, Feature.BASE); // AddSubShifted.add32
        put(22, 0xffe00000, 0xab000000, 0, Feature.BASE); // AddSubShifted.adds64
        put(23, 0xffe08000, 0x2b000000, 0, Feature.BASE); // AddSubShifted.adds32
        put(24, 0xffe00000, 0xcb000000, 0, Feature.BASE); // AddSubShifted.sub64
        put(25, 0xffe08000, 0x4b000000, 0, Feature.BASE); // AddSubShifted.sub32
        put(26, 0xffe00000, 0xeb000000, 0, Feature.BASE); // AddSubShifted.subs64
        put(27, 0xffe08000, 0x6b000000, 0, Feature.BASE); // AddSubShifted.subs32
        put(28, 0xffc00000, 0x93400000, 0, Feature.BASE); // Bitfield.sbfm64
        put(29, 0xffe08000, 0x13000000, 0, Feature.BASE); // Bitfield.sbfm32
        put(30, 0xffc00000, 0xb3400000, 0, Feature.BASE); // Bitfield.bfm64
        put(31, 0xffe08000, 0x33000000, 0, Feature.BASE); // Bitfield.bfm32
        put(32, 0xffc00000, 0xd3400000, 0, Feature.BASE); // Bitfield.ubfm64
        put(33, 0xffe08000, 0x53000000, 0, Feature.BASE); // Bitfield.ubfm32
        put(34, 0xfc000000, 0x14000000, 0, Feature.BASE); // Branch.b
        put(35, 0xfc000000, 0x94000000, 0, Feature.BASE); // Branch.bl
        put(36, 0xfffffc1f, 0xd61f0000, 0, Feature.BASE); // Branch.br
        put(37, 0xfffffc1f, 0xd63f0000, 0, Feature.BASE); // Branch.blr
        put(38, 0xfffffc1f, 0xd65f0000, 0, Feature.BASE); // Branch.ret
        put(39, 0xff000000, 0xb4000000, 2, Feature.BASE); // CompareBranch.cbz64
        put(40, 0xff000000, 0x34000000, 2, Feature.BASE); // CompareBranch.cbz32
        put(41, 0xff000000, 0xb5000000, 2, Feature.BASE); // CompareBranch.cbnz64
        put(42, 0xff000000, 0x35000000, 2, Feature.BASE); // CompareBranch.cbnz32
        put(43, 0xff000000, 0x36000000, 2, Feature.BASE); // CompareBranch.tbz
        put(44, 0xff000000, 0xb6000000, 2, Feature.BASE); // CompareBranch.tbz
        put(45, 0xff000000, 0x37000000, 2, Feature.BASE); // CompareBranch.tbnz
        put(46, 0xff000000, 0xb7000000, 2, Feature.BASE); // CompareBranch.tbnz
        put(47, 0xff00001f, 0x54000000, 0, Feature.BASE); // ConditionalBranch.eq
        put(48, 0xff00001f, 0x54000001, 0, Feature.BASE); // ConditionalBranch.ne
        put(49, 0xff00001f, 0x54000002, 0, Feature.BASE); // ConditionalBranch.cs
        put(50, 0xff00001f, 0x54000003, 0, Feature.BASE); // ConditionalBranch.cc
        put(51, 0xff00001f, 0x54000004, 0, Feature.BASE); // ConditionalBranch.mi
        put(52, 0xff00001f, 0x54000005, 0, Feature.BASE); // ConditionalBranch.pl
        put(53, 0xff00001f, 0x54000006, 0, Feature.BASE); // ConditionalBranch.vs
        put(54, 0xff00001f, 0x54000007, 0, Feature.BASE); // ConditionalBranch.vc
        put(55, 0xff00001f, 0x54000008, 0, Feature.BASE); // ConditionalBranch.hi
        put(56, 0xff00001f, 0x54000009, 0, Feature.BASE); // ConditionalBranch.ls
        put(57, 0xff00001f, 0x5400000a, 0, Feature.BASE); // ConditionalBranch.ge
        put(58, 0xff00001f, 0x5400000b, 0, Feature.BASE); // ConditionalBranch.lt
        put(59, 0xff00001f, 0x5400000c, 0, Feature.BASE); // ConditionalBranch.gt
        put(60, 0xff00001f, 0x5400000d, 0, Feature.BASE); // ConditionalBranch.le
        put(61, 0xff00001f, 0x5400000e, 0, Feature.BASE); // ConditionalBranch.always
        put(62, 0xff00001f, 0x5400000f, 0, Feature.BASE); // ConditionalBranch.always
        put(63, 0xffe00c10, 0xba400000, 0, Feature.BASE); // ConditionalCompare.ccmn64
        put(64, 0xffe00c10, 0x3a400000, 0, Feature.BASE); // ConditionalCompare.ccmn32
        put(65, 0xffe00c10, 0xfa400000, 0, Feature.BASE); // ConditionalCompare.ccmp64
        put(66, 0xffe00c10, 0x7a400000, 0, Feature.BASE); // ConditionalCompare.ccmp32
        put(67, 0xffe00c10, 0xba400800, 0, Feature.BASE); // ConditionalCompare.ccmnImmediate64
        put(68, 0xffe00c10, 0x3a400800, 0, Feature.BASE); // ConditionalCompare.ccmnImmediate32
        put(69, 0xffe00c10, 0xfa400800, 0, Feature.BASE); // ConditionalCompare.ccmpImmediate64
        put(70, 0xffe00c10, 0x7a400800, 0, Feature.BASE); // ConditionalCompare.ccmpImmediate32
        put(71, 0xffe00c00, 0x9a800000, 0, Feature.BASE); // ConditionalSelect.csel64
        put(72, 0xffe00c00, 0x1a800000, 0, Feature.BASE); // ConditionalSelect.csel32
        put(73, 0xffe00c00, 0x9a800400, 0, Feature.BASE); // ConditionalSelect.csinc64
        put(74, 0xffe00c00, 0x1a800400, 0, Feature.BASE); // ConditionalSelect.csinc32
        put(75, 0xffe00c00, 0xda800000, 0, Feature.BASE); // ConditionalSelect.csinv64
        put(76, 0xffe00c00, 0x5a800000, 0, Feature.BASE); // ConditionalSelect.csinv32
        put(77, 0xffe00c00, 0xda800400, 0, Feature.BASE); // ConditionalSelect.csneg64
        put(78, 0xffe00c00, 0x5a800400, 0, Feature.BASE); // ConditionalSelect.csneg32
        put(79, 0xfffffc00, 0xdac00000, 0, Feature.BASE); // DataProcessing1.rbit64
        put(80, 0xfffffc00, 0x5ac00000, 0, Feature.BASE); // DataProcessing1.rbit32
        put(81, 0xfffffc00, 0xdac00400, 0, Feature.BASE); // DataProcessing1.rev16On64
        put(82, 0xfffffc00, 0x5ac00400, 0, Feature.BASE); // DataProcessing1.rev16On32
        put(83, 0xfffffc00, 0xdac00800, 0, Feature.BASE); // DataProcessing1.rev32On64
        put(84, 0xfffffc00, 0x5ac00800, 0, Feature.BASE); // DataProcessing1.rev32
        put(85, 0xfffffc00, 0xdac00c00, 0, Feature.BASE); // DataProcessing1.rev64
        put(86, 0xfffffc00, 0xdac01000, 0, Feature.BASE); // DataProcessing1.clz64
        put(87, 0xfffffc00, 0x5ac01000, 0, Feature.BASE); // DataProcessing1.clz32
        put(88, 0xfffffc00, 0xdac01400, 0, Feature.BASE); // DataProcessing1.cls64
        put(89, 0xfffffc00, 0x5ac01400, 0, Feature.BASE); // DataProcessing1.cls32
        put(90, 0xffe0fc00, 0x9ac00800, 0, Feature.BASE); // DataProcessing2.udiv64
        put(91, 0xffe0fc00, 0x1ac00800, 0, Feature.BASE); // DataProcessing2.udiv32
        put(92, 0xffe0fc00, 0x9ac00c00, 0, Feature.BASE); // DataProcessing2.sdiv64
        put(93, 0xffe0fc00, 0x1ac00c00, 0, Feature.BASE); // DataProcessing2.sdiv32
        put(94, 0xffe0fc00, 0x9ac02000, 0, Feature.BASE); // DataProcessing2.lslv64
        put(95, 0xffe0fc00, 0x1ac02000, 0, Feature.BASE); // DataProcessing2.lslv32
        put(96, 0xffe0fc00, 0x9ac02400, 0, Feature.BASE); // DataProcessing2.lsrv64
        put(97, 0xffe0fc00, 0x1ac02400, 0, Feature.BASE); // DataProcessing2.lsrv32
        put(98, 0xffe0fc00, 0x9ac02800, 0, Feature.BASE); // DataProcessing2.asrv64
        put(99, 0xffe0fc00, 0x1ac02800, 0, Feature.BASE); // DataProcessing2.asrv32
        put(100, 0xffe0fc00, 0x9ac02c00, 0, Feature.BASE); // DataProcessing2.rorv64
        put(101, 0xffe0fc00, 0x1ac02c00, 0, Feature.BASE); // DataProcessing2.rorv32
        put(102, 0xffe08000, 0x9b000000, 0, Feature.BASE); // DataProcessing3.madd64
        put(103, 0xffe08000, 0x1b000000, 0, Feature.BASE); // DataProcessing3.madd32
        put(104, 0xffe08000, 0x9b008000, 0, Feature.BASE); // DataProcessing3.msub64
        put(105, 0xffe08000, 0x1b008000, 0, Feature.BASE); // DataProcessing3.msub32
        put(106, 0xffe08000, 0x9b200000, 0, Feature.BASE); // DataProcessing3.smaddl
        put(107, 0xffe08000, 0x9b208000, 0, Feature.BASE); // DataProcessing3.smsubl
        put(108, 0xffe08000, 0x9b400000, 0, Feature.BASE); // DataProcessing3.smulh
        put(109, 0xffe08000, 0x9ba00000, 0, Feature.BASE); // DataProcessing3.umaddl
        put(110, 0xffe08000, 0x9ba08000, 0, Feature.BASE); // DataProcessing3.umsubl
        put(111, 0xffe08000, 0x9bc00000, 0, Feature.BASE); // DataProcessing3.umulh
        put(112, 0xffe0001f, 0xd4000001, 0, Feature.BASE); // ExceptionGeneration.svc
        put(113, 0xffe0001f, 0xd4000002, 0, Feature.BASE); // ExceptionGeneration.hvc
        put(114, 0xffe0001f, 0xd4000003, 0, Feature.BASE); // ExceptionGeneration.smc
        put(115, 0xffe0001f, 0xd4200000, 0, Feature.BASE); // ExceptionGeneration.brk
        put(116, 0xffe0001f, 0xd4400000, 0, Feature.BASE); // ExceptionGeneration.hlt
        put(117, 0xffe0001f, 0xd4a00001, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(118, 0xffe0001f, 0xd4a00002, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(119, 0xffe0001f, 0xd4a00003, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(120, 0xffffffff, 0xd6bf03e0, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(121, 0xffff0000, 0x00000000, 0, Feature.BASE); // ExceptionGeneration.undefined
        put(122, 0xffffffff, 0xd69f03e0, 0, Feature.BASE); // ExceptionGeneration.eret
        put(123, 0xffe08000, 0x08400000, 1, Feature.BASE); // Exclusive.ldxr8
        put(124, 0xffe08000, 0x08408000, 1, Feature.BASE); // Exclusive.ldxr8
        put(125, 0xffe08000, 0x48400000, 1, Feature.BASE); // Exclusive.ldxr16
        put(126, 0xffe08000, 0x48408000, 1, Feature.BASE); // Exclusive.ldxr16
        put(127, 0xffe08000, 0x88400000, 1, Feature.BASE); // Exclusive.ldxr32
        put(128, 0xffe08000, 0x88408000, 1, Feature.BASE); // Exclusive.ldxr32
        put(129, 0xffe08000, 0xc8400000, 1, Feature.BASE); // Exclusive.ldxr64
        put(130, 0xffe08000, 0xc8408000, 1, Feature.BASE); // Exclusive.ldxr64
        put(131, 0xffe08000, 0x08000000, 3, Feature.BASE); // Exclusive.stxr8
        put(132, 0xffe08000, 0x08008000, 3, Feature.BASE); // Exclusive.stxr8
        put(133, 0xffe08000, 0x48000000, 3, Feature.BASE); // Exclusive.stxr16
        put(134, 0xffe08000, 0x48008000, 3, Feature.BASE); // Exclusive.stxr16
        put(135, 0xffe08000, 0x88000000, 3, Feature.BASE); // Exclusive.stxr32
        put(136, 0xffe08000, 0x88008000, 3, Feature.BASE); // Exclusive.stxr32
        put(137, 0xffe08000, 0xc8000000, 3, Feature.BASE); // Exclusive.stxr64
        put(138, 0xffe08000, 0xc8008000, 3, Feature.BASE); // Exclusive.stxr64
        put(139, 0xffe08000, 0x88600000, 1, Feature.BASE); // Exclusive.ldxp32
        put(140, 0xffe08000, 0x88608000, 1, Feature.BASE); // Exclusive.ldxp32
        put(141, 0xffe08000, 0xc8600000, 1, Feature.BASE); // Exclusive.ldxp64
        put(142, 0xffe08000, 0xc8608000, 1, Feature.BASE); // Exclusive.ldxp64
        put(143, 0xffe08000, 0x88200000, 3, Feature.BASE); // Exclusive.stxp32
        put(144, 0xffe08000, 0x88208000, 3, Feature.BASE); // Exclusive.stxp32
        put(145, 0xffe08000, 0xc8200000, 3, Feature.BASE); // Exclusive.stxp64
        put(146, 0xffe08000, 0xc8208000, 3, Feature.BASE); // Exclusive.stxp64
        put(147, 0xffe00000, 0x93c00000, 0, Feature.BASE); // Extract.extr64
        put(148, 0xffe08000, 0x13800000, 0, Feature.BASE); // Extract.extr32
        put(149, 0xfffff01f, 0xd503201f, 0, Feature.BASE); // Hints.nothing
        put(150, 0xffffffff, 0xd503201f, 0, Feature.BASE); // Hints.nothing
        put(151, 0xffffffff, 0xd50320df, 0, Feature.BASE); // Hints.nothing
        put(152, 0xffffffff, 0xd50320ff, 0, Feature.BASE); // Hints.nothing
        put(153, 0xffffffff, 0xd503211f, 0, Feature.BASE); // Hints.nothing
        put(154, 0xffffffff, 0xd503215f, 0, Feature.BASE); // Hints.nothing
        put(155, 0xffffffff, 0xd503219f, 0, Feature.BASE); // Hints.nothing
        put(156, 0xffffffff, 0xd50321df, 0, Feature.BASE); // Hints.nothing
        put(157, 0xffffffff, 0xd503221f, 0, Feature.BASE); // Hints.nothing
        put(158, 0xffffffff, 0xd503223f, 0, Feature.BASE); // Hints.nothing
        put(159, 0xffffffff, 0xd503225f, 0, Feature.BASE); // Hints.nothing
        put(160, 0xffffffff, 0xd503229f, 0, Feature.BASE); // Hints.nothing
        put(161, 0xffffffff, 0xd503231f, 0, Feature.BASE); // Hints.nothing
        put(162, 0xffffffff, 0xd503233f, 0, Feature.BASE); // Hints.nothing
        put(163, 0xffffffff, 0xd503235f, 0, Feature.BASE); // Hints.nothing
        put(164, 0xffffffff, 0xd503237f, 0, Feature.BASE); // Hints.nothing
        put(165, 0xffffffff, 0xd503239f, 0, Feature.BASE); // Hints.nothing
        put(166, 0xffffffff, 0xd50323bf, 0, Feature.BASE); // Hints.nothing
        put(167, 0xffffffff, 0xd50323df, 0, Feature.BASE); // Hints.nothing
        put(168, 0xffffffff, 0xd50323ff, 0, Feature.BASE); // Hints.nothing
        put(169, 0xffffffff, 0xd503241f, 0, Feature.BASE); // Hints.nothing
        put(170, 0xffffffff, 0xd503245f, 0, Feature.BASE); // Hints.nothing
        put(171, 0xffffffff, 0xd503249f, 0, Feature.BASE); // Hints.nothing
        put(172, 0xffffffff, 0xd50324df, 0, Feature.BASE); // Hints.nothing
        put(173, 0xfffff0ff, 0xd503309f, 0, Feature.BASE); // Hints.nothing
        put(174, 0xfffff0ff, 0xd50330bf, 0, Feature.BASE); // Hints.nothing
        put(175, 0xfffff0ff, 0xd50330df, 0, Feature.BASE); // Hints.nothing
        put(176, 0xffffffff, 0xd50330ff, 0, Feature.SB); // Hints.nothing
        put(177, 0xfffff0ff, 0xd503305f, 0, Feature.BASE); // Hints.clrex
        put(178, 0xffffffff, 0xd50320bf, 0, Feature.BASE); // Hints.sevl
        put(179, 0xffffffff, 0xd503203f, 0, Feature.BASE); // Hints.yield
        put(180, 0xffffffff, 0xd503205f, 0, Feature.BASE); // Hints.wfe
        put(181, 0xffffffff, 0xd503207f, 0, Feature.BASE); // Hints.wfi
        put(182, 0xffffffff, 0xd503209f, 0, Feature.BASE); // Hints.sev
        put(183, 0xff000000, 0x18000000, 0, Feature.BASE); // LoadLiteral.ldr32
        put(184, 0xff000000, 0x58000000, 0, Feature.BASE); // LoadLiteral.ldr64
        put(185, 0xff000000, 0x98000000, 0, Feature.BASE); // LoadLiteral.ldrsw
        put(186, 0xff000000, 0xd8000000, 0, Feature.BASE); // LoadLiteral.prfm
        put(187, 0xffe00c00, 0x38000400, 3, Feature.BASE); // LoadStoreIndexed.strb
        put(188, 0xffe00c00, 0x38000c00, 3, Feature.BASE); // LoadStoreIndexed.strb
        put(189, 0xffe00c00, 0x38400400, 1, Feature.BASE); // LoadStoreIndexed.ldrb
        put(190, 0xffe00c00, 0x38400c00, 1, Feature.BASE); // LoadStoreIndexed.ldrb
        put(191, 0xffe00c00, 0x38800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsb64
        put(192, 0xffe00c00, 0x38800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsb64
        put(193, 0xffe00c00, 0x38c00400, 1, Feature.BASE); // LoadStoreIndexed.ldrsb32
        put(194, 0xffe00c00, 0x38c00c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsb32
        put(195, 0xffe00c00, 0x78000400, 3, Feature.BASE); // LoadStoreIndexed.strh
        put(196, 0xffe00c00, 0x78000c00, 3, Feature.BASE); // LoadStoreIndexed.strh
        put(197, 0xffe00c00, 0x78400400, 1, Feature.BASE); // LoadStoreIndexed.ldrh
        put(198, 0xffe00c00, 0x78400c00, 1, Feature.BASE); // LoadStoreIndexed.ldrh
        put(199, 0xffe00c00, 0x78800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsh64
        put(200, 0xffe00c00, 0x78800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsh64
        put(201, 0xffe00c00, 0x78c00400, 1, Feature.BASE); // LoadStoreIndexed.ldrsh32
        put(202, 0xffe00c00, 0x78c00c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsh32
        put(203, 0xffe00c00, 0xb8000400, 3, Feature.BASE); // LoadStoreIndexed.str32
        put(204, 0xffe00c00, 0xb8000c00, 3, Feature.BASE); // LoadStoreIndexed.str32
        put(205, 0xffe00c00, 0xb8400400, 1, Feature.BASE); // LoadStoreIndexed.ldr32
        put(206, 0xffe00c00, 0xb8400c00, 1, Feature.BASE); // LoadStoreIndexed.ldr32
        put(207, 0xffe00c00, 0xb8800400, 1, Feature.BASE); // LoadStoreIndexed.ldrsw
        put(208, 0xffe00c00, 0xb8800c00, 1, Feature.BASE); // LoadStoreIndexed.ldrsw
        put(209, 0xffe00c00, 0xf8000400, 3, Feature.BASE); // LoadStoreIndexed.str64
        put(210, 0xffe00c00, 0xf8000c00, 3, Feature.BASE); // LoadStoreIndexed.str64
        put(211, 0xffe00c00, 0xf8400400, 1, Feature.BASE); // LoadStoreIndexed.ldr64
        put(212, 0xffe00c00, 0xf8400c00, 1, Feature.BASE); // LoadStoreIndexed.ldr64
        put(213, 0xffe08000, 0x08808000, 3, Feature.BASE); // LoadStoreOrdered.stlr8
        put(214, 0xffe08000, 0x48808000, 3, Feature.BASE); // LoadStoreOrdered.stlr16
        put(215, 0xffe08000, 0x88808000, 3, Feature.BASE); // LoadStoreOrdered.stlr32
        put(216, 0xffe08000, 0xc8808000, 3, Feature.BASE); // LoadStoreOrdered.stlr64
        put(217, 0xffe08000, 0x08c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar8
        put(218, 0xfffffc00, 0x38bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar8
        put(219, 0xffe08000, 0x48c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar16
        put(220, 0xfffffc00, 0x78bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar16
        put(221, 0xffe08000, 0x88c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar32
        put(222, 0xfffffc00, 0xb8bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar32
        put(223, 0xffe08000, 0xc8c08000, 1, Feature.BASE); // LoadStoreOrdered.ldar64
        put(224, 0xfffffc00, 0xf8bfc000, 1, Feature.LRCPC); // LoadStoreOrdered.ldar64
        put(225, 0xffc00000, 0x29000000, 3, Feature.BASE); // LoadStorePair.stp32
        put(226, 0xffc00000, 0x28000000, 3, Feature.BASE); // LoadStorePair.stp32
        put(227, 0xffc00000, 0x28800000, 3, Feature.BASE); // LoadStorePair.stpIndexed32
        put(228, 0xffc00000, 0x29800000, 3, Feature.BASE); // LoadStorePair.stpIndexed32
        put(229, 0xffc00000, 0x29400000, 1, Feature.BASE); // LoadStorePair.ldp32
        put(230, 0xffc00000, 0x28400000, 1, Feature.BASE); // LoadStorePair.ldp32
        put(231, 0xffc00000, 0x28c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed32
        put(232, 0xffc00000, 0x29c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed32
        put(233, 0xffc00000, 0x69400000, 1, Feature.BASE); // LoadStorePair.ldpsw
        put(234, 0xffc00000, 0x68c00000, 1, Feature.BASE); // LoadStorePair.ldpswIndexed
        put(235, 0xffc00000, 0x69c00000, 1, Feature.BASE); // LoadStorePair.ldpswIndexed
        put(236, 0xffc00000, 0xa9000000, 3, Feature.BASE); // LoadStorePair.stp64
        put(237, 0xffc00000, 0xa8000000, 3, Feature.BASE); // LoadStorePair.stp64
        put(238, 0xffc00000, 0xa8800000, 3, Feature.BASE); // LoadStorePair.stpIndexed64
        put(239, 0xffc00000, 0xa9800000, 3, Feature.BASE); // LoadStorePair.stpIndexed64
        put(240, 0xffc00000, 0xa9400000, 1, Feature.BASE); // LoadStorePair.ldp64
        put(241, 0xffc00000, 0xa8400000, 1, Feature.BASE); // LoadStorePair.ldp64
        put(242, 0xffc00000, 0xa8c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed64
        put(243, 0xffc00000, 0xa9c00000, 1, Feature.BASE); // LoadStorePair.ldpIndexed64
        put(244, 0xffe00c00, 0x38200800, 11, Feature.BASE); // LoadStoreRegister.strb
        put(245, 0xffe00c00, 0x38600800, 9, Feature.BASE); // LoadStoreRegister.ldrb
        put(246, 0xffe00c00, 0x38a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsb64
        put(247, 0xffe00c00, 0x38e00800, 9, Feature.BASE); // LoadStoreRegister.ldrsb32
        put(248, 0xffe00c00, 0x78200800, 11, Feature.BASE); // LoadStoreRegister.strh
        put(249, 0xffe00c00, 0x78600800, 9, Feature.BASE); // LoadStoreRegister.ldrh
        put(250, 0xffe00c00, 0x78a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsh64
        put(251, 0xffe00c00, 0x78e00800, 9, Feature.BASE); // LoadStoreRegister.ldrsh32
        put(252, 0xffe00c00, 0xb8200800, 11, Feature.BASE); // LoadStoreRegister.str32
        put(253, 0xffe00c00, 0xb8600800, 9, Feature.BASE); // LoadStoreRegister.ldr32
        put(254, 0xffe00c00, 0xb8a00800, 9, Feature.BASE); // LoadStoreRegister.ldrsw
        put(255, 0xffe00c00, 0xf8200800, 11, Feature.BASE); // LoadStoreRegister.str64
        put(256, 0xffe00c00, 0xf8600800, 9, Feature.BASE); // LoadStoreRegister.ldr64
        put(257, 0xffe00c00, 0xf8a00800, 9, Feature.BASE); // LoadStoreRegister.prfm
        put(258, 0xffe00c00, 0x38000000, 3, Feature.BASE); // LoadStoreUnscaled.sturb
        put(259, 0xffe00c00, 0x38400000, 1, Feature.BASE); // LoadStoreUnscaled.ldurb
    }

    private static void part1() {
        put(260, 0xffe00c00, 0x38800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursb64
        put(261, 0xffe00c00, 0x38c00000, 1, Feature.BASE); // LoadStoreUnscaled.ldursb32
        put(262, 0xffe00c00, 0x78000000, 3, Feature.BASE); // LoadStoreUnscaled.sturh
        put(263, 0xffe00c00, 0x78400000, 1, Feature.BASE); // LoadStoreUnscaled.ldurh
        put(264, 0xffe00c00, 0x78800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursh64
        put(265, 0xffe00c00, 0x78c00000, 1, Feature.BASE); // LoadStoreUnscaled.ldursh32
        put(266, 0xffe00c00, 0xb8000000, 3, Feature.BASE); // LoadStoreUnscaled.stur32
        put(267, 0xffe00c00, 0xb8400000, 1, Feature.BASE); // LoadStoreUnscaled.ldur32
        put(268, 0xffe00c00, 0xb8800000, 1, Feature.BASE); // LoadStoreUnscaled.ldursw
        put(269, 0xffe00c00, 0xf8000000, 3, Feature.BASE); // LoadStoreUnscaled.stur64
        put(270, 0xffe00c00, 0xf8400000, 1, Feature.BASE); // LoadStoreUnscaled.ldur64
        put(271, 0xffe00c00, 0xf8800000, 1, Feature.BASE); // LoadStoreUnscaled.prfum
        put(272, 0xffc00000, 0x39000000, 3, Feature.BASE); // LoadStoreUnsigned.strb
        put(273, 0xffc00000, 0x39400000, 1, Feature.BASE); // LoadStoreUnsigned.ldrb
        put(274, 0xffc00000, 0x39800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsb64
        put(275, 0xffc00000, 0x39c00000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsb32
        put(276, 0xffc00000, 0x79000000, 3, Feature.BASE); // LoadStoreUnsigned.strh
        put(277, 0xffc00000, 0x79400000, 1, Feature.BASE); // LoadStoreUnsigned.ldrh
        put(278, 0xffc00000, 0x79800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsh64
        put(279, 0xffc00000, 0x79c00000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsh32
        put(280, 0xffc00000, 0xb9000000, 3, Feature.BASE); // LoadStoreUnsigned.str32
        put(281, 0xffc00000, 0xb9400000, 1, Feature.BASE); // LoadStoreUnsigned.ldr32
        put(282, 0xffc00000, 0xb9800000, 1, Feature.BASE); // LoadStoreUnsigned.ldrsw
        put(283, 0xffc00000, 0xf9000000, 3, Feature.BASE); // LoadStoreUnsigned.str64
        put(284, 0xffc00000, 0xf9400000, 1, Feature.BASE); // LoadStoreUnsigned.ldr64
        put(285, 0xffc00000, 0xf9800000, 1, Feature.BASE); // LoadStoreUnsigned.prfm
        put(286, 0xff800000, 0x92000000, 12, Feature.BASE); // LogicalImmediate.and64
        put(287, 0xffc00000, 0x12000000, 12, Feature.BASE); // LogicalImmediate.and32
        put(288, 0xff800000, 0xb2000000, 12, Feature.BASE); // LogicalImmediate.orr64
        put(289, 0xffc00000, 0x32000000, 12, Feature.BASE); // LogicalImmediate.orr32
        put(290, 0xff800000, 0xd2000000, 12, Feature.BASE); // LogicalImmediate.eor64
        put(291, 0xffc00000, 0x52000000, 12, Feature.BASE); // LogicalImmediate.eor32
        put(292, 0xff800000, 0xf2000000, 8, Feature.BASE); // LogicalImmediate.ands64
        put(293, 0xffc00000, 0x72000000, 8, Feature.BASE); // LogicalImmediate.ands32
        put(294, 0xffe00000, 0x8a000000, 0, Feature.BASE); // LogicalShifted.and64
        put(295, 0xffe08000, 0x0a000000, 0, Feature.BASE); // LogicalShifted.and32
        put(296, 0xffe00000, 0x8a200000, 0, Feature.BASE); // LogicalShifted.bic64
        put(297, 0xffe08000, 0x0a200000, 0, Feature.BASE); // LogicalShifted.bic32
        put(298, 0xffe00000, 0xaa000000, 0, Feature.BASE); // LogicalShifted.orr64
        put(299, 0xffe08000, 0x2a000000, 0, Feature.BASE); // LogicalShifted.orr32
        put(300, 0xffe00000, 0xaa200000, 0, Feature.BASE); // LogicalShifted.orn64
        put(301, 0xffe08000, 0x2a200000, 0, Feature.BASE); // LogicalShifted.orn32
        put(302, 0xffe00000, 0xca000000, 0, Feature.BASE); // LogicalShifted.eor64
        put(303, 0xffe08000, 0x4a000000, 0, Feature.BASE); // LogicalShifted.eor32
        put(304, 0xffe00000, 0xca200000, 0, Feature.BASE); // LogicalShifted.eon64
        put(305, 0xffe08000, 0x4a200000, 0, Feature.BASE); // LogicalShifted.eon32
        put(306, 0xffe00000, 0xea000000, 0, Feature.BASE); // LogicalShifted.ands64
        put(307, 0xffe08000, 0x6a000000, 0, Feature.BASE); // LogicalShifted.ands32
        put(308, 0xffe00000, 0xea200000, 0, Feature.BASE); // LogicalShifted.bics64
        put(309, 0xffe08000, 0x6a200000, 0, Feature.BASE); // LogicalShifted.bics32
        put(310, 0xff800000, 0x92800000, 0, Feature.BASE); // MoveWide.movn64
        put(311, 0xffc00000, 0x12800000, 0, Feature.BASE); // MoveWide.movn32
        put(312, 0xff800000, 0xd2800000, 0, Feature.BASE); // MoveWide.movz64
        put(313, 0xffc00000, 0x52800000, 0, Feature.BASE); // MoveWide.movz32
        put(314, 0xff800000, 0xf2800000, 0, Feature.BASE); // MoveWide.movk
        put(315, 0xffc00000, 0x72800000, 0, Feature.BASE); // MoveWide.movk
        put(316, 0x9f000000, 0x10000000, 0, Feature.BASE); // PcRelative.adr
        put(317, 0x9f000000, 0x90000000, 0, Feature.BASE); // PcRelative.adrp
        put(318, 0xfffff0ff, 0xd500407f, 0, Feature.UAO); // SystemInstructions.msrImmediate
        put(319, 0xfffff0ff, 0xd500409f, 0, Feature.PAN); // SystemInstructions.msrImmediate
        put(320, 0xfffff0ff, 0xd50040bf, 0, Feature.BASE); // SystemInstructions.msrImmediate
        put(321, 0xfffff0ff, 0xd503403f, 0, Feature.SSBS); // SystemInstructions.msrImmediate
        put(322, 0xfffff0ff, 0xd503405f, 0, Feature.DIT); // SystemInstructions.msrImmediate
        put(323, 0xfffff0ff, 0xd50340df, 0, Feature.BASE); // SystemInstructions.msrImmediate
        put(324, 0xfffff0ff, 0xd50340ff, 0, Feature.BASE); // SystemInstructions.msrImmediate
        put(325, 0xfff00000, 0xd5100000, 2, Feature.BASE); // SystemInstructions.msr
        put(326, 0xfff00000, 0xd5300000, 0, Feature.BASE); // SystemInstructions.mrs
        put(327, 0xffffffe0, 0xd5384100, 0, Feature.BASE); // SystemInstructions.mrsSpEl0
        put(328, 0xffffffe0, 0xd538d080, 0, Feature.BASE); // SystemInstructions.mrsTpidrEl1
        put(329, 0xffffffe0, 0xd53bd040, 0, Feature.BASE); // SystemInstructions.mrsTpidrEl0
        put(330, 0xfff80000, 0xd5080000, 2, Feature.BASE); // SystemInstructions.sys
        put(331, 0xffffffe0, 0xd50b7420, 2, Feature.BASE); // SystemInstructions.dc
        put(332, 0xffffffe0, 0xd50b7a20, 2, Feature.BASE); // SystemInstructions.dc
        put(333, 0xffffffe0, 0xd50b7b20, 2, Feature.BASE); // SystemInstructions.dc
        put(334, 0xffffffe0, 0xd50b7e20, 2, Feature.BASE); // SystemInstructions.dc
        put(335, 0xfff80000, 0xd5280000, 0, Feature.BASE); // SystemInstructions.sysl
        put(336, 0xffe0fc00, 0x9a000000, 0, Feature.BASE); // AddSubCarry.adc64
        put(337, 0xffe0fc00, 0x1a000000, 0, Feature.BASE); // AddSubCarry.adc32
        put(338, 0xffe0fc00, 0xba000000, 0, Feature.BASE); // AddSubCarry.adcs64
        put(339, 0xffe0fc00, 0x3a000000, 0, Feature.BASE); // AddSubCarry.adcs32
        put(340, 0xffe0fc00, 0xda000000, 0, Feature.BASE); // AddSubCarry.sbc64
        put(341, 0xffe0fc00, 0x5a000000, 0, Feature.BASE); // AddSubCarry.sbc32
        put(342, 0xffe0fc00, 0xfa000000, 0, Feature.BASE); // AddSubCarry.sbcs64
        put(343, 0xffe0fc00, 0x7a000000, 0, Feature.BASE); // AddSubCarry.sbcs32
        put(344, 0xffe00000, 0x8b400000, 0, Feature.BASE); // AddSubShiftedRight.add64
        put(345, 0xffe00000, 0x8b800000, 0, Feature.BASE); // AddSubShiftedRight.add64
        put(346, 0xffe08000, 0x0b400000, 0, Feature.BASE); // AddSubShiftedRight.add32
        put(347, 0xffe08000, 0x0b800000, 0, Feature.BASE); // AddSubShiftedRight.add32
        put(348, 0xffe00000, 0xab400000, 0, Feature.BASE); // AddSubShiftedRight.adds64
        put(349, 0xffe00000, 0xab800000, 0, Feature.BASE); // AddSubShiftedRight.adds64
        put(350, 0xffe08000, 0x2b400000, 0, Feature.BASE); // AddSubShiftedRight.adds32
        put(351, 0xffe08000, 0x2b800000, 0, Feature.BASE); // AddSubShiftedRight.adds32
        put(352, 0xffe00000, 0xcb400000, 0, Feature.BASE); // AddSubShiftedRight.sub64
        put(353, 0xffe00000, 0xcb800000, 0, Feature.BASE); // AddSubShiftedRight.sub64
        put(354, 0xffe08000, 0x4b400000, 0, Feature.BASE); // AddSubShiftedRight.sub32
        put(355, 0xffe08000, 0x4b800000, 0, Feature.BASE); // AddSubShiftedRight.sub32
        put(356, 0xffe00000, 0xeb400000, 0, Feature.BASE); // AddSubShiftedRight.subs64
        put(357, 0xffe00000, 0xeb800000, 0, Feature.BASE); // AddSubShiftedRight.subs64
        put(358, 0xffe08000, 0x6b400000, 0, Feature.BASE); // AddSubShiftedRight.subs32
        put(359, 0xffe08000, 0x6b800000, 0, Feature.BASE); // AddSubShiftedRight.subs32
        put(360, 0xffe0fc00, 0x1ac04000, 0, Feature.CRC32); // Crc32.crc32
        put(361, 0xffe0fc00, 0x1ac04400, 0, Feature.CRC32); // Crc32.crc32
        put(362, 0xffe0fc00, 0x1ac04800, 0, Feature.CRC32); // Crc32.crc32
        put(363, 0xffe0fc00, 0x9ac04c00, 0, Feature.CRC32); // Crc32.crc32
        put(364, 0xffe0fc00, 0x1ac05000, 0, Feature.CRC32); // Crc32.crc32c
        put(365, 0xffe0fc00, 0x1ac05400, 0, Feature.CRC32); // Crc32.crc32c
        put(366, 0xffe0fc00, 0x1ac05800, 0, Feature.CRC32); // Crc32.crc32c
        put(367, 0xffe0fc00, 0x9ac05c00, 0, Feature.CRC32); // Crc32.crc32c
        put(368, 0xffe00c00, 0x38000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttrb
        put(369, 0xffe00c00, 0x38400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrb
        put(370, 0xffe00c00, 0x38800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsb64
        put(371, 0xffe00c00, 0x38c00800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsb32
        put(372, 0xffe00c00, 0x78000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttrh
        put(373, 0xffe00c00, 0x78400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrh
        put(374, 0xffe00c00, 0x78800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsh64
        put(375, 0xffe00c00, 0x78c00800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsh32
        put(376, 0xffe00c00, 0xb8000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttr32
        put(377, 0xffe00c00, 0xb8400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtr32
        put(378, 0xffe00c00, 0xb8800800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtrsw
        put(379, 0xffe00c00, 0xf8000800, 3, Feature.BASE); // LoadStoreUnprivileged.sttr64
        put(380, 0xffe00c00, 0xf8400800, 1, Feature.BASE); // LoadStoreUnprivileged.ldtr64
        put(381, 0xffe00000, 0x8a400000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(382, 0xffe00000, 0x8a800000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(383, 0xffe00000, 0x8ac00000, 0, Feature.BASE); // LogicalShiftedRight.and64
        put(384, 0xffe08000, 0x0a400000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(385, 0xffe08000, 0x0a800000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(386, 0xffe08000, 0x0ac00000, 0, Feature.BASE); // LogicalShiftedRight.and32
        put(387, 0xffe00000, 0x8a600000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(388, 0xffe00000, 0x8aa00000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(389, 0xffe00000, 0x8ae00000, 0, Feature.BASE); // LogicalShiftedRight.bic64
        put(390, 0xffe08000, 0x0a600000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(391, 0xffe08000, 0x0aa00000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(392, 0xffe08000, 0x0ae00000, 0, Feature.BASE); // LogicalShiftedRight.bic32
        put(393, 0xffe00000, 0xaa400000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(394, 0xffe00000, 0xaa800000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(395, 0xffe00000, 0xaac00000, 0, Feature.BASE); // LogicalShiftedRight.orr64
        put(396, 0xffe08000, 0x2a400000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(397, 0xffe08000, 0x2a800000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(398, 0xffe08000, 0x2ac00000, 0, Feature.BASE); // LogicalShiftedRight.orr32
        put(399, 0xffe00000, 0xaa600000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(400, 0xffe00000, 0xaaa00000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(401, 0xffe00000, 0xaae00000, 0, Feature.BASE); // LogicalShiftedRight.orn64
        put(402, 0xffe08000, 0x2a600000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(403, 0xffe08000, 0x2aa00000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(404, 0xffe08000, 0x2ae00000, 0, Feature.BASE); // LogicalShiftedRight.orn32
        put(405, 0xffe00000, 0xca400000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(406, 0xffe00000, 0xca800000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(407, 0xffe00000, 0xcac00000, 0, Feature.BASE); // LogicalShiftedRight.eor64
        put(408, 0xffe08000, 0x4a400000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(409, 0xffe08000, 0x4a800000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(410, 0xffe08000, 0x4ac00000, 0, Feature.BASE); // LogicalShiftedRight.eor32
        put(411, 0xffe00000, 0xca600000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(412, 0xffe00000, 0xcaa00000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(413, 0xffe00000, 0xcae00000, 0, Feature.BASE); // LogicalShiftedRight.eon64
        put(414, 0xffe08000, 0x4a600000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(415, 0xffe08000, 0x4aa00000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(416, 0xffe08000, 0x4ae00000, 0, Feature.BASE); // LogicalShiftedRight.eon32
        put(417, 0xffe00000, 0xea400000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(418, 0xffe00000, 0xea800000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(419, 0xffe00000, 0xeac00000, 0, Feature.BASE); // LogicalShiftedRight.ands64
        put(420, 0xffe08000, 0x6a400000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(421, 0xffe08000, 0x6a800000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(422, 0xffe08000, 0x6ac00000, 0, Feature.BASE); // LogicalShiftedRight.ands32
        put(423, 0xffe00000, 0xea600000, 0, Feature.BASE); // LogicalShiftedRight.bics64
        put(424, 0xffe00000, 0xeaa00000, 0, Feature.BASE); // LogicalShiftedRight.bics64
        put(425, 0xffe00000, 0xeae00000, 0, Feature.BASE); // LogicalShiftedRight.bics64
        put(426, 0xffe08000, 0x6a600000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(427, 0xffe08000, 0x6aa00000, 0, Feature.BASE); // LogicalShiftedRight.bics32
        put(428, 0xffe08000, 0x6ae00000, 0, Feature.BASE); // LogicalShiftedRight.bics32
    }

    /** Whether the condition of an operation that has one holds for a word. */
    static boolean holds(int op, int w) {
        return switch (op) {
            case 4 -> (w >>> 10 & 0x7) < 5;
            case 5 -> (w >>> 10 & 0x7) < 5;
            case 6 -> (w >>> 10 & 0x7) < 5;
            case 7 -> (w >>> 10 & 0x7) < 5;
            case 8 -> (w >>> 10 & 0x7) < 5;
            case 9 -> (w >>> 10 & 0x7) < 5;
            case 10 -> (w >>> 10 & 0x7) < 5;
            case 11 -> (w >>> 10 & 0x7) < 5;
            case 244 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 245 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 246 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 247 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 248 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 249 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 250 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 251 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 252 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 253 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 254 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 255 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 256 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 257 -> ((w >>> 13 & 0x7) & 2) != 0;
            case 286 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 287 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 288 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 289 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 290 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 291 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            case 292 -> (w >>> 10 & 0x3f) != 63 && ((w >>> 22 & 0x1) == 1 || (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61);
            case 293 -> (w >>> 10 & 0x3f) != 31 && (w >>> 10 & 0x3f) != 47 && (w >>> 10 & 0x3f) != 55 && (w >>> 10 & 0x3f) != 59 && (w >>> 10 & 0x3f) < 61;
            default -> true;
        };
    }
}
