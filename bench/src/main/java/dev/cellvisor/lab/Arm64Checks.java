package dev.cellvisor.lab;

/** KVM on arm64, on a whole one: first the interface itself, then VMs on it. */
final class Arm64Checks extends Checks {
    Arm64Checks() {
        addAll(new Arm64InterfaceChecks());
        addAll(new Arm64VmChecks());
    }
}
