package dev.cellvisor.vm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a guest wrote to its UART, from the first byte on, and the way to type to it. It may be read from any thread.
 * Text is UTF-8; a byte that is none shows as U+FFFD.
 */
public final class Console {
    private final Vm vm;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
    /** Who is told: the listeners, but for those that have heard it already while a run is repeated. */
    private List<IntConsumer> heard = listeners;

    Console(Vm vm) {
        this.vm = vm;
    }

    /** A byte from the guest. */
    void put(int value) {
        synchronized (bytes) {
            bytes.write(value);
        }
        List<IntConsumer> told = heard;
        if (told.size() > 1) { // the first is the VM's own
            vm.inputGate().asHost(() -> told.forEach(listener -> listener.accept(value & 0xff)));
        } else {
            told.forEach(listener -> listener.accept(value & 0xff));
        }
    }

    /** Shows what it showed when a snapshot was taken; nobody is told. */
    void restore(byte[] saved) {
        synchronized (bytes) {
            bytes.reset();
            bytes.writeBytes(saved);
        }
    }

    /** Tells those who listen now nothing until this is called with {@code false}, but for the VM's own; the others hear what they listen to meanwhile. */
    void repeats(boolean repeating) {
        heard = repeating ? new CopyOnWriteArrayList<>(listeners.subList(0, Math.min(1, listeners.size()))) : listeners;
    }

    void clear() {
        synchronized (bytes) {
            bytes.reset();
        }
    }

    /**
     * Calls a listener with each byte that the guest writes, on the VM's thread, as it comes.
     *
     * @return close it to end the listening
     */
    public Listening listen(IntConsumer listener) {
        listeners.add(listener);
        if (heard != listeners) {
            heard.add(listener);
        }
        return () -> {
            listeners.remove(listener);
            heard.remove(listener);
        };
    }

    /** How many listen, the VM's own included. */
    int listeners() {
        return listeners.size();
    }

    /** A listener's place; closing it ends the listening. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** How many bytes the guest wrote so far. */
    public int size() {
        synchronized (bytes) {
            return bytes.size();
        }
    }

    /** All bytes so far, as the guest wrote them: with carriage returns and escape sequences. */
    public byte[] bytes() {
        synchronized (bytes) {
            return bytes.toByteArray();
        }
    }

    /** The bytes from the given place on; see {@link #size}. */
    public byte[] bytesFrom(int start) {
        byte[] all = bytes();
        return java.util.Arrays.copyOfRange(all, Math.min(start, all.length), all.length);
    }

    /** All text so far, without carriage returns and terminal control sequences. */
    public String text() {
        return textFrom(0);
    }

    /** The text from the given place on; see {@link #size}. */
    public String textFrom(int start) {
        return plain(new String(bytesFrom(start), StandardCharsets.UTF_8));
    }

    /** All lines so far, an unfinished one included. */
    public List<String> lines() {
        return new ArrayList<>(text().lines().toList());
    }

    /** The last {@code count} lines, or as many as there are. */
    public List<String> lastLines(int count) {
        List<String> lines = lines();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Whether the text so far has something that matches. */
    public boolean has(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE).matcher(text()).find();
    }

    /**
     * The first match in the text so far; its first group if the pattern has groups.
     *
     * @throws IllegalArgumentException if nothing matches, with the last lines
     */
    public String find(String regex) {
        Matcher matcher = Pattern.compile(regex, Pattern.MULTILINE).matcher(text());
        if (!matcher.find()) {
            throw new IllegalArgumentException("nothing on the console matches '%s'; its last lines are:\n%s"
                    .formatted(regex, String.join("\n", lastLines(5))));
        }
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    }

    /** Types a text; see {@link Vm#type}. */
    public void type(String text) {
        vm.type(text);
    }

    /** Terminal control sequences (ECMA-48, 5.4: CSI) and carriage returns taken out. */
    static String plain(String text) {
        return text.indexOf('\r') < 0 && text.indexOf('\033') < 0 ? text
                : text.replaceAll("\033\\[[0-?]*[ -/]*[@-~]|\r", "");
    }

    @Override
    public String toString() {
        return text();
    }
}
