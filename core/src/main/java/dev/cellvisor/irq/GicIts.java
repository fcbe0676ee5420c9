package dev.cellvisor.irq;

import dev.cellvisor.memory.GuestMemory;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterTable;
import dev.cellvisor.state.State;
import dev.cellvisor.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A GICv3's Interrupt Translation Service (IHI 0069, 5.2): from a device's event to an LPI of a CPU, as a queue of commands in memory says. Commands
 * are done as soon as GITS_CWRITER is written; one that is wrong is told as an odd access and passed over. The mappings are kept here: of
 * the tables that software gives memory for, nothing is used.
 */
final class GicIts extends GicFrame implements Stateful {
    private static final int CTLR = 0x0000;
    private static final int IIDR = 0x0004;
    private static final int TYPER = 0x0008;
    private static final int CBASER = 0x0080;
    private static final int CWRITER = 0x0088;
    private static final int CREADR = 0x0090;
    private static final int BASER = 0x0100;
    private static final int BASERS = 8;
    private static final int PIDR2 = 0xffe8;
    private static final int TRANSLATER = 0x1_0040;

    // Commands (IHI 0069, 5.3)
    private static final int MOVI = 0x01;
    private static final int INT = 0x03;
    private static final int CLEAR = 0x04;
    private static final int SYNC = 0x05;
    private static final int MAPD = 0x08;
    private static final int MAPC = 0x09;
    private static final int MAPTI = 0x0a;
    private static final int MAPI = 0x0b;
    private static final int INV = 0x0c;
    private static final int INVALL = 0x0d;
    private static final int MOVALL = 0x0e;
    private static final int DISCARD = 0x0f;

    private static final int COMMAND_BYTES = 32;
    private static final long VALID = 1L << 63;
    private static final long QUEUE = 0xf_ffff_ffff_f000L;
    private static final long POINTER = 0xf_ffe0L;
    private static final int DEVICE_BITS = 16;
    /** The DeviceID of a store by a CPU, which has none of its own: QEMU's choice. */
    private static final int CPUS_DEVICE = 0;
    private static final int EVENT_BITS = 16;
    /** Physical LPIs, entries of 8 bytes, EventID and DeviceID of 16 bits, CollectionID of 16 bits; RDbase is a processor number. */
    private static final long TYPER_VALUE = 1 | 7 << 4 | EVENT_BITS - 1 << 8 | DEVICE_BITS - 1 << 13 | 15L << 32 | 1L << 36;
    /** Type and entry size of the device table and of the collection table. */
    private static final long[] BASER_FIXED = {1L << 56 | 7L << 48, 4L << 56 | 7L << 48, 0, 0, 0, 0, 0, 0};
    private static final long BASER_WRITABLE = ~(7L << 56 | 31L << 48);

    private final Gicv3 gic;
    private final GuestMemory memory;
    private boolean on;
    private long cbaser;
    private long cwriter;
    private long creadr;
    private final long[] basers = new long[BASERS];
    /** By device, the size of its EventID in bits. */
    private final Map<Integer, Integer> devices = new TreeMap<>();
    /** By device and event: INTID and collection. */
    private final Map<Long, long[]> events = new TreeMap<>();
    private final Map<Integer, Integer> collections = new TreeMap<>();

    GicIts(Gicv3 gic, GuestMemory memory) {
        super("its", table());
        this.gic = gic;
        this.memory = memory;
    }

    private static RegisterTable table() {
        List<MmioRegister> table = new ArrayList<>();
        table.add(MmioRegister.rw("GITS_CTLR", CTLR, 1L << 31).bit("Quiescent", 31).bit("Enabled", 0));
        table.add(MmioRegister.ro("GITS_IIDR", IIDR, GicRegisters.IIDR));
        table.add(MmioRegister.ro("GITS_TYPER", TYPER, TYPER_VALUE).bytes(8));
        table.add(MmioRegister.rw("GITS_CBASER", CBASER, 0).bytes(8));
        table.add(MmioRegister.rw("GITS_CWRITER", CWRITER, 0).bytes(8));
        table.add(MmioRegister.ro("GITS_CREADR", CREADR, 0).bytes(8));
        table.add(MmioRegister.rw("GITS_BASER", BASER, 0).bytes(8).times(BASERS));
        table.add(MmioRegister.ro("GITS_PIDR2", PIDR2, 0x3b));
        table.add(MmioRegister.wo("GITS_TRANSLATER", TRANSLATER));
        return new RegisterTable(table);
    }

