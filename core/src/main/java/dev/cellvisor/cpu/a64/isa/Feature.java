package dev.cellvisor.cpu.a64.isa;

/** An architectural feature that a CPU model has or lacks; without it, its encodings are undefined. Arm's names without FEAT_. */
public enum Feature {
    /** Armv8.0-A. */
    BASE,
    /** Floating point and Advanced SIMD. */
    FP,
    /** CRC32 instructions. */
    CRC32,
    /** AES instructions. */
    AES,
    /** PMULL on 64-bit elements. */
    PMULL,
    /** SHA-1 instructions. */
    SHA1,
    /** SHA-256 instructions. */
    SHA256,
    /** Large system extensions: atomics. */
    LSE,
    /** Unaligned atomics within 16 bytes. */
    LSE2,
    /** Rounding double multiply add. */
    RDM,
    /** Limited ordering regions: LDLAR, STLLR. */
    LOR,
    /** Load-acquire RCpc. */
    LRCPC,
    /** Load-acquire RCpc with immediate offset. */
    LRCPC2,
    /** Half-precision arithmetic. */
    FP16,
    /** Dot product. */
    DOTPROD,
    /** Half-precision multiply to single. */
    FHM,
    /** SHA-3 instructions. */
    SHA3,
    /** SHA-512 instructions. */
    SHA512,
    /** Complex arithmetic. */
    FCMA,
    /** JavaScript conversion. */
    JSCVT,
    /** DC CVAP. */
    DPB,
    /** Privileged access never. */
    PAN,
    /** User access override. */
    UAO,
    /** No translation of either half for EL0. */
    E0PD,
    /** A granule of 16 KiB. */
    TGRAN16K,
    /** Tables may be told to limit nothing: TCR_EL1.HPD0 and HPD1. */
    HPDS,
    /** Access flag and dirty state of translation tables kept by the walk. */
    HAFDBS,
    /** Flag manipulation: RMIF, SETF, CFINV. */
    FLAGM,
    /** XAFLAG and AXFLAG. */
    FLAGM2,
    /** FRINT32 and FRINT64. */
    FRINTTS,
    /** Branch target identification. */
    BTI,
    /** Pointer authentication. */
    PAUTH,
    /** Speculation barrier. */
    SB,
    /** Speculative store bypass safe. */
    SSBS,
    /** Data independent timing. */
    DIT
}
