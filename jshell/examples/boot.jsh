// Boots Debian's arm64 kernel to a shell, step by step, and runs commands there. The first run builds the guest image.
// Run it with: ./cellvisor jshell jshell/examples/boot.jsh

var image = Images.ensure(Images.DEFAULT, Progress.lines(System.err))
var vm = Vm.builder("boot").memoryMiB(512).date(image.manifest().rtcSeconds()).build()
vm.attach(new BlockDevice(new OverlayBackend(FileBackend.openReadOnly(image.disk()))));
image.on(vm).prepare();

// The first instruction of the kernel, and where it stands when it enters C.
vm.disassemble(3)
vm.step()
vm.runUntil(pc("start_kernel").seconds(120))
vm.cpu(0)
vm.disassemble("start_kernel", 6)

// The first line, then the prompt.
vm.runUntil(console("\n"))
vm.console().lines().get(0)
vm.runUntil(console("# ").seconds(600))

vm.shell("uname -a")
vm.shell("ls /sys/bus/virtio/devices; cat /proc/interrupts")
var sum = vm.shell("dd if=/dev/vda bs=4k count=1 2>/dev/null | sha256sum")
sum
vm.exits()

vm.type("exit\n")
vm.runUntil(powerOff().seconds(120));
if (!sum.output().startsWith("573bf72fb9cac5a1fc70398a6b520496845d7c2d128b88c2601b180fc6b82242")) throw new AssertionError("the disk's pattern is another")
vm.close()
