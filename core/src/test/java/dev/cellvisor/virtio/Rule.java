package dev.cellvisor.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which rows of the conformance list a test proves, by their ids. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Rule {
    /** Ids such as {@code MMIO-DEV-01}. */
    String[] value();
}
