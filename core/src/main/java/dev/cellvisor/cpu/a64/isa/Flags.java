package dev.cellvisor.cpu.a64.isa;

/** N, Z, C and V in bits 31 to 28, and conditions over them. */
final class Flags {

    /** For each condition, a 16-bit truth table indexed by NZCV (Arm ARM, C1.2.4); 14 and 15 always hold. */
    private static final char[] HOLDS = truthTables();

    private Flags() {
    }

    static int add64(long a, long b) {
        long r = a + b;
        int n = (int) (r >>> 32) & 0x8000_0000;
        int z = r == 0 ? 0x4000_0000 : 0;
        int c = (int) (((a & b | (a | b) & ~r) >>> 34) & 0x2000_0000);
        int v = (int) (((a ^ r) & (b ^ r)) >>> 35) & 0x1000_0000;
        return n | z | c | v;
    }

    static int sub64(long a, long b) {
        long r = a - b;
        int n = (int) (r >>> 32) & 0x8000_0000;
        int z = r == 0 ? 0x4000_0000 : 0;
        int c = (int) (((a & ~b | (a | ~b) & ~r) >>> 34) & 0x2000_0000);
        int v = (int) (((a ^ b) & (a ^ r)) >>> 35) & 0x1000_0000;
        return n | z | c | v;
    }

    static int add32(int a, int b) {
        int r = a + b;
        int z = r == 0 ? 0x4000_0000 : 0;
        int c = (a & b | (a | b) & ~r) >>> 2 & 0x2000_0000;
        int v = ((a ^ r) & (b ^ r)) >>> 3 & 0x1000_0000;
        return r & 0x8000_0000 | z | c | v;
    }

    static int sub32(int a, int b) {
        int r = a - b;
        int z = r == 0 ? 0x4000_0000 : 0;
        int c = (a & ~b | (a | ~b) & ~r) >>> 2 & 0x2000_0000;
        int v = ((a ^ b) & (a ^ r)) >>> 3 & 0x1000_0000;
        return r & 0x8000_0000 | z | c | v;
    }

    /** N and Z of a 64-bit result; C and V clear. */
    static int logic64(long r) {
        return (int) (r >>> 32) & 0x8000_0000 | (r == 0 ? 0x4000_0000 : 0);
    }

    /** N and Z of a 32-bit result; C and V clear. */
    static int logic32(int r) {
        return r & 0x8000_0000 | (r == 0 ? 0x4000_0000 : 0);
    }

    /** Whether a condition (0 to 15) holds. */
    static boolean holds(int condition, int nzcv) {
        return (HOLDS[condition] >>> (nzcv >>> 28) & 1) != 0;
    }

    private static char[] truthTables() {
        char[] tables = new char[16];
        for (int condition = 0; condition < 16; condition++) {
            for (int nzcv = 0; nzcv < 16; nzcv++) {
                boolean n = (nzcv & 8) != 0;
                boolean z = (nzcv & 4) != 0;
                boolean c = (nzcv & 2) != 0;
                boolean v = (nzcv & 1) != 0;
                boolean holds = switch (condition >> 1) {
                    case 0 -> z;
                    case 1 -> c;
                    case 2 -> n;
                    case 3 -> v;
                    case 4 -> c && !z;
                    case 5 -> n == v;
                    case 6 -> n == v && !z;
                    default -> true;
                };
                if (holds != ((condition & 1) == 1 && condition != 15)) {
                    tables[condition] |= (char) (1 << nzcv);
                }
            }
        }
        return tables;
    }
}
