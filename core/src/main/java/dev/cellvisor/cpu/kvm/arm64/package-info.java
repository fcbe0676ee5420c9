/**
 * KVM on arm64: registers by ONE_REG, the interrupt controller (VGICv3) in the kernel, debugging. Source: Linux, Documentation/virt/kvm/api.rst,
 * Documentation/virt/kvm/devices, arch/arm64/include/uapi/asm/kvm.h.
 */
package dev.cellvisor.cpu.kvm.arm64;
