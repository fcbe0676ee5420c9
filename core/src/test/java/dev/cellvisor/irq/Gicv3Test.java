package dev.cellvisor.irq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.irq.CpuInterface.UndefinedAccess;
import dev.cellvisor.memory.MmioDevice;
import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.state.StateException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The GIC as a driver meets it: IHI 0069's life of an interrupt, step by step. */
class Gicv3Test {
    private static final int UART = 33;
    private static final int DISK = 48;
    private static final int NONE = Gicv3.SPURIOUS;

    // ---- the life of an interrupt (4.1) ----

    @Test
    void aLevelIsPendingWhileItLastsAndComesBackAfterItsEnd() {
        var g = GicDriver.booted(1);
        IrqLine uart = g.gic.spi(UART);
        g.enable(UART);
        assertFalse(g.irq[0]);

        uart.raise();
        assertTrue(g.irq[0]);
        assertEquals("pending", g.state(UART));

        assertEquals(UART, g.acknowledge());
        assertEquals("active and pending", g.state(UART), "the line is still asserted");
        assertFalse(g.irq[0], "an active interrupt is not signalled again");
        assertEquals(NONE, g.acknowledge());

        g.end(UART);
        assertTrue(g.irq[0], "the device still asks");
        assertEquals(UART, g.acknowledge());
        uart.lower();
        assertEquals("active", g.state(UART));
        g.end(UART);
        assertEquals("inactive", g.state(UART));
        assertFalse(g.irq[0]);
    }

    @Test
    void aLevelThatFallsBeforeTheAcknowledgeIsGone() {
        var g = GicDriver.booted(1);
        IrqLine uart = g.gic.spi(UART);
        g.enable(UART);
        uart.raise();
        uart.lower();
        assertFalse(g.irq[0]);
        assertEquals(NONE, g.acknowledge());
        assertEquals(0xff, g.read(0, GicCpuInterface.RPR), "a spurious acknowledge leaves no trace");
    }

    @Test
    void anEdgeIsLatchedAndASecondOneDuringTheHandlerIsKept() {
        var g = GicDriver.booted(1);
        IrqLine disk = g.gic.spi(DISK);
        g.edge(DISK);
        g.enable(DISK);

        disk.pulse();
        assertTrue(g.irq[0], "the edge stays though the line is low again");
        assertEquals(DISK, g.acknowledge());
        assertEquals("active", g.state(DISK));

        disk.pulse();
        disk.pulse();
        assertEquals("active and pending", g.state(DISK));
        assertFalse(g.irq[0]);
        g.end(DISK);
        assertTrue(g.irq[0]);
        assertEquals(DISK, g.acknowledge());
        g.end(DISK);
        assertEquals(NONE, g.acknowledge(), "two edges in one handler are one interrupt");
    }

    @Test
    void aDisabledInterruptWaitsAndAnEdgeIsNotForgotten() {
        var g = GicDriver.booted(1);
        g.edge(DISK);
        g.gic.spi(DISK).pulse();
        assertFalse(g.irq[0]);
        assertEquals(1 << DISK % 32, g.gicd("GICD_ISPENDR1"));
        g.enable(DISK);
        assertTrue(g.irq[0]);
        g.gicd("GICD_ICENABLER1", 1 << DISK % 32);
        assertFalse(g.irq[0]);
        assertEquals(0, g.gicd("GICD_ISENABLER1"));
    }

    @Test
    void softwareSetsAndClearsPending() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.gicd("GICD_ISPENDR1", 2);
        assertTrue(g.irq[0]);
        g.gicd("GICD_ICPENDR1", 2);
        assertFalse(g.irq[0]);

        // An asserted level can't be cleared (IHI 0069, GICD_ICPENDR).
        g.gic.spi(UART).raise();
        g.gicd("GICD_ICPENDR1", 2);
        assertTrue(g.irq[0]);

