package se.trepart.central.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

import io.helidon.common.configurable.Resource;
import io.helidon.common.tls.Tls;
import org.jspecify.annotations.Nullable;

/**
 * TLS for the service, with an end to silence. The server has no time-out of its own for a connection that says nothing, neither before nor
 * after the handshake; this sets one on each socket as it is handed over.
 */
public final class TimedTls {

    private TimedTls() {}

    /** @throws RuntimeException when certificate and key are not PEM, or do not belong together */
    public static Tls of(Path certificate, Path key, Duration silence) {
        Tls plain = Tls.builder()
                .privateKey(k -> k.pem(pem -> pem.key(Resource.create(key))))
                .privateKeyCertChain(chain -> chain.pem(pem -> pem.certChain(Resource.create(certificate))))
                .build();
        return Tls.builder()
                .sslContext(new Context(plain.sslContext(), Math.toIntExact(silence.toMillis())))
                .addEnabledProtocol("TLSv1.3")
                .addEnabledProtocol("TLSv1.2")
                .build();
    }

    private static final class Context extends SSLContext {
        Context(SSLContext context, int millis) {
            super(new Spi(context, millis), context.getProvider(), context.getProtocol());
        }
    }

    private static final class Spi extends SSLContextSpi {

        private final SSLContext context;
        private final int millis;

        Spi(SSLContext context, int millis) {
            this.context = context;
            this.millis = millis;
        }

        @Override
        protected void engineInit(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("ready already");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new Factory(context.getSocketFactory(), millis);
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return context.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }
    }

    private static final class Factory extends SSLSocketFactory {

        private final SSLSocketFactory factory;
        private final int millis;

        Factory(SSLSocketFactory factory, int millis) {
            this.factory = factory;
            this.millis = millis;
        }

        @Override
        public Socket createSocket(Socket socket, InputStream consumed, boolean autoClose) throws IOException {
            socket.setSoTimeout(millis);
            // the server closes this one only, and says that the one below is to be left open: nobody would ever close it
            return factory.createSocket(socket, consumed, true);
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return factory.createSocket(socket, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return factory.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return factory.createSocket(host, port, from, fromPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return factory.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return factory.createSocket(host, port, from, fromPort);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }
    }
}