    @Override
    public long peek(long offset) {
        return look((int) offset);
    }

    @Override
    long readRegister(long offset, int sizeBytes) {
        int at = (int) offset;
        long whole = look(at & -8);
        if (sizeBytes == 8 && (at & 7) == 0) {
            return whole;
        }
        if (sizeBytes == 4 && (at & 3) == 0) {
            return at == IIDR ? GicRegisters.IIDR : at < TYPER || at == PIDR2 ? look(at) : whole >>> 8 * (at & 4) & 0xffff_ffffL;
        }
        return 0;
    }

    private long look(int at) {
        if (at >= BASER && at < BASER + 8 * BASERS) {
            return basers[at - BASER >> 3];
        }
        return switch (at) {
            case CTLR -> on ? 1 : 1L << 31;
            case IIDR -> GicRegisters.IIDR;
            case TYPER -> TYPER_VALUE;
            case CBASER -> cbaser;
            case CWRITER -> cwriter;
            case CREADR -> creadr;
            case PIDR2 -> 0x3b;
            default -> 0;
        };
    }

    @Override
    void writeRegister(long offset, int sizeBytes, long value) {
        int at = (int) offset;
        if (at == CTLR) {
            on = (value & 1) != 0;
            work();
        } else if (at == TRANSLATER && (sizeBytes == 4 || sizeBytes == 2)) {
            message(CPUS_DEVICE, (int) value);
        } else if (at >= CBASER && at < BASER + 8 * BASERS && (sizeBytes == 8 || sizeBytes == 4)) {
            long old = look(at & -8);
            int shift = 8 * (at & 4);
            long mask = sizeBytes == 8 ? -1 : 0xffff_ffffL << shift;
            assign(at & -8, old & ~mask | value << shift & mask);
        } else {
            gic.odd(name(), "IHI 0069, 12.18", "write of %d bytes at offset 0x%05x ignored".formatted(sizeBytes, offset));
        }
    }

    private void assign(int at, long value) {
        if (at >= BASER) {
            int n = at - BASER >> 3;
            basers[n] = BASER_FIXED[n] == 0 ? 0 : value & BASER_WRITABLE | BASER_FIXED[n];
        } else if (at == CBASER) {
            cbaser = value;
            creadr = 0;
        } else if (at == CWRITER) {
            cwriter = value & POINTER;
            work();
        }
    }

    /** A message of a device: its event becomes an LPI, if the ITS is enabled and knows of it. */
    void message(int device, int event) {
        if (!on || !pend(device, event, true)) {
            gic.odd(name(), "IHI 0069, 5.2", "a message of device %x, event %x%s is dropped".formatted(device, event, on ? "" : ", while GITS_CTLR.Enabled is 0"));
        }
    }

    // ---- commands

    private void work() {
        long size = ((cbaser & 0xff) + 1) * 4096;
        while (on && (cbaser & VALID) != 0 && creadr != cwriter && cwriter < size) {
            long at = (cbaser & QUEUE) + creadr;
            if (!memory.contains(at, COMMAND_BYTES)) {
                gic.odd(name(), "IHI 0069, 5.3", "the command queue at 0x%x is no memory".formatted(at));
                return;
            }
            command(memory.readLong(at), memory.readLong(at + 8), memory.readLong(at + 16));
            creadr = (creadr + COMMAND_BYTES) % size;
        }
    }

    private void command(long first, long second, long third) {
        int device = (int) (first >>> 32);
        int event = (int) second;
        int collection = (int) third & 0xffff;
        boolean done = switch ((int) first & 0xff) {
            case MAPD -> mapDevice(device, (int) second & 31, (third & VALID) != 0);
            case MAPC -> mapCollection(collection, (int) (third >>> 16) & 0xffff, (third & VALID) != 0);
            case MAPTI -> mapEvent(device, event, (int) (second >>> 32), collection);
            case MAPI -> mapEvent(device, event, event, collection);
            case MOVI -> move(device, event, collection);
            case INT -> pend(device, event, true);
            case CLEAR -> pend(device, event, false);
            case DISCARD -> pend(device, event, false) && events.remove(key(device, event)) != null;
            case MOVALL -> moveAll((int) (third >>> 16) & 0xffff);
            case INV, INVALL, SYNC -> {
                gic.updateAll(); // configuration is read anew, and everything is done already
                yield true;
            }
            default -> false;
        };
        if (!done) {
            gic.odd(name(), "IHI 0069, 5.3", "command %02x of device %x, event %x is passed over".formatted(first & 0xff, device, event));
        }
    }

