package dev.cellvisor.vm;

import dev.cellvisor.boot.Arm64Image;
import dev.cellvisor.boot.BootException;
import dev.cellvisor.boot.BootLayout;
import dev.cellvisor.boot.DeviceTree;
import dev.cellvisor.boot.ElfFile;
import dev.cellvisor.boot.pc.BzImage;
import dev.cellvisor.cpu.kvm.KvmCpu;
import dev.cellvisor.cpu.kvm.x86.X86Start;
import dev.cellvisor.cpu.kvm.x86.X86Vcpu;
import dev.cellvisor.memory.MemorySlot;
import dev.cellvisor.state.State;
import dev.cellvisor.state.StateException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a VM is to boot. {@link #prepare} puts kernel, initramfs and device tree into RAM and sets the first CPU's PC and X0, as
 * Documentation/arm64/booting asks: MMU off, X0 the device tree, X1 to X3 zero.
 *
 * <pre>{@code vm.boot().kernel(Path.of("Image")).initrd(Path.of("initrd.cpio")).append("console=ttyAMA0").prepare();}</pre>
 */
public final class BootSetup {
    /** The kernel's command line if nothing is said. */
    public static final String DEFAULT_APPEND = "console=ttyAMA0";
    /** The same on a PC. */
    public static final String DEFAULT_PC_APPEND = "console=ttyS0";

    private final Vm vm;
    private final boolean pc;
    private BootFile kernel;
    private BootFile initrd = BootFile.of("initramfs", new byte[0]);
    private String append;
    private Consumer<DeviceTree> edit = tree -> { };
    private BootLayout layout;
    private DeviceTree tree;
    private Arm64Image image;
    private ElfFile elf;
    private BzImage bzImage;
    private X86Start.Mode mode;

    BootSetup(Vm vm) {
        this.vm = vm;
        pc = vm.kvm() != null && vm.cpu(0).cpu() instanceof KvmCpu cpu && cpu.arch() instanceof X86Vcpu;
        append = pc ? DEFAULT_PC_APPEND : DEFAULT_APPEND;
    }

    /** Of no VM yet: read from a file, which only VMs with emulated CPUs are saved in. */
    private BootSetup(String append) {
        vm = null;
        pc = false;
        this.append = append;
    }

    /** What was booted and where it stands, but for the bytes, as plain data. */
    State save() {
        var state = State.of("boot", 1).put("kernelName", kernelName()).put("append", append).put("prepared", layout != null);
        if (layout != null) {
            state.put("layout", new long[] {layout.kernel(), layout.entry(), layout.initrd(), layout.initrdSizeBytes(), layout.deviceTree()});
        }
        return state.build();
    }

    /** From plain data and the bytes. A change of the device tree by a cell is not in it: a reset of the guest makes the board's. */
    static BootSetup saved(State state, BootFile kernel, BootFile initrd) {
        var setup = new BootSetup(state.expect("boot", 1).text("append"));
        if (state.flag("prepared")) {
            if (kernel == null || initrd == null) {
                throw new StateException("the kernel is missing that the VM was booted with");
            }
            setup.kernel(kernel.named(state.text("kernelName"))).initrd(initrd);
            long[] places = state.numbers("layout");
            setup.layout = new BootLayout(places[0], places[1], places[2], places[3], places[4]);
        }
        return setup;
    }

    /** The same for another VM, which has it in RAM already. */
    BootSetup copyFor(Vm other) {
        var copy = new BootSetup(other);
        copy.kernel = kernel;
        copy.initrd = initrd;
        copy.append = append;
        copy.edit = edit;
        copy.layout = layout;
        copy.tree = tree;
        copy.image = image;
        copy.elf = elf;
        return copy;
    }

    /** The kernel: an arm64 Image, an ELF file, or a flat binary that starts at its first byte. */
    public BootSetup kernel(Path file) {
        return kernel(BootFile.map("kernel", file));
    }

    /** The kernel as bytes; see {@link #kernel(Path)}. */
    public BootSetup kernel(String name, byte[] bytes) {
        return kernel(BootFile.of(name, bytes));
    }

    private BootSetup kernel(BootFile file) {
        String name = file.name();
        MemorySegment bytes = file.bytes();
        if (bytes.byteSize() == 0) {
            throw new BootException("the kernel '" + name + "' is empty");
        }
        kernel = file;
        image = null;
        elf = null;
        bzImage = null;
        byte[] head = head();
        if (pc) {
            pcKernel(name, bytes, head);
        } else if (BzImage.is(head)) {
            throw new BootException("'%s' is a Linux kernel for x86, and board %s is for arm64".formatted(name, vm.board().name()));
        } else if (Arm64Image.is(head)) {
            image = Arm64Image.parse(head);
        } else if (ElfFile.is(head)) {
            elf = ElfFile.parse(name, bytes.toArray(ValueLayout.JAVA_BYTE));
            if (!elf.isAarch64()) {
                throw new BootException("'%s' is an ELF file for x86, and board %s is for arm64".formatted(name, vm.board().name()));
            }
        } else if (head.length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            Arm64Image.parse(head); // says that it is compressed
        }
        return this;
    }

    /** The first kilobyte, or what there is. */
    private byte[] head() {
        return kernel.bytes().asSlice(0, Math.min(1024, kernel.bytes().byteSize())).toArray(ValueLayout.JAVA_BYTE);
    }

    private void pcKernel(String name, MemorySegment bytes, byte[] head) {
        if (BzImage.is(head)) {
            bzImage = BzImage.parse(head);
        } else if (ElfFile.is(head)) {
            elf = ElfFile.parse(name, bytes.toArray(ValueLayout.JAVA_BYTE));
            if (elf.isAarch64()) {
                throw new BootException("'%s' is an ELF file for AArch64, and board %s is for x86-64".formatted(name, vm.board().name()));
            }
        } else if (Arm64Image.is(head)) {
            throw new BootException("'%s' is an arm64 Image, and board %s is for x86-64".formatted(name, vm.board().name()));
        }
    }

    /** On a PC, the mode in which a program of one's own starts, instead of real mode (flat) or that of its class (ELF). */
    public BootSetup mode(X86Start.Mode startMode) {
        mode = startMode;
        return this;
    }

    /** The initramfs. */
    public BootSetup initrd(Path file) {
        return initrd(BootFile.map("initramfs", file));
    }

    /** The initramfs as bytes; empty for none. */
    public BootSetup initrd(byte[] bytes) {
        return initrd(BootFile.of("initramfs", bytes));
    }

    private BootSetup initrd(BootFile file) {
        initrd = file;
        return this;
    }

    /** The kernel's command line, instead of {@value #DEFAULT_APPEND}, or {@value #DEFAULT_PC_APPEND} on a PC. */
    public BootSetup append(String commandLine) {
        append = commandLine;
        return this;
    }

    /** Changes the device tree before it is written: called by {@link #prepare} with the board's tree. */
    public BootSetup deviceTree(Consumer<DeviceTree> change) {
        edit = edit.andThen(change);
        return this;
    }

    /**
     * Puts everything in place. The same is done again when the guest resets the machine.
     *
     * @throws BootException if something does not fit or no kernel was given
     */
    public BootSetup prepare() {
        if (kernel == null) {
            throw new BootException("there is no kernel to boot; give one: vm.boot().kernel(Path.of(\"Image\"))");
        }
        vm.requireIdle("boot().prepare()");
        vm.inputGate().log(InputLog.Kind.MACHINE, "'%s' put in place".formatted(kernelName()), new byte[0]);
        vm.inputGate().asMachine(() -> {
            place();
            return null;
        });
        vm.prepared(this);
        return this;
    }

    void place() {
        if (pc) {
            placeOnPc();
            return;
        }
        MemorySlot ram = mainRam();
        tree = vm.boardTree();
        DeviceTree.Node chosen = tree.root().node("chosen").text("bootargs", append);
        if (initrd.bytes().byteSize() > 0) {
            chosen.longs("linux,initrd-start", 0).longs("linux,initrd-end", 0);
        }
        edit.accept(tree);
        int treeSize = tree.sizeBytes();
        layout = image != null ? BootLayout.forKernel(ram, image, kernel.bytes().byteSize(), initrd.bytes().byteSize(), treeSize)
                : elf != null ? BootLayout.forProgram(ram, elf.entry(), programEnd(), initrd.bytes().byteSize(), treeSize)
                : BootLayout.forFlat(ram, kernel.bytes().byteSize(), initrd.bytes().byteSize(), treeSize);
        if (initrd.bytes().byteSize() > 0) {
            chosen.longs("linux,initrd-start", layout.initrd()).longs("linux,initrd-end", layout.initrd() + initrd.bytes().byteSize());
            vm.memory().write(layout.initrd(), initrd.bytes());
        }
        if (elf != null) {
            Loader.load(vm.memory(), elf);
        } else {
            vm.memory().write(layout.kernel(), kernel.bytes());
        }
        vm.memory().write(layout.deviceTree(), tree.toBytes());
        vm.resetCpus(layout.entry(), layout.deviceTree());
    }

    private void placeOnPc() {
        var pc = new PcBoot(vm, append, initrd.bytes());
        layout = bzImage != null ? pc.linux(bzImage, kernel.bytes(), head()) : elf != null ? pc.elf(elf, mode) : pc.flat(kernel.bytes(), mode);
    }

    private long programEnd() {
        return elf.segments().stream().mapToLong(segment -> segment.address() + segment.memorySizeBytes()).max().orElseThrow();
    }

    private MemorySlot mainRam() {
        MemorySlot biggest = null;
        for (MemorySlot slot : vm.memory().slots()) {
            if (biggest == null || slot.address() == vm.board().ramAddress() || slot.sizeBytes() > biggest.sizeBytes()
                    && biggest.address() != vm.board().ramAddress()) {
                biggest = slot;
            }
        }
        return biggest;
    }

    /** Where everything stands; {@code null} before {@link #prepare}. */
    public BootLayout layout() {
        return layout;
    }

    /** The device tree as the guest finds it; {@code null} before {@link #prepare}. */
    public DeviceTree deviceTree() {
        return tree;
    }

    /** The kernel's header, or {@code null} if it is no arm64 Image. */
    public Arm64Image image() {
        return image;
    }

    /** The kernel as an ELF file, or {@code null} if it is none. */
    public ElfFile elf() {
        return elf;
    }

    /** Bytes and name of the initramfs; empty if there is none. */
    BootFile initrdFile() {
        return initrd;
    }

    /** Bytes and name of the kernel. */
    BootFile kernelFile() {
        return kernel;
    }

    private String kernelName() {
        return kernel == null ? "kernel" : kernel.name();
    }

    @Override
    public String toString() {
        return layout == null ? "boot of '" + kernelName() + "', not prepared" : "boot of '" + kernelName() + "': " + layout;
    }
}
