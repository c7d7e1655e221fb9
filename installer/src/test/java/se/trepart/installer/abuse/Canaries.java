package se.trepart.installer.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Looks for secrets in files, byte by byte (kanariefåglar). */
final class Canaries {

    private Canaries() {}

    /** Which of the secrets stand in a file of the folder, in any of the ways that bytes and texts are written; and in which. */
    static List<String> found(Path folder, Map<String, byte[]> secrets) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), ISO_8859_1);
                secrets.forEach((name, secret) -> {
                    if (written(secret).stream().anyMatch(content::contains)) {
                        found.add(name + " in " + file.getFileName());
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<String> written(byte[] secret) {
        List<byte[]> ways = new ArrayList<>(List.of(secret, HexFormat.of().formatHex(secret).getBytes(UTF_8),
                Base64.getEncoder().withoutPadding().encode(secret), Base64.getUrlEncoder().withoutPadding().encode(secret)));
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            ways.add(new String(secret, UTF_8).getBytes(charset));
        }
        return ways.stream().map(way -> new String(way, ISO_8859_1)).toList();
    }
}
