package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cellvisor.cpu.kvm.Finding;
import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.ffi.Fd;
import dev.cellvisor.view.Views;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KvmInfoTest {
    @Test
    @Timeout(60)
    void theProbeFindsOutWhatWorksAndLeavesNothingOpen() {
        assumeTrue(HostArch.HOST == HostArch.X86_64, "the probe's guests are x86-64 code");
        Kvm.unavailable().ifPresent(reason -> assumeTrue(false, reason));
        int files = Fd.openCount();
        KvmInfo info = KvmInfo.take();
        assertEquals(files, Fd.openCount());
        assertEquals(List.of("guest kernel code", "exits to user space", "SSE in guest kernel code", "single-step", "hardware breakpoints", "software breakpoints",
                "stopping from another thread"), info.findings().stream().map(Finding::what).toList());
        for (String works : List.of("exits to user space", "single-step", "hardware breakpoints", "stopping from another thread")) {
            assertTrue(info.findings().stream().filter(finding -> finding.what().equals(works)).allMatch(Finding::works), info.toString());
        }
        System.out.println("figure: KVM here: " + info.findings().getFirst().result() + "; " + info.findings().get(1).result());
    }

    @Test
    void whereThereIsNoKvmTheReasonIsInTextJsonAndTable() throws Exception {
        var info = new KvmInfo("/dev/kvm: \"no\"", "x86_64", "", 0, List.of(), List.of());
        assertFalse(info.available());
        assertEquals("no KVM here: /dev/kvm: \"no\"", info.toString());
        assertEquals("/dev/kvm: \"no\"", new ObjectMapper().readTree(info.json()).get("reason").asText());
        assertTrue(Views.of(info).html().contains("no KVM here"));
    }

    @Test
    void eachCapabilityIsShownWithItsValueAndWhatItIsFor() throws Exception {
        var info = new KvmInfo("", "x86_64", "A CPU", 12, List.of(new KvmInfo.Row("KVM_CAP_IRQFD", 1, "interrupts <fast>"), new KvmInfo.Row("KVM_CAP_PIT2", 0, "timer")),
                List.of(new Finding("single-step", true, "works")));
        assertTrue(info.toString().contains("IRQFD") && info.toString().contains("interrupts <fast>"));
        var json = new ObjectMapper().readTree(info.json());
        assertEquals(0, json.get("capabilities").get(1).get("value").asInt());
        assertTrue(json.get("probe").get(0).get("works").asBoolean());
        String html = Views.of(info).html();
        assertTrue(html.contains("interrupts &lt;fast&gt;") && html.contains("single-step"), html);
    }
}
