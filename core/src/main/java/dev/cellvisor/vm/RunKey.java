package dev.cellvisor.vm;

import dev.cellvisor.memory.RamSnapshot;
import dev.cellvisor.state.Sha256;
import dev.cellvisor.state.State;
import dev.cellvisor.virtio.transport.VirtioMmio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;

/** All that a run follows from, as one SHA-256. The engine is not in it, nor a VM's name, nor how long a run may take on the host: the guest sees no difference. */
final class RunKey {
    private final MessageDigest digest = Sha256.digest();

    private RunKey() {
    }

    /**
     * A moment that has a name: the end of a run that is kept.
     *
     * @param key of that run
     */
    record Known(String key, RamSnapshot ram) {
    }

    /**
     * The key of a run that is about to begin.
     *
     * @param program see {@link OurProgram#sha256}
     * @param cells see {@link CellValues#sha256}
     * @param known a moment before it, or {@code null}: then RAM is told by what differs from there
     * @param ram as it is now
     */
    static String of(Vm vm, Condition condition, String program, String cells, Known known, RamSnapshot ram) {
        var key = new RunKey();
        key.put("run 1").put(program).put(cells);
        key.shape(vm.shape());
        key.condition(vm, condition);
        key.devices(vm);
        key.boot(vm.boot());
        key.put(vm.save().hash()).put(vm.parts().host().hash()).put(InputLogState.save(vm.inputs().entries()).hash());
        key.put("symbols " + (vm.guestSymbols().ofKernel() ? vm.guestSymbols().base() : 0));
        key.ram(known, ram);
        return Sha256.hex(key.digest);
    }

    private RunKey put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    private void shape(VmBuilder shape) {
        put(shape.describe()).put(shape.board.save().hash()).put("seed %d, quantum %d, date %d".formatted(shape.seed, shape.quantum, shape.startDateSeconds));
    }

    private void condition(Vm vm, Condition condition) {
        put("limit " + condition.limitInstructions());
        for (Condition.Stop stop : condition.stops()) {
            put(stop.getClass().getSimpleName());
            switch (stop) {
                case Condition.Stop.Text(String text) -> put(text);
                case Condition.Stop.Regex(var pattern) -> put(pattern.flags() + " " + pattern);
                case Condition.Stop.Symbol(String name) -> put(name).put(vm.guestSymbols().ofKernel() ? "" : Long.toHexString(vm.symbols().address(name)));
                case Condition.Stop.Holds holds -> put(holds.what());
                case Condition.Stop.Host host -> throw new KeptAside("'" + host.name() + "' comes from the host");
                default -> put(stop.toString());
            }
        }
    }

    private void devices(Vm vm) {
        for (int i = 0; i < vm.slots().size(); i++) {
            VirtioMmio slot = vm.slots().get(i);
            if (slot.device() == null) {
                continue;
            }
            put("slot " + i);
            State options;
            try {
                options = slot.device().allOptions();
            } catch (UnsupportedOperationException e) {
                throw new KeptAside(e.getMessage());
            }
            options.values().forEach((name, value) -> {
                if (!(value instanceof State construction && construction.type().equals("class"))) { // that class is told among the cells' code
                    put(State.of("option", 1).put(name, value instanceof State child ? child : text(value)).build().hash());
                }
            });
        }
    }

    private static State text(Object value) {
        return State.of("text", 1).put("text", value instanceof long[] numbers ? java.util.Arrays.toString(numbers) : String.valueOf(value)).build();
    }

    /** What a reset of the guest goes back to. */
    private void boot(BootSetup boot) {
        if (boot.layout() == null) {
            return;
        }
        put(boot.save().hash());
        put(boot.deviceTree() == null ? "" : Sha256.hex(boot.deviceTree().toBytes()));
        file(boot.kernelFile());
        file(boot.initrdFile());
    }

    /** One that came from a file is known by its place, size and time. */
    private void file(BootFile file) {
        put(file.name());
        try {
            put(file.path() == null ? Sha256.hex(file.bytes().toArray(ValueLayout.JAVA_BYTE))
                    : file.path() + " " + file.bytes().byteSize() + " " + Files.getLastModifiedTime(file.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ram(Known known, RamSnapshot ram) {
        if (known == null || !known.ram.places().equals(ram.places())) {
            ram.places().forEach(place -> put(place.toString()));
            ram.forEachPage((slot, page, bytes) -> {
                digest.update(ByteBuffer.allocate(8).putInt(slot).putInt(page).flip());
                digest.update(bytes.asByteBuffer());
            });
            return;
        }
        put("after " + known.key);
        for (long address : known.ram.differingPages(ram)) {
            digest.update(ByteBuffer.allocate(8).putLong(0, address));
            digest.update(ram.page(address));
        }
    }
}
