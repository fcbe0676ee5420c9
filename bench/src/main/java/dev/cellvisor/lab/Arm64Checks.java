package dev.cellvisor.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** What KVM on arm64 does, on a whole one. */
final class Arm64Checks extends Checks {
    Arm64Checks() {
        check("/dev/kvm is there", () -> that(Files.exists(Path.of("/dev/kvm")), "no /dev/kvm"));
    }
}
