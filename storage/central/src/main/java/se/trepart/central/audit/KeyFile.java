package se.trepart.central.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys in PEM files (nyckelfiler), as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them. */
public final class KeyFile {

    private KeyFile() {}

    /** @throws IllegalArgumentException when the file holds no such key */
    public static PrivateKey privateKey(Path file) throws IOException {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pem(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 private key in PEM (PKCS#8)", e);
        }
    }

    /** @throws IllegalArgumentException when the file holds no such key */
    public static PublicKey publicKey(Path file) throws IOException {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(pem(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 public key in PEM", e);
        }
    }

    private static byte[] pem(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }
}