    private static long key(int device, int event) {
        return (long) device << 32 | event & 0xffff_ffffL;
    }

    private boolean mapDevice(int device, int size, boolean valid) {
        if (device >>> DEVICE_BITS != 0 || size >= EVENT_BITS) {
            return false;
        }
        events.keySet().removeIf(key -> (int) (key >>> 32) == device);
        if (valid) {
            devices.put(device, size + 1);
        } else {
            devices.remove(device);
        }
        return true;
    }

    private boolean mapCollection(int collection, int cpu, boolean valid) {
        if (valid && cpu >= gic.cpus()) {
            return false;
        }
        if (valid) {
            collections.put(collection, cpu);
        } else {
            collections.remove(collection);
        }
        return true;
    }

    private boolean mapEvent(int device, int event, int intid, int collection) {
        Integer bits = devices.get(device);
        if (bits == null || event >>> bits != 0 || intid < GicLpis.FIRST || intid >>> GicLpis.ID_BITS != 0) {
            return false;
        }
        events.put(key(device, event), new long[] {intid, collection});
        return true;
    }

    private boolean move(int device, int event, int collection) {
        long[] mapping = events.get(key(device, event));
        Integer to = collections.get(collection);
        Integer from = mapping == null ? null : collections.get((int) mapping[1]);
        if (from == null || to == null) {
            return false;
        }
        int intid = (int) mapping[0];
        if (gic.lpis.pending(from, intid)) {
            gic.lpis.set(from, intid, false);
            gic.lpis.set(to, intid, true);
        }
        mapping[1] = collection;
        gic.updateAll();
        return true;
    }

    private boolean moveAll(int from) {
        long at = (cbaser & QUEUE) + creadr;
        int to = (int) (memory.readLong(at + 24) >>> 16) & 0xffff;
        if (from >= gic.cpus() || to >= gic.cpus()) {
            return false;
        }
        gic.lpis.moveAll(from, to);
        gic.updateAll();
        return true;
    }

    private boolean pend(int device, int event, boolean pending) {
        long[] mapping = events.get(key(device, event));
        Integer cpu = mapping == null ? null : collections.get((int) mapping[1]);
        if (cpu == null) {
            return false;
        }
        gic.lpis.set(cpu, (int) mapping[0], pending);
        gic.update(cpu);
        return true;
    }

    @Override
    public State save() {
        return State.of("its", 1).put("on", on).put("cbaser", cbaser).put("cwriter", cwriter).put("creadr", creadr).put("basers", basers.clone())
                .put("devices", flat(devices)).put("collections", flat(collections))
                .put("events", events.entrySet().stream().flatMapToLong(e -> java.util.stream.LongStream.of(e.getKey(), e.getValue()[0], e.getValue()[1])).toArray()).build();
    }

    private static long[] flat(Map<Integer, Integer> map) {
        return map.entrySet().stream().flatMapToLong(e -> java.util.stream.LongStream.of(e.getKey(), e.getValue())).toArray();
    }

    private static void fill(Map<Integer, Integer> map, long[] flat) {
        map.clear();
        for (int i = 0; i < flat.length; i += 2) {
            map.put((int) flat[i], (int) flat[i + 1]);
        }
    }

    @Override
    public void restore(State state) {
        state.expect("its", 1);
        on = state.flag("on");
        cbaser = state.number("cbaser");
        cwriter = state.number("cwriter");
        creadr = state.number("creadr");
        System.arraycopy(state.numbers("basers"), 0, basers, 0, BASERS);
        fill(devices, state.numbers("devices"));
        fill(collections, state.numbers("collections"));
        events.clear();
        long[] flat = state.numbers("events");
        for (int i = 0; i < flat.length; i += 3) {
            events.put(flat[i], new long[] {flat[i + 1], flat[i + 2]});
        }
    }
}
