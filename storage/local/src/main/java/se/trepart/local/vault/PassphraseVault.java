package se.trepart.local.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import se.trepart.local.vault.VaultProblem.Reason;

import com.google.crypto.tink.subtle.AesGcmJce;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps the keys in a file, wrapped with AES-256-GCM under a passphrase that went through Argon2id (64 MiB, three passes, RFC 9106). The
 * costs stand in the file, so that they can be raised without locking anyone out.
 */
public final class PassphraseVault implements Vault {

    private static final int MAGIC = 0x54505631;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    /** a file that asks for more is not ours: it would only take the machine down */
    private static final int MEMORY_LIMIT_KIB = 1024 * 1024;
    private static final int PASSES_LIMIT = 20;
    private static final int SALT = 16;
    private static final int HEADER = 3 * Integer.BYTES + SALT;

    private final KeyFile file;
    private final char[] passphrase;

    /** @param passphrase copied; the caller may wipe its own */
    public PassphraseVault(Path file, char[] passphrase) {
        this.file = new KeyFile(file);
        this.passphrase = passphrase.clone();
    }

    /** Whether the file holds keys under a passphrase. */
    static boolean isOne(Path file) {
        return new KeyFile(file).read()
                .filter(content -> content.length >= Integer.BYTES && ByteBuffer.wrap(content).getInt() == MAGIC)
                .isPresent();
    }

    @Override
    public Keys unlock() {
        return file.read().map(this::unwrap).orElseGet(() -> {
            Keys keys = Keys.random();
            file.write(wrap(keys));
            return keys;
        });
    }

    /** Wraps the same keys under another passphrase; nothing has to be sealed again. */
    public void changePassphrase(char[] next) {
        Keys keys = unlock();
        new PassphraseVault(file.path(), next).rewrap(keys);
    }

    private void rewrap(Keys keys) {
        file.write(wrap(keys));
    }

    private byte[] wrap(Keys keys) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] header = ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(MEMORY_KIB).putInt(PASSES).put(salt).array();
        try {
            byte[] wrapped = wrappingKey(salt, MEMORY_KIB, PASSES).encrypt(keys.clear(), header);
            return ByteBuffer.allocate(HEADER + wrapped.length).put(header).put(wrapped).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Keys unwrap(byte[] content) {
        if (content.length <= HEADER) {
            throw new VaultProblem(Reason.NOT_A_KEY_FILE, null);
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int magic = buffer.getInt();
        int memory = buffer.getInt();
        int passes = buffer.getInt();
        if (magic != MAGIC || memory < 8 || memory > MEMORY_LIMIT_KIB || passes < 1 || passes > PASSES_LIMIT) {
            throw new VaultProblem(Reason.NOT_A_KEY_FILE, null);
        }
        byte[] salt = new byte[SALT];
        buffer.get(salt);
        byte[] wrapped = new byte[buffer.remaining()];
        buffer.get(wrapped);
        try {
            return Keys.parse(wrappingKey(salt, memory, passes).decrypt(wrapped, Arrays.copyOf(content, HEADER)));
        } catch (GeneralSecurityException wrong) {
            throw new VaultProblem(Reason.NOT_OPENED, wrong);
        }
    }

    private AesGcmJce wrappingKey(byte[] salt, int memoryKib, int passes) throws GeneralSecurityException {
        ByteBuffer encoded = UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] secret = Arrays.copyOf(encoded.array(), encoded.limit());
        byte[] key = new byte[32];
        try {
            Argon2BytesGenerator argon = new Argon2BytesGenerator();
            argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            argon.generateBytes(secret, key);
            return new AesGcmJce(key);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
