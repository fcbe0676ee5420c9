package dev.cellvisor.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.boot.BootException;
import dev.cellvisor.boot.pc.AcpiTables;
import dev.cellvisor.boot.pc.E820;
import dev.cellvisor.cpu.Cpu;
import dev.cellvisor.cpu.Exit;
import dev.cellvisor.cpu.kvm.HostArch;
import dev.cellvisor.cpu.kvm.Kvm;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.x86.X86Start;
import dev.cellvisor.cpu.kvm.x86.X86Vcpu;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a PC's program finds: modes, registers, tables. The programs are a few instructions; Linux itself boots in {@code ./cellvisor kvm-lab amd64}. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PcBootTest {
    /** mov edx, 0x600; mov al, 0x34; out dx, al: the same in protected and in long mode. */
    private static final int[] POWER_OFF = {0xba, 0x00, 0x06, 0x00, 0x00, 0xb0, 0x34, 0xee};

    @TempDir
    Path folder;

    private static Vm pc() {
        assumeTrue(HostArch.HOST == HostArch.X86_64, "a PC needs an x86-64 host");
        Kvm.unavailable().ifPresent(reason -> assumeTrue(false, reason));
        return Vm.builder("pc-boot").cpu(Cpu.KVM).memoryMiB(4).build();
    }

    private static byte[] bytes(int[]... parts) {
        var out = new ByteArrayOutputStream();
        for (int[] part : parts) {
            for (int value : part) {
                out.write(value);
            }
        }
        return out.toByteArray();
    }

    private static void runsToPowerOff(Vm vm) {
        assertInstanceOf(Exit.PowerOff.class, vm.tryRunUntil(Condition.powerOff().seconds(10)).exit());
    }

    @Test
    void aFlatBinaryStartsInRealModeWhereABootSectorDoes() {
        try (Vm vm = pc()) {
            vm.boot().kernel("sector", bytes(new int[] {0x8c, 0xc8, // mov ax, cs
                    0xe8, 0x00, 0x00, 0x5b, // call next; pop bx
                    0xba, 0x00, 0x06, 0x50, 0xb0, 0x34, 0xee})).prepare();
            runsToPowerOff(vm);
            assertEquals(0x7c05, vm.cpu(0).get("rbx"));
            assertEquals(0, vm.cpu(0).get("cs"));
        }
    }

    @Test
    void realModeBeginsInAnySegment() {
        try (Vm vm = pc()) {
            vm.boot().kernel("sector", bytes(new int[] {0x8c, 0xcb, // mov bx, cs
                    0xe8, 0x00, 0x00, 0x59, // call next; pop cx
                    0xba, 0x00, 0x06, 0xb0, 0x34, 0xee})).prepare();
            ((X86Vcpu) ((KvmCpu) vm.cpu(0).cpu()).arch()).start(X86Start.real(0x700, 0xc00)); // the same place by another name
            vm.cpu(0).set("rsp", 0x6000);
            runsToPowerOff(vm);
            assertEquals(List.of(0x700L, 0xc05L), List.of(vm.cpu(0).get("rbx"), vm.cpu(0).get("rcx")));
        }
    }

    @Test
    void aFlatBinaryStartsInProtectedModeWithFlatSegments() {
        try (Vm vm = pc()) {
            vm.boot().kernel("flat", bytes(new int[] {0x0f, 0x20, 0xc0, 0x89, 0xc5, // mov eax, cr0; mov ebp, eax
                    0x8c, 0xcb, // mov ebx, cs
                    0xb9, 0x18, 0, 0, 0, 0x8e, 0xd9, 0x8e, 0xd1, // mov ecx, 0x18; mov ds, ecx; mov ss, ecx: the table is there
                    0x8b, 0x37}, // mov esi, [edi]: what it is told begins with PVH's number
                    POWER_OFF)).mode(X86Start.Mode.PROTECTED).prepare();
            runsToPowerOff(vm);
            assertEquals(1, vm.cpu(0).get("rbp") & 0x8000_0001L, "protection on, paging off");
            assertEquals(X86Start.CODE_SELECTOR, vm.cpu(0).get("rbx"));
            assertEquals(0x336e_c578, vm.cpu(0).get("rsi"));
        }
    }

    @Test
    void aFlatBinaryStartsInLongModeWithFourGibibytesMapped() {
        try (Vm vm = pc()) {
            vm.boot().kernel("flat", bytes(new int[] {0x48, 0xb8, 1, 2, 3, 4, 5, 6, 7, 8, // mov rax, 0x0807060504030201
                    0x48, 0x89, 0xc3, // mov rbx, rax
                    0x44, 0x8b, 0x07, // mov r8d, [rdi]
                    0xb9, 0x00, 0x00, 0x00, 0xff, 0x8b, 0x31}, // mov ecx, 0xff000000; mov esi, [rcx]: mapped, nobody there
                    POWER_OFF)).mode(X86Start.Mode.LONG).prepare();
            runsToPowerOff(vm);
            assertEquals(0x0807060504030201L, vm.cpu(0).get("rbx"));
            assertEquals(0x336e_c578L, vm.cpu(0).get("r8"));
            assertEquals(0x1234_5678L, vm.cpu(0).translate(0x1234_5678L));
            assertEquals(-1, vm.cpu(0).translate(1L << 32));
        }
    }

    /** An ELF file of one segment, made here. */
    private static byte[] elf(boolean wide, int address, byte[] code, byte[] note) {
        int head = wide ? 64 : 52;
        int size = wide ? 56 : 32;
        int start = head + 2 * size;
        var file = ByteBuffer.allocate(start + code.length + note.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), 1, 1}).putShort(16, (short) 2).putShort(18, (short) (wide ? 62 : 3));
        if (wide) {
            file.putLong(24, address).putLong(32, head).putShort(54, (short) size).putShort(56, (short) 2);
            header64(file, head, 1, start, address, code.length);
            header64(file, head + size, 4, start + code.length, 0, note.length);
        } else {
            file.putInt(24, address).putInt(28, head).putShort(42, (short) size).putShort(44, (short) 2);
            header32(file, head, 1, start, address, code.length);
            header32(file, head + size, 4, start + code.length, 0, note.length);
        }
        return file.put(start, code).put(start + code.length, note).array();
    }

    private static void header64(ByteBuffer file, int at, int type, int offset, int address, int size) {
        file.putInt(at, type).putLong(at + 8, offset).putLong(at + 16, address).putLong(at + 24, address).putLong(at + 32, size).putLong(at + 40, size);
    }

    private static void header32(ByteBuffer file, int at, int type, int offset, int address, int size) {
        file.putInt(at, type).putInt(at + 4, offset).putInt(at + 8, address).putInt(at + 12, address).putInt(at + 16, size).putInt(at + 20, size);
    }

    @Test
    void anElfFileStartsInTheModeOfItsClass() {
        byte[] tells = bytes(new int[] {0x31, 0xc0, 0x48, 0xff, 0xc8, 0x89, 0xc3, 0x90}, POWER_OFF); // 64-bit: dec rax; 32-bit: dec eax; dec eax
        try (Vm vm = pc()) {
            vm.boot().kernel("wide", elf(true, 0x20_0000, tells, new byte[0])).prepare();
            runsToPowerOff(vm);
            assertEquals(0xffff_ffffL, vm.cpu(0).get("rbx"));
            vm.boot().kernel("narrow", elf(false, 0x20_0000, tells, new byte[0])).prepare();
            runsToPowerOff(vm);
            assertEquals(0xffff_fffeL, vm.cpu(0).get("rbx"));
        }
    }

    @Test
    void anElfFileWithAPvhEntryStartsThereWithWhatItIsTold() {
        byte[] code = bytes(new int[] {0xf4, 0xf4}, // the usual entry would wait for ever
                new int[] {0x8b, 0x33, 0x8b, 0x6b, 0x20, 0x8b, 0x4b, 0x18, 0x8b, 0x09}, // mov esi, [ebx]; mov ebp, [ebx+32]; mov ecx, [ebx+24]; mov ecx, [ecx]
                POWER_OFF);
        var note = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(4).putInt(4).putInt(18).put("Xen\0".getBytes(StandardCharsets.US_ASCII)).putInt(0x20_0002);
        try (Vm vm = pc()) {
            vm.boot().kernel("pvh", elf(true, 0x20_0000, code, note.array())).append("ping").prepare();
            runsToPowerOff(vm);
            assertEquals(0x336e_c578L, vm.cpu(0).get("rsi"), "the magic number");
            assertEquals("RSD PTR ", vm.memory().readText(vm.cpu(0).get("rbp"), 8));
            assertEquals("ping", new String(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) vm.cpu(0).get("rcx")).array(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void whatDoesNotFitIsSaidBeforeAnythingRuns() {
        try (Vm vm = pc()) {
            var low = assertThrows(BootException.class, () -> vm.boot().kernel("low", elf(true, 0x8000, new byte[] {1}, new byte[0])).prepare());
            assertEquals("'low' wants 0x8000–0x8000, where what it is told stands (0x500–0x107ff); link it at 0x100000 or above", low.getMessage());
            assertThrows(BootException.class, () -> vm.boot().kernel("big", new byte[1 << 20]).prepare());
            var line = assertThrows(BootException.class, () -> vm.boot().kernel("e", elf(true, 0x20_0000, new byte[] {1}, new byte[0])).append("x".repeat(3000)).prepare());
            assertTrue(line.getMessage().startsWith("the command line has 3000 bytes"), line.getMessage());
        }
    }

    @Test
    void memoryGoesRoundTheHoleBelowOneMebibyteAndTheDevicesBelowFourGibibytes() {
        assertEquals(List.of(new E820.Range(0, 0x9_fc00, 1), new E820.Range(0x9_fc00, 0x6_0400, 2), new E820.Range(0x10_0000, 0x30_0000, 1)),
                E820.of(List.of(new E820.Range(0, 0x40_0000, 1))));
        assertEquals(List.of(new VmBuilder.Ram(0, 0xc000_0000L), new VmBuilder.Ram(1L << 32, 1L << 30)), Board.PC_LITE.ram(new VmBuilder.Ram(-1, 4L << 30)));
    }

    @Test
    void everyAcpiTableSumsUpToNothingAndStandsWhereTheOneBeforeSays() {
        AcpiTables acpi = PcBoot.acpi(Board.PC_LITE, 3);
        acpi.tables().forEach((name, table) -> {
            int sum = 0;
            for (byte value : table) {
                sum += value;
            }
            assertEquals(0, sum & 0xff, name);
        });
        ByteBuffer all = ByteBuffer.wrap(acpi.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int xsdt = (int) (all.getLong(24) - acpi.address());
        assertEquals("XSDT", text(all, xsdt));
        int fadt = (int) (all.getLong(xsdt + 36) - acpi.address());
        assertEquals("FACP", text(all, fadt));
        assertEquals("APIC", text(all, (int) (all.getLong(xsdt + 44) - acpi.address())));
        assertEquals("DSDT", text(all, (int) (all.getLong(fadt + 140) - acpi.address())));
    }

    private static String text(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.US_ASCII);
    }

    @Test
    void iaslReadsTheTablesAsTheyAreMeant() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/iasl")), "no iasl here (apt install acpica-tools), which takes the tables apart");
        AcpiTables acpi = PcBoot.acpi(Board.PC_LITE, 2);
        String dsdt = taken(acpi, "DSDT");
        assertTrue(dsdt.contains("Device (COM1)") && dsdt.contains("EisaId (\"PNP0501\")"), dsdt);
        assertTrue(dsdt.contains("IO (Decode16,"), dsdt);
        assertTrue(dsdt.contains("Device (VR07)") && dsdt.contains("Name (_HID, \"LNRO0005\")"), dsdt);
        String flat = dsdt.replaceAll("//[^\n]*", "").replaceAll("\\s+", " ");
        assertTrue(flat.contains("Memory32Fixed (ReadWrite, 0xD0000E00, 0x00000200, )"), flat);
        assertTrue(flat.contains("Interrupt (ResourceConsumer, Level, ActiveHigh, Exclusive, ,, ) { 0x00000017, }"), flat);
        assertTrue(flat.contains("Interrupt (ResourceConsumer, Edge, ActiveHigh, Exclusive, ,, ) { 0x00000004, }"), flat);
        assertTrue(flat.contains("Name (_S5, Package (0x04) { 0x05, Zero, Zero, Zero })"), flat);
        String fadt = taken(acpi, "FACP");
        assertTrue(fadt.replaceAll(" +", " ").contains("Hardware Reduced (V5) : 1"), fadt);
        assertTrue(fadt.contains("[Generic Address Structure]") && fadt.contains("0000000000000600"), fadt);
        assertTrue(taken(acpi, "APIC").contains("Local Apic ID : 01"), "two CPUs");
    }

    /** A table's source, as iasl writes it; what iasl then compiles of it is the same table again. */
    private String taken(AcpiTables acpi, String name) throws IOException, InterruptedException {
        Path table = Files.write(folder.resolve(name + ".aml"), acpi.tables().get(name));
        assertEquals(0, run("iasl", "-d", table.toString()), "iasl -d " + name + ": " + said);
        Path source = folder.resolve(name + ".dsl");
        String text = Files.readString(source);
        Files.move(table, folder.resolve(name + ".ours"));
        assertEquals(0, run("iasl", source.toString()), "iasl " + name + ": " + said);
        assertTrue(said.contains("0 Errors"), said);
        if (name.equals("DSDT")) {
            byte[] again = Files.readAllBytes(table);
            assertArrayEquals(java.util.Arrays.copyOfRange(acpi.tables().get(name), 36, acpi.tables().get(name).length),
                    java.util.Arrays.copyOfRange(again, 36, again.length), "the code that iasl makes of it");
        }
        return text;
    }

    private String said = "";

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile()).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
