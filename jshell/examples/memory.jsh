// Memory: a VM with nothing in it, some bytes, and what two slots of RAM look like.
// Run it with: ./cellvisor jshell jshell/examples/memory.jsh

var vm = Vm.builder("memory").board(Board.EMPTY).memory(0x4000_0000L, 1 * MiB).memory(0x8000_0000L, 64 * KiB).build()
vm.memory().slots()

// All numbers are little-endian, as the guest sees them.
vm.memory().write(0x4000_0000L, bytes("Hello, RAM!"))
vm.memory().writeLong(0x4000_0010L, 0x1122_3344_5566_7788L)
vm.hexdump(0x4000_0000L, 48)

// Where do these bytes stand?
hex(vm.memory().find(bytes("RAM"), 0))

// The pages that were written since the start.
vm.memory().dirtyPages(vm.memory().slots().get(0))

// A mistake is answered at once, with what is allowed.
try {
  vm.memory().readInt(0x7fff_fffeL);
} catch (AddressException e) {
  System.out.println(e.getMessage());
}

if (vm.memory().readByte(0x4000_0010L) != 0x88) throw new AssertionError("the lowest byte must come first")
vm.close()
