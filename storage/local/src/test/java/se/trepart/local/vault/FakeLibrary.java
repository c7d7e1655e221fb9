package se.trepart.local.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * A system library written in Java and called through real native calls: its functions have the C signatures of the platform's own
 * documentation, written down here a second time, so that a call with another shape goes wrong here as it would there.
 */
abstract class FakeLibrary implements SymbolLookup {

    final Arena memory = Arena.ofAuto();
    private final Map<String, MemorySegment> symbols = new HashMap<>();

    /** The method of that name in the subclass; its own types make the C signature. */
    final void function(String name) {
        try {
            Method method = Arrays.stream(getClass().getDeclaredMethods()).filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
            method.setAccessible(true);
            FunctionDescriptor shape = FunctionDescriptor.ofVoid();
            for (Class<?> type : method.getParameterTypes()) {
                shape = shape.appendArgumentLayouts(layout(type));
            }
            if (method.getReturnType() != void.class) {
                shape = shape.changeReturnLayout(layout(method.getReturnType()));
            }
            symbols.put(name, Linker.nativeLinker().upcallStub(MethodHandles.lookup().unreflect(method).bindTo(this), shape, memory));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** A variable that holds this. */
    final MemorySegment variable(String name, MemorySegment value) {
        MemorySegment variable = memory.allocate(ADDRESS);
        variable.set(ADDRESS, 0, value);
        symbols.put(name, variable);
        return value;
    }

    @Override
    public Optional<MemorySegment> find(String name) {
        return Optional.ofNullable(symbols.get(name));
    }

    private static java.lang.foreign.MemoryLayout layout(Class<?> type) {
        return type == int.class ? JAVA_INT : type == long.class ? JAVA_LONG : type == byte.class ? JAVA_BYTE : ADDRESS;
    }
}
