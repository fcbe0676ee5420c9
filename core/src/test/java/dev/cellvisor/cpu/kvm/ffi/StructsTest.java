package dev.cellvisor.cpu.kvm.ffi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.kvm.Capability;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The layouts against Linux's headers. {@code structs.tsv} is what a C compiler says of them on both architectures; where there is one, and the
 * headers are, it is asked again.
 */
class StructsTest {
    private static final Path CROSS_HEADERS = Path.of(System.getProperty("cellvisor.armHeaders", "/usr/aarch64-linux-gnu/include"));

    @TempDir
    Path folder;

    @Test
    void everyLayoutIsWhatACompilerMakesOfTheHeadersOnX86() throws IOException {
        assertEquals(table("x86_64"), lines("x86_64"));
    }

    @Test
    void everyLayoutIsWhatACompilerMakesOfTheHeadersOnArm64() throws IOException {
        assertEquals(table("aarch64"), lines("aarch64"));
    }

    @Test
    void theTableIsWhatTheCompilerOfThisHostSays() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/include/linux/kvm.h")), "no Linux headers here (apt install linux-libc-dev), so the table is taken as it is");
        String host = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        assertEquals(table(host), compiled(host, List.of()));
    }

    @Test
    void theTableForArm64IsWhatACompilerSaysWithArmsHeaders() throws Exception {
        assumeTrue(Files.exists(CROSS_HEADERS.resolve("asm/kvm.h")), "no arm64 headers here (apt install linux-libc-dev-arm64-cross)");
        assertEquals(table("aarch64"), compiled("aarch64", List.of("-I" + CROSS_HEADERS)));
    }

    @Test
    void capabilitiesHaveTheNumbersOfTheHeader() throws IOException {
        Path header = Path.of("/usr/include/linux/kvm.h");
        assumeTrue(Files.exists(header), "no Linux headers here (apt install linux-libc-dev)");
        String text = Files.readString(header);
        int known = 0;
        for (Capability capability : Capability.values()) {
            var line = java.util.regex.Pattern.compile("#define " + capability.constant() + "\\s+(\\d+)").matcher(text);
            if (line.find()) { // an older header does not know the newest
                assertEquals(Integer.parseInt(line.group(1)), capability.number(), capability.constant());
                known++;
            }
        }
        assertTrue(known > Capability.values().length * 3 / 4, "the header knows only " + known + " of our capabilities");
    }

    @Test
    void ioctlsHaveTheNumbersOfTheHeader() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/include/linux/kvm.h")), "no Linux headers here (apt install linux-libc-dev)");
        var source = new StringBuilder("#include <linux/kvm.h>\n#include <sys/ioctl.h>\n#include <stdio.h>\nint main() {\n");
        var ours = new StringBuilder();
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        for (var field : Ioctl.class.getFields()) {
            String name = field.getName();
            if (name.startsWith("ARM_") && !arm || name.endsWith(arm ? "_X86" : "_ARM64") || arm && !isCommon(name)) {
                continue; // its structure is not in this architecture's header
            }
            String c = "KVM_" + name.replace("_X86", "").replace("_ARM64", "");
            source.append("#ifdef %s\nprintf(\"%s %%lx\\n\", (unsigned long) %s);\n#else\nprintf(\"%s %x\\n\");\n#endif\n"
                    .formatted(c, name, c, name, field.getLong(null)));
            ours.append("%s %x\n".formatted(name, field.getLong(null)));
        }
        assertEquals(ours.toString(), run(source.append("}\n").toString(), List.of()));
    }

    private static boolean isCommon(String name) {
        return Set.of("RUN", "IRQFD", "IOEVENTFD", "IRQ_LINE", "ONE_REG", "GET_DIRTY_LOG", "CREATE_DEVICE", "ARM_VCPU_INIT").contains(name);
    }

    @Test
    void aFieldThatIsNotThereIsNamedWithThoseThatAre() {
        var e = assertThrows(IllegalArgumentException.class, () -> Structs.IRQ_LEVEL.offset("lvl"));
        assertEquals("struct kvm_irq_level has no 'lvl'; it has [irq, level]", e.getMessage());
    }

    @Test
    void fieldsAreReadAndWrittenAtTheirSize() {
        try (var arena = Arena.ofConfined()) {
            var msi = Structs.MSI.allocate(arena);
            Structs.MSI.set(msi, "data", -1).set(msi, "pad", 11, 0x1ff);
            assertEquals(0xffff_ffffL, Structs.MSI.get(msi, "data"));
            assertEquals(0xff, Structs.MSI.get(msi, "pad", 11));
            assertEquals(0, Structs.MSI.get(msi, "flags"), "its neighbour");
            var region = Structs.USERSPACE_MEMORY_REGION.allocate(arena);
            Structs.USERSPACE_MEMORY_REGION.set(region, "memory_size", 1L << 40);
            assertEquals(1L << 40, Structs.USERSPACE_MEMORY_REGION.get(region, "memory_size"));
        }
    }

    private static String table(String architecture) throws IOException {
        try (var in = StructsTest.class.getResourceAsStream("structs.tsv")) {
            var lines = new StringBuilder();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(architecture + "\t")).forEach(line -> lines.append(line).append('\n'));
            return lines.toString();
        }
    }

    private static List<Struct> structs(String architecture) {
        List<Struct> structs = new ArrayList<>();
        for (Class<?> type : List.of(Structs.class, KvmRunLayout.class, architecture.equals("x86_64") ? X86Structs.class : Arm64Structs.class)) {
            for (var field : type.getFields()) {
                if (field.getType() == Struct.class && Modifier.isStatic(field.getModifiers())
                        && !field.getName().endsWith(architecture.equals("x86_64") ? "_ARM64" : "_X86")) {
                    try {
                        structs.add((Struct) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return structs;
    }

    private static String lines(String architecture) {
        var lines = new StringBuilder();
        for (Struct struct : structs(architecture)) {
            if (!isPart(struct)) {
                lines.append(String.join("\t", architecture, struct.name(), "", "0", Long.toString(struct.sizeBytes()))).append('\n');
            }
            struct.fields().forEach((name, field) -> lines.append(String.join("\t", architecture, struct.name(), name, Long.toString(field.offset()),
                    Long.toString(field.sizeBytes()))).append('\n'));
        }
        return lines.toString();
    }

    /** Whether it is one of the exits in the shared page, which have no name of their own in C. */
    private static boolean isPart(Struct struct) {
        return struct.name().startsWith("kvm_run.");
    }

    private String compiled(String architecture, List<String> options) throws Exception {
        var source = new StringBuilder("#include <linux/kvm.h>\n#include <stddef.h>\n#include <stdio.h>\nint main() {\n");
        for (Struct struct : structs(architecture)) {
            String type = isPart(struct) ? "kvm_run" : struct.name();
            if (!isPart(struct)) {
                source.append("printf(\"%s\\t%s\\t\\t0\\t%%zu\\n\", sizeof(struct %s));\n".formatted(architecture, struct.name(), type));
            }
            for (String name : struct.fields().keySet()) {
                String path = isPart(struct) ? struct.name().substring(8) + "." + name : cName(struct, name);
                String base = isPart(struct) ? " - offsetof(struct kvm_run, hw)" : "";
                source.append("printf(\"%s\\t%s\\t%s\\t%%zu\\t%%zu\\n\", offsetof(struct %s, %s)%s, sizeof(((struct %s *) 0)->%s));\n"
                        .formatted(architecture, struct.name(), name, type, path, base, type, path));
            }
        }
        return run(source.append("}\n").toString(), options);
    }

    private static String cName(Struct struct, String name) {
        return struct.name().equals("kvm_run") && name.equals("exit") ? "padding" : name;
    }

    private String run(String source, List<String> options) throws Exception {
        Path file = Files.writeString(folder.resolve("structs.c"), source);
        Path program = folder.resolve("structs");
        List<String> command = new ArrayList<>(List.of("gcc", "-w", "-o", program.toString()));
        command.addAll(options);
        command.add(file.toString());
        Process compiler;
        try {
            compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "no gcc here, so the table is taken as it is");
            return "";
        }
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, compiler.waitFor(), said);
        Process process = new ProcessBuilder(program.toString()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return output;
    }
}
