/** The entropy device (VIRTIO 1.4, 5.4). */
package dev.cellvisor.virtio.entropy;
