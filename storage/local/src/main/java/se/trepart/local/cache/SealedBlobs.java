package se.trepart.local.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import se.trepart.local.vault.Keys;

/** File contents in the sealed SQLite file. */
final class SealedBlobs implements Blobs {

    private final Database database;
    private final Keys keys;

    SealedBlobs(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public String put(byte[] content) {
        String sha256 = sha256(content);
        byte[] body = keys.seal(content, name(sha256));
        database.write(handle -> handle.execute("insert into blob (sha256, body) values (?, ?) on conflict do nothing", sha256, body));
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return database
                .read(handle -> handle.createQuery("select body from blob where sha256 = ?").bind(0, sha256).mapTo(byte[].class).findOne())
                .map(body -> keys.open(body, name(sha256)));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String name(String sha256) {
        return "blob|" + sha256;
    }
}
