package dev.cellvisor.virtio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** Against the JDK's own ChaCha20, which we did not write. */
    @Test
    void theStreamIsChaCha20(){
        byte[] ours = new SeededRandom(42, "purpose").bytes(1000);
        assertArrayEquals(reference(42, "purpose"), ours);
    }

    private static byte[] reference(long seed, String purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(java.nio.ByteBuffer.allocate(8).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(0, seed));
            byte[] key = digest.digest(purpose.getBytes());
            Cipher cipher = Cipher.getInstance("ChaCha20");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new ChaCha20ParameterSpec(new byte[12], 0));
            return cipher.doFinal(new byte[1000]);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** RFC 8439, A.1, test vector 1: key, nonce and counter 0. */
    @Test
    void aBlockIsTheRfcs() {
        byte[] block = new byte[64];
        SeededRandom.block(new int[8], 0, block);
        assertEquals("76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7"
                + "da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586", HexFormat.of().formatHex(block));
    }

    @Test
    void aSavedStreamGoesOnInTheMiddleOfABlock() {
        var first = new SeededRandom(1, "a");
        first.bytes(77);
        var second = new SeededRandom(2, "b");
        second.restore(first.save());
        assertArrayEquals(first.bytes(200), second.bytes(200));
    }
}
