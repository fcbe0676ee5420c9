package dev.cellvisor.cpu.a64.hostcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.a64.state.A64State;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.Arena;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostFeaturesTest {

    @Test
    void vectorsTakeAllThatTheEmittersUse() {
        assertFalse(HostFeatures.of(Set.of("avx", "avx2", "aes", "sha_ni")).vectors(), "without FMA");
        assertFalse(HostFeatures.of(Set.of("avx", "avx2", "aes", "sha_ni")).aes(), "its vector form needs the rest");
        HostFeatures all = HostFeatures.of(Set.of("avx", "avx2", "fma", "f16c", "aes", "pclmulqdq", "sha_ni", "sse4_2", "abm", "bmi1", "bmi2"));
        assertEquals(new HostFeatures(true, true, true, true, true, true, true), all);
        assertTrue(HostFeatures.of(Set.of("sse4_2")).crc32c());
    }

    /** Nothing is executed here, so that no result is what it should be. */
    @Test
    void theSelfCheckSaysWhatIsWrong() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
        try (Arena arena = Arena.ofConfined()) {
            var a = new X64();
            a.at = HostMemory.allocate(1 << 16, arena).address();
            long state = HostMemory.allocate(A64State.SIZE, arena).address();
            HostMemory.setLong(state + A64State.V, 7);
            var common = new CommonCode(a, 0, 0, new WindowAccess(true, true), true, true);
            var refusal = assertThrows(UnsupportedOperationException.class,
                    () -> SelfCheck.run(a, common, 0, state, HostFeatures.ofThisHost(), code -> { }));
            assertEquals("this host's integer unit gives 0x7 where 0x2a is right", refusal.getMessage());
            assertEquals(7, HostMemory.getLong(state + A64State.V), "the registers are as before");
        }
    }
}
