package dev.cellvisor.differential;

import dev.cellvisor.cpu.a64.isa.Feature;
import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.List;

/** The parts into which encodings are sorted for pools and figures. */
enum Category {
    INTEGER, BRANCH, LOADSTORE, EXCLUSIVE, LSE, FP, FP16, SIMD, SIMD_LOADSTORE, CRYPTO, SYSTEM;

    /** The encodings of a part, of those that a table has. */
    static List<Encoding> pool(EncodingTable table, Category category) {
        return table.encodings().stream().filter(encoding -> of(encoding) == category).toList();
    }

    static Category of(Encoding encoding) {
        Feature feature = encoding.feature();
        switch (feature) {
            case AES, PMULL, SHA1, SHA256, SHA3, SHA512:
                return CRYPTO;
            case FP16:
                return FP16;
            case LSE:
                return LSE;
            default:
        }
        int value = encoding.value();
        Kind kind = Kind.of(value);
        return switch (kind) {
            case PLAIN -> {
                if ((value >>> 25 & 7) != 7) {
                    yield INTEGER;
                }
                // Scalar floating point is x0x11110 and x0x11111; everything else there is SIMD.
                yield (value & 0x5e00_0000) == 0x1e00_0000 ? FP : SIMD;
            }
            case BRANCH26, BRANCH19, BRANCH14, BRANCH_REGISTER -> BRANCH;
            case RETURN, EXCEPTION, FIRMWARE, SYSTEM -> SYSTEM;
            case BASE_ONLY -> (value & 0x3f00_0000) == 0x0800_0000 ? EXCLUSIVE : LOADSTORE;
            case STRUCTURE -> SIMD_LOADSTORE;
            default -> (value >>> 26 & 1) != 0 ? SIMD_LOADSTORE : LOADSTORE;
        };
    }
}
