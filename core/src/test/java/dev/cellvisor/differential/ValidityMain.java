package dev.cellvisor.differential;

/** The long comparison of verdicts, to be started by hand: {@code ValidityMain --model cortex-a57 --words 10000000 --each 1000 --seed 1}. */
final class ValidityMain {

    private ValidityMain() {
    }

    /** @param arguments see above; {@code --self} takes QEMU on both sides */
    public static void main(String[] arguments) {
        String model = "cortex-a57";
        String other = null;
        int count = 1_000_000;
        int each = 1000;
        long seed = 1;
        boolean self = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--model" -> model = arguments[++i];
                case "--words" -> count = Integer.parseInt(arguments[++i].replace("_", ""));
                case "--each" -> each = Integer.parseInt(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--self" -> self = true;
                case "--against" -> other = arguments[++i];
                default -> throw new IllegalArgumentException("no option " + arguments[i]);
            }
        }
        var table = new EncodingTable(OurMachine.features(model));
        try (Machine theirs = new QemuMachine(OurMachine.qemuCpu(model), 60);
                Machine ours = self ? new QemuMachine(other == null ? OurMachine.qemuCpu(model) : other, 60) : new OurMachine(model)) {
            compare("all system instructions", theirs, ours, Words.system());
            compare("uniform", theirs, ours, Words.uniform(seed, count));
            compare("by top bits", theirs, ours, Words.byTopBits(seed, each));
            compare("near our encodings", theirs, ours, Words.nearEncodings(table, seed, each));
        }
    }

    private static void compare(String what, Machine theirs, Machine ours, int[] words) {
        long start = System.nanoTime();
        var validity = new Validity(theirs, ours);
        validity.compare(words);
        System.out.printf("%s (%.1f s)%n", what, (System.nanoTime() - start) / 1e9);
        validity.print(System.out);
    }
}
