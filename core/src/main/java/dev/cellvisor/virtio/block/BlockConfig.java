package dev.cellvisor.virtio.block;

import dev.cellvisor.virtio.Access;
import dev.cellvisor.virtio.ConfigField;
import dev.cellvisor.virtio.ConfigSpace;

/** The layout of the block device's configuration space (VIRTIO 1.4, 5.2.4), up to where zones would begin. */
final class BlockConfig {
    static final String WRITEBACK = "writeback";

    private BlockConfig() {
    }

    static ConfigSpace space(boolean toggle) {
        return new ConfigSpace(
                ConfigField.readOnly("capacity", 0x00, 8),
                ConfigField.readOnly("size_max", 0x08, 4),
                ConfigField.readOnly("seg_max", 0x0c, 4),
                ConfigField.readOnly("geometry.cylinders", 0x10, 2),
                ConfigField.readOnly("geometry.heads", 0x12, 1),
                ConfigField.readOnly("geometry.sectors", 0x13, 1),
                ConfigField.readOnly("blk_size", 0x14, 4),
                ConfigField.readOnly("topology.physical_block_exp", 0x18, 1),
                ConfigField.readOnly("topology.alignment_offset", 0x19, 1),
                ConfigField.readOnly("topology.min_io_size", 0x1a, 2),
                ConfigField.readOnly("topology.opt_io_size", 0x1c, 4),
                new ConfigField(WRITEBACK, 0x20, 1, toggle ? Access.RW : Access.R),
                ConfigField.readOnly("unused0", 0x21, 1),
                ConfigField.readOnly("num_queues", 0x22, 2),
                ConfigField.readOnly("max_discard_sectors", 0x24, 4),
                ConfigField.readOnly("max_discard_seg", 0x28, 4),
                ConfigField.readOnly("discard_sector_alignment", 0x2c, 4),
                ConfigField.readOnly("max_write_zeroes_sectors", 0x30, 4),
                ConfigField.readOnly("max_write_zeroes_seg", 0x34, 4),
                ConfigField.readOnly("write_zeroes_may_unmap", 0x38, 1),
                ConfigField.readOnly("unused1", 0x39, 3),
                ConfigField.readOnly("max_secure_erase_sectors", 0x3c, 4),
                ConfigField.readOnly("max_secure_erase_seg", 0x40, 4),
                ConfigField.readOnly("secure_erase_sector_alignment", 0x44, 4));
    }

    /** The feature that a field belongs to, or {@code null} if it is always there. */
    static BlockFeature featureOf(ConfigField field) {
        return switch (field.offset()) {
            case 0x08 -> BlockFeature.VIRTIO_BLK_F_SIZE_MAX;
            case 0x0c -> BlockFeature.VIRTIO_BLK_F_SEG_MAX;
            case 0x10, 0x12, 0x13 -> BlockFeature.VIRTIO_BLK_F_GEOMETRY;
            case 0x14 -> BlockFeature.VIRTIO_BLK_F_BLK_SIZE;
            case 0x18, 0x19, 0x1a, 0x1c -> BlockFeature.VIRTIO_BLK_F_TOPOLOGY;
            case 0x20 -> BlockFeature.VIRTIO_BLK_F_CONFIG_WCE;
            case 0x22 -> BlockFeature.VIRTIO_BLK_F_MQ;
            case 0x24, 0x28 -> BlockFeature.VIRTIO_BLK_F_DISCARD;
            case 0x30, 0x34, 0x38 -> BlockFeature.VIRTIO_BLK_F_WRITE_ZEROES;
            case 0x3c, 0x40, 0x44 -> BlockFeature.VIRTIO_BLK_F_SECURE_ERASE;
            default -> null; // discard_sector_alignment, too: it counts for DISCARD and for secure erase
        };
    }

    /** Sets all that does not change while the device runs. Fields of features that are not offered stay 0. */
    static void fill(ConfigSpace space, BlockDeviceBuilder options) {
        BlockBackend backend = options.backend;
        // A request is a header, segments and a status byte, and no chain is longer than the queue.
        space.set("size_max", options.sizeMax)
                .set("seg_max", options.segMax > 0 ? options.segMax : Math.max(1, Integer.highestOneBit(options.queueSize) - 2))
                .set("blk_size", options.blockSize)
                .set("topology.physical_block_exp", options.physicalBlockExp)
                .set("topology.alignment_offset", options.alignmentOffset)
                .set("topology.min_io_size", options.minIoBlocks)
                .set("topology.opt_io_size", options.optIoBlocks)
                .set("num_queues", options.queues > 1 ? options.queues : 0);
        if (options.readOnly) {
            return;
        }
        if (backend.discards()) {
            space.set("max_discard_sectors", options.discard.maxSectors())
                    .set("max_discard_seg", options.discard.maxSegments())
                    .set("discard_sector_alignment", options.discard.alignmentSectors());
        }
        space.set("max_write_zeroes_sectors", options.writeZeroes.maxSectors())
                .set("max_write_zeroes_seg", options.writeZeroes.maxSegments())
                .set("write_zeroes_may_unmap", backend.unmaps() ? 1 : 0);
        if (backend.erases()) {
            space.set("max_secure_erase_sectors", options.secureErase.maxSectors())
                    .set("max_secure_erase_seg", options.secureErase.maxSegments())
                    .set("secure_erase_sector_alignment", options.secureErase.alignmentSectors());
        }
    }
}
