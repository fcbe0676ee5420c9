package dev.cellvisor.gdb;

import dev.cellvisor.cpu.Exit;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.vm.BackResult;
import dev.cellvisor.vm.Condition;
import dev.cellvisor.vm.RunResult;
import dev.cellvisor.vm.Vm;
import dev.cellvisor.vm.VmCpu;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * A stub of GDB's remote serial protocol in front of a VM, on loopback: {@code gdb-multiarch -ex 'target remote :1234'}. The CPUs are threads. Besides
 * the usual it goes backwards ({@code reverse-step}, {@code reverse-continue}): the VM's history is kept from when a client comes.
 *
 * <p>{@code monitor help} lists what GDB has no command for.
 */
public final class GdbServer implements AutoCloseable {
    private static final int MOST_BYTES = 0x800;
    private static final int PAGE = 4096;
    /** How many instructions of others a CPU's single step may wait for. */
    private static final int MOST_STEPS = 1_000_000;
    private static final Condition FOR_EVER = Condition.instructions(Long.MAX_VALUE / 2).limit(Long.MAX_VALUE / 2).seconds(1e9);

    private static final Condition MOVED = Condition.symbolsMoved();

    private final Vm vm;
    private final ServerSocket server;
    private final GdbRegisters registers;
    private final TreeSet<Long> breakpoints = new TreeSet<>();
    /** Watched places: what GDB calls them in its answers ({@code "watch:4000"}, rwatch, awatch; virtual addresses), and where they were when they were set. */
    private final Map<String, Condition> watchpoints = new LinkedHashMap<>();
    private Packets packets;
    private int thread;
    private boolean physical;
    private SymbolFile symbolFile;
    /** Where the kernel was when the client asked for libraries; {@code null} if it never did, or does not go on by itself when it is told that they are others. */
    private Long toldBase;
    private boolean lldb;
    private final Monitor monitor;

