package dev.cellvisor.cpu.a64.hostcode;

import static dev.cellvisor.memory.HostMemory.getInt;
import static dev.cellvisor.memory.HostMemory.getLong;
import static dev.cellvisor.memory.HostMemory.setInt;
import static dev.cellvisor.memory.HostMemory.setLong;

import dev.cellvisor.cpu.a64.hostcode.Block.Way;
import dev.cellvisor.memory.HostMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/**
 * The code of one block as it is kept: little-endian, in this order.
 *
 * <pre>
 * 6 × 4     how many instructions, bytes of code, ways, places, constants and registers
 * n × 8     the decoded instructions that it was made of
 * n × 16    constants
 * n × 16    registers: encoding, value
 * n × 20    ways: {@link #head}; the address from the block's on; then of MEANING operation, word and where it goes on, of LINK and LINK_PAGE where the jump
 *           stands, where it led at first, and where the addend stands; 0 for what is not there
 * n × 8     places: kind in the highest four bits and position; value
 * n × 4     where each instruction's code begins
 *           the code, and up to 7 bytes that mean nothing
 * </pre>
 */
final class KeptBlock {
    private static final int HEAD = 24;
    private static final int PAIR = 16;
    private static final int WAY = 20;
    private static final int PLACE = 8;
    private static final int POSITION = (1 << 28) - 1;
    private static final int KNOWN = 1 << 4;
    private static final Way.Kind[] KINDS = Way.Kind.values();

    private KeptBlock() {
    }

    /** What a block that was just translated by itself is kept as; {@code null} if it cannot be. */
    static byte[] of(Block block, long[] code, Relocations relocations, long delta) {
        if (!relocations.whole() || block.traced) {
            return null;
        }
        int places = relocations.places.size();
        int pairs = relocations.constants.size() + relocations.registers.size();
        int codeAt = HEAD + block.count * 12 + pairs * PAIR + block.ways.size() * WAY + places * PLACE;
        var out = ByteBuffer.allocate(codeAt + block.codeBytes + 7 & -8).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(block.count).putInt(block.codeBytes).putInt(block.ways.size()).putInt(places).putInt(relocations.constants.size()).putInt(relocations.registers.size());
        int first = (int) (block.va >>> 2) & 1023;
        for (int i = 0; i < block.count; i++) {
            out.putLong(code[first + i]);
        }
        relocations.constants.forEach(pair -> out.putLong(pair.first()).putLong(pair.second()));
        relocations.registers.forEach(pair -> out.putLong(pair.first()).putLong(pair.second()));
        for (Way way : block.ways) {
            if (!put(way, block, relocations.start(), delta, out)) {
                return null;
            }
        }
        for (Relocations.Place place : relocations.places) {
            out.putInt(place.kind().ordinal() << 28 | place.position()).putInt(place.value());
        }
        for (int offset : block.offsets) {
            out.putInt(offset);
        }
        byte[] bytes = out.array();
        MemorySegment.copy(HostMemory.ALL, ValueLayout.JAVA_BYTE, relocations.start(), bytes, codeAt, block.codeBytes);
        for (Relocations.Place place : relocations.places) {
            if (place.kind() == Relocations.Kind.ADDEND) {
                out.putLong(codeAt + place.position(), 0);
            } else {
                out.putInt(codeAt + place.position(), place.kept());
            }
        }
        return bytes;
    }

    private static boolean put(Way way, Block block, long start, long delta, ByteBuffer out) {
        long far = anywhere(way.kind) ? 0 : way.pc - block.va;
        if (far != (int) far || way.page != block.page() || way.ipa != block.ipa) {
            return false;
        }
        out.putInt(head(way)).putInt((int) far);
        if (way.kind == Way.Kind.MEANING) {
            out.putInt(way.operation).putInt(way.word).putInt(way.resume == 0 ? 0 : (int) (way.resume - delta - start));
        } else {
            out.putInt(from(way.jump, start)).putInt(from(way.unaimed, start)).putInt(from(way.addendAt, start));
        }
        return true;
    }

    /** Whether the state block has the address that such a way leads to. */
    private static boolean anywhere(Way.Kind kind) {
        return kind == Way.Kind.INDIRECT || kind == Way.Kind.LANDING;
    }

    /** Kind, whether the operation has an emitter, the type of landing, and the refund. */
    private static int head(Way way) {
        return way.kind.ordinal() | (way.known ? KNOWN : 0) | way.landingType << 8 | way.refund << 16;
    }

