package dev.cellvisor.virtio.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.SharedTables;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every number of the network device against the table of the specification's constants. */
class NetConstantsTest {
    private final Map<String, String[]> table = SharedTables.rows("virtio-constants.tsv");

    private void is(String name, long ours) {
        String[] row = table.get(name);
        assertNotNull(row, "the table has no " + name);
        assertEquals(Long.decode(row[1]), ours, name);
    }

    @Test
    void everyNameThatTheSpecificationHas() throws IllegalAccessException {
        int checked = 0;
        for (Class<?> type : List.of(NetHeader.class, ControlQueue.class, PacketHash.class, NetworkDevice.class)) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class && field.getName().startsWith("VIRTIO_")
                        && !field.getName().endsWith("TYPES")) {
                    field.setAccessible(true);
                    is(field.getName(), field.getInt(null));
                    checked++;
                }
            }
        }
        assertTrue(checked > 40, checked + " numbers were looked at");
        is("VIRTIO_NET_CTRL_RX_PROMISC", ReceiveFilter.PROMISC);
        is("VIRTIO_NET_CTRL_RX_ALLMULTI", ReceiveFilter.ALLMULTI);
        is("VIRTIO_NET_CTRL_RX_ALLUNI", ReceiveFilter.ALLUNI);
        is("VIRTIO_NET_CTRL_RX_NOMULTI", ReceiveFilter.NOMULTI);
        is("VIRTIO_NET_CTRL_RX_NOUNI", ReceiveFilter.NOUNI);
        is("VIRTIO_NET_CTRL_RX_NOBCAST", ReceiveFilter.NOBCAST);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_GRE_2784", Tunnel.GRE_2784);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_GRE_2890", Tunnel.GRE_2890);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_GRE_7676", Tunnel.GRE_7676);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_GRE_UDP", Tunnel.GRE_UDP);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_VXLAN", Tunnel.VXLAN);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_VXLAN_GPE", Tunnel.VXLAN_GPE);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_GENEVE", Tunnel.GENEVE);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_IPIP", Tunnel.IPIP);
        is("VIRTIO_NET_HASH_TUNNEL_TYPE_NVGRE", Tunnel.NVGRE);
    }

    @Test
    void featuresAndFields() {
        for (NetFeature feature : NetFeature.values()) {
            is(feature.name(), feature.bit());
        }
        for (ConfigField field : new NetworkDevice(new NetRig.Wire()).config().fields()) {
            String layout = table.get("virtio_net_config." + field.name())[1];
            assertEquals("off=0x%02x;size=%d".formatted(field.offset(), field.sizeBytes()), layout.substring(0, layout.indexOf(";type")), field.name());
        }
    }
}
