package dev.cellvisor.images;

/**
 * An image could not be made, found or trusted. The message is one sentence for the person at the keyboard: what went
 * wrong and what to do about it. Nothing half-written is left behind when it is thrown.
 */
public final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImageException(String message) {
        super(message);
    }

    ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
