/** The host's network for a guest: by libslirp (user-mode NAT) and by TAP interfaces, where the host has them. */
package dev.cellvisor.net.nat;
