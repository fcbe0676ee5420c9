package dev.cellvisor.virtio;

import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_FREE_PAGE_HINT;
import static dev.cellvisor.virtio.balloon.BalloonFeature.VIRTIO_BALLOON_F_PAGE_POISON;
import static dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_EMERG_WRITE;
import static dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_MULTIPORT;
import static dev.cellvisor.virtio.console.ConsoleFeature.VIRTIO_CONSOLE_F_SIZE;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HASH_REPORT;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_HASH_TUNNEL;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MAC;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MQ;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_MTU;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_RSS;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_SPEED_DUPLEX;
import static dev.cellvisor.virtio.net.NetFeature.VIRTIO_NET_F_STATUS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cellvisor.net.Switch;
import dev.cellvisor.virtio.balloon.BalloonDevice;
import dev.cellvisor.virtio.console.ConsoleDevice;
import dev.cellvisor.virtio.net.NetOptions;
import dev.cellvisor.virtio.net.NetworkDevice;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Fields of the configuration space that a feature brings: where it is not offered, there is nothing to read or to write. The block device's are in its own test. */
class OptionalFieldsTest {
    private static final List<String> TOLD = List.of("CFG-DRV-03");

    private static NetworkDevice network() {
        return new NetworkDevice(NetOptions.DEFAULT.pairs(2).hashing(true), new Switch().port("cable"));
    }

    private static List<String> toldOfReading(VirtioDevice device, String field) {
        Rig rig = Rig.of(device);
        rig.driver.begin();
        rig.driver.read(field);
        return rig.violations();
    }

    /** The field is there with each of the features alone, and not without all of them. */
    private static void needs(Supplier<VirtioDevice> made, String field, FeatureBit... oneOf) {
        assertEquals(TOLD, toldOfReading(made.get().withhold(oneOf), field), field + " without " + List.of(oneOf));
        for (FeatureBit there : oneOf) {
            FeatureBit[] others = Arrays.stream(oneOf).filter(feature -> feature != there).toArray(FeatureBit[]::new);
            assertEquals(List.of(), toldOfReading(made.get().withhold(others), field), field + " with " + there);
        }
    }

    @Test
    @Rule("CFG-DRV-03")
    void eachFieldOfTheNetworkDeviceNeedsItsFeature() {
        needs(OptionalFieldsTest::network, "status", VIRTIO_NET_F_STATUS);
        needs(OptionalFieldsTest::network, "max_virtqueue_pairs", VIRTIO_NET_F_MQ, VIRTIO_NET_F_RSS);
        needs(OptionalFieldsTest::network, "mtu", VIRTIO_NET_F_MTU);
        needs(OptionalFieldsTest::network, "speed", VIRTIO_NET_F_SPEED_DUPLEX);
        needs(OptionalFieldsTest::network, "duplex", VIRTIO_NET_F_SPEED_DUPLEX);
        needs(OptionalFieldsTest::network, "rss_max_key_size", VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT);
        needs(OptionalFieldsTest::network, "rss_max_indirection_table_length", VIRTIO_NET_F_RSS);
        needs(OptionalFieldsTest::network, "supported_hash_types", VIRTIO_NET_F_RSS, VIRTIO_NET_F_HASH_REPORT);
        needs(OptionalFieldsTest::network, "supported_tunnel_types", VIRTIO_NET_F_HASH_TUNNEL);
        assertEquals(List.of(), toldOfReading(network().withhold(VIRTIO_NET_F_MAC), "mac"), "it always exists (VIRTIO 1.4, 5.1.4)");
    }

    @Test
    @Rule("CFG-DRV-03")
    void eachFieldOfTheConsoleNeedsItsFeature() {
        for (String field : List.of("cols", "rows")) {
            needs(() -> new ConsoleDevice(2), field, VIRTIO_CONSOLE_F_SIZE);
        }
        needs(() -> new ConsoleDevice(2), "max_nr_ports", VIRTIO_CONSOLE_F_MULTIPORT);
        assertEquals(TOLD, toldOfReading(new ConsoleDevice(), "max_nr_ports"), "a console of one port does not offer it");
    }

    @Test
    @Rule("CFG-DRV-03")
    void eachFieldOfTheBalloonNeedsItsFeature() {
        needs(BalloonDevice::new, "free_page_hint_cmd_id", VIRTIO_BALLOON_F_FREE_PAGE_HINT);
        needs(BalloonDevice::new, "poison_val", VIRTIO_BALLOON_F_PAGE_POISON);
        VirtioDevice bare = new BalloonDevice().withhold(VIRTIO_BALLOON_F_FREE_PAGE_HINT, VIRTIO_BALLOON_F_PAGE_POISON);
        assertEquals(List.of(), toldOfReading(bare, "actual"));
    }

    @Test
    @Rule("CFG-DRV-03")
    void aWriteToAFieldThatIsNotThereHasNoEffect() {
        var console = new ConsoleDevice();
        var output = new ByteArrayOutputStream();
        console.onTransmit(output::writeBytes);
        Rig rig = Rig.of(console.withhold(VIRTIO_CONSOLE_F_EMERG_WRITE));
        rig.driver.write("emerg_wr", 'x');
        assertEquals("", output.toString());
        assertEquals(TOLD, rig.violations());

        var balloon = new BalloonDevice();
        rig = Rig.started(balloon.withhold(VIRTIO_BALLOON_F_PAGE_POISON));
        rig.driver.write("actual", 3);
        rig.driver.write("poison_val", 0xaa);
        assertEquals(3, balloon.config().get("actual"));
        assertEquals(0, balloon.config().get("poison_val"));
        assertEquals(TOLD, rig.violations());
    }
}
