package dev.cellvisor.vm;

import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.A64Cpu;
import dev.cellvisor.cpu.a64.hostcode.TranslationFolder;
import dev.cellvisor.cpu.a64.model.CpuModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The default CPUs. */
final class EmulatedCpus {
    static CpuFactory factory(Engine engine, boolean containFaults, TranslationFolder translations) {
        return (index, model, map, clock, trace) -> {
            var cpu = new A64Cpu(index, CpuModel.of(model), map, engine);
            if (containFaults) {
                cpu.containFaults();
            }
            if (translations != null) {
                keepTranslations(List.of(cpu), translations);
            }
            return cpu;
        };
    }

    /** Lets the engines of emulated CPUs keep their translations in a folder; where it cannot be had they do without, which is said. */
    static void keepTranslations(List<? extends Cpu> cpus, TranslationFolder folder) {
        try {
            String program = OurProgram.sha256(folder.make().directory());
            for (A64Cpu cpu : emulated(cpus)) {
                cpu.keepTranslations(folder, program);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("cellvisor: translations are not kept: " + e.getMessage());
        }
    }

    static void writeTranslations(List<? extends Cpu> cpus) {
        emulated(cpus).forEach(A64Cpu::writeTranslations);
    }

    private static List<A64Cpu> emulated(List<? extends Cpu> cpus) {
        List<A64Cpu> emulated = new ArrayList<>();
        for (Cpu cpu : cpus) { // no stream: this is on the way of a boot
            if (cpu instanceof A64Cpu a64) {
                emulated.add(a64);
            }
        }
        return emulated;
    }

    private EmulatedCpus() {
    }

    /** Tells emulated CPUs of each other, for SEV and TLB maintenance. */
    static void connect(List<Cpu> cpus) {
        A64Cpu.connect(emulated(cpus));
    }
}
