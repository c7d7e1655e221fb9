package se.trepart.local.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import se.trepart.local.vault.VaultProblem.Reason;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

/** macOS: secrets as generic passwords in the user's keychain (nyckelring), under the program's name and the secret's. */
final class Keychain implements SecretStore {

    private static final String SERVICE = "se.trepart";
    private static final String SECURITY = "/System/Library/Frameworks/Security.framework/Security";
    private static final String CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    /** kCFStringEncodingUTF8 */
    private static final int UTF_8_ENCODING = 0x08000100;
    /** errSecItemNotFound */
    private static final int NOT_FOUND = -25300;
    private static final int LARGEST = 1 << 20;

    private final NativeCalls calls;
    private final MethodHandle add;
    private final MethodHandle copyMatching;
    private final MethodHandle makeString;
    private final MethodHandle makeData;
    private final MethodHandle makeDictionary;
    private final MethodHandle dataLength;
    private final MethodHandle dataBytes;
    private final MethodHandle release;

    /** @throws VaultProblem where there are no such libraries */
    static Keychain ofTheSystem() {
        try {
            return new Keychain(
                    SymbolLookup.libraryLookup(SECURITY, Arena.global()).or(SymbolLookup.libraryLookup(CORE_FOUNDATION, Arena.global())));
        } catch (IllegalArgumentException notMacOs) {
            throw new VaultProblem(Reason.UNREACHABLE, notMacOs);
        }
    }

    Keychain(SymbolLookup library) {
        calls = new NativeCalls(library);
        // OSStatus (CFDictionaryRef, CFTypeRef *)
        add = calls.function("SecItemAdd", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        copyMatching = calls.function("SecItemCopyMatching", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        // CFStringRef (CFAllocatorRef, const UInt8 *, CFIndex, CFStringEncoding, Boolean isExternalRepresentation)
        makeString = calls.function("CFStringCreateWithBytes",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_BYTE));
        // CFDataRef (CFAllocatorRef, const UInt8 *, CFIndex)
        makeData = calls.function("CFDataCreate", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        // CFDictionaryRef (CFAllocatorRef, const void **keys, const void **values, CFIndex, key call-backs *, value call-backs *)
        makeDictionary = calls.function("CFDictionaryCreate",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
        dataLength = calls.function("CFDataGetLength", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        dataBytes = calls.function("CFDataGetBytePtr", FunctionDescriptor.of(ADDRESS, ADDRESS));
        release = calls.function("CFRelease", FunctionDescriptor.ofVoid(ADDRESS));
    }

    @Override
    public Optional<byte[]> find(String name) {
        try (WipedArena arena = new WipedArena(); Objects objects = new Objects(arena)) {
            MemorySegment found = arena.allocate(ADDRESS);
            int status = (int) copyMatching.invokeExact(
                    objects.dictionary(item(objects, name, new Entry(constant("kSecReturnData"), constant("kCFBooleanTrue")))), found);
            if (status == NOT_FOUND) {
                return Optional.empty();
            }
            done(status);
            return Optional.of(taken(objects.made(found.get(ADDRESS, 0))));
        } catch (Throwable failed) {
            throw NativeCalls.failed(failed);
        }
    }

    @Override
    public void keep(String name, byte[] secret) {
        try (WipedArena arena = new WipedArena(); Objects objects = new Objects(arena)) {
            Entry data = new Entry(constant("kSecValueData"), objects.data(secret));
            done((int) add.invokeExact(objects.dictionary(item(objects, name, data)), NULL));
        } catch (Throwable failed) {
            throw NativeCalls.failed(failed);
        }
    }

    private List<Entry> item(Objects objects, String name, Entry more) throws Throwable {
        return List.of(new Entry(constant("kSecClass"), constant("kSecClassGenericPassword")),
                new Entry(constant("kSecAttrService"), objects.string(SERVICE)),
                new Entry(constant("kSecAttrAccount"), objects.string(name)), more);
    }

    /** The symbol is a variable that holds the object. */
    private MemorySegment constant(String name) {
        return calls.symbol(name).reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    private static void done(int status) {
        if (status != 0) {
            throw new VaultProblem(Reason.NOT_OPENED, null);
        }
    }

    /** Copied and overwritten: the object was made for this caller alone. */
    private byte[] taken(MemorySegment data) throws Throwable {
        long length = (long) dataLength.invokeExact(data);
        if (length < 0 || length > LARGEST) {
            throw new VaultProblem(Reason.UNREACHABLE, null);
        }
        MemorySegment bytes = ((MemorySegment) dataBytes.invokeExact(data)).reinterpret(length);
        byte[] secret = bytes.toArray(JAVA_BYTE);
        bytes.fill((byte) 0);
        return secret;
    }

    private record Entry(MemorySegment key, MemorySegment value) {}

    /** Core Foundation objects that are let go of together. */
    private final class Objects implements AutoCloseable {

        private final Arena arena;
        private final List<MemorySegment> made = new ArrayList<>();

        Objects(Arena arena) {
            this.arena = arena;
        }

        MemorySegment made(MemorySegment object) {
            if (object.equals(NULL)) {
                throw new VaultProblem(Reason.UNREACHABLE, null);
            }
            made.add(object);
            return object;
        }

        MemorySegment string(String text) throws Throwable {
            byte[] bytes = text.getBytes(UTF_8);
            return made((MemorySegment) makeString.invokeExact(NULL, arena.allocateFrom(JAVA_BYTE, bytes), (long) bytes.length,
                    UTF_8_ENCODING, (byte) 0));
        }

        MemorySegment data(byte[] bytes) throws Throwable {
            return made((MemorySegment) makeData.invokeExact(NULL, arena.allocateFrom(JAVA_BYTE, bytes), (long) bytes.length));
        }

        MemorySegment dictionary(List<Entry> entries) throws Throwable {
            MemorySegment keys = arena.allocate(ADDRESS, entries.size());
            MemorySegment values = arena.allocate(ADDRESS, entries.size());
            for (int i = 0; i < entries.size(); i++) {
                keys.setAtIndex(ADDRESS, i, entries.get(i).key());
                values.setAtIndex(ADDRESS, i, entries.get(i).value());
            }
            return made((MemorySegment) makeDictionary.invokeExact(NULL, keys, values, (long) entries.size(),
                    calls.symbol("kCFTypeDictionaryKeyCallBacks"), calls.symbol("kCFTypeDictionaryValueCallBacks")));
        }

        @Override
        public void close() throws Exception {
            try {
                for (MemorySegment object : made.reversed()) {
                    release.invokeExact(object);
                }
            } catch (Throwable failed) {
                throw NativeCalls.failed(failed);
            }
        }
    }
}
