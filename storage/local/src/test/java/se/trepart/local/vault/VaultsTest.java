package se.trepart.local.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import se.trepart.local.vault.VaultProblem.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultsTest {

    private static final byte[] PLAIN = "känsligt".getBytes(UTF_8);
    private static final char[] PHRASE = "en lång fras".toCharArray();

    @TempDir
    Path folder;

    private final Ring ring = new Ring();

    private Vaults vaults() {
        return new Vaults(folder, () -> ring);
    }

    private Vaults silent() {
        return new Vaults(folder, () -> {
            throw new VaultProblem(Reason.UNREACHABLE, null);
        });
    }

    @Test
    void aNewStoreHasItsKeysWithTheOperatingSystemWhereItAnswers() {
        byte[] sealed = vaults().choose(null).orElseThrow().unlock().seal(PLAIN, "a");
        assertThat(ring.kept).hasSize(1);
        assertThat(vaults().choose(null).orElseThrow().unlock().open(sealed, "a")).isEqualTo(PLAIN);
    }

    @Test
    void whereItDoesNotAnswerAPassphraseIsAskedFor() {
        assertThat(silent().choose(null)).isEmpty();
        byte[] sealed = silent().choose(PHRASE).orElseThrow().unlock().seal(PLAIN, "a");
        assertThat(silent().choose(PHRASE).orElseThrow().unlock().open(sealed, "a")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> silent().choose(null)).isInstanceOfSatisfying(VaultProblem.class,
                problem -> assertThat(problem.reason()).isEqualTo(Reason.PASSPHRASE_NEEDED));
    }

    @Test
    void theKeysStayWhereTheyWerePutTheFirstTime() {
        byte[] sealed = vaults().choose(null).orElseThrow().unlock().seal(PLAIN, "a");
        assertThat(vaults().choose(PHRASE).orElseThrow().unlock().open(sealed, "a")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> silent().choose(PHRASE)).isInstanceOf(VaultProblem.class);
    }

    @Test
    void keysUnderAPassphraseAreNotReplacedWhenTheSystemBeginsToAnswer() {
        byte[] sealed = silent().choose(PHRASE).orElseThrow().unlock().seal(PLAIN, "a");
        assertThat(vaults().choose(PHRASE).orElseThrow().unlock().open(sealed, "a")).isEqualTo(PLAIN);
        assertThat(ring.kept).isEmpty();
    }

    @Test
    void keysThatTheSystemHasLostAreNotMadeAnew() {
        vaults().choose(null).orElseThrow().unlock();
        ring.kept.clear();
        assertThatThrownBy(() -> vaults().choose(null).orElseThrow().unlock()).isInstanceOfSatisfying(VaultProblem.class,
                problem -> assertThat(problem.reason()).isEqualTo(Reason.LOST));
        assertThat(ring.kept).isEmpty();
    }

    @Test
    void aSystemThatForgetsAtOnceIsNotTrusted() {
        ring.forgetful = true;
        assertThatThrownBy(() -> vaults().choose(null).orElseThrow().unlock()).isInstanceOf(VaultProblem.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoStoresNeverShareKeys() {
        Keys one = vaults().choose(null).orElseThrow().unlock();
        Keys other = new Vaults(folder.resolve("other"), () -> ring).choose(null).orElseThrow().unlock();
        assertThat(ring.kept).hasSize(2);
        assertThatThrownBy(() -> other.open(one.seal(PLAIN, "a"), "a")).isInstanceOf(SealBroken.class);
    }

    @Test
    void memoryForSecretsIsOverwrittenBeforeItIsGivenBack() {
        try (Arena outer = Arena.ofConfined()) {
            MemorySegment[] seen = new MemorySegment[1];
            try (WipedArena arena = new WipedArena(new Lasting(outer))) {
                seen[0] = arena.allocateFrom(JAVA_BYTE, PLAIN);
                assertThat(seen[0].toArray(JAVA_BYTE)).isEqualTo(PLAIN);
            }
            assertThat(seen[0].toArray(JAVA_BYTE)).containsOnly(0);
        }
    }

    /** Memory that can be looked at after it was given back. */
    private record Lasting(Arena outer) implements Arena {
        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            return outer.allocate(byteSize, byteAlignment);
        }

        @Override
        public MemorySegment.Scope scope() {
            return outer.scope();
        }

        @Override
        public void close() {}
    }

    private static final class Ring implements SecretStore {

        final Map<String, byte[]> kept = new HashMap<>();
        boolean forgetful;

        @Override
        public Optional<byte[]> find(String name) {
            return Optional.ofNullable(kept.get(name)).map(byte[]::clone);
        }

        @Override
        public void keep(String name, byte[] secret) {
            if (!forgetful) {
                kept.put(name, secret.clone());
            }
        }
    }
}
