package se.trepart.local.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

import se.trepart.local.vault.Keys;
import se.trepart.local.vault.SealBroken;
import se.trepart.model.access.Staff;
import se.trepart.wire.Json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Who signed in last at this workstation, as the central store knew them, sealed with the workstation's keys (minne av inloggningen). It
 * lets the workstation be opened without a network.
 *
 * <p>
 * The refresh token is in it only where the keys lie under the person's own passphrase: then opening it takes the same proof as a sign-in, and
 * the work goes on when the network is back without another one. Where the operating system opens the keys, anybody at the unlocked
 * computer could; there it stays in memory.
 *
 * @param lastContact when the central store last knew the person
 */
record Remembered(Staff staff, Instant lastContact, @Nullable String refresh) {

    private static final String NAME = "sign-in";

    /** Empty when there is none, or none that can be believed. */
    static Optional<Remembered> read(Path folder, Keys keys) {
        try {
            byte[] sealed = Files.readAllBytes(folder.resolve(NAME));
            return Optional.of(Json.MAPPER.readValue(keys.open(sealed, NAME), Remembered.class));
        } catch (NoSuchFileException | SealBroken | JacksonException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** There whole or not at all. */
    void write(Path folder, Keys keys) {
        Path part = folder.resolve(NAME + ".part");
        try {
            Files.write(part, keys.seal(Json.MAPPER.writeValueAsBytes(this), NAME));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Remembered[…]";
    }
}
