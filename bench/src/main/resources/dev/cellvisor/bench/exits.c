/* Exits of a KVM guest to user space, counted for some seconds: what ./cellvisor bench exits compares Java with.
   exits KIND SECONDS: KIND is pio or mmio. Prints exits a second. */
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static int checked(int result, const char *what)
{
	if (result < 0) {
		perror(what);
		exit(1);
	}
	return result;
}

int main(int argc, char **argv)
{
	static const unsigned char pio[] = {0xe6, 0x99, 0xeb, 0xfc};                        /* out 0x99, al; jmp out */
	static const unsigned char mmio[] = {0xb8, 0x00, 0x20, 0x8e, 0xd8, 0xa3, 0x50, 0x00, 0xeb, 0xfb}; /* ds = 0x2000; mov [0x50], ax; jmp mov */
	int is_pio = argc > 1 && strcmp(argv[1], "pio") == 0;
	double seconds = argc > 2 ? atof(argv[2]) : 1;
	int kvm = checked(open("/dev/kvm", O_RDWR | O_CLOEXEC), "/dev/kvm");
	int vm = checked(ioctl(kvm, KVM_CREATE_VM, 0), "KVM_CREATE_VM");
	unsigned char *ram = mmap(0, 0x10000, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct kvm_userspace_memory_region region = {.memory_size = 0x10000, .userspace_addr = (unsigned long) ram};
	memcpy(ram + 0x1000, is_pio ? pio : mmio, is_pio ? sizeof pio : sizeof mmio);
	checked(ioctl(vm, KVM_SET_USER_MEMORY_REGION, &region), "KVM_SET_USER_MEMORY_REGION");
	int vcpu = checked(ioctl(vm, KVM_CREATE_VCPU, 0), "KVM_CREATE_VCPU");
	int size = checked(ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), "KVM_GET_VCPU_MMAP_SIZE");
	volatile struct kvm_run *run = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
	struct kvm_sregs sregs;
	checked(ioctl(vcpu, KVM_GET_SREGS, &sregs), "KVM_GET_SREGS");
	sregs.cs.base = 0;
	sregs.cs.selector = 0;
	checked(ioctl(vcpu, KVM_SET_SREGS, &sregs), "KVM_SET_SREGS");
	struct kvm_regs regs = {.rip = 0x1000, .rflags = 2};
	checked(ioctl(vcpu, KVM_SET_REGS, &regs), "KVM_SET_REGS");
	unsigned long count = 0;
	double start = now(), end = start;
	while (end - start < seconds) {
		for (int i = 0; i < 64; i++) {
			checked(ioctl(vcpu, KVM_RUN, 0), "KVM_RUN");
			if (run->exit_reason != (is_pio ? KVM_EXIT_IO : KVM_EXIT_MMIO)) {
				fprintf(stderr, "exit reason %u\n", run->exit_reason);
				return 1;
			}
			count++;
		}
		end = now();
	}
	printf("%.1f\n", count / (end - start));
	return 0;
}
