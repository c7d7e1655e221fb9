package se.trepart.local.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import se.trepart.local.vault.VaultProblem.Reason;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/** Linux: secrets as passwords in the desktop's Secret Service (nyckelring), through libsecret. A secret goes as base 64: it must be text. */
final class SecretService implements SecretStore {

    /** const gchar *name; flags; {const gchar *name; type} attributes[32]; gint reserved; gpointer reserved1…7 */
    private static final StructLayout SCHEMA = MemoryLayout.structLayout(ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4),
            MemoryLayout.sequenceLayout(32, MemoryLayout.structLayout(ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4))), JAVA_INT,
            MemoryLayout.paddingLayout(4), MemoryLayout.sequenceLayout(7, ADDRESS));
    private static final long FIRST_ATTRIBUTE = 16;
    private static final String LABEL = "Trepart";
    private static final String ATTRIBUTE = "key";
    private static final int LARGEST = 1 << 20;

    private final MethodHandle store;
    private final MethodHandle lookup;
    private final MethodHandle clear;
    private final MethodHandle freePassword;
    private final MethodHandle freeError;

    /** @throws VaultProblem where there is no such library */
    static SecretService ofTheSystem() {
        try {
            return new SecretService(SymbolLookup.libraryLookup("libsecret-1.so.0", Arena.global())
                    .or(SymbolLookup.libraryLookup("libglib-2.0.so.0", Arena.global())));
        } catch (IllegalArgumentException notInstalled) {
            throw new VaultProblem(Reason.UNREACHABLE, notInstalled);
        }
    }

    private SecretService(SymbolLookup library) {
        NativeCalls calls = new NativeCalls(library);
        // gboolean (schema, collection, label, password, cancellable, GError **, … attribute name, value, NULL)
        store = calls.function("secret_password_store_sync",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                Linker.Option.firstVariadicArg(6));
        // gchar * (schema, cancellable, GError **, … attribute name, value, NULL)
        FunctionDescriptor byAttributes = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        lookup = calls.function("secret_password_lookup_sync", byAttributes, Linker.Option.firstVariadicArg(3));
        clear = calls.function("secret_password_clear_sync", byAttributes.changeReturnLayout(JAVA_INT), Linker.Option.firstVariadicArg(3));
        freePassword = calls.function("secret_password_free", FunctionDescriptor.ofVoid(ADDRESS));
        freeError = calls.function("g_error_free", FunctionDescriptor.ofVoid(ADDRESS));
    }

    @Override
    public Optional<byte[]> find(String name) {
        try (WipedArena arena = new WipedArena()) {
            MemorySegment error = arena.allocate(ADDRESS);
            MemorySegment password = (MemorySegment) lookup.invokeExact(schema(arena), NULL, error, arena.allocateFrom(ATTRIBUTE),
                    arena.allocateFrom(name), NULL);
            refuse(error);
            return password.equals(NULL) ? Optional.empty() : Optional.of(taken(password));
        } catch (Throwable failed) {
            throw NativeCalls.failed(failed);
        }
    }

    @Override
    public void keep(String name, byte[] secret) {
        byte[] text = Base64.getEncoder().encode(secret);
        try (WipedArena arena = new WipedArena()) {
            MemorySegment password = arena.allocate(text.length + 1L);
            MemorySegment.copy(text, 0, password, JAVA_BYTE, 0, text.length);
            MemorySegment error = arena.allocate(ADDRESS);
            int kept = (int) store.invokeExact(schema(arena), NULL, arena.allocateFrom(LABEL), password, NULL, error,
                    arena.allocateFrom(ATTRIBUTE), arena.allocateFrom(name), NULL);
            refuse(error);
            if (kept == 0) {
                throw new VaultProblem(Reason.NOT_OPENED, null);
            }
        } catch (Throwable failed) {
            throw NativeCalls.failed(failed);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Takes a secret away again. */
    void forget(String name) {
        try (WipedArena arena = new WipedArena()) {
            MemorySegment error = arena.allocate(ADDRESS);
            int gone = (int) clear.invokeExact(schema(arena), NULL, error, arena.allocateFrom(ATTRIBUTE), arena.allocateFrom(name), NULL);
            assert gone == 0 || gone == 1;
            refuse(error);
        } catch (Throwable failed) {
            throw NativeCalls.failed(failed);
        }
    }

    private static MemorySegment schema(Arena arena) {
        MemorySegment schema = arena.allocate(SCHEMA);
        schema.set(ADDRESS, 0, arena.allocateFrom("se.trepart.Keys"));
        schema.set(ADDRESS, FIRST_ATTRIBUTE, arena.allocateFrom(ATTRIBUTE));
        return schema;
    }

    /** What the service complained about is not told on: nobody says what its words hold. */
    private void refuse(MemorySegment error) throws Throwable {
        MemorySegment complaint = error.get(ADDRESS, 0);
        if (!complaint.equals(NULL)) {
            freeError.invokeExact(complaint);
            throw new VaultProblem(Reason.UNREACHABLE, null);
        }
    }

    /** The library overwrites its own copy as it frees it. */
    private byte[] taken(MemorySegment password) throws Throwable {
        byte[] text = new byte[0];
        try {
            MemorySegment whole = password.reinterpret(LARGEST);
            int length = 0;
            while (length < LARGEST && whole.get(JAVA_BYTE, length) != 0) {
                length++;
            }
            text = whole.asSlice(0, length).toArray(JAVA_BYTE);
            return Base64.getDecoder().decode(text);
        } finally {
            Arrays.fill(text, (byte) 0);
            freePassword.invokeExact(password);
        }
    }
}
