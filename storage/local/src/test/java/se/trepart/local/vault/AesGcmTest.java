package se.trepart.local.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AesGcmTest {

    private static final byte[] ABOUT = "BASE|LETTER|1".getBytes(UTF_8);
    private static final int[] SIZES = {0, 1, 15, 16, 17, 1_000, 1_024, 100_001};

    private final byte[] key = bytes(32);
    private final AesGcm seal = new AesGcm(key);

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        return bytes;
    }

    private byte[] byJava(int mode, byte[] nonce, byte[] in) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(ABOUT);
        return cipher.doFinal(in);
    }

    @Test
    void javasOwnOpensWhatItSealsAndTheOtherWay() throws GeneralSecurityException {
        for (int size : SIZES) {
            byte[] sealed = seal.encrypt(bytes(size), ABOUT);
            byte[] nonce = Arrays.copyOf(sealed, 12);
            assertThat(byJava(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, 12, sealed.length))).isEqualTo(bytes(size));

            byte[] other = byJava(Cipher.ENCRYPT_MODE, nonce, bytes(size));
            byte[] whole = Arrays.copyOf(nonce, 12 + other.length);
            System.arraycopy(other, 0, whole, 12, other.length);
            assertThat(seal.decrypt(whole, ABOUT)).isEqualTo(bytes(size));
        }
    }

    @Test
    void refusesEveryChangedByteAndGoesOnAfterwards() throws GeneralSecurityException {
        byte[] sealed = seal.encrypt(bytes(40), ABOUT);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> seal.decrypt(changed, ABOUT)).isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> seal.decrypt(sealed, "BASE|LETTER|2".getBytes(UTF_8))).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> seal.decrypt(Arrays.copyOf(sealed, 27), ABOUT)).isInstanceOf(GeneralSecurityException.class);
        assertThat(seal.decrypt(sealed, ABOUT)).isEqualTo(bytes(40));
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() throws GeneralSecurityException {
        assertThat(seal.encrypt(bytes(40), ABOUT)).isNotEqualTo(seal.encrypt(bytes(40), ABOUT));
    }

    @Test
    void servesManyThreadsAtOnce() {
        assertThat(IntStream.range(0, 2_000).parallel().allMatch(i -> {
            try {
                return Arrays.equals(seal.decrypt(seal.encrypt(bytes(i), ABOUT), ABOUT), bytes(i));
            } catch (GeneralSecurityException broken) {
                return false;
            }
        })).isTrue();
    }
}
