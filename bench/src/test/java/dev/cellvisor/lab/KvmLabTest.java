package dev.cellvisor.lab;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.cellvisor.images.ImageException;
import dev.cellvisor.images.Progress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** The labs, whole: QEMU boots a Linux with KVM, and our own checks run in it. */
class KvmLabTest {
    private static final int LIMIT_SECONDS = 540;

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void everyCheckOfKvmOnArm64PassesInTheLab() throws InterruptedException, IOException {
        passes(Lab.ARM64, new Arm64Checks().all().size());
    }

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void everyCheckOfKvmOnAmd64PassesInTheLab() throws InterruptedException, IOException {
        passes(Lab.AMD64, new Amd64Checks().all().size());
    }

    private static void passes(Lab lab, int checks) throws InterruptedException, IOException {
        try (LabMachine machine = prepare(lab)) {
            LabReport report = machine.run(LIMIT_SECONDS, line -> { });
            String name = "kvm-lab " + lab.name();
            report.figures().forEach(figure -> System.out.println("figure: " + name + ", " + figure));
            report.results().stream().filter(result -> result.verdict() == LabReport.Verdict.SKIP)
                    .forEach(result -> System.out.println("figure: " + name + " left out " + result.name() + ": " + result.message()));
            System.out.println("figure: " + name + ": " + report);
            assertAll(report.results().stream().<Executable>map(result -> () -> assertTrue(result.verdict() != LabReport.Verdict.FAIL,
                    () -> result.name() + ": " + result.message())));
            assertTrue(report.finished(), () -> "the lab did not come to its end; its last lines:\n" + report.lastLines(30));
            assertTrue(report.results().size() == checks, () -> "fewer checks reported than there are: " + report);
        }
    }

    private static LabMachine prepare(Lab lab) {
        try {
            return LabMachine.prepare(lab, List.of(), Progress.none());
        } catch (ImageException | IOException e) {
            return abort("kvm-lab " + lab.name() + ": " + e.getMessage());
        }
    }
}
