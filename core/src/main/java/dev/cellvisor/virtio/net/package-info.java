/** The network device (VIRTIO 1.4, 5.1). What its cable leads to is in {@code dev.cellvisor.net}. */
package dev.cellvisor.virtio.net;
