// Reads a disk sector by hand: three descriptors, one notify, one used element.
// Run it with: ./cellvisor jshell jshell/examples/sector.jsh

var vm = Vm.builder("sector").memoryMiB(16).build()
var content = new byte[64 * 512]
System.arraycopy(bytes("sector three"), 0, content, 3 * 512, 12)
var disk = vm.attach(new BlockDevice(new MemoryBackend(content)))
var driver = vm.driver(disk)
driver.initialise();
var queue = driver.queue(0)

// VIRTIO 1.4, 5.2.6: header (readable), data (writable), status (writable).
long at = 0x4010_0000L
vm.memory().write(at, BlockRequest.header(VIRTIO_BLK_T_IN, 3))
queue.desc(0).address(at).length(16).flags(DescriptorCursor.NEXT).next(1);
queue.desc(1).address(at + 0x1000).length(512).flags(DescriptorCursor.NEXT | DescriptorCursor.WRITE).next(2);
queue.desc(2).address(at + 0x2000).length(1).flags(DescriptorCursor.WRITE);
queue.offer(0);
disk.queue(0)
queue.notifyDevice();

var used = queue.used()
vm.hexdump(at + 0x1000, 32)
System.out.println("status " + vm.memory().readByte(at + 0x2000) + ", interrupt status " + driver.interruptStatus());
driver.acknowledge();

if (used.length() != 513) throw new AssertionError("512 bytes and the status: " + used)
if (!vm.memory().readText(at + 0x1000, 12).equals("sector three")) throw new AssertionError("wrong sector")
vm.close()
