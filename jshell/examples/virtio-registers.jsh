// Poking virtio registers: what a driver does before its first request, by hand and with no guest at all.
// Run it with: ./cellvisor jshell jshell/examples/virtio-registers.jsh

var vm = Vm.builder("virtio").memoryMiB(16).build()
var disk = vm.attach(new BlockDevice(MemoryBackend.ofSize(1 << 20)))
var driver = vm.driver(disk)

// Who is there? "virt", version 2, device 2: a block device.
System.out.printf("%s version %d device %d%n", hex(driver.read("MagicValue")), driver.read("Version"), driver.read("DeviceID"));

// An empty slot answers too: device 0. That is how the guest sees that nothing is plugged in.
vm.driver(vm.slot(0)).read("DeviceID")

// VIRTIO 1.4, 3.1.1: reset, ACKNOWLEDGE, DRIVER, features, FEATURES_OK, queues, DRIVER_OK.
driver.reset();
driver.write("Status", 1);
driver.write("Status", 1 | 2);
driver.write("DeviceFeaturesSel", 1);
hex(driver.read("DeviceFeatures"))
driver.offered()

// The configuration space begins at 0x100: capacity in sectors of 512 bytes.
driver.read("capacity")

// A mistake is no exception: the device does what the specification says, and the trace tells.
var heard = new ArrayList<String>()
var listening = vm.trace().add((instruction, fact) -> { if (fact.kind().equals("violation")) heard.add(fact.toString()); })
driver.write(0x000, 42);
driver.read(0x104, 2)
listening.close()
heard

disk.registers()
if (heard.isEmpty()) throw new AssertionError("writing MagicValue is a violation")
vm.close()
