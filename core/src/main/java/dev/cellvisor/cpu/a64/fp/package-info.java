/**
 * Arm's floating-point arithmetic, exact to the bit in results and in FPSR's cumulative flags, for half, single and double precision:
 * every rounding mode, flush-to-zero, default NaN, NaN propagation, alternative half precision, fused operations, estimates.
 *
 * <p>Values are bit patterns in a {@code long} (upper bits 0). A format is named by log2 of its bytes: {@link dev.cellvisor.cpu.a64.fp.Format#HALF},
 * {@code SINGLE}, {@code DOUBLE}. An environment {@code env} is the host address of FPCR with FPSR 8 bytes behind it, both 8 bytes: modes
 * are read there and flags set there, so that nothing needs to be allocated or returned twice.
 *
 * <p>{@link dev.cellvisor.cpu.a64.fp.Soft} follows the Arm ARM's pseudocode (shared/functions/float) with integers alone. In front of it
 * {@link dev.cellvisor.cpu.a64.fp.Fp} takes Java's own arithmetic where that is provably the same: round to nearest, no flushing, finite
 * operands, a normal result, and an inexact flag that is already set or an operation that is exact.
 */
package dev.cellvisor.cpu.a64.fp;
