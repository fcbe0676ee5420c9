package dev.cellvisor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Jackson is the reference: what it reads, we read as the same tree; what it refuses, we refuse. */
class PlainJsonTest {
    private static final ObjectMapper JACKSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String ALPHABET = "{}[]:,\"\\ \n\t0123456789-+.eEtrufalsn/bx\u00e4\u4e2d\u0001";

    @Test
    void jsonOfEveryKindIsReadAsJacksonReadsIt() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String text = value(random, 4);
            assertEquals(JACKSON.readTree(text), StateJson.parse(text.getBytes(StandardCharsets.UTF_8)), text);
        }
    }

    @Test
    void jsonThatWasBrokenIsRefusedWhereJacksonRefusesIt() {
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(value(random, 3));
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(text.length() + 1);
                char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, other);
                    case 1 -> text.setLength(Math.max(at, 1));
                    default -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(other));
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            JsonNode wanted = null;
            try {
                wanted = JACKSON.readTree(bytes);
            } catch (IOException e) {
                refused++;
            }
            if (wanted == null || wanted.isMissingNode() || needsMoreThan64Bits(wanted)) {
                assertThrows(StateException.class, () -> StateJson.parse(bytes), () -> "to be refused: " + text);
            } else {
                assertEquals(wanted, StateJson.parse(bytes), () -> text.toString());
            }
        }
        assertTrue(refused > 5_000, "most of them are broken");
    }

    @Test
    void numbersAreReadUpToTheLimitsOfALong() {
        for (long number : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 999_999_999_999_999_999L, -1_000_000_000_000_000_000L, 0}) {
            assertEquals(number, PlainJson.parse(Long.toString(number).getBytes(StandardCharsets.US_ASCII)));
        }
        var e = assertThrows(StateException.class, () -> PlainJson.parse("9223372036854775808".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("the number 9223372036854775808 needs more than 64 bits", e.getMessage());
    }

    @Test
    void whatIsNoUtf8OrTooDeepIsRefusedWithAReason() {
        var e = assertThrows(StateException.class, () -> PlainJson.parse(new byte[] {'"', (byte) 0xc3, '"'}));
        assertEquals("the string at byte 1 is no UTF-8", e.getMessage());
        assertThrows(StateException.class, () -> PlainJson.parse("'x'".getBytes(StandardCharsets.US_ASCII)), "single quotes are QMP's");
        e = assertThrows(StateException.class, () -> PlainJson.parse("[".repeat(501).getBytes(StandardCharsets.US_ASCII)));
        assertEquals("it is nested more than 500 deep", e.getMessage());
        e = assertThrows(StateException.class, () -> PlainJson.parse("{\"a\" 1}".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("at byte 5 it has '1' where ':' should be", e.getMessage());
    }

    /** These we refuse, and Jackson does not. */
    private static boolean needsMoreThan64Bits(JsonNode node) {
        if (node.isBigInteger()) {
            return true;
        }
        for (JsonNode child : node) {
            if (needsMoreThan64Bits(child)) {
                return true;
            }
        }
        return false;
    }

    private static String value(Random random, int depth) {
        String space = random.nextInt(4) == 0 ? " \n\t\r".substring(random.nextInt(4)) : "";
        return space + switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 1 -> Double.toString(random.nextGaussian() * 1e3);
            case 2 -> random.nextInt(100) + "e" + (random.nextBoolean() ? "+" : "-") + random.nextInt(20);
            case 3 -> random.nextBoolean() ? "true" : random.nextBoolean() ? "false" : "null";
            case 4, 5 -> string(random);
            case 6 -> list(random, depth, '[', ']', false);
            default -> list(random, depth, '{', '}', true);
        } + space;
    }

    private static String list(Random random, int depth, char open, char close, boolean named) {
        var text = new StringBuilder().append(open);
        for (int n = random.nextInt(4); n > 0; n--) {
            text.append(named ? string(random) + ":" : "").append(value(random, depth - 1)).append(n > 1 ? "," : "");
        }
        return text.append(close).toString();
    }

    private static String string(Random random) {
        var text = new StringBuilder("\"");
        for (int n = random.nextInt(6); n > 0; n--) {
            text.append(switch (random.nextInt(5)) {
                case 0 -> "\\" + "\"\\/bfnrt".charAt(random.nextInt(8));
                case 1 -> "\\u%04x".formatted(0x20 + random.nextInt(0xd000));
                case 2 -> "\u00e4\u4e2d\ud83d\ude00".substring(0, 2 + 2 * random.nextInt(2));
                default -> String.valueOf((char) ('a' + random.nextInt(26)));
            });
        }
        return text.append('"').toString();
    }
}
