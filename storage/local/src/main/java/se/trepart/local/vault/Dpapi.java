package se.trepart.local.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

import se.trepart.local.vault.VaultProblem.Reason;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Windows: secrets in files, each sealed by {@code CryptProtectData} so that only the same user on the same computer opens it. The name
 * goes in as the optional entropy, so that one file cannot stand in for another.
 */
final class Dpapi implements SecretStore {

    /** DWORD cbData; BYTE *pbData */
    static final StructLayout BLOB = MemoryLayout.structLayout(JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS);
    private static final long DATA = 8;
    /** no window may come up: the call fails instead */
    private static final int UI_FORBIDDEN = 0x1;
    private static final int LARGEST = 1 << 20;
    /** BOOL (DATA_BLOB* in, LPCWSTR or LPWSTR* description, DATA_BLOB* entropy, PVOID, CRYPTPROTECT_PROMPTSTRUCT*, DWORD flags, DATA_BLOB* out) */
    private static final FunctionDescriptor CRYPT = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT,
            ADDRESS);

    private final Path folder;
    private final MethodHandle protect;
    private final MethodHandle unprotect;
    private final MethodHandle localFree;

    /** @throws VaultProblem where there is no such library */
    static Dpapi of(Path folder) {
        try {
            SymbolLookup crypt32 = SymbolLookup.libraryLookup("Crypt32", Arena.global());
            SymbolLookup kernel32 = SymbolLookup.libraryLookup("Kernel32", Arena.global());
            return new Dpapi(folder, crypt32.or(kernel32));
        } catch (IllegalArgumentException notWindows) {
            throw new VaultProblem(Reason.UNREACHABLE, notWindows);
        }
    }

    Dpapi(Path folder, SymbolLookup library) {
        this.folder = folder;
        NativeCalls calls = new NativeCalls(library);
        protect = calls.function("CryptProtectData", CRYPT);
        unprotect = calls.function("CryptUnprotectData", CRYPT);
        localFree = calls.function("LocalFree", FunctionDescriptor.of(ADDRESS, ADDRESS));
    }

    @Override
    public Optional<byte[]> find(String name) {
        return file(name).read().map(sealed -> call(unprotect, name, sealed));
    }

    @Override
    public void keep(String name, byte[] secret) {
        file(name).write(call(protect, name, secret));
    }

    private KeyFile file(String name) {
        return new KeyFile(folder.resolve("keys." + name));
    }

    private byte[] call(MethodHandle crypt, String name, byte[] input) {
        try (WipedArena arena = new WipedArena()) {
            MemorySegment out = arena.allocate(BLOB);
            int done = (int) crypt.invokeExact(blob(arena, input), NULL, blob(arena, name.getBytes(UTF_8)), NULL, NULL, UI_FORBIDDEN, out);
            if (done == 0) {
                throw new VaultProblem(Reason.NOT_OPENED, null);
            }
            return taken(out);
        } catch (Throwable failed) {
            throw NativeCalls.failed(failed);
        }
    }

    private static MemorySegment blob(Arena arena, byte[] content) {
        MemorySegment blob = arena.allocate(BLOB);
        blob.set(JAVA_INT, 0, content.length);
        blob.set(ADDRESS, DATA, arena.allocateFrom(JAVA_BYTE, content));
        return blob;
    }

    /** Copied, then overwritten and given back: the system leaves that to the caller. */
    private byte[] taken(MemorySegment out) throws Throwable {
        int length = out.get(JAVA_INT, 0);
        MemorySegment data = out.get(ADDRESS, DATA);
        if (length < 0 || length > LARGEST) {
            throw new VaultProblem(Reason.UNREACHABLE, null);
        }
        MemorySegment content = data.reinterpret(length);
        try {
            return content.toArray(JAVA_BYTE);
        } finally {
            content.fill((byte) 0);
            MemorySegment rest = (MemorySegment) localFree.invokeExact(data);
            assert rest.equals(NULL);
        }
    }
}