        g.gic.spi(UART).lower();
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        assertEquals("active", g.state(UART), "what software made pending is taken by the acknowledge, for a level too");
        g.end(UART);
        assertEquals("inactive", g.state(UART));
    }

    @Test
    void softwareSetsAndClearsActive() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.gic.spi(UART).raise();
        g.gicd("GICD_ISACTIVER1", 2);
        assertFalse(g.irq[0]);
        g.gicd("GICD_ICACTIVER1", 2);
        assertTrue(g.irq[0]);
    }

    // ---- enables and masks ----

    @Test
    void nothingPassesBeforeEveryGateIsOpen() {
        var g = new GicDriver(1, 224);
        g.gic.spi(UART).raise();
        g.gicd("GICD_IGROUPR1", -1);
        g.enable(UART);
        g.priority(UART, 0x80);
        g.write(0, GicCpuInterface.PMR, 0xff);
        g.write(0, GicCpuInterface.IGRPEN1, 1);
        g.gicd("GICD_CTLR", 2);
        assertFalse(g.irq[0], "the redistributor is asleep");
        assertEquals(6, g.gicr(0, "GICR_WAKER"));
        g.gicr(0, "GICR_WAKER", 0);
        assertEquals(0, g.gicr(0, "GICR_WAKER"));
        assertTrue(g.irq[0]);

        for (Runnable[] gate : new Runnable[][] {
            {() -> g.gicd("GICD_CTLR", 1), () -> g.gicd("GICD_CTLR", 2)},
            {() -> g.write(0, GicCpuInterface.IGRPEN1, 0), () -> g.write(0, GicCpuInterface.IGRPEN1, 1)},
            {() -> g.write(0, GicCpuInterface.PMR, 0x80), () -> g.write(0, GicCpuInterface.PMR, 0x88)},
            {() -> g.priority(UART, 0xf8), () -> g.priority(UART, 0)},
            {() -> g.gicr(0, "GICR_WAKER", 2), () -> g.gicr(0, "GICR_WAKER", 0)},
            {() -> g.gicd("GICD_IROUTER33", 1), () -> g.gicd("GICD_IROUTER33", 0)},
        }) {
            gate[0].run();
            assertFalse(g.irq[0]);
            assertEquals(NONE, g.acknowledge());
            gate[1].run();
            assertTrue(g.irq[0]);
        }
    }

    @Test
    void groupZeroIsFiqAndHasItsOwnAcknowledge() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.group0(UART);
        g.gic.spi(UART).raise();
        assertTrue(g.fiq[0]);
        assertFalse(g.irq[0]);
        assertEquals(NONE, g.acknowledge());
        assertEquals(NONE, g.read(0, GicCpuInterface.HPPIR1));
        assertEquals(UART, g.read(0, GicCpuInterface.HPPIR0));
        assertEquals(UART, g.read(0, GicCpuInterface.IAR0));
        assertEquals(1 << 0xa0 / 8, g.read(0, GicCpuInterface.AP0R0));
        g.gic.spi(UART).lower();
        g.end(UART);
        assertEquals("active", g.state(UART), "the wrong group's EOIR is ignored");
        g.write(0, GicCpuInterface.EOIR0, UART);
        assertEquals("inactive", g.state(UART));
    }

    @Test
    void aGroupThatTheCpuHasOffDoesNotHideTheOther() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.enable(DISK);
        g.group0(UART);
        g.priority(UART, 0);
        g.gic.spi(UART).raise();
        g.gic.spi(DISK).raise();
        g.write(0, GicCpuInterface.IGRPEN0, 0);
        assertEquals(DISK, g.acknowledge());
    }

    // ---- priorities and preemption (4.8) ----

    @Test
    void theHighestPriorityComesFirstAndOfEqualsTheLowestIntid() {
        var g = GicDriver.booted(1);
        for (int intid : new int[] {100, 60, 61, 27}) {
            g.enable(intid);
            g.gic.inject(intid);
        }
        g.priority(100, 0x40);
        assertEquals(100, g.read(0, GicCpuInterface.HPPIR1));
        int[] order = new int[4];
        for (int i = 0; i < 4; i++) {
            order[i] = g.acknowledge();
            g.end(order[i]);
        }
        assertEquals("[100, 27, 60, 61]", Arrays.toString(order));
    }

    @Test
    void aHigherPriorityPreemptsAndEndsInOrder() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.enable(DISK);
        g.priority(UART, 0xa0);
        g.priority(DISK, 0x40);
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        assertEquals(0xa0, g.read(0, GicCpuInterface.RPR));

        g.gic.inject(DISK);
        assertTrue(g.irq[0]);
        assertEquals(DISK, g.acknowledge());
        assertEquals(0x40, g.read(0, GicCpuInterface.RPR));
        assertEquals(1 << 0xa0 / 8 | 1 << 0x40 / 8, g.read(0, GicCpuInterface.AP1R0));

        g.end(DISK);
        assertEquals(0xa0, g.read(0, GicCpuInterface.RPR));
        g.end(UART);
        assertEquals(0xff, g.read(0, GicCpuInterface.RPR));
    }

    @Test
    void anEqualOrLowerPriorityWaits() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.enable(DISK);
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        g.gic.inject(DISK);
        assertFalse(g.irq[0]);
        assertEquals(NONE, g.acknowledge());
        assertEquals(DISK, g.read(0, GicCpuInterface.HPPIR1), "but it is the highest pending one");
        g.end(UART);
        assertTrue(g.irq[0]);
    }

    @Test
    void theBinaryPointDecidesWhatIsHigh() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.enable(DISK);
        g.priority(UART, 0xa8);
        g.priority(DISK, 0xa0);
        // Group priority of Group 1 with BPR1 = n is [7:n] (4.8): with 4, 0xa8 and 0xa0 are one group.
        g.write(0, GicCpuInterface.BPR1, 4);
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        assertEquals(0xa0, g.read(0, GicCpuInterface.RPR), "the running priority is the group's");
        g.gic.inject(DISK);
        assertFalse(g.irq[0]);
        g.end(UART);
        g.end(g.acknowledge());

        g.write(0, GicCpuInterface.BPR1, 3);
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        g.gic.inject(DISK);
        assertTrue(g.irq[0]);
        assertEquals(DISK, g.acknowledge());
    }

    @Test
    void binaryPointsHaveAMinimumAndCbprTakesGroupZeros() {
        var g = GicDriver.booted(1);
        assertEquals(2, g.read(0, GicCpuInterface.BPR0));
        assertEquals(3, g.read(0, GicCpuInterface.BPR1));
        g.write(0, GicCpuInterface.BPR0, 0);
        g.write(0, GicCpuInterface.BPR1, 0);
        assertEquals(2, g.read(0, GicCpuInterface.BPR0));
        assertEquals(3, g.read(0, GicCpuInterface.BPR1));

        g.write(0, GicCpuInterface.CTLR, 1);
        g.write(0, GicCpuInterface.BPR0, 5);
        assertEquals(6, g.read(0, GicCpuInterface.BPR1), "BPR0 + 1");
        g.write(0, GicCpuInterface.BPR1, 7);
        assertEquals(6, g.read(0, GicCpuInterface.BPR1), "not writable");
        g.enable(UART);
        g.enable(DISK);
        g.priority(UART, 0x30);
        g.priority(DISK, 0x00);
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        g.gic.inject(DISK);
        assertFalse(g.irq[0], "with BPR0 = 5 only [7:6] count");
        g.end(UART);
        g.end(g.acknowledge());
        g.write(0, GicCpuInterface.BPR0, 4);
        g.gic.inject(UART);
        assertEquals(UART, g.acknowledge());
        g.gic.inject(DISK);
        assertTrue(g.irq[0]);
    }

    @Test
    void fiveBitsOfPriority() {
        var g = GicDriver.booted(1);
        g.priority(UART, 0xff);
        assertEquals(0xf8, g.gic.interrupt(UART).priority());
        assertEquals(0xf8, g.gic.distributor().read(GicRegisters.IPRIORITYR + UART, 1));
        assertEquals(0xa0a0f8a0L, g.gicd("GICD_IPRIORITYR8"));
        g.write(0, GicCpuInterface.PMR, 0xff);
        assertEquals(0xf8, g.read(0, GicCpuInterface.PMR));
        assertEquals(0x8c00, g.read(0, GicCpuInterface.CTLR));
    }

    // ---- EOI modes ----

    @Test
    void eoiMode1DropsThePriorityAndLeavesTheInterruptActive() {
        var g = GicDriver.booted(1);
        g.write(0, GicCpuInterface.CTLR, 2);
        IrqLine uart = g.gic.spi(UART);
        g.enable(UART);
        g.enable(DISK);
        uart.raise();
        assertEquals(UART, g.acknowledge());
        g.gic.inject(DISK);
        g.end(UART);
        assertEquals("active and pending", g.state(UART));
        assertEquals(0xff, g.read(0, GicCpuInterface.RPR));
        assertEquals(DISK, g.acknowledge(), "others of its priority may come now");
        g.end(DISK);
        g.write(0, GicCpuInterface.DIR, DISK);
        assertFalse(g.irq[0], "but not itself");
        g.write(0, GicCpuInterface.DIR, UART);
        assertTrue(g.irq[0]);
        assertEquals("pending", g.state(UART));
    }

    @Test
    void dirInEoiMode0AndEndsOfNothingAreIgnoredAndTold() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.gic.spi(UART).raise();
        g.acknowledge();
        g.facts.clear();
        g.write(0, GicCpuInterface.DIR, UART);
        assertEquals("active and pending", g.state(UART));
        g.end(NONE);
        g.end(5000);
        assertEquals(0xa0, g.read(0, GicCpuInterface.RPR));
        g.end(UART);
        g.facts.removeIf(fact -> !fact.startsWith("icc0"));
        assertEquals(2, g.facts.size(), g.facts.toString());
        g.gic.spi(UART).lower();
        g.end(UART);
        assertEquals("icc0: ICC_EOIR1_EL1 written with INTID 33 while no interrupt is active (IHI 0069, 12.2)", g.facts.getLast());
    }

    // ---- SGIs ----

    @Test
    void sgisReachSelfATargetListAndAllOthers() {
        var g = GicDriver.booted(3);
        for (int cpu = 0; cpu < 3; cpu++) {
            g.enable(5, cpu);
        }
        g.write(0, GicCpuInterface.SGI1R, 5L << 24 | 0b001);
        assertArrayEquals(g.irq, true, false, false);
        assertEquals(5, g.acknowledge(0));
        g.end(0, 5);

        g.write(0, GicCpuInterface.SGI1R, 5L << 24 | 0b110);
        assertArrayEquals(g.irq, false, true, true);
        assertEquals(5, g.acknowledge(1));
        assertEquals(5, g.acknowledge(2));
        g.end(1, 5);
        g.end(2, 5);

        g.write(1, GicCpuInterface.SGI1R, 5L << 24 | 1L << 40);
        assertArrayEquals(g.irq, true, false, true);
        assertTrue(g.facts.contains("SGI 5 from cpu1 to cpu2"));
    }

    @Test
    void sgisGoByAffinityAndByGroup() {
        var g = GicDriver.booted(18);
        assertEquals(0x101, Gicv3.affinity(17));
        g.enable(3, 17);
        g.enable(3, 1);
        g.write(0, GicCpuInterface.SGI1R, 3L << 24 | 0b10);
        assertTrue(g.irq[1]);
        assertFalse(g.irq[17]);
        g.write(0, GicCpuInterface.SGI1R, 3L << 24 | 1L << 16 | 0b10);
        assertTrue(g.irq[17]);

        g.enable(4, 2);
        g.write(0, GicCpuInterface.SGI0R, 4L << 24 | 0b100);
        assertEquals("inactive", g.gic.interrupt(4, 2).state(), "SGI 4 is in Group 1 there");
        g.gicr(2, "GICR_IGROUPR0", ~(1L << 4));
        g.write(0, GicCpuInterface.SGI0R, 4L << 24 | 0b100);
        assertTrue(g.fiq[2]);
    }

    // ---- private interrupts, routing, 1 of N ----

    @Test
    void aPpiBelongsToItsCpu() {
        var g = GicDriver.booted(2);
        g.enable(27, 1);
        IrqLine timer = g.gic.ppi(1, 27);
        timer.raise();
        assertArrayEquals(g.irq, false, true);
        assertEquals(27, g.acknowledge(1));
        assertEquals("inactive", g.gic.interrupt(27, 0).state());
        timer.lower();
        g.end(1, 27);
        assertEquals("inactive", g.gic.interrupt(27, 1).state());
    }

    @Test
    void iRouterSendsAnSpiToOneCpu() {
        var g = GicDriver.booted(3);
        g.enable(DISK);
        g.gic.spi(DISK).raise();
        assertArrayEquals(g.irq, true, false, false);
        g.gicd("GICD_IROUTER48", 2);
        assertArrayEquals(g.irq, false, false, true);
        g.gicd("GICD_IROUTER48", 1L << 32 | 2);
        assertArrayEquals(g.irq, false, false, false);
        assertEquals(1L << 32 | 2, g.gicd("GICD_IROUTER48"));
        g.gicd("GICD_IROUTER48", 1);
        assertEquals(DISK, g.acknowledge(1));
        g.gicd("GICD_IROUTER48", 2);
        g.write(2, GicCpuInterface.CTLR, 2);
        g.write(2, GicCpuInterface.DIR, DISK);
        assertTrue(g.irq[2], "any CPU may deactivate an SPI");
        assertEquals(DISK, g.acknowledge(2));
        g.gicd("GICD_IROUTER48", 0);
        g.write(2, GicCpuInterface.CTLR, 0);
        g.end(2, DISK);
        assertArrayEquals(g.irq, true, false, false);
    }

    @Test
    void oneOfNGoesToExactlyOneCpuThatIsFree() {
        var g = GicDriver.booted(3);
        for (int intid : new int[] {40, 41, 42, 43}) {
            g.enable(intid);
            g.gicd("GICD_IROUTER" + intid, 1L << 31);
        }
        g.gic.inject(40);
        assertArrayEquals(g.irq, true, false, false);
        g.gic.inject(41);
        assertArrayEquals(g.irq, true, false, false);
        assertEquals(40, g.acknowledge(0));
        assertArrayEquals(g.irq, false, true, false);
        g.write(1, GicCpuInterface.IGRPEN1, 0);
        assertArrayEquals(g.irq, false, false, true);
        assertEquals(NONE, g.acknowledge(1));
        assertEquals(41, g.acknowledge(2));
        g.gic.inject(42);
        assertArrayEquals(g.irq, false, false, false);
        assertEquals(42, g.gic.cpuState(0).highestPending(), "all are busy: it waits at the first that takes part");
        g.end(2, 41);
        assertArrayEquals(g.irq, false, false, true);
        g.gicr(2, "GICR_WAKER", 2);
        assertArrayEquals(g.irq, false, false, false);
        g.end(0, 40);
        assertArrayEquals(g.irq, true, false, false);
    }

    // ---- what the registers tell ----

    @Test
    void theDistributorTellsWhatItIs() {
        var g = new GicDriver(1, 224);
        assertEquals(0x50, g.gicd("GICD_CTLR"), "DS and ARE");
        g.gicd("GICD_CTLR", -1);
        assertEquals(0x53, g.gicd("GICD_CTLR"), "RWP is never set");
        assertEquals(0x43b, g.gicd("GICD_IIDR"));
        MmioRegister typer = g.gic.distributor().registers().at(4);
        assertEquals(7, typer.fields().getLast().of(g.gicd("GICD_TYPER")), "ITLinesNumber: INTIDs up to 255");
        assertEquals(0x3b, g.gicd("GICD_PIDR2"), "architecture revision 3");
        assertEquals(MmioDevice.Exits.IN_KERNEL, g.gic.distributor().exits());
        assertEquals("GICD_ISENABLER7", g.gic.distributor().registerName(0x11c));
        assertEquals("GICD_IROUTER33+4", g.gic.distributor().registerName(0x610c));
    }

    @Test
    void theRedistributorsTellWhoseTheyAre() {
        var g = new GicDriver(18, 32);
        assertEquals(0L, g.gicr(0, "GICR_TYPER"));
        assertEquals(0x101L << 32 | 17 << 8 | 1 << 4, g.gicr(17, "GICR_TYPER"));
        assertEquals(0x1110, g.gic.redistributors().get(17).read(8, 4));
        assertEquals(0x101, g.gic.redistributors().get(17).read(12, 4));
        assertEquals(0x3b, g.gicr(3, "GICR_PIDR2"));
        assertEquals(0xaaaaaaaaL, g.gicr(3, "GICR_ICFGR0"));
        g.gicr(3, "GICR_ICFGR0", 0);
        assertEquals(0xaaaaaaaaL, g.gicr(3, "GICR_ICFGR0"), "SGIs are edges");
        g.gicr(3, "GICR_ICFGR1", 0x0000_000c);
        assertEquals(0x0000_0008L, g.gicr(3, "GICR_ICFGR1"), "bit 0 of each field is reserved");
        assertTrue(g.gic.interrupt(17, 3).edge());
    }

    @Test
    void resetValuesAreThoseOfTheTables() {
        var g = new GicDriver(2, 224);
        for (var device : new dev.cellvisor.memory.RegisterDevice[] {g.gic.distributor(), g.gic.redistributors().get(1)}) {
            for (MmioRegister register : device.registers().registers()) {
                for (int i = 0; i < register.count(); i++) {
                    long offset = register.offset() + (long) i * register.sizeBytes();
                    assertEquals(register.reset(), device.peek(offset), device.registerName(offset));
                    assertEquals(register.reset(), device.read(offset, register.sizeBytes()), device.registerName(offset));
                }
            }
        }
        assertTrue(g.facts.isEmpty(), g.facts.toString());
    }

    @Test
    void accessesOfTheWrongWidthAreIgnoredAndTold() {
        var g = GicDriver.booted(1);
        var gicd = g.gic.distributor();
        assertEquals(0, gicd.read(0, 8));
        assertEquals(0, gicd.read(0x100, 1));
        assertEquals(0, gicd.read(0x102, 4));
        gicd.write(0x104, 2, 0xffff);
        assertEquals(0, g.gicd("GICD_ISENABLER1"));
        assertEquals("gicd: write of 2 bytes at offset 0x0104 (GICD_ISENABLER1) ignored (IHI 0069, GIC memory-mapped register access)", g.facts.getLast());
        for (int size : new int[] {1, 2, 4, 8}) {
            for (long offset = 0; offset < 0x1_0000; offset += size) {
                gicd.read(offset, size);
                gicd.write(offset, size, -1);
            }
            for (long offset = 0; offset < 0x2_0000; offset += size) {
                g.gic.redistributors().get(0).read(offset, size);
                g.gic.redistributors().get(0).write(offset, size, -1);
            }
        }
    }

    @Test
    void systemRegistersHaveTheirDirectionAndBelongToEl1() {
        var g = GicDriver.booted(1);
        var icc = g.gic.cpuInterface(0);
        for (int encoding : new int[] {GicCpuInterface.EOIR1, GicCpuInterface.SGI1R, GicCpuInterface.DIR}) {
            assertTrue(icc.handles(encoding));
            assertThrows(UndefinedAccess.class, () -> icc.read(encoding, 1));
        }
        for (int encoding : new int[] {GicCpuInterface.IAR1, GicCpuInterface.RPR, GicCpuInterface.HPPIR0}) {
            assertTrue(icc.handles(encoding));
            assertThrows(UndefinedAccess.class, () -> icc.write(encoding, 1, 0));
        }
        assertThrows(UndefinedAccess.class, () -> icc.read(GicCpuInterface.PMR, 0));
        assertThrows(UndefinedAccess.class, () -> icc.write(GicCpuInterface.PMR, 0, 0));
        assertEquals(7, icc.read(GicCpuInterface.SRE, 1));
        icc.write(GicCpuInterface.SRE, 1, 0);
        assertEquals(7, icc.read(GicCpuInterface.SRE, 1));
        assertFalse(icc.handles(GicCpuInterface.AP0R0 + 1), "ICC_AP0R1_EL1 needs 6 bits of priority");
    }

    @Test
    void lookingAtASystemRegisterHasNoEffect() {
        var g = GicDriver.booted(1);
        var icc = g.gic.cpuInterface(0);
        assertEquals(20, icc.registerNames().size());
        assertTrue(icc.registerNames().values().stream().allMatch(icc::handles));
        g.enable(UART);
        g.gic.inject(UART);
        int iar1 = icc.registerNames().get("ICC_IAR1_EL1");
        assertEquals(UART, icc.peek(iar1));
        assertEquals(UART, icc.peek(iar1));
        assertEquals(UART, g.acknowledge());
        assertEquals(NONE, icc.peek(iar1));
        assertEquals(0, icc.peek(GicCpuInterface.EOIR1));
    }

    @Test
    void enablingAGroupInItsSleepIsTold() {
        var g = new GicDriver(1, 32);
        g.write(0, GicCpuInterface.IGRPEN1, 1);
        assertEquals("icc0: an interrupt group is enabled while GICR_WAKER.ProcessorSleep is 1 (IHI 0069, 12.2)", g.facts.getLast());
    }

    @Test
    void mistakesOfTheCallerAreNamed() {
        var g = GicDriver.booted(2);
        assertEquals("INTID 1 is no SPI of this controller; they are 32 to 255, SPI number 1 is INTID 33",
                assertThrows(IllegalArgumentException.class, () -> g.gic.spi(1)).getMessage());
        assertEquals("INTID 11 is no PPI; they are 16 to 31, PPI number 11 is INTID 27",
                assertThrows(IllegalArgumentException.class, () -> g.gic.ppi(0, 11)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> g.gic.inject(256));
        assertThrows(IllegalArgumentException.class, () -> g.gic.inject(-1));
        assertThrows(IllegalArgumentException.class, () -> g.gic.cpuInterface(2));
        assertThrows(IllegalArgumentException.class, () -> new Gicv3(1, 100, g.trace));
        assertThrows(IllegalArgumentException.class, () -> new Gicv3(0, 32, g.trace));
    }

    // ---- state and facts ----

    @Test
    void aRestoredControllerGoesOnWhereTheOtherWas() {
        var g = GicDriver.booted(2);
        g.edge(DISK);
        g.enable(DISK);
        g.gicd("GICD_IROUTER48", 1);
        g.enable(UART);
        g.gicd("GICD_IROUTER33", 1L << 31);
        g.gic.spi(UART).raise();
        g.acknowledge(0);
        g.priority(DISK, 0x20);
        g.gic.spi(DISK).pulse();
        var saved = g.gic.save();
        assertEquals(saved, g.gic.save(), "saving changes nothing");

        var h = new GicDriver(2, 224);
        h.gic.restore(saved);
        assertEquals(saved, h.gic.save());
        assertArrayEquals(h.irq, false, true);
        assertEquals(DISK, h.acknowledge(1));
        assertEquals(NONE, h.acknowledge(0));
        h.end(0, UART);
        assertArrayEquals(h.irq, true, false);
        h.gic.spi(UART).lower();
        assertArrayEquals(h.irq, false, false);

        var other = new GicDriver(1, 224);
        var before = other.gic.save();
        assertThrows(StateException.class, () -> other.gic.restore(saved));
        assertThrows(StateException.class, () -> new GicDriver(2, 32).gic.restore(saved));
        assertEquals(before, other.gic.save());
    }

    @Test
    void theTraceTellsTheWholeStory() {
        var g = GicDriver.booted(1);
        g.enable(UART);
        g.facts.clear();
        g.gic.spi(UART).raise();
        g.acknowledge();
        g.gic.spi(UART).lower();
        g.end(UART);
        assertEquals(String.join("\n",
                "SPI 1 (INTID 33) asserted",
                "IRQ to cpu0 for SPI 1 (INTID 33)",
                "cpu0 acknowledged SPI 1 (INTID 33) at priority 0xa0",
                "SPI 1 (INTID 33) deasserted",
                "cpu0 ended SPI 1 (INTID 33)"), String.join("\n", g.facts));
        assertEquals("INTID 33 (SPI 1) to CPU 0.0.0.0: enabled, inactive, level, priority 0xa0, group 1", g.gic.interrupt(UART).toString());
        assertEquals(1, g.gic.interrupts().size());
    }

    private static void assertArrayEquals(boolean[] actual, boolean... expected) {
        assertEquals(Arrays.toString(expected), Arrays.toString(actual));
    }
}
