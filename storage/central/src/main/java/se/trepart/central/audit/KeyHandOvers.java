package se.trepart.central.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.util.List;

import se.trepart.wire.ChangesPage.KeyHandOver;
import se.trepart.wire.ChangesPage.SigningKey;

/**
 * How one key for checkpoints came after another (nyckelbyten): one line each, "from to signature", in a file beside the key. Never in the
 * database, whose owner the checkpoints are to be verified against.
 */
public final class KeyHandOvers {

    private KeyHandOvers() {}

    /** What workstations are told: the key, and what leads to it. @throws IllegalArgumentException when a file cannot be understood */
    public static SigningKey read(Path keyFile) {
        String key = KeyFile.verifying(KeyFile.privateKey(keyFile));
        List<KeyHandOver> all = lines(beside(keyFile)).stream().map(KeyHandOvers::handOver).toList();
        // a change that was broken off has said what comes next and left the key where it was
        int led = all.stream().map(KeyHandOver::to).toList().lastIndexOf(key);
        return new SigningKey(key, all.subList(0, led + 1));
    }

    /**
     * Puts another key in the place of the one that is there; a service that runs must be started again. It can be broken off anywhere: until
     * the file has been moved the old key is the one.
     *
     * @throws IllegalArgumentException when the files hold no such keys, or the same
     */
    public static void change(Path keyFile, Path newKeyFile) throws IOException {
        PrivateKey old = KeyFile.privateKey(keyFile);
        String from = KeyFile.verifying(old);
        String to = KeyFile.verifying(KeyFile.privateKey(newKeyFile));
        if (from.equals(to)) {
            throw new IllegalArgumentException("the same key");
        }
        String line = from + " " + to + " " + KeyFile.sign(old, KeyHandOver.text(from, to)) + "\n";
        Files.writeString(beside(keyFile), line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
        Files.move(newKeyFile, keyFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path beside(Path keyFile) {
        return keyFile.resolveSibling(keyFile.getFileName() + ".handovers");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyHandOver handOver(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 3) {
            throw new IllegalArgumentException("a line of the hand-overs is not three words");
        }
        return new KeyHandOver(parts[0], parts[1], parts[2]);
    }
}
