package se.trepart.local.vault;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

import se.trepart.local.vault.VaultProblem.Reason;

/** Calls of the operating system's own functions (systemanrop), looked up by name in a library. */
record NativeCalls(SymbolLookup library) {

    MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(symbol(name), shape, options);
    }

    MemorySegment symbol(String name) {
        return library.find(name).orElseThrow(() -> new VaultProblem(Reason.UNREACHABLE, null));
    }

    /** What such a call may throw: nothing it says may carry a secret on, so only its class is kept. */
    static VaultProblem failed(Throwable cause) {
        return cause instanceof VaultProblem known
                ? known
                : new VaultProblem(Reason.UNREACHABLE, new IllegalStateException(cause.getClass().getName()));
    }
}
