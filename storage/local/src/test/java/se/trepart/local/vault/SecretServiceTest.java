package se.trepart.local.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

/** The Linux Secret Service for real, where one answers; elsewhere skipped, with the reason. */
class SecretServiceTest {

    private static final byte[] SECRET = "hemligt åäö \0 och mer".getBytes(UTF_8);

    @TempDir
    Path folder;

    private SecretService service;
    private final String name = "trepart-test-" + UUID.randomUUID();

    @BeforeEach
    void answers() {
        assumeThatCode(() -> SecretService.ofTheSystem().find("trepart-probe")).as("no Secret Service answers here")
                .doesNotThrowAnyException();
        service = SecretService.ofTheSystem();
    }

    @AfterEach
    void forget() throws Exception {
        if (service != null) {
            service.forget(name);
            Path vault = folder.resolve("keys.system");
            if (Files.exists(vault)) {
                service.forget(Files.readString(vault, US_ASCII));
            }
        }
    }

    @Test
    void whatIsKeptIsFoundAgainUntilItIsForgotten() {
        assertThat(service.find(name)).isEmpty();
        service.keep(name, SECRET);
        assertThat(SecretService.ofTheSystem().find(name)).hasValue(SECRET);
        service.forget(name);
        assertThat(service.find(name)).isEmpty();
    }

    @Test
    void aVaultOpensWithTheSameKeysTheNextTimeAndNothingOfThemLiesInTheFolder() throws Exception {
        byte[] sealed = new Vaults(folder).choose(null).orElseThrow().unlock().seal(SECRET, "a");
        assertThat(new Vaults(folder).choose(null).orElseThrow().unlock().open(sealed, "a")).isEqualTo(SECRET);
        assertThat(folder).isDirectoryContaining("glob:**keys.system").isDirectoryNotContaining("glob:**keys");
        assertThat(Files.readString(folder.resolve("keys.system"), US_ASCII)).hasSize(36);
    }
}
