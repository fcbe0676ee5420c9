/** The socket device (VIRTIO 1.4, 5.10): connections between programs in the guest and Java on the host. */
package dev.cellvisor.virtio.vsock;
