/** How a driver reaches a device: registers in memory (virtio-mmio). Knows no device type and no board. */
package dev.cellvisor.virtio.transport;
