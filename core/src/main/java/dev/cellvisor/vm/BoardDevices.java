package dev.cellvisor.vm;

import dev.cellvisor.irq.IrqLine;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.LinkedHashMap;
import java.util.Map;

/** The devices that a board brings with it. */
final class BoardDevices implements AutoCloseable {
    private final Vm vm;

    BoardDevices(Vm vm, VmBuilder builder) {
        this.vm = vm;
    }

    IrqLine line(int intid) {
        throw new IllegalArgumentException("board " + vm.board().name() + " has no interrupt controller");
    }

    void inject(int intid) {
        line(intid);
    }

    void type(byte[] bytes) {
        throw new IllegalStateException("board " + vm.board().name() + " has no UART to type at");
    }

    /** The states of all devices in the map, the cell's own included, by address and name. */
    Map<String, State> save() {
        Map<String, State> states = new LinkedHashMap<>();
        for (MmioRegion region : vm.map().regions()) {
            if (region.device() instanceof Stateful device) {
                states.put(key(region), device.save());
            }
        }
        return states;
    }

    void restore(Map<String, State> states) {
        for (MmioRegion region : vm.map().regions()) {
            State state = states.get(key(region));
            if (state != null && region.device() instanceof Stateful device) {
                device.restore(state);
            }
        }
    }

    private static String key(MmioRegion region) {
        return "device.%x.%s".formatted(region.address(), region.device().name());
    }

    @Override
    public void close() {
    }
}
