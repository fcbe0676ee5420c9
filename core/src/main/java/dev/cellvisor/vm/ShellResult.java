package dev.cellvisor.vm;

import java.util.List;

/**
 * What a command at the guest's prompt printed and returned.
 *
 * @param output everything it printed, without echo, prompts and carriage returns
 * @param status its exit status
 * @param instructions retired from the first typed character to the next prompt
 */
public record ShellResult(String output, int status, long instructions) {

    /** The output's lines. */
    public List<String> lines() {
        return output.lines().toList();
    }

    /**
     * The output if the command succeeded.
     *
     * @throws IllegalStateException with status and output if it did not
     */
    public String orThrow() {
        if (status != 0) {
            throw new IllegalStateException("the command's status is " + status + "; it printed:\n" + output);
        }
        return output;
    }

    @Override
    public String toString() {
        return output.stripTrailing() + (status == 0 ? "" : (output.isEmpty() ? "" : "\n") + "[status " + status + "]");
    }
}
