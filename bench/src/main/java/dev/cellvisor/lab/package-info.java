/**
 * Labs: whole machines under QEMU whose Linux has a working {@code /dev/kvm}, for what this host's own KVM cannot show. A lab's checks run
 * inside it on a Java runtime of that architecture, and report by marked lines on the serial console.
 */
package dev.cellvisor.lab;
