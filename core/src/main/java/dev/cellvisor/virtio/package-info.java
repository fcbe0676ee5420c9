/**
 * What a virtio device is, and the state that every one has: features, status, configuration space, queues, requests in flight.
 * A device extends {@link dev.cellvisor.virtio.VirtioDevice} and knows no transport; a transport drives
 * {@link dev.cellvisor.virtio.DeviceState} and knows no device.
 *
 * <p>Floors, from the ground up: {@code rules}, {@code queue}, this package, then {@code transport} and one package per device
 * type, then {@code driver}.
 */
package dev.cellvisor.virtio;
