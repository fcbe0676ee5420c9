/** Ethernet frames and what carries them: headers, checksums, segmentation, captures, switch, NAT. Knows no virtio and no VM. */
package dev.cellvisor.net;
