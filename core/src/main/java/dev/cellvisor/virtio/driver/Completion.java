package dev.cellvisor.virtio.driver;

import java.util.List;

/**
 * A request that the device has answered.
 *
 * @param used what it wrote about it
 * @param answers the content of each writable buffer after it, in order
 */
public record Completion(UsedElement used, List<byte[]> answers) {

    /** How many bytes the device says it wrote. */
    public long length() {
        return used.length();
    }

    /** The content of a writable buffer, counted from 0. */
    public byte[] answer(int index) {
        return answers.get(index).clone();
    }

    /** The last byte of the last writable buffer: where a block request has its status. */
    public int lastByte() {
        byte[] last = answers.getLast();
        return last[last.length - 1] & 0xff;
    }

    @Override
    public String toString() {
        return used + "; answers of " + answers.stream().map(answer -> answer.length).toList() + " bytes";
    }
}
