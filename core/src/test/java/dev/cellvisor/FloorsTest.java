package dev.cellvisor;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house's floors: imports go down only. */
class FloorsTest {
    private static final String ROOT = "dev.cellvisor.";

    /** From the ground up. A class may use its own floor and those below. */
    private static final List<String> FLOORS = List.of("trace", "state", "memory", "time", "net", "irq", "cpu", "device", "virtio", "boot", "debug", "vm",
            "snapshot", "qtest", "gdb", "view");

    /** The emulated CPU's own floors, from the ground up. */
    private static final List<String> CPU_FLOORS = List.of("cpu.a64.state", "cpu.a64.fp", "cpu.a64.exception", "cpu.a64.debug", "cpu.a64.pmu", "cpu.a64.isa", "cpu.a64.model",
            "cpu.a64.mmu", "cpu.a64.sysreg", "cpu.a64.asm", "cpu.a64.hostcode");

    private final JavaClasses core = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.cellvisor");

    @Test
    void importsGoDownOnly() {
        check(FLOORS);
    }

    @Test
    void importsWithinTheEmulatedCpuGoDownOnly() {
        check(CPU_FLOORS);
    }

    @Test
    void theCpuContractKnowsNoCpu() {
        classes().that(resideIn("cpu", false)).should(not(dependOnClassesThat(resideIn("cpu.a64", true)))).check(core);
    }

    private void check(List<String> floors) {
        for (int floor = 0; floor < floors.size(); floor++) {
            for (String above : floors.subList(floor + 1, floors.size())) {
                classes().that(resideIn(floors.get(floor), true)).should(not(dependOnClassesThat(resideIn(above, true))))
                        .allowEmptyShould(true).check(core);
            }
        }
    }

    private static DescribedPredicate<JavaClass> resideIn(String floor, boolean below) {
        String name = ROOT + floor;
        return DescribedPredicate.describe("reside in " + floor,
                type -> type.getPackageName().equals(name) || below && type.getPackageName().startsWith(name + "."));
    }
}
