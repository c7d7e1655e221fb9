package se.trepart.local.vault;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import se.trepart.local.vault.VaultProblem.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The calls of Windows DPAPI: on Windows for real, elsewhere against a library with the documented signatures. */
class DpapiTest {

    private static final byte[] SECRET = "hemligt åäö".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void windowsItselfKeepsTheKeys() {
        byte[] sealed = new SystemVault(folder.resolve("keys.system"), Dpapi.of(folder)).unlock().seal(SECRET, "a");
        assertThat(new SystemVault(folder.resolve("keys.system"), Dpapi.of(folder)).unlock().open(sealed, "a")).isEqualTo(SECRET);
        assertThat(folder).isDirectoryContaining("glob:**keys.*");
    }

    @Test
    void whatIsKeptIsFoundAgainAndOnlySealedOnDisk() throws Exception {
        FakeCrypt32 windows = new FakeCrypt32();
        new Dpapi(folder, windows).keep("a", SECRET);
        assertThat(new Dpapi(folder, windows).find("a")).hasValue(SECRET);
        assertThat(new Dpapi(folder, windows).find("b")).isEmpty();
        assertThat(new String(Files.readAllBytes(folder.resolve("keys.a")), UTF_8)).doesNotContain("hemligt");
    }

    @Test
    void theFileOfOneNameDoesNotOpenUnderAnother() throws Exception {
        FakeCrypt32 windows = new FakeCrypt32();
        new Dpapi(folder, windows).keep("a", SECRET);
        Files.copy(folder.resolve("keys.a"), folder.resolve("keys.b"));
        assertThatThrownBy(() -> new Dpapi(folder, windows).find("b")).isInstanceOfSatisfying(VaultProblem.class, problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.NOT_OPENED);
            assertThat(problem).hasNoCause();
        });
    }

    @Test
    void whatTheSystemHandsOverIsOverwrittenAndGivenBack() {
        FakeCrypt32 windows = new FakeCrypt32();
        new Dpapi(folder, windows).keep("a", SECRET);
        new Dpapi(folder, windows).find("a");
        assertThat(windows.handedOver).hasSize(2).allSatisfy(memory -> assertThat(memory.toArray(JAVA_BYTE)).containsOnly(0));
        assertThat(windows.freed).isEqualTo(windows.handedOver.stream().map(MemorySegment::address).toList());
    }

    @Test
    void noWindowMayComeUp() {
        FakeCrypt32 windows = new FakeCrypt32();
        new Dpapi(folder, windows).keep("a", SECRET);
        assertThat(windows.flags).containsExactly(0x1);
    }

    /**
     * dpapi.h: BOOL CryptProtectData(DATA_BLOB *pDataIn, LPCWSTR szDataDescr, DATA_BLOB *pOptionalEntropy, PVOID pvReserved,
     * CRYPTPROTECT_PROMPTSTRUCT *pPromptStruct, DWORD dwFlags, DATA_BLOB *pDataOut), CryptUnprotectData the same with LPWSTR
     * *ppszDataDescr; wincrypt.h: DATA_BLOB {DWORD cbData; BYTE *pbData}, 16 bytes on 64-bit Windows; winbase.h: HLOCAL
     * LocalFree(HLOCAL hMem), NULL when it went well. Here the seal is the entropy and the data turned over, byte by byte.
     */
    private static final class FakeCrypt32 extends FakeLibrary {

        final List<MemorySegment> handedOver = new ArrayList<>();
        final List<Long> freed = new ArrayList<>();
        final List<Integer> flags = new ArrayList<>();

        FakeCrypt32() {
            List.of("CryptProtectData", "CryptUnprotectData", "LocalFree").forEach(this::function);
        }

        int CryptProtectData(MemorySegment in, MemorySegment description, MemorySegment entropy, MemorySegment reserved,
                MemorySegment prompt, int flag, MemorySegment out) {
            assertThat(List.of(description, reserved, prompt)).containsOnly(NULL);
            flags.add(flag);
            byte[] name = bytes(entropy);
            byte[] sealed = Arrays.copyOf(name, name.length + bytes(in).length);
            byte[] data = bytes(in);
            for (int i = 0; i < data.length; i++) {
                sealed[name.length + i] = (byte) ~data[i];
            }
            return give(sealed, out);
        }

        int CryptUnprotectData(MemorySegment in, MemorySegment description, MemorySegment entropy, MemorySegment reserved,
                MemorySegment prompt, int flag, MemorySegment out) {
            byte[] name = bytes(entropy);
            byte[] sealed = bytes(in);
            if (!Arrays.equals(name, Arrays.copyOf(sealed, name.length))) {
                return 0;
            }
            byte[] data = Arrays.copyOfRange(sealed, name.length, sealed.length);
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) ~data[i];
            }
            return give(data, out);
        }

        MemorySegment LocalFree(MemorySegment given) {
            freed.add(given.address());
            return NULL;
        }

        private int give(byte[] content, MemorySegment out) {
            MemorySegment given = memory.allocateFrom(JAVA_BYTE, content);
            handedOver.add(given);
            MemorySegment blob = out.reinterpret(16);
            blob.set(JAVA_INT, 0, content.length);
            blob.set(ADDRESS, 8, given);
            return 1;
        }

        private static byte[] bytes(MemorySegment pointer) {
            MemorySegment blob = pointer.reinterpret(16);
            return blob.get(ADDRESS, 8).reinterpret(blob.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        }
    }
}
