/** GDB's remote serial protocol in front of a VM. */
package dev.cellvisor.gdb;
