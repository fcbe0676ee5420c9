// A device of three lines: a register that adds up what is written to it.
// Run it with: ./cellvisor jshell jshell/examples/device.jsh

var vm = Vm.builder("device").memoryMiB(1).build()
var sum = new long[1]
var adder = MmioDevice.of("adder", (offset, size) -> sum[0], (offset, size, value) -> sum[0] += value)
vm.add(0x0b00_0000L, 0x1000, adder);

// By hand, as a CPU would: every access is counted.
vm.write(0x0b00_0000L, 4, 20)
vm.write(0x0b00_0000L, 4, 22)
vm.read(0x0b00_0000L, 4)

// The same from the guest: ldr x0 takes the device's answer.
vm.load(0x4000_0000L, asm("mov x1, #0x0b000000; mov w2, #1; str w2, [x1]; ldr w0, [x1]; wfi"))
vm.disassemble(5)
vm.run()
vm.cpu(0).get("x0")
vm.exits()

if (vm.cpu(0).get("x0") != 43) throw new AssertionError("20 + 22 + 1")
vm.close()
