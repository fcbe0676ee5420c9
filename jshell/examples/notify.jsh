// One notify against one exit per character: the same text on the PL011 and on a virtio console.
// Run it with: ./cellvisor jshell jshell/examples/notify.jsh

var vm = Vm.builder("notify").memoryMiB(16).build()
var output = new StringBuilder()
var consoleDevice = new ConsoleDevice()
consoleDevice.onTransmit(bytes -> output.append(new String(bytes)));
var console = vm.attach(consoleDevice)
var text = "Hello, World!\n"

// The UART: ask the flag register whether there is room, then write the character.
long UARTDR = 0x0900_0000L, UARTFR = 0x0900_0018L
vm.write(0x0900_0030L, 4, 0x301)
vm.resetExits()
for (char c : text.toCharArray()) {
  while ((vm.read(UARTFR, 4) & 0x20) != 0) { }
  vm.write(UARTDR, 4, c);
}
var uart = vm.exits()
uart

// The virtio console: all of it in one buffer, one notify.
var driver = vm.driver(console)
driver.initialise();
var before = vm.exits()
driver.queue(ConsoleDevice.TRANSMITQ).send(bytes(text));
var virtio = vm.exits().since(before)
virtio

System.out.printf("%d exits on the UART, %d on virtio%n", uart.total(), virtio.total());
if (!output.toString().equals(text) || !vm.console().text().equals(text)) throw new AssertionError("both must print it")
if (uart.total() != 2 * text.length() || virtio.total() >= uart.total()) throw new AssertionError("virtio must take fewer exits")
vm.close()
