package dev.cellvisor.view;

import dev.cellvisor.cpu.kvm.Finding;
import dev.cellvisor.vm.KvmInfo;

/** What KVM is on this host, as tables. */
final class KvmViews {
    private KvmViews() {
    }

    static View of(KvmInfo info) {
        if (!info.available()) {
            return new View(info.toString(), "<p>" + Markup.escape(info.toString()) + "</p>", null);
        }
        var capabilities = new Table("KVM on %s · %s · API version %d".formatted(info.architecture(), info.cpu().isEmpty() ? "this host" : info.cpu(), info.apiVersion()))
                .left("capability").right("value").wide("what it is used for here");
        for (KvmInfo.Row row : info.capabilities()) {
            capabilities.row(row.name().substring("KVM_CAP_".length()), row.value() == 0 ? "–" : Integer.toString(row.value()), row.use());
        }
        if (info.findings().isEmpty()) {
            return new View(info.toString(), capabilities.html(), null);
        }
        var probe = new Table("found out by running").left("what").left("works").wide("result");
        for (Finding finding : info.findings()) {
            probe.row(finding.what(), finding.works() ? "yes" : "no", finding.result());
        }
        return new View(info.toString(), capabilities.html() + probe.html(), null);
    }
}
