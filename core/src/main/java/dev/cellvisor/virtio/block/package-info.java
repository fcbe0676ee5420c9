/** The block device (VIRTIO 1.4, 5.2) and what can stand behind it. */
package dev.cellvisor.virtio.block;
