package dev.cellvisor.boot.pc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * ACPI Machine Language, the little of it that a fixed set of devices takes (ACPI 6.5, chapter 20): scopes, devices, names, integers, texts, EISA numbers,
 * packages and resource templates.
 */
public final class Aml {
    private static final int NAME_OP = 0x08;
    private static final int SCOPE_OP = 0x10;
    private static final int BUFFER_OP = 0x11;
    private static final int PACKAGE_OP = 0x12;
    private static final int STRING_PREFIX = 0x0d;
    private static final int EXT_PREFIX = 0x5b;
    private static final int DEVICE_OP = 0x82;
    private static final int BYTE_PREFIX = 0x0a;
    private static final int WORD_PREFIX = 0x0b;
    private static final int DWORD_PREFIX = 0x0c;
    private static final int QWORD_PREFIX = 0x0e;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Nothing yet. */
    public Aml() {
    }

    /** What was written. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** {@code Scope (NAME) {…}}, from where this stands: at the beginning, the root. */
    public Aml scope(String name, Aml inside) {
        bytes.write(SCOPE_OP);
        return sized(join(segment(name), inside.bytes()));
    }

    /** {@code Device (NAME) {…}}. */
    public Aml device(String name, Aml inside) {
        bytes.write(EXT_PREFIX);
        bytes.write(DEVICE_OP);
        return sized(join(segment(name), inside.bytes()));
    }

    /** {@code Name (NAME, number)}. */
    public Aml name(String name, long number) {
        return name(name, integer(number));
    }

    /** {@code Name (NAME, "text")}. */
    public Aml name(String name, String text) {
        return name(name, join(new byte[] {STRING_PREFIX}, text.getBytes(StandardCharsets.US_ASCII), new byte[1]));
    }

    /** {@code Name (NAME, EisaId ("PNP0501"))}: three letters, four hexadecimal digits. */
    public Aml eisaId(String name, String id) {
        int letters = (id.charAt(0) & 0x1f) << 10 | (id.charAt(1) & 0x1f) << 5 | id.charAt(2) & 0x1f;
        int number = Integer.parseInt(id.substring(3), 16);
        // The letters stand big-endian, which the number's bytes are swapped for.
        return name(name, join(new byte[] {DWORD_PREFIX}, little(Integer.reverseBytes(letters << 16 | number) & 0xffff_ffffL, 4)));
    }

    /** {@code Name (NAME, Package () {numbers})}. */
    public Aml packageOf(String name, long... numbers) {
        byte[] elements = {(byte) numbers.length};
        for (long number : numbers) {
            elements = join(elements, integer(number));
        }
        return name(name, join(new byte[] {PACKAGE_OP}, packageLength(elements.length), elements));
    }

    /** {@code Name (_CRS, ResourceTemplate () {…})}. */
    public Aml resources(Resources template) {
        byte[] body = template.bytes();
        byte[] buffer = join(integer(body.length), body);
        return name("_CRS", join(new byte[] {BUFFER_OP}, packageLength(buffer.length), buffer));
    }

    private Aml name(String name, byte[] object) {
        bytes.write(NAME_OP);
        bytes.writeBytes(segment(name));
        bytes.writeBytes(object);
        return this;
    }

    private Aml sized(byte[] body) {
        bytes.writeBytes(packageLength(body.length));
        bytes.writeBytes(body);
        return this;
    }

    /** A length that counts its own bytes too: six bits, or four and up to three bytes more. */
    static byte[] packageLength(int bodyBytes) {
        if (bodyBytes + 1 < 1 << 6) {
            return new byte[] {(byte) (bodyBytes + 1)};
        }
        for (int more = 1; more <= 3; more++) {
            int length = bodyBytes + 1 + more;
            if (length < 1 << 4 + 8 * more) {
                byte[] encoded = new byte[1 + more];
                encoded[0] = (byte) (more << 6 | length & 0xf);
                for (int i = 0; i < more; i++) {
                    encoded[1 + i] = (byte) (length >> 4 + 8 * i);
                }
                return encoded;
            }
        }
        throw new IllegalArgumentException(bodyBytes + " bytes are too many for one AML package");
    }

    private static byte[] segment(String name) {
        return (name + "____").substring(0, 4).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] integer(long number) {
        if (number == 0 || number == 1) {
            return new byte[] {(byte) number};
        }
        if (number >>> 8 == 0) {
            return join(new byte[] {BYTE_PREFIX}, little(number, 1));
        }
        if (number >>> 16 == 0) {
            return join(new byte[] {WORD_PREFIX}, little(number, 2));
        }
        return number >>> 32 == 0 ? join(new byte[] {DWORD_PREFIX}, little(number, 4)) : join(new byte[] {QWORD_PREFIX}, little(number, 8));
    }

    static byte[] little(long number, int size) {
        byte[] encoded = new byte[size];
        for (int i = 0; i < size; i++) {
            encoded[i] = (byte) (number >>> 8 * i);
        }
        return encoded;
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** What a device occupies (ACPI 6.5, 6.4). */
    public static final class Resources {
        private final ByteArrayOutputStream items = new ByteArrayOutputStream();

        /** {@code Memory32Fixed (ReadWrite, address, size)}. */
        public Resources memory(long address, long sizeBytes) {
            items.writeBytes(join(new byte[] {(byte) 0x86, 9, 0, 1}, little(address, 4), little(sizeBytes, 4)));
            return this;
        }

        /** {@code IO (Decode16, port, port, 1, size)}. */
        public Resources ports(int port, int size) {
            items.writeBytes(join(new byte[] {0x47, 1}, little(port, 2), little(port, 2), new byte[] {1, (byte) size}));
            return this;
        }

        /** {@code Interrupt (ResourceConsumer, Level or Edge, ActiveHigh, Exclusive) {gsi}}. */
        public Resources interrupt(int gsi, boolean edge) {
            items.writeBytes(join(new byte[] {(byte) 0x89, 6, 0, (byte) (1 | (edge ? 2 : 0)), 1}, little(gsi, 4)));
            return this;
        }

        private byte[] bytes() {
            return join(items.toByteArray(), new byte[] {0x79, 0}); // the end tag; a checksum of 0 is always right
        }
    }
}
