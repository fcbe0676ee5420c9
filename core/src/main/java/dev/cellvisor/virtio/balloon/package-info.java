/** The traditional memory balloon device (VIRTIO 1.4, 5.5). */
package dev.cellvisor.virtio.balloon;
