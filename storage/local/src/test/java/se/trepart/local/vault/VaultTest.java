package se.trepart.local.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import se.trepart.local.vault.VaultProblem.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultTest {

    private static final byte[] SECRET = "känsligt".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("keys");
    }

    @Test
    void opensWithTheSameKeysTheNextTime() {
        for (Vault[] twice : new Vault[][]{{new UnprotectedVault(file()), new UnprotectedVault(file())},
                {phrase("en lång fras"), phrase("en lång fras")}}) {
            byte[] sealed = twice[0].unlock().seal(SECRET, "a");
            assertThat(twice[1].unlock().open(sealed, "a")).isEqualTo(SECRET);
        }
    }

    private PassphraseVault phrase(String passphrase) {
        return new PassphraseVault(folder.resolve("wrapped"), passphrase.toCharArray());
    }

    @Test
    void refusesAnotherPassphrase() {
        phrase("en lång fras").unlock();
        assertThatThrownBy(() -> phrase("en lång frad").unlock()).isInstanceOfSatisfying(VaultProblem.class,
                problem -> assertThat(problem.reason()).isEqualTo(Reason.NOT_OPENED));
    }

    @Test
    void keepsTheKeysWhenThePassphraseIsChanged() {
        byte[] sealed = phrase("gammal fras").unlock().seal(SECRET, "a");
        phrase("gammal fras").changePassphrase("ny fras åäö".toCharArray());
        assertThat(phrase("ny fras åäö").unlock().open(sealed, "a")).isEqualTo(SECRET);
        assertThatThrownBy(() -> phrase("gammal fras").unlock()).isInstanceOf(VaultProblem.class);
    }

    @Test
    void refusesAFileThatAsksForMoreMemoryThanItMay() throws Exception {
        phrase("en lång fras").unlock();
        byte[] content = Files.readAllBytes(folder.resolve("wrapped"));
        content[4] = 0x7f;
        Files.write(folder.resolve("wrapped"), content);
        assertThatThrownBy(() -> phrase("en lång fras").unlock()).isInstanceOfSatisfying(VaultProblem.class,
                problem -> assertThat(problem.reason()).isEqualTo(Reason.NOT_A_KEY_FILE));
    }

    @Test
    void refusesADamagedFile() throws Exception {
        Files.writeString(file(), "inga nycklar");
        assertThatThrownBy(() -> new UnprotectedVault(file()).unlock()).isInstanceOf(VaultProblem.class);
        Files.writeString(folder.resolve("wrapped"), "kort");
        assertThatThrownBy(() -> phrase("en lång fras").unlock()).isInstanceOf(VaultProblem.class);
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws Exception {
        new UnprotectedVault(file()).unlock();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void opensOnlyUnderTheNameItWasSealedWith() {
        Keys keys = new UnprotectedVault(file()).unlock();
        byte[] sealed = keys.seal(SECRET, "a");
        assertThatThrownBy(() -> keys.open(sealed, "b")).isInstanceOf(SealBroken.class)
                .hasMessageContaining("b")
                .hasMessageNotContaining("känsligt");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open(sealed, "a")).isInstanceOf(SealBroken.class);
    }
}
