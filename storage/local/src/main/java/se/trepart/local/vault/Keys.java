package se.trepart.local.vault;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Seals and opens with the workstation's key set (nycklar), AES-256-GCM. What is sealed opens only under the same name it was sealed with. */
public final class Keys {

    static {
        try {
            // once: it builds all its tables anew each time
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final KeysetHandle keyset;
    private final Aead aead;

    private Keys(KeysetHandle keyset) throws GeneralSecurityException {
        this(keyset, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    private Keys(KeysetHandle keyset, Aead aead) {
        this.keyset = keyset;
        this.aead = aead;
    }

    /** A new random key set. */
    static Keys random() {
        try {
            return new Keys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Keys parse(byte[] clear) throws GeneralSecurityException {
        return new Keys(TinkProtoKeysetFormat.parseKeyset(clear, InsecureSecretKeyAccess.get()));
    }

    /** A key of 32 bytes that somebody else has made. */
    @AccessesPartialKey
    public static Keys raw(byte[] key) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            AesGcmKey aes = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            return new Keys(KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(aes).withRandomId().makePrimary()).build(),
                    new AesGcm(key));
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not a key of 32 bytes", notAKey);
        }
    }

    /** The key set in the clear: for the vault only, to be wrapped or kept. */
    byte[] clear() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param about what this is and where it lies; not secret, needed to open it again */
    public byte[] seal(byte[] plain, String about) {
        try {
            return aead.encrypt(plain, about.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws SealBroken when it was changed, or sealed about something else or with another key */
    public byte[] open(byte[] sealed, String about) {
        try {
            return aead.decrypt(sealed, about.getBytes(UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new SealBroken(about, broken);
        }
    }
}
