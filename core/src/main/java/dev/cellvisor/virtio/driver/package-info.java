/**
 * The driver's side of virtio by hand, with or without a guest: registers by name, rings in guest memory, descriptors one by one, or
 * whole requests. Nothing here stops a caller from doing what a driver must not do: that is what it is for.
 */
package dev.cellvisor.virtio.driver;
