package dev.cellvisor.virtio.rules;

/**
 * One normative statement of VIRTIO 1.4, in our own words.
 *
 * @param id e.g. {@code "MMIO-DRV-04"}; the same in traces, tests and the conformance list
 * @param target whom it binds: {@code device}, {@code driver} or {@code transport}
 * @param area its chapter in short, e.g. {@code split-ring}
 * @param level {@code MUST}, {@code MUST NOT}, {@code SHOULD}, {@code SHOULD NOT} or {@code MAY}
 * @param statement one sentence
 * @param negative whether it binds the driver, and a test is to break it on purpose: the device must survive and tell
 */
public record Rule(String id, String target, String area, String level, String statement, boolean negative) {
    @Override
    public String toString() {
        return id + " (" + level + "): " + statement;
    }
}
