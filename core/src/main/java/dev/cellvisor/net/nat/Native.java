package dev.cellvisor.net.nat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Calls of native functions. A failure of the call itself, not of the function, is a mistake of ours. */
final class Native {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    static final java.lang.foreign.AddressLayout ADDRESS = ValueLayout.ADDRESS;
    private static final Linker LINKER = Linker.nativeLinker();

    private Native() {
    }

    /** A function of the C library. */
    static MethodHandle libc(String name, MemoryLayout result, MemoryLayout... arguments) {
        return function(LINKER.defaultLookup(), name, result, arguments);
    }

    /** A function; {@code result} may be {@code null}. */
    static MethodHandle function(SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(library.findOrThrow(name), descriptor(result, arguments));
    }

    private static FunctionDescriptor descriptor(MemoryLayout result, MemoryLayout... arguments) {
        return result == null ? FunctionDescriptor.ofVoid(arguments) : FunctionDescriptor.of(result, arguments);
    }

    /** A function pointer to a method of an object, for native code to call. The method must not throw. */
    static MemorySegment callback(MethodHandles.Lookup lookup, Object target, String method, java.lang.foreign.Arena arena, MemoryLayout result,
            MemoryLayout... arguments) {
        FunctionDescriptor descriptor = descriptor(result, arguments);
        MethodType type = descriptor.toMethodType();
        try {
            return LINKER.upcallStub(lookup.bind(target, method, type), descriptor, arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no method " + method + " of " + type, e);
        }
    }

    static RuntimeException failed(String what, Throwable cause) {
        return new IllegalStateException(what + " could not be called", cause);
    }
}
