package dev.cellvisor.cpu.a64.hostcode;

import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import dev.cellvisor.cpu.a64.isa.CodePages;
import dev.cellvisor.memory.HostMemory;
import dev.cellvisor.state.StateException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One engine's share in a {@link TranslationFolder}: it takes code of blocks from there that an earlier run made of the same page, and keeps what it makes itself. A page is known by the
 * SHA-256 of its bytes, its virtual address and whether it is guarded; all else that code follows from (the program, the CPU model, the host's features, where shared code stands) chooses
 * the file. A block is taken when it is come to for the first time, if it has the very same instructions.
 */
final class KeptTranslations {
    /** One file has no more than this. */
    static final long FILE_BYTES = 64 << 20;

    /** Of a page that is written again and again, code is not asked for more often than this. */
    private static final int MOST_LOOKS = 64;
    /** A file is written anew if the new blocks are one for so many that were taken, at the least. */
    private static final int WORTH = 50;
    private static final int PAGE = 4096;

    /** A guest-physical page: what it holds, as long as that is known. */
    private static final class Content {
        byte[] digest;
        int looks;
        final Map<Long, Place> places = new HashMap<>();
    }

    /** A page at a virtual address. */
    private static final class Place {
        final TranslationFile.Key key;
        final TranslationFile.Page page;

        Place(TranslationFile.Key key, TranslationFile.Page page) {
            this.key = key;
            this.page = page;
        }
    }

    private final TranslationFolder folder;
    private final String name;
    private final byte[] configuration;
    private final CodeBuffer buffer;
    private final X64 a;
    private final ConstantPool constants;
    private final List<Way> ways;
    private final IntFunction<Long> registers;
    private final Relocations relocations;
    private final Arena arena = Arena.ofShared();
    private final Map<TranslationFile.Key, TranslationFile.Page> pages;
    private final Map<Long, Content> contents = new HashMap<>();
    private final Map<TranslationFile.Key, Map<Integer, byte[]>> fresh = new LinkedHashMap<>();
    private final HostSha256 sha256 = new HostSha256();
    private String refused;
    private boolean damaged;
    private long freshBlocks;
    private long freshBytes;
    private long taken;

    // Blocks that were taken: their first ways' numbers, which grow, and where they are kept. Most ways are never gone, so they are made when one is.
    private int takenCount;
    private int[] firstWays = new int[1024];
    private Block[] takenBlocks = new Block[1024];
    private long[] takenFrom = new long[1024];

    /**
     * @param configuration all that code follows from beside its page
     * @param registers what MRS at EL1 always reads from a register; {@code null} where that is no constant
     */
    KeptTranslations(TranslationFolder folder, String configuration, CodeBuffer buffer, X64 a, ConstantPool constants, List<Way> ways, IntFunction<Long> registers) {
        this.folder = folder;
        this.configuration = sha256.of(configuration);
        this.name = HexFormat.of().formatHex(this.configuration);
        this.buffer = buffer;
        this.a = a;
        this.constants = constants;
        this.ways = ways;
        this.registers = registers;
        relocations = new Relocations(buffer.writable());
        a.relocations = relocations;
        pages = load();
    }

    private Map<TranslationFile.Key, TranslationFile.Page> load() {
        try (FileChannel channel = folder.open(name)) {
            return channel == null ? Map.of() : TranslationFile.map(channel, configuration, sha256, arena).pages;
        } catch (StateException e) {
            refuse(folder.file(name) + ": " + e.getMessage());
            folder.drop(name);
            return Map.of();
        } catch (IOException e) {
            refuse("%s cannot be read: %s".formatted(folder.file(name), e));
            return Map.of();
        }
    }

    private void refuse(String reason) {
        if (refused == null) {
            refused = reason;
            System.err.println("cellvisor: kept translations are not taken: " + reason);
        }
    }

    /** What an engine's description says of it. */
    String told() {
        return "; %,d blocks taken from kept translations".formatted(taken) + (refused == null ? "" : ", not all: " + refused);
    }

    /** How many blocks were taken. */
    long taken() {
        return taken;
    }

    // ---- taking

    /** Gives a block its code, where the assembler stands, if it is kept. */
    boolean take(Block block, long[] code) {
        Place place = pages.isEmpty() ? null : place(block, code);
        if (place == null || place.page == null) {
            return false;
        }
        long kept;
        try {
            place.page.compare(sha256);
            kept = place.page.find(index(block));
        } catch (StateException e) {
            refuse(folder.file(name) + ": " + e.getMessage());
            damaged = true;
            pages.remove(place.key);
            contents.clear();
            return false;
        }
        if (kept == 0 || !KeptBlock.fits(kept, block, code, registers, constants)) {
            return false;
        }
        place.page.used = true;
        KeptBlock.put(kept, block, a, buffer.writable(), buffer.delta(), constants, ways.size());
        block.ways.clear();
        remember(block, kept);
        for (int i = KeptBlock.ways(kept); i > 0; i--) {
            ways.add(null);
        }
        taken++;
        return true;
    }

    private void remember(Block block, long kept) {
        if (takenCount == firstWays.length) {
            firstWays = Arrays.copyOf(firstWays, takenCount * 2);
            takenBlocks = Arrays.copyOf(takenBlocks, takenCount * 2);
            takenFrom = Arrays.copyOf(takenFrom, takenCount * 2);
        }
        firstWays[takenCount] = ways.size();
        takenBlocks[takenCount] = block;
        takenFrom[takenCount++] = kept;
    }

    /** The way of a block that was taken, by its number. */
    Way way(int number) {
        int found = Arrays.binarySearch(firstWays, 0, takenCount, number);
        int at = found >= 0 ? found : -found - 2;
        Block block = takenBlocks[at];
        Way way = KeptBlock.way(takenFrom[at], block, number - firstWays[at], buffer.delta());
        block.ways.add(way);
        ways.set(number, way);
        return way;
    }

    private static int index(Block block) {
        return (int) (block.va >>> 2) & 1023;
    }

    private Place place(Block block, long[] code) {
        // No lambdas on the way of every boot: to make one takes the JVM longer than all else here.
        Content content = contents.get(block.ipa);
        if (content == null) {
            content = new Content();
            contents.put(block.ipa, content);
        }
        if (content.digest == null) {
            if (content.looks == MOST_LOOKS) {
                return null;
            }
            content.looks++;
            content.digest = sha256.of(HostMemory.ALL.asSlice(code[CodePages.HOST], PAGE));
        }
        long page = block.page() | (block.guarded() ? TranslationFile.GUARDED : 0);
        Place place = content.places.get(page);
        if (place == null) {
            TranslationFile.Key key = TranslationFile.Key.of(content.digest, page);
            place = new Place(key, pages.get(key));
            content.places.put(page, place);
        }
        return place;
    }

    /** A guest-physical page holds something else from now on, or may. */
    void forget(long ipa) {
        Content content = contents.get(ipa);
        if (content != null) {
            content.digest = null;
            content.places.clear();
        }
    }

    /** All translations are forgotten, and no page is known any more. */
    void forgetAll() {
        for (Content content : contents.values()) {
            content.digest = null;
            content.places.clear();
        }
        Arrays.fill(takenBlocks, 0, takenCount, null);
        takenCount = 0;
    }

    // ---- keeping

    /** A block was just translated by itself. */
    void keep(Block block, long[] code) {
        Place place = freshBytes > FILE_BYTES ? null : place(block, code);
        if (place == null) {
            return;
        }
        Map<Integer, byte[]> blocks = fresh.get(place.key);
        if (blocks == null) {
            blocks = new HashMap<>();
            fresh.put(place.key, blocks);
        }
        if (blocks.containsKey(index(block))) {
            return;
        }
        byte[] bytes = KeptBlock.of(block, code, relocations, buffer.delta());
        if (bytes != null) {
            blocks.put(index(block), bytes);
            freshBlocks++;
            freshBytes += bytes.length;
        }
    }

    /** Writes what is new to the folder, beside what is there, if it is enough to be worth it. */
    void write() {
        if (freshBlocks * WORTH < taken || freshBlocks == 0 && !damaged) {
            if (taken > 0) {
                folder.used(name);
            }
            return;
        }
        try (Arena mapped = Arena.ofConfined()) {
            var content = new TranslationFile.Content(sha256);
            Map<TranslationFile.Key, TranslationFile.Page> now = now(mapped);
            fresh.forEach((key, blocks) -> content.add(key, blocks, now.get(key)));
            pages.forEach((key, page) -> {
                if (page.used && now.containsKey(key)) {
                    content.add(key, now.get(key));
                }
            });
            now.forEach(content::add);
            folder.put(name, channel -> content.write(channel, configuration, FILE_BYTES));
            fresh.clear();
            freshBlocks = 0;
            freshBytes = 0;
            damaged = false;
        } catch (IOException | StateException e) {
            System.err.println("cellvisor: translations are not kept: " + e.getMessage());
        }
    }

    /** What is in the file by now: another process may have written it since. */
    private Map<TranslationFile.Key, TranslationFile.Page> now(Arena mapped) {
        try (FileChannel channel = folder.open(name)) {
            return channel == null ? Map.of() : TranslationFile.map(channel, configuration, sha256, mapped).pages;
        } catch (StateException | IOException e) {
            folder.drop(name); // so it was said when it was first opened, or came since
            return Map.of();
        }
    }

    /** Nothing of it is used any more. */
    void close() {
        sha256.close();
        arena.close();
    }
}
