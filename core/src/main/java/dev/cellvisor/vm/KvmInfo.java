package dev.cellvisor.vm;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.cellvisor.cpu.kvm.Capability;
import dev.cellvisor.cpu.kvm.Finding;
import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.arm64.Arm64Probe;
import dev.cellvisor.cpu.kvm.x86.X86Cpuid;
import dev.cellvisor.cpu.kvm.x86.X86Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What KVM is on this host: what it says of itself, and what a probe found out by running.
 *
 * @param missing why there is no KVM here, in one sentence; empty if there is
 * @param architecture e.g. {@code "x86_64"}
 * @param cpu the host's CPU model, if it is known
 * @param apiVersion 12
 * @param capabilities those that matter here
 * @param findings of the probe; empty if it was not wanted, or there is none for this architecture
 */
public record KvmInfo(String missing, String architecture, String cpu, int apiVersion, List<Row> capabilities, List<Finding> findings) {

    /**
     * A capability.
     *
     * @param name KVM's constant
     * @param value what KVM says: 0 if it is not there, else 1 or a number that says how much
     * @param use what it is used for here
     */
    public record Row(String name, int value, String use) {
    }

    /** Asks KVM; never throws because there is none. */
    public static KvmInfo take() {
        return take(true);
    }

    /**
     * Asks KVM.
     *
     * @param probe whether guests are run to find out more, which takes a few seconds where something does not work
     */
    public static KvmInfo take(boolean probe) {
        String architecture = HostArch.HOST.name().toLowerCase(Locale.ROOT);
        Optional<String> missing = Kvm.unavailable();
        if (missing.isPresent()) {
            return new KvmInfo(missing.get(), architecture, "", 0, List.of(), List.of());
        }
        try (var kvm = Kvm.open()) {
            boolean x86 = HostArch.HOST == HostArch.X86_64;
            List<Row> rows = new ArrayList<>();
            for (Capability capability : Capability.values()) {
                if (capability.on(HostArch.HOST)) {
                    rows.add(new Row(capability.constant(), kvm.check(capability), capability.use()));
                }
            }
            return new KvmInfo("", architecture, x86 ? X86Cpuid.supported(kvm).model() : "", Kvm.API_VERSION, List.copyOf(rows),
                    !probe ? List.of() : x86 ? X86Probe.run(kvm) : Arm64Probe.run(kvm));
        }
    }

    /** Whether there is KVM here. */
    public boolean available() {
        return missing.isEmpty();
    }

    /** As JSON. */
    public String json() {
        var text = new StringBuilder("{\n  \"available\": ").append(available());
        if (!available()) {
            return text.append(",\n  \"architecture\": ").append(quoted(architecture)).append(",\n  \"reason\": ").append(quoted(missing)).append("\n}").toString();
        }
        text.append(",\n  \"architecture\": ").append(quoted(architecture)).append(",\n  \"cpu\": ").append(quoted(cpu)).append(",\n  \"apiVersion\": ").append(apiVersion)
                .append(",\n  \"capabilities\": [");
        for (int i = 0; i < capabilities.size(); i++) {
            Row row = capabilities.get(i);
            text.append(i == 0 ? "\n" : ",\n").append("    {\"name\": ").append(quoted(row.name())).append(", \"value\": ").append(row.value()).append(", \"use\": ")
                    .append(quoted(row.use())).append('}');
        }
        text.append("\n  ],\n  \"probe\": [");
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            text.append(i == 0 ? "\n" : ",\n").append("    {\"what\": ").append(quoted(finding.what())).append(", \"works\": ").append(finding.works())
                    .append(", \"result\": ").append(quoted(finding.result())).append('}');
        }
        return text.append("\n  ]\n}").toString();
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    @Override
    public String toString() {
        if (!available()) {
            return "no KVM here: " + missing;
        }
        var text = new StringBuilder("KVM on %s%s, API version %d%n%n".formatted(architecture, cpu.isEmpty() ? "" : " (" + cpu + ")", apiVersion));
        for (Row row : capabilities) {
            text.append("  %-28s %6s  %s%n".formatted(row.name().substring("KVM_CAP_".length()), row.value() == 0 ? "-" : row.value(), row.use()));
        }
        if (!findings.isEmpty()) {
            text.append("%nfound out by running%n%n".formatted());
            findings.forEach(finding -> text.append("  %-28s %6s  %s%n".formatted(finding.what(), finding.works() ? "yes" : "no", finding.result())));
        }
        return text.toString().stripTrailing();
    }
}
