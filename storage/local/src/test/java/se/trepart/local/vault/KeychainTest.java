package se.trepart.local.vault;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import se.trepart.local.vault.VaultProblem.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The calls of the macOS Keychain, against libraries with the documented signatures: a test must not put keys in a person's keychain. */
class KeychainTest {

    private static final byte[] SECRET = "hemligt åäö".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsFoundAgain() {
        FakeSecurity mac = new FakeSecurity();
        new Keychain(mac).keep("a", SECRET);
        assertThat(new Keychain(mac).find("a")).hasValue(SECRET);
        assertThat(new Keychain(mac).find("b")).isEmpty();
        assertThat(mac.items).containsOnlyKeys("genp/se.trepart/a");
    }

    @Test
    void aVaultOpensWithTheSameKeysTheNextTime() {
        FakeSecurity mac = new FakeSecurity();
        byte[] sealed = new SystemVault(folder.resolve("keys.system"), new Keychain(mac)).unlock().seal(SECRET, "a");
        assertThat(new SystemVault(folder.resolve("keys.system"), new Keychain(mac)).unlock().open(sealed, "a")).isEqualTo(SECRET);
    }

    @Test
    void everyObjectIsLetGoOfOnceAndTheSecretOverwritten() {
        FakeSecurity mac = new FakeSecurity();
        new Keychain(mac).keep("a", SECRET);
        new Keychain(mac).find("a");
        new Keychain(mac).find("b");
        assertThat(mac.released).containsExactlyInAnyOrderElementsOf(mac.objects.keySet());
        assertThat(mac.handedOver).hasSize(1).allSatisfy(memory -> assertThat(memory.toArray(JAVA_BYTE)).containsOnly(0));
    }

    @Test
    void aKeychainThatRefusesSaysSoWithoutTheSecret() {
        FakeSecurity mac = new FakeSecurity();
        mac.status = -25308;
        assertThatThrownBy(() -> new Keychain(mac).keep("a", SECRET)).isInstanceOfSatisfying(VaultProblem.class, problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.NOT_OPENED);
            assertThat(problem).hasNoCause();
        });
        assertThat(mac.released).containsExactlyInAnyOrderElementsOf(mac.objects.keySet());
    }

    /**
     * SecItem.h: OSStatus SecItemAdd(CFDictionaryRef attributes, CFTypeRef *result), OSStatus SecItemCopyMatching(CFDictionaryRef query,
     * CFTypeRef *result), errSecItemNotFound = -25300; CFString.h: CFStringRef CFStringCreateWithBytes(CFAllocatorRef, const UInt8 *,
     * CFIndex, CFStringEncoding, Boolean); CFData.h: CFDataRef CFDataCreate(CFAllocatorRef, const UInt8 *, CFIndex), CFIndex
     * CFDataGetLength(CFDataRef), const UInt8 *CFDataGetBytePtr(CFDataRef); CFDictionary.h: CFDictionaryRef
     * CFDictionaryCreate(CFAllocatorRef, const void **keys, const void **values, CFIndex, const CFDictionaryKeyCallBacks *, const
     * CFDictionaryValueCallBacks *); CFBase.h: void CFRelease(CFTypeRef). Constants are variables that hold the object.
     */
    private static final class FakeSecurity extends FakeLibrary {

        final Map<String, byte[]> items = new HashMap<>();
        final Map<Long, Object> objects = new TreeMap<>();
        final List<Long> released = new ArrayList<>();
        final List<MemorySegment> handedOver = new ArrayList<>();
        private final Map<Long, String> constants = new HashMap<>();
        private final Map<Long, MemorySegment> bytes = new HashMap<>();
        int status;

        FakeSecurity() {
            List.of("SecItemAdd", "SecItemCopyMatching", "CFStringCreateWithBytes", "CFDataCreate", "CFDictionaryCreate", "CFDataGetLength",
                    "CFDataGetBytePtr", "CFRelease").forEach(this::function);
            for (String name : List.of("kSecClass", "kSecClassGenericPassword", "kSecAttrService", "kSecAttrAccount", "kSecValueData",
                    "kSecReturnData", "kCFBooleanTrue", "kCFTypeDictionaryKeyCallBacks", "kCFTypeDictionaryValueCallBacks")) {
                constants.put(variable(name, memory.allocate(8)).address(), name);
            }
        }

        int SecItemAdd(MemorySegment attributes, MemorySegment result) {
            Map<?, ?> item = (Map<?, ?>) objects.get(attributes.address());
            if (status == 0) {
                items.put(key(item), (byte[]) item.get("kSecValueData"));
            }
            return status;
        }

        int SecItemCopyMatching(MemorySegment query, MemorySegment result) {
            Map<?, ?> item = (Map<?, ?>) objects.get(query.address());
            assertThat(item.get("kSecReturnData")).isEqualTo("kCFBooleanTrue");
            byte[] found = items.get(key(item));
            if (found == null) {
                return -25300;
            }
            MemorySegment made = object(found);
            MemorySegment content = memory.allocateFrom(JAVA_BYTE, found);
            handedOver.add(content);
            bytes.put(made.address(), content);
            result.reinterpret(8).set(ADDRESS, 0, made);
            return 0;
        }

        MemorySegment CFStringCreateWithBytes(MemorySegment allocator, MemorySegment from, long length, int encoding, byte external) {
            assertThat(encoding).isEqualTo(0x08000100);
            return object(new String(from.reinterpret(length).toArray(JAVA_BYTE), UTF_8));
        }

        MemorySegment CFDataCreate(MemorySegment allocator, MemorySegment from, long length) {
            return object(from.reinterpret(length).toArray(JAVA_BYTE));
        }

        MemorySegment CFDictionaryCreate(MemorySegment allocator, MemorySegment keys, MemorySegment values, long count,
                MemorySegment keyCallBacks, MemorySegment valueCallBacks) {
            assertThat(keyCallBacks).isNotEqualTo(NULL);
            assertThat(valueCallBacks).isNotEqualTo(NULL);
            Map<Object, Object> dictionary = new HashMap<>();
            for (long i = 0; i < count; i++) {
                dictionary.put(value(keys.reinterpret(count * 8).getAtIndex(ADDRESS, i)),
                        value(values.reinterpret(count * 8).getAtIndex(ADDRESS, i)));
            }
            return object(dictionary);
        }

        long CFDataGetLength(MemorySegment data) {
            return ((byte[]) objects.get(data.address())).length;
        }

        MemorySegment CFDataGetBytePtr(MemorySegment data) {
            return bytes.get(data.address());
        }

        void CFRelease(MemorySegment object) {
            released.add(object.address());
        }

        private MemorySegment object(Object value) {
            MemorySegment made = memory.allocate(8);
            objects.put(made.address(), value);
            return made;
        }

        private Object value(MemorySegment pointer) {
            String constant = constants.get(pointer.address());
            return constant == null ? objects.get(pointer.address()) : constant;
        }

        private static String key(Map<?, ?> item) {
            assertThat(item.get("kSecClass")).isEqualTo("kSecClassGenericPassword");
            return "genp/" + item.get("kSecAttrService") + "/" + item.get("kSecAttrAccount");
        }
    }
}
