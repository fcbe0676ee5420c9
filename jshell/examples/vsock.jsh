// A socket between guest and host, with the guest's packets made by hand: connecting, data, credit, closing.
// Run it with: ./cellvisor jshell jshell/examples/vsock.jsh

var vm = Vm.builder("vsock").memoryMiB(16).build()
var vsock = new VsockDevice(3, 64)      // the guest's context id; the host holds 64 bytes that nobody has read
var slot = vm.attach(vsock)
var driver = vm.driver(slot).initialise(VsockFeature.values())
var rx = driver.queue(VsockDevice.RXQ)
var tx = driver.queue(VsockDevice.TXQ)

// Receive buffers, and a look at the next packet from the host.
for (int i = 0; i < 8; i++) {
  rx.submit(Buffer.writable(VsockHeader.SIZE_BYTES), Buffer.writable(100));
}
rx.notifyDevice();
String received() {
  var done = rx.completed();
  return done == null ? "nothing" : VsockHeader.of(done.answer(0)).toString();
}

// The guest's port 5000 asks for port 1024 of the host. The host listens there, so the answer is RESPONSE, with its credit.
var listener = vsock.listen(1024)
var packet = VsockHeader.of(VsockOp.REQUEST, VsockType.STREAM, 3, 5000, VsockDevice.HOST_CID, 1024).withCredit(10, 0)
tx.send(packet.bytes());
received()
var connection = listener.accept()

// The guest sends; the host reads it from a channel of Java.
var data = VsockHeader.of(VsockOp.RW, VsockType.STREAM, 3, 5000, VsockDevice.HOST_CID, 1024).withCredit(10, 0)
tx.send(Buffer.readable(data.withLen(5).bytes()), Buffer.readable(bytes("hello")));
var heard = new String(connection.read(100))
heard

// The host sends 20 bytes. The guest has room for 10: that much goes out, and a question for more.
connection.write(bytes("a line of 20 letters"));
received()
received()
vsock.connections()

// A credit update: 10 bytes were taken, so the other 10 come.
tx.send(VsockHeader.of(VsockOp.CREDIT_UPDATE, VsockType.STREAM, 3, 5000, VsockDevice.HOST_CID, 1024).withCredit(10, 10).bytes());
received()

// The guest closes: both directions, answered by RST.
tx.send(VsockHeader.of(VsockOp.SHUTDOWN, VsockType.STREAM, 3, 5000, VsockDevice.HOST_CID, 1024).withFlags(3).bytes());
var last = received()
last
if (!heard.equals("hello")) throw new AssertionError("the host heard " + heard)
if (!last.contains("RST")) throw new AssertionError("a close is answered by RST, not by " + last)
vm.close()
