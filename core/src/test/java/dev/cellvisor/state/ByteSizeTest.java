package dev.cellvisor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes as people write them. */
class ByteSizeTest {
    @Test
    void aNumberHasAUnitOrIsMebibytes() {
        assertEquals(65536L << 10, ByteSize.parse("65536K"));
        assertEquals(512L << 20, ByteSize.parse("512m"));
        assertEquals(512L << 20, ByteSize.parse("512"));
        assertEquals(2L << 30, ByteSize.parse("2G"));
        assertEquals(0, ByteSize.parse("0"));
        assertEquals(Long.MAX_VALUE >> 30 << 30, ByteSize.parse((Long.MAX_VALUE >> 30) + "G"));
    }

    @Test
    void whatIsNoSizeIsSaidSo() {
        for (String text : List.of("", "G", "-1", "1T", "1 G", "1.5G", "2GB", (Long.MAX_VALUE >> 30) + 1 + "G", "99999999999999999999")) {
            assertEquals("'" + text + "' is no size such as 512M, 2G or 65536K", assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text)).getMessage());
        }
    }
}
