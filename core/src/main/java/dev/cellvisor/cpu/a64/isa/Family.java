package dev.cellvisor.cpu.a64.isa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class that holds one instruction family: encodings, meanings and assembly text of each instruction in one place. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Family {

    /** The family's title in the Arm ARM, e.g. {@code "Add/subtract (immediate)"}. */
    String value();

    /** Which switch its instructions go to. */
    Group group() default Group.MAIN;

    /** The generated switches. Each must stay under HotSpot's limit of 8000 bytes of bytecode. */
    enum Group {
        /** The run loop itself: integer, loads and stores, branches, system. */
        MAIN,
        /** Scalar FP; checked against CPACR_EL1 first. */
        FP,
        /** SIMD, part one; checked against CPACR_EL1 first. */
        SIMD_A,
        /** SIMD, part two; checked against CPACR_EL1 first. */
        SIMD_B,
        /** Integer instructions that are too rare for the run loop. */
        RARE
    }
}
