package dev.cellvisor.cpu.kvm;

/**
 * Something that a probe found out by running.
 *
 * @param what was tried, e.g. {@code "software breakpoints"}
 * @param works whether it works
 * @param result in a few words, with the figure where there is one
 */
public record Finding(String what, boolean works, String result) {
}
