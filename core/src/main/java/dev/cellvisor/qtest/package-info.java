/**
 * The front door for clients of QEMU's qtest: a machine whose CPUs stand still, reached by text commands on one socket and by QMP on another.
 * {@link dev.cellvisor.qtest.QtestServer} takes the arguments that such clients pass for arm/virt.
 */
package dev.cellvisor.qtest;
