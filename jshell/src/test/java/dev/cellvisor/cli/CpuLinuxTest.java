package dev.cellvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.boot.ElfProgram;
import dev.cellvisor.cpu.a64.asm.Assembler;
import dev.cellvisor.images.GuestImage;
import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Images;
import dev.cellvisor.images.Progress;
import dev.cellvisor.virtio.block.BlockDevice;
import dev.cellvisor.virtio.block.FileBackend;
import dev.cellvisor.virtio.block.OverlayBackend;
import dev.cellvisor.vm.Vm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Linux on eight CPUs of model max: it finds what they and an ITS declare, and its ptrace and perf work with the debug registers and the PMU. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class CpuLinuxTest {
    private static final int CPUS = 8;
    /** What /proc/cpuinfo must list for the features of model max. */
    private static final Set<String> HWCAPS = Set.of("fp", "asimd", "aes", "pmull", "sha1", "sha2", "crc32", "atomics", "fphp", "asimdhp", "asimdrdm", "jscvt", "fcma",
            "lrcpc", "dcpop", "sha3", "asimddp", "sha512", "asimdfhm", "dit", "uscat", "ilrcpc", "flagm", "ssbs", "sb", "paca", "pacg", "flagm2", "frint", "bti");

    private static GuestImage image() {
        try {
            return Images.ensure(Images.DEFAULT, Progress.none());
        } catch (ImageException e) {
            return Assumptions.abort("no guest image: " + e.getMessage());
        }
    }

    private static String program() throws IOException {
        try (InputStream source = CpuLinuxTest.class.getResourceAsStream("debug.s")) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(ElfProgram.of(Assembler.assemble(ElfProgram.CODE_ADDRESS, text).bytes(), 0));
        }
    }

    @Test
    void linuxBootsOnAGicv2() throws IOException {
        GuestImage image = image();
        try (Vm vm = Vm.builder("gicv2").memoryMiB(256).cpus(2).gic(2).build()) {
            vm.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))));
            image.on(vm).prepare();
            String interrupts = vm.shell("dd if=/dev/vda of=/dev/null bs=64k count=16; cat /proc/interrupts").orThrow();
            assertTrue(interrupts.contains(" GIC-0 ") && !interrupts.contains("GICv3"), interrupts);
            assertTrue(interrupts.lines().anyMatch(line -> line.contains("Rescheduling") && line.trim().split("\\s+")[1].matches("[1-9]\\d*")), "SGIs between the CPUs\n" + interrupts);
            assertTrue(interrupts.lines().anyMatch(line -> line.contains("virtio") && line.trim().split("\\s+")[1].matches("[1-9]\\d*")), "the disk's SPI\n" + interrupts);
        }
    }

    @Test
    void linuxUsesWhatEightCpusOfModelMaxDeclare() throws IOException {
        GuestImage image = image();
        long start = System.nanoTime();
        try (Vm vm = Vm.builder("max").memoryMiB(512).cpus(CPUS).cpuModel("max").its().build()) {
            vm.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))));
            image.on(vm).prepare();
            assertEquals(Integer.toString(CPUS), vm.shell("grep -c ^processor /proc/cpuinfo").orThrow().strip());
            List<String> features = List.of(vm.shell("grep -m 1 Features /proc/cpuinfo").orThrow().replaceAll(".*:", "").strip().split("\\s+"));
            assertTrue(features.containsAll(HWCAPS), () -> HWCAPS.stream().filter(name -> !features.contains(name)).toList() + " are missing in " + features);
            String messages = vm.shell("dmesg").orThrow();
            for (String expected : List.of("found 6 breakpoint and 4 watchpoint registers", "armv8_pmuv3 PMU driver, 7 counters available", "Hardware dirty bit management",
                    "Branch Target Identification", "Address authentication", "ITS [mem 0x08080000-0x0809ffff]")) {
                assertTrue(messages.contains(expected), () -> expected + " is not in\n" + messages);
            }
            vm.shell("echo " + program() + " | base64 -d >/bin/debug; chmod +x /bin/debug").orThrow();
            assertEquals(0, vm.shell("/bin/debug").status(), "what /bin/debug's exit status says failed");
            // Every CPU takes its own timer's interrupts, and work of its own.
            assertEquals("36", vm.shell("for i in 1 2 3 4 5 6 7 8; do (n=0; while [ $n -lt 200 ]; do n=$((n + 1)); done; echo $i) & done | sort | awk '{s += $1} END {print s}'; wait")
                    .orThrow().strip());
            String counts = vm.shell("grep arch_timer /proc/interrupts").orThrow();
            assertEquals(CPUS, Arrays.stream(counts.strip().split("\\s+")).skip(1).limit(CPUS).filter(count -> count.matches("[1-9]\\d*")).count(), counts);
            System.out.printf("figure: Linux on %d CPUs of model max, %d features, debugger and PMU used: %,d instructions (%.1f s)%n", CPUS, features.size(),
                    vm.clock().instructions(), (System.nanoTime() - start) / 1e9);
        }
    }
}
