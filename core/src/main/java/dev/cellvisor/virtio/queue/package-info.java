/**
 * Virtqueues from the device's side: take a chain, read and write its buffers, put it on the used ring. A queue knows no
 * device, no transport, and not how either side is notified.
 */
package dev.cellvisor.virtio.queue;
