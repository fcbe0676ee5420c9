/** The rules of VIRTIO 1.4 by id, and the facts that name a broken one. Knows nothing of queues, devices or transports. */
package dev.cellvisor.virtio.rules;