    private static int from(long address, long start) {
        return address == 0 ? 0 : (int) (address - start);
    }

    // ---- of one that stands at an address

    /** Whether it is the code of a block here: of the same instructions, and what it takes for constant is so. */
    static boolean fits(long kept, Block block, long[] code, IntFunction<Long> constants, ConstantPool pool) {
        if (getInt(kept) != block.count) {
            return false;
        }
        int first = (int) (block.va >>> 2) & 1023;
        for (int i = 0; i < block.count; i++) {
            if (getLong(kept + HEAD + i * 8L) != code[first + i]) {
                return false;
            }
        }
        for (long at = kept + constants(kept), end = kept + registers(kept); at < end; at += PAIR) {
            if (!pool.welcomes(getLong(at), getLong(at + 8))) {
                return false;
            }
        }
        for (long at = kept + registers(kept), end = kept + waysAt(kept); at < end; at += PAIR) {
            Long value = constants.apply((int) getLong(at));
            if (value == null || value != getLong(at + 8)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts the code where the assembler stands.
     *
     * @param firstWay the number that its first way out gets
     * @throws IllegalStateException if a place is not in the code
     */
    static void put(long kept, Block block, X64 a, long buffer, long delta, ConstantPool pool, int firstWay) {
        int codeBytes = getInt(kept + 4);
        long start = a.at;
        MemorySegment.copy(HostMemory.ALL, kept + codeAt(kept), HostMemory.ALL, start, codeBytes + 7 & -8);
        long constants = kept + constants(kept);
        for (long at = kept + places(kept), end = kept + offsets(kept); at < end; at += PLACE) {
            int position = getInt(at) & POSITION;
            int value = getInt(at + 4);
            if (position > codeBytes - 4) {
                throw new IllegalStateException("a place behind the code");
            }
            long place = start + position;
            switch (Relocations.Kind.ALL.get(getInt(at) >>> 28)) {
                case WAY -> setInt(place, firstWay + value);
                case ADDEND -> setLong(place, block.addend);
                case SHARED -> setInt(place, getInt(place) - (int) (start - buffer));
                case CONSTANT -> setInt(place, getInt(place) + (int) (pool.at(getLong(constants + value * PAIR), getLong(constants + value * PAIR + 8)) - start));
            }
        }
        block.entry = start + delta;
        block.paid = block.count;
        block.codeBytes = codeBytes;
        block.addresses = null;
        block.offsets = new int[block.count];
        for (int i = 0; i < block.count; i++) {
            block.offsets[i] = getInt(kept + offsets(kept) + i * 4L);
        }
        a.at = start + codeBytes;
    }

    /** One of its ways out. */
    static Way way(long kept, Block block, int number, long delta) {
        long at = kept + waysAt(kept) + (long) number * WAY;
        int head = getInt(at);
        Way.Kind kind = KINDS[head & KNOWN - 1];
        var way = new Way(block, kind, anywhere(kind) ? 0 : block.va + getInt(at + 4), head >>> 16, block.page(), block.ipa);
        way.known = (head & KNOWN) != 0;
        way.landingType = head >>> 8 & 0xff;
        if (kind == Way.Kind.MEANING) {
            way.operation = getInt(at + 8);
            way.word = getInt(at + 12);
            way.resume = address(getInt(at + 16), block.entry);
        } else {
            long start = block.entry - delta;
            way.jump = address(getInt(at + 8), start);
            way.unaimed = address(getInt(at + 12), start);
            way.addendAt = address(getInt(at + 16), start);
        }
        return way;
    }

    private static long address(int offset, long start) {
        return offset == 0 ? 0 : start + offset;
    }

    /** How many bytes one takes that stands at an address. */
    static int bytes(long kept) {
        return codeAt(kept) + getInt(kept + 4) + 7 & -8;
    }

    /** How many ways out it has. */
    static int ways(long kept) {
        return getInt(kept + 8);
    }

    private static int constants(long kept) {
        return HEAD + getInt(kept) * 8;
    }

    private static int registers(long kept) {
        return constants(kept) + getInt(kept + 16) * PAIR;
    }

    private static int waysAt(long kept) {
        return registers(kept) + getInt(kept + 20) * PAIR;
    }

    private static int places(long kept) {
        return waysAt(kept) + ways(kept) * WAY;
    }

    private static int offsets(long kept) {
        return places(kept) + getInt(kept + 12) * PLACE;
    }

    private static int codeAt(long kept) {
        return offsets(kept) + getInt(kept) * 4;
    }
}
