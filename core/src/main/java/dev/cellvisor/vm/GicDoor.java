package dev.cellvisor.vm;

import dev.cellvisor.irq.GicInputs;
import dev.cellvisor.memory.MmioRegion;
import dev.cellvisor.memory.RegisterDevice;

/** What host code does to the interrupt controller past the VM's own methods, by {@code vm.gic()}, is an input: it is logged, and can be done again. */
final class GicDoor implements GicInputs {
    private final Vm vm;

    GicDoor(Vm vm) {
        this.vm = vm;
    }

    @Override
    public void line(int cpu, int intid, boolean asserted) {
        if (vm.inputGate().outside()) {
            log(intid + (asserted ? "=1" : "=0") + (cpu > 0 ? " cpu" + cpu : ""));
        }
    }

    @Override
    public void pending(int cpu, int intid) {
        if (vm.inputGate().outside()) {
            log(intid + " pending" + (cpu > 0 ? " cpu" + cpu : ""));
        }
    }

    @Override
    public void message(int device, int event) {
        if (vm.inputGate().outside()) {
            log("message " + device + " " + event);
        }
    }

    private void log(String detail) {
        vm.inputGate().log(InputLog.Kind.INTERRUPT, detail, new byte[0]);
    }

    @Override
    public void accessing(RegisterDevice frame, long offset, int sizeBytes, boolean write, long value) {
        long address = 0;
        if (vm.inputGate().outside()) {
            address = vm.map().regions().stream().filter(region -> region.device() == frame).mapToLong(MmioRegion::address).findFirst().orElse(0);
        }
        vm.inputGate().accesses().accessing(address + offset, sizeBytes, write, value);
    }

    @Override
    public void accessed() {
        vm.inputGate().accesses().accessed();
    }

    /** Does again what was logged: "33=1", "27=0 cpu1", "41 pending", "3 pending cpu1" or "message 5 7". */
    static void repeat(Vm vm, String detail) {
        String[] words = detail.split(" ");
        String last = words[words.length - 1];
        int cpu = last.startsWith("cpu") ? Integer.parseInt(last.substring(3)) : 0;
        if (words[0].equals("message")) {
            vm.gic().message(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        } else if (words.length > 1 && words[1].equals("pending")) {
            int intid = Integer.parseInt(words[0]);
            if (cpu > 0) {
                vm.gic().inject(intid, cpu);
            } else {
                vm.inject(intid);
            }
        } else {
            String[] line = words[0].split("=");
            int intid = Integer.parseInt(line[0]);
            (cpu > 0 ? vm.boardDevices().controller().ppi(cpu, intid) : vm.irq(intid)).set(line[1].equals("1"));
        }
    }
}
