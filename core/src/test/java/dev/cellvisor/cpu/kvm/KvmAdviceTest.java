package dev.cellvisor.cpu.kvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.cpu.kvm.ffi.Errno;
import org.junit.jupiter.api.Test;

/** What somebody reads whose /dev/kvm cannot be opened. That the sentence comes is shown by {@code KvmTest}; a root's tests are never denied anything. */
class KvmAdviceTest {
    @Test
    void eachReasonComesWithWhatToDo() {
        assertEquals("permission denied: add yourself to group kvm (sudo usermod -aG kvm $USER) and log in again", Kvm.advice(Errno.EACCES));
        assertTrue(Kvm.advice(Errno.ENOENT).contains("modprobe kvm_intel, kvm_amd") && Kvm.advice(Errno.ENOENT).contains("--device /dev/kvm"));
        assertTrue(Kvm.advice(Errno.ENODEV).startsWith("no driver behind it"));
        assertEquals("EBUSY, in use", Kvm.advice(Errno.EBUSY));
    }
}
