package se.trepart.local.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/** Whom the workstation trusts (betrodda certifikat): what the system trusts, and the municipality's own issuer where there is one. */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * @param own the own issuer's certificates in PEM; null when there is none
     * @throws IllegalArgumentException when the file holds no certificate
     */
    public static SSLContext context(@Nullable Path own) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (X509Certificate certificate : system()) {
                add(trusted, certificate);
            }
            if (own != null) {
                addOwn(trusted, own);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException("the certificates cannot be read", unusable);
        }
    }

    private static void addOwn(KeyStore trusted, Path own) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(own)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("no certificate");
            }
            for (Certificate certificate : certificates) {
                add(trusted, certificate);
            }
        }
    }

    private static void add(KeyStore trusted, Certificate certificate) throws GeneralSecurityException {
        trusted.setCertificateEntry(String.valueOf(trusted.size()), certificate);
    }

    /** Java's own list; on Windows and macOS what the system's administrator has added too. */
    private static Iterable<X509Certificate> system() throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        var certificates = new java.util.LinkedHashSet<X509Certificate>();
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                Collections.addAll(certificates, x509.getAcceptedIssuers());
            }
        }
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows") || name.startsWith("mac")) {
            KeyStore roots = KeyStore.getInstance(name.startsWith("windows") ? "Windows-ROOT" : "KeychainStore-ROOT");
            roots.load(null, null);
            for (String alias : Collections.list(roots.aliases())) {
                if (roots.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
        }
        return certificates;
    }
}
