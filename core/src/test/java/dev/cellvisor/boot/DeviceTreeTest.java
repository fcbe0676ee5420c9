package dev.cellvisor.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTreeTest {

    private static DeviceTree sample() {
        var tree = new DeviceTree();
        DeviceTree.Node root = tree.root();
        root.cells("#address-cells", 2).text("compatible", "a,b", "c,d").flag("empty");
        DeviceTree.Node soc = root.node("soc");
        soc.node("uart@9000000").longs("reg", 0x9000000, 0x1000).property("odd", (byte) 1, (byte) 2, (byte) 3);
        root.cells("interrupt-parent", soc.node("gic").phandle());
        return tree;
    }

    @Test
    void whatIsWrittenIsReadBack() {
        DeviceTree read = DeviceTree.parse(sample().toBytes());
        assertEquals(sample().toString(), read.toString());
        assertArrayEquals(sample().toBytes(), read.toBytes());
        assertEquals(List.of("a,b", "c,d"), read.root().texts("compatible"));
        assertArrayEquals(new int[] {0, 0x9000000, 0, 0x1000}, read.at("/soc/uart@9000000").cells("reg"));
        assertEquals("/soc/gic", read.byPhandle(read.root().cell("interrupt-parent", 0)).path());
    }

    @Test
    void aParsedTreeGivesNoPhandleTwice() {
        DeviceTree read = DeviceTree.parse(sample().toBytes());
        assertFalse(read.root().node("new").phandle() == read.root().cell("interrupt-parent", 0));
    }

    @Test
    void namesThatAreNotThereAreAnsweredWithThoseThatAre() {
        var e = assertThrows(IllegalArgumentException.class, () -> sample().at("/soc/uart"));
        assertTrue(e.getMessage().contains("uart@9000000"), e.getMessage());
        assertFalse(sample().has("/soc/uart"));
        assertTrue(sample().has("/soc/gic"));
    }

    @Test
    void itsSizeIsKnownBeforeItIsWritten() {
        DeviceTree tree = sample();
        assertEquals(tree.toBytes().length, tree.sizeBytes());
        tree.root().text("odd", "a text of an odd length, and a name that stands nowhere else").node("a-node-with-a-long-name@1").flag("odd");
        assertEquals(tree.toBytes().length, tree.sizeBytes());
    }

    @Test
    void bytesThatAreNoTreeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DeviceTree.parse(new byte[100]));
        byte[] blob = sample().toBytes();
        assertThrows(IllegalArgumentException.class, () -> DeviceTree.parse(java.util.Arrays.copyOf(blob, 100)));
    }

    @Test
    void sourceTextShowsTextsCellsAndBytes() {
        assertEquals("""
                /dts-v1/;

                / {
                	#address-cells = <0x02>;
                	compatible = "a,b", "c,d";
                	empty;
                	interrupt-parent = <0x8000>;

                	soc {

                		uart@9000000 {
                			reg = <0x00 0x9000000 0x00 0x1000>;
                			odd = [01 02 03];
                		};

                		gic {
                			phandle = <0x8000>;
                		};
                	};
                };
                """, sample().toString());
    }
}
