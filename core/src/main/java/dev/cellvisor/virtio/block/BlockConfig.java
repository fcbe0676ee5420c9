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
