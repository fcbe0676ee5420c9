package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cellvisor.cpu.kvm.Kvm;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KvmCommandTest {
    @Test
    void infoIsJsonWithAReasonWhereThereIsNoKvmAndCapabilitiesWhereThereIs() throws Exception {
        PrintStream before = System.out;
        var out = new ByteArrayOutputStream();
        int status;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            status = Main.run("kvm", "info", "--json", "--no-probe");
        } finally {
            System.setOut(before);
        }
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        boolean there = Kvm.unavailable().isEmpty();
        assertEquals(there, json.get("available").asBoolean());
        assertEquals(there ? Command.OK : Command.FAILED, status);
        if (there) {
            assertEquals(12, json.get("apiVersion").asInt());
            assertTrue(json.get("capabilities").findValuesAsText("name").contains("KVM_CAP_IOEVENTFD"));
            assertEquals(0, json.get("probe").size(), "no probe was wanted");
        } else {
            assertTrue(json.get("reason").asText().length() > 20);
        }
    }

    @Test
    void whatKvmCannotDoIsRefusedOnTheCommandLine() {
        assertEquals(Command.USAGE, Main.run("boot", "--cpu", "kvm", "--instructions", "5", "--exec", "true"));
        assertEquals(Command.USAGE, Main.run("boot", "--cpu", "zx80"));
        assertEquals(Command.USAGE, Main.run("kvm", "nothing"));
    }
}