    /**
     * A stub that waits for a client.
     *
     * @param port on loopback; 0 for a free one
     * @throws IOException if the port is taken
     */
    public GdbServer(Vm vm, int port) throws IOException {
        this.vm = vm;
        registers = new GdbRegisters(vm.cpu(0));
        monitor = new Monitor(vm, this);
        server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Serves one client until it detaches, kills the VM or goes away; on the caller's thread, which runs the VM. */
    public void serve() throws IOException {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            packets = new Packets(socket.getInputStream(), socket.getOutputStream());
            vm.history();
            symbolFile = new SymbolFile(() -> cpu().code());
            toldBase = null;
            lldb = false;
            for (String packet = packets.next(); packet != null; packet = packets.next()) {
                if (packet.startsWith("D") || packet.equals("k") || packet.startsWith("vKill")) {
                    packets.send("OK");
                    return;
                }
                packets.send(answerOrError(packet));
                if (packet.equals("QStartNoAckMode")) {
                    packets.acknowledge(false);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answerOrError(String packet) {
        try {
            return answer(packet);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException e) {
            return "E.%s".formatted(String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private String answer(String packet) {
        if (packet.isEmpty()) {
            return "";
        }
        String rest = packet.substring(1);
        return switch (packet.charAt(0)) {
            case '?' -> "T05thread:%02x;".formatted(thread + 1);
            case 'g' -> allRegisters();
            case 'G' -> setAllRegisters(rest);
            case 'p' -> registers.read(cpu(), (int) Hex.number(rest));
            case 'P' -> setRegister(rest.split("="));
            case 'm' -> read(rest.split(","));
            case 'M', 'X' -> write(rest, packet.charAt(0) == 'X');
            case 'Z', 'z' -> point(rest.split(","), packet.charAt(0) == 'Z');
            case 'H' -> select(rest);
            case 'T' -> Hex.number(rest) >= 1 && Hex.number(rest) <= vm.cpuCount() ? "OK" : "E01";
            case 's' -> stepped(vm.currentCpu());
            case 'c' -> ran();
            case 'b' -> rest.equals("s") ? steppedBack() : rest.equals("c") ? ranBack() : "";
            case 'v' -> many(packet);
            case 'q', 'Q' -> question(packet);
            default -> "";
        };
    }

    /** The CPU that GDB has selected. */
    VmCpu cpu() {
        return vm.cpu(thread);
    }

    /** Its number. */
    int thread() {
        return thread;
    }

    /** Whether memory addresses mean physical ones. */
    void physical(boolean on) {
        physical = on;
    }

    // ---- registers

    private String allRegisters() {
        var all = new StringBuilder();
        for (int i = 0; i < registers.count(); i++) {
            all.append(registers.read(cpu(), i));
        }
        return all.toString();
    }

    private String setAllRegisters(String hex) {
        String now = allRegisters();
        int at = 0;
        for (int i = 0; i < registers.count() && at < hex.length(); i++) {
            int size = registers.read(cpu(), i).length();
            if (!hex.substring(at, at + size).equals(now.substring(at, at + size))) {
                registers.write(cpu(), i, hex.substring(at, at + size));
            }
            at += size;
        }
        return "OK";
    }

    private String setRegister(String[] words) {
        registers.write(cpu(), (int) Hex.number(words[0]), words[1]);
        return "OK";
    }

    // ---- memory

    private String read(String[] words) {
        long address = Hex.number(words[0]);
        int size = (int) Math.min(Hex.number(words[1]), MOST_BYTES);
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() < size) {
            long at = address + bytes.size();
            int piece = (int) Math.min(size - bytes.size(), PAGE - (at & PAGE - 1));
            long ipa = physical(at);
            if (ipa != -1 && vm.memory().contains(ipa, piece)) {
                bytes.writeBytes(vm.memory().read(ipa, piece));
            } else if (ipa != -1 && device(ipa) != null) {
                int access = access(ipa, size - bytes.size());
                bytes.writeBytes(Hex.bytes(Hex.little(vm.read(ipa, access), access)));
            } else {
                return bytes.size() == 0 ? "E14" : Hex.of(bytes.toByteArray());
            }
        }
        return Hex.of(bytes.toByteArray());
    }

    private String write(String rest, boolean binary) {
        String[] words = rest.substring(0, rest.indexOf(':')).split(",");
        String data = rest.substring(rest.indexOf(':') + 1);
        byte[] bytes = binary ? data.getBytes(StandardCharsets.ISO_8859_1) : Hex.bytes(data);
        long address = Hex.number(words[0]);
        for (int done = 0; done < bytes.length; ) {
            long at = address + done;
            int piece = (int) Math.min(bytes.length - done, PAGE - (at & PAGE - 1));
            long ipa = physical(at);
            if (ipa != -1 && vm.memory().contains(ipa, piece)) {
                vm.memory().write(ipa, bytes, done, piece);
            } else if (ipa != -1 && device(ipa) != null) {
                piece = access(ipa, piece);
                vm.write(ipa, piece, Hex.little(Hex.of(java.util.Arrays.copyOfRange(bytes, done, done + piece))));
            } else {
                return "E14";
            }
            done += piece;
        }
        return "OK";
    }

    /** The physical address of one of GDB's. */
    long physical(long address) {
        return physical ? address : cpu().translate(address);
    }

    private MmioRegion device(long ipa) {
        return vm.devices().stream().filter(region -> ipa >= region.address() && ipa < region.end()).findFirst().orElse(null);
    }

    /** The largest access that a device may have here. */
    private static int access(long ipa, int left) {
        int size = 8;
        while (size > left || (ipa & size - 1) != 0) {
            size /= 2;
        }
        return size;
    }

    // ---- breakpoints

    private String point(String[] words, boolean set) {
        long address = Hex.number(words[1]);
        switch (words[0]) {
            case "0", "1" -> {
                if (set) {
                    breakpoints.add(address);
                } else {
                    breakpoints.remove(address);
                }
            }
            case "2", "3", "4" -> {
                String name = (words[0].equals("2") ? "watch:" : words[0].equals("3") ? "rwatch:" : "awatch:") + words[1];
                if (set) {
                    long ipa = physical(address);
                    int size = (int) Hex.number(words[2]);
                    if (ipa == -1 || !vm.memory().contains(ipa, size) && device(ipa) == null) {
                        return "E14";
                    }
                    Condition written = Condition.written(ipa, size);
                    watchpoints.put(name, words[0].equals("2") ? written : words[0].equals("3") ? Condition.read(ipa, size) : Condition.read(ipa, size).or(written));
                } else {
                    watchpoints.remove(name);
                }
            }
            default -> {
                return "";
            }
        }
        return "OK";
    }

    private Condition stops() {
        Condition condition = FOR_EVER;
        for (long address : breakpoints) {
            condition = condition.or(Condition.pc(address));
        }
        for (Condition watch : watchpoints.values()) {
            condition = condition.or(watch);
        }
        if (toldBase != null && toldBase != 0) {
            condition = condition.or(MOVED);
        }
        return condition.limit(Long.MAX_VALUE / 2).seconds(1e9);
    }

    // ---- running

    private String ran() {
        if (toldBase != null && vm.symbols().moved() != toldBase) {
            return stopped("library:;"); // it has moved while somebody stepped, or since the client asked
        }
        packets.onInterrupt(vm::pause);
        RunResult result;
        try {
            result = vm.tryRunUntil(stops());
        } finally {
            packets.onInterrupt(() -> { });
        }
        String watched = watched(result.condition());
        if (!watched.isEmpty()) {
            vm.back(1); // see ranBack()
        }
        thread = vm.currentCpu();
        if (result.condition().equals(MOVED.toString())) {
            return stopped("library:;"); // GDB asks for the libraries again, sets its breakpoints where they are now, and goes on
        }
        return switch (result.exit()) {
            case Exit.PowerOff off -> "W00";
            case Exit.Breakpoint at -> stopped("swbreak:;");
            case Exit.Stopped stopped when stopped.reason().startsWith("pause") -> "T02thread:%02x;".formatted(thread + 1);
            default -> stopped(watched);
        };
    }

    private String watched(String met) {
        return watchpoints.entrySet().stream().filter(watch -> java.util.List.of(watch.getValue().toString().split(" or ")).contains(met)).findFirst()
                .map(watch -> watch.getKey() + ";").orElse("");
    }

    private String stopped(String why) {
        return "T05%sthread:%02x;".formatted(why, thread + 1);
    }

    /** One instruction of the CPU {@code wanted}; the others go on until it has its turn, unless they come to a breakpoint or it has none. */
    private String stepped(int wanted) {
        long before = vm.cpu(wanted).retired();
        for (int i = 0; i < MOST_STEPS && !vm.cpu(wanted).waiting(); i++) {
            boolean went = vm.tryRunUntil(Condition.instructions(1)).met();
            thread = vm.currentCpu();
            if (vm.cpu(wanted).retired() != before) {
                thread = wanted;
                return stopped("");
            } else if (!went) {
                return stopped("");
            } else if (breakpoints.contains(vm.cpu(thread).pc())) {
                return stopped("swbreak:;");
            }
        }
        vm.tryRunUntil(Condition.instructions(1));
        thread = vm.currentCpu();
        return stopped("");
    }

    private String steppedBack() {
        if (vm.clock().instructions() <= vm.history().start()) {
            return stopped("replaylog:begin;");
        }
        vm.back(1);
        thread = vm.currentCpu();
        return stopped("");
    }

    private String ranBack() {
        BackResult found = breakpoints.isEmpty() && watchpoints.isEmpty() ? null : vm.runBackUntil(backStops());
        String why = "swbreak:;";
        if (found == null || !found.met()) {
            vm.at(vm.history().start());
            why = "replaylog:begin;";
        } else if (!breakpoints.contains(vm.cpu(vm.currentCpu()).pc())) {
            // GDB takes it that an AArch64 stops before a watched access: it takes one more step, backwards too, and looks again.
            why = watched(found.condition());
        }
        thread = vm.currentCpu();
        return stopped(why);
    }

    private Condition backStops() {
        Condition condition = null;
        for (long address : breakpoints) {
            condition = condition == null ? Condition.pc(address) : condition.or(Condition.pc(address));
        }
        for (Condition watch : watchpoints.values()) {
            condition = condition == null ? watch : condition.or(watch);
        }
        return condition;
    }

    private String many(String packet) {
        if (packet.equals("vCont?")) {
            return "vCont;c;C;s;S";
        }
        if (packet.startsWith("vFile:")) {
            return symbolFile.answer(packet, vm.symbols());
        }
        if (packet.startsWith("vCont;")) {
            return packet.substring(6).toLowerCase(java.util.Locale.ROOT).startsWith("s") ? stepped(stepping(packet)) : ran();
        }
        return "";
    }

    /** Which CPU "vCont;s:2;c" means. */
    private int stepping(String packet) {
        int colon = packet.indexOf(':');
        int end = packet.indexOf(';', 6);
        long id = colon < 0 || end >= 0 && colon > end ? 0 : Hex.number(packet.substring(colon + 1, end < 0 ? packet.length() : end));
        return id >= 1 && id <= vm.cpuCount() ? (int) id - 1 : vm.currentCpu();
    }

    // ---- questions

    private String select(String rest) {
        if (rest.startsWith("g")) {
            long id = rest.equals("g-1") ? 0 : Hex.number(rest.substring(1));
            thread = id >= 1 && id <= vm.cpuCount() ? (int) id - 1 : thread;
        }
        return "OK";
    }

    private String question(String packet) {
        if (packet.startsWith("qSupported")) {
            return "PacketSize=10000;PhyMemMode+;qXfer:features:read+;qXfer:libraries:read+;qXfer:exec-file:read+;swbreak+;hwbreak+;ReverseStep+;ReverseContinue+;QStartNoAckMode+;vContSupported+";
        } else if (packet.startsWith("qXfer:features:read:target.xml:")) {
            return part(registers.description(), packet);
        } else if (packet.startsWith("qXfer:libraries:read:")) {
            toldBase = lldb ? null : (Long) vm.symbols().moved();
            return part(SymbolFile.libraries(vm.symbols()), packet);
        } else if (packet.startsWith("qXfer:exec-file:read:")) {
            return vm.symbols().isEmpty() ? "E01" : part(SymbolFile.PROGRAM, packet);
        } else if (packet.equals("QStartNoAckMode")) {
            return "OK";
        } else if (packet.equals("qqemu.PhyMemMode")) { // QEMU's own, for those who know it: maint packet Qqemu.PhyMemMode:1
            return physical ? "1" : "0";
        } else if (packet.startsWith("Qqemu.PhyMemMode:")) {
            physical = packet.endsWith(":1");
            return "OK";
        } else if (packet.equals("qHostInfo")) { // LLDB asks
            lldb = true;
            return "triple:%s;endian:little;ptrsize:8;watchpoint_exceptions_received:before;".formatted(Hex.of("aarch64-unknown-linux".getBytes(StandardCharsets.UTF_8)));
        } else if (packet.equals("qC")) {
            return "QC%x".formatted(thread + 1);
        } else if (packet.equals("qfThreadInfo")) {
            return "m" + java.util.stream.IntStream.rangeClosed(1, vm.cpuCount()).mapToObj(Integer::toHexString).collect(java.util.stream.Collectors.joining(","));
        } else if (packet.equals("qsThreadInfo")) {
            return "l";
        } else if (packet.startsWith("qThreadExtraInfo,")) {
            return Hex.of(vm.cpu((int) Hex.number(packet.substring(17)) - 1).toString().getBytes(StandardCharsets.UTF_8));
        } else if (packet.startsWith("qAttached")) {
            return "1";
        } else if (packet.startsWith("qRcmd,")) {
            return Hex.of((monitor.answer(new String(Hex.bytes(packet.substring(6)), StandardCharsets.UTF_8).strip()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return "";
    }

    /** What "qXfer:…:offset,length" asks for of a text. */
    private static String part(String text, String packet) {
        String[] range = packet.substring(packet.lastIndexOf(':') + 1).split(",");
        int from = (int) Math.min(Hex.number(range[0]), text.length());
        int to = (int) Math.min(from + Hex.number(range[1]), text.length());
        return (to == text.length() ? "l" : "m") + text.substring(from, to);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
