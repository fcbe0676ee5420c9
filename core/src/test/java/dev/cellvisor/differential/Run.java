package dev.cellvisor.differential;

/**
 * One execution of one block.
 *
 * @param code the block's words; an SVC follows them
 * @param input the registers that it starts with
 * @param codeAddress where the words stand, or 0 to put them behind those of the run before
 */
record Run(int[] code, Input input, long codeAddress) {
}
