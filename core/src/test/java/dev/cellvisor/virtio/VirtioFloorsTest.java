package dev.cellvisor.virtio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A queue knows no device and no transport, a device knows no transport, a transport knows no device type and no board. */
class VirtioFloorsTest {
    private static final String VIRTIO = "dev.cellvisor.virtio";
    private static final String[] DEVICES = {VIRTIO + ".block..", VIRTIO + ".console..", VIRTIO + ".entropy..", VIRTIO + ".balloon..", VIRTIO + ".net..", VIRTIO + ".vsock.."};

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        // The names of what a class needs are enough: reading the JDK's classes too takes long and tells nothing.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(VIRTIO);
    }

    private void never(String who, String... whom) {
        noClasses().that().resideInAnyPackage(who).should().dependOnClassesThat().resideInAnyPackage(whom).check(classes);
    }

    @Test
    void importsGoDownOnly() {
        never(VIRTIO + ".rules..", VIRTIO + ".queue..", VIRTIO, VIRTIO + ".transport..", VIRTIO + ".driver..");
        never(VIRTIO + ".queue..", VIRTIO, VIRTIO + ".transport..", VIRTIO + ".driver..");
        never(VIRTIO, VIRTIO + ".transport..", VIRTIO + ".driver..");
        for (String device : DEVICES) {
            never(device, VIRTIO + ".transport..", VIRTIO + ".driver..");
            never(VIRTIO, device);
            never(VIRTIO + ".transport..", device);
            never(VIRTIO + ".driver..", device);
        }
        never(VIRTIO + ".transport..", VIRTIO + ".driver..");
        never(VIRTIO + "..", "dev.cellvisor.vm..", "dev.cellvisor.cpu..", "dev.cellvisor.device..", "dev.cellvisor.view..", "dev.cellvisor.boot..");
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("dev.cellvisor.virtio.(*)..").should().beFreeOfCycles().check(classes);
    }
}
