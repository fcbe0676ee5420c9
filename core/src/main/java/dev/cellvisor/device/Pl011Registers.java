package dev.cellvisor.device;

import dev.cellvisor.memory.MmioRegister;
import dev.cellvisor.memory.RegisterTable;
import java.util.ArrayList;
import java.util.List;

/** The PL011's registers: offsets and bits once, and the table made of them (PL011 TRM, DDI 0183, 3.2). */
final class Pl011Registers {
    static final int DR = 0x000;
    static final int RSR = 0x004;
    static final int FR = 0x018;
    static final int ILPR = 0x020;
    static final int IBRD = 0x024;
    static final int FBRD = 0x028;
    static final int LCR_H = 0x02c;
    static final int CR = 0x030;
    static final int IFLS = 0x034;
    static final int IMSC = 0x038;
    static final int RIS = 0x03c;
    static final int MIS = 0x040;
    static final int ICR = 0x044;
    static final int DMACR = 0x048;
    static final int IDS = 0xfe0;

    static final int DR_OE = 1 << 11;
    static final int RSR_OE = 1 << 3;

    static final int FR_RI = 1 << 8;
    static final int FR_TXFE = 1 << 7;
    static final int FR_RXFF = 1 << 6;
    static final int FR_RXFE = 1 << 4;
    static final int FR_DCD = 1 << 2;
    static final int FR_DSR = 1 << 1;
    static final int FR_CTS = 1;

    static final int LCR_H_FEN = 1 << 4;

    static final int CR_OUT2 = 1 << 13;
    static final int CR_OUT1 = 1 << 12;
    static final int CR_RTS = 1 << 11;
    static final int CR_DTR = 1 << 10;
    static final int CR_RXE = 1 << 9;
    static final int CR_TXE = 1 << 8;
    static final int CR_LBE = 1 << 7;
    static final int CR_UARTEN = 1;
    static final int CR_RESET = CR_RXE | CR_TXE;
    static final int CR_MASK = 0xff87;

    static final int IFLS_RESET = 0x12;

    static final int INT_OE = 1 << 10;
    static final int INT_RT = 1 << 6;
    static final int INT_TX = 1 << 5;
    static final int INT_RX = 1 << 4;
    static final int INT_DSR = 1 << 3;
    static final int INT_DCD = 1 << 2;
    static final int INT_CTS = 1 << 1;
    static final int INT_RI = 1;
    static final int INT_MASK = 0x7ff;

    /** UARTPeriphID0 to 3, UARTPCellID0 to 3. Revision 1: from revision 3 on drivers expect FIFOs of 32. */
    private static final int[] ID = {0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

    static final RegisterTable TABLE = table();

    private Pl011Registers() {
    }

    static int id(int offset) {
        return ID[offset - IDS >> 2];
    }

    private static RegisterTable table() {
        List<MmioRegister> table = new ArrayList<>();
        table.add(MmioRegister.rw("UARTDR", DR, 0).bit("OE", 11).bit("BE", 10).bit("PE", 9).bit("FE", 8).field("DATA", 7, 0));
        table.add(MmioRegister.rw("UARTRSR", RSR, 0).bit("OE", 3).bit("BE", 2).bit("PE", 1).bit("FE", 0));
        table.add(MmioRegister.ro("UARTFR", FR, FR_TXFE | FR_RXFE).bit("RI", 8).bit("TXFE", 7).bit("RXFF", 6).bit("TXFF", 5).bit("RXFE", 4)
                .bit("BUSY", 3).bit("DCD", 2).bit("DSR", 1).bit("CTS", 0));
        table.add(MmioRegister.rw("UARTILPR", ILPR, 0).field("ILPDVSR", 7, 0));
        table.add(MmioRegister.rw("UARTIBRD", IBRD, 0).field("BAUD_DIVINT", 15, 0));
        table.add(MmioRegister.rw("UARTFBRD", FBRD, 0).field("BAUD_DIVFRAC", 5, 0));
        table.add(MmioRegister.rw("UARTLCR_H", LCR_H, 0).bit("SPS", 7).field("WLEN", 6, 5).bit("FEN", 4).bit("STP2", 3).bit("EPS", 2)
                .bit("PEN", 1).bit("BRK", 0));
        table.add(MmioRegister.rw("UARTCR", CR, CR_RESET).bit("CTSEN", 15).bit("RTSEN", 14).bit("Out2", 13).bit("Out1", 12).bit("RTS", 11)
                .bit("DTR", 10).bit("RXE", 9).bit("TXE", 8).bit("LBE", 7).bit("SIRLP", 2).bit("SIREN", 1).bit("UARTEN", 0));
        table.add(MmioRegister.rw("UARTIFLS", IFLS, IFLS_RESET).field("RXIFLSEL", 5, 3).field("TXIFLSEL", 2, 0));
        table.add(interrupts(MmioRegister.rw("UARTIMSC", IMSC, 0), "IM"));
        table.add(interrupts(MmioRegister.ro("UARTRIS", RIS, 0), "RIS"));
        table.add(interrupts(MmioRegister.ro("UARTMIS", MIS, 0), "MIS"));
        table.add(interrupts(MmioRegister.wo("UARTICR", ICR), "IC"));
        table.add(MmioRegister.rw("UARTDMACR", DMACR, 0).bit("DMAONERR", 2).bit("TXDMAE", 1).bit("RXDMAE", 0));
        for (int i = 0; i < ID.length; i++) {
            table.add(MmioRegister.ro(i < 4 ? "UARTPeriphID" + i : "UARTPCellID" + (i - 4), IDS + 4 * i, ID[i]));
        }
        return new RegisterTable(table);
    }

    private static MmioRegister interrupts(MmioRegister register, String suffix) {
        String[] names = {"RIM", "CTSM", "DCDM", "DSRM", "RX", "TX", "RT", "FE", "PE", "BE", "OE"};
        MmioRegister all = register;
        for (int bit = names.length - 1; bit >= 0; bit--) {
            String stem = bit < 4 ? names[bit].substring(0, names[bit].length() - 1) + (suffix.equals("IM") ? "MIM" : "M" + suffix) : names[bit] + suffix;
            all = all.bit(stem, bit);
        }
        return all;
    }
}
