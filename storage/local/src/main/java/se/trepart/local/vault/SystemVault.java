package se.trepart.local.vault;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

import se.trepart.local.vault.VaultProblem.Reason;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Has the operating system keep the keys for the one who is signed in to the computer. A small file beside the store holds the name that
 * they are kept under, so that two stores never share keys and lost keys are noticed instead of silently made anew.
 */
final class SystemVault implements Vault {

    private final KeyFile name;
    private final SecretStore secrets;

    SystemVault(Path nameFile, SecretStore secrets) {
        this.name = new KeyFile(nameFile);
        this.secrets = secrets;
    }

    @Override
    public Keys unlock() {
        return name.read().map(known -> known(new String(known, US_ASCII))).orElseGet(this::fresh);
    }

    private Keys known(String under) {
        byte[] clear = secrets.find(under).orElseThrow(() -> new VaultProblem(Reason.LOST, null));
        try {
            return Keys.parse(clear);
        } catch (GeneralSecurityException foreign) {
            throw new VaultProblem(Reason.NOT_A_KEY_FILE, foreign);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private Keys fresh() {
        Keys keys = Keys.random();
        String under = UUID.randomUUID().toString();
        byte[] clear = keys.clear();
        try {
            secrets.keep(under, clear);
            // what the system does not give back now it would not give back tomorrow, when work has been sealed with it
            byte[] kept = secrets.find(under).orElseThrow(() -> new VaultProblem(Reason.UNREACHABLE, null));
            boolean same = Arrays.equals(kept, clear);
            Arrays.fill(kept, (byte) 0);
            if (!same) {
                throw new VaultProblem(Reason.UNREACHABLE, null);
            }
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
        name.write(under.getBytes(US_ASCII));
        return keys;
    }
}
