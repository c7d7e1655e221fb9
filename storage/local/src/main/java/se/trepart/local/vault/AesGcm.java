package se.trepart.local.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;

import com.google.crypto.tink.Aead;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES-256-GCM with one key, laid out as Tink does without a prefix: nonce, what is sealed, tag. The client runs with Java's quick compiler
 * only, and Java's own AES-GCM is fast with the thorough one alone: this takes less than half its time.
 */
final class AesGcm implements Aead {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final KeyParameter key;
    private final SecureRandom random = new SecureRandom();
    /** a cipher serves one thread at a time, and costs a key schedule and tables to make */
    private final Queue<GCMModeCipher> idle = new ConcurrentLinkedQueue<>();

    AesGcm(byte[] key) {
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] about) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
        run(true, nonce, about, plain, 0, sealed, NONCE);
        return sealed;
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] about) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG) {
            throw new AEADBadTagException("too short");
        }
        byte[] plain = new byte[sealed.length - NONCE - TAG];
        run(false, Arrays.copyOf(sealed, NONCE), about, sealed, NONCE, plain, 0);
        return plain;
    }

    private void run(boolean seal, byte[] nonce, byte[] about, byte[] in, int from, byte[] out, int to) throws GeneralSecurityException {
        GCMModeCipher used = idle.poll();
        // only a new cipher is given the key: one that has it goes on with its tables
        GCMModeCipher cipher = used == null ? GCMBlockCipher.newInstance(AESEngine.newInstance()) : used;
        try {
            cipher.init(seal, new AEADParameters(used == null ? key : null, TAG * Byte.SIZE, nonce, about));
            int done = cipher.processBytes(in, from, in.length - from, out, to);
            cipher.doFinal(out, to + done);
        } catch (InvalidCipherTextException broken) {
            throw new AEADBadTagException(broken.getMessage());
        }
        idle.add(cipher);
    }
}
