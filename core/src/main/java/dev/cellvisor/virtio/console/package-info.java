/** The console device (VIRTIO 1.4, 5.3). */
package dev.cellvisor.virtio.console;
