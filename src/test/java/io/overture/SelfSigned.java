package io.overture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that vouches for itself, made anew.
 *
 * @param certificate a PEM file
 * @param key a PEM file
 */
public record SelfSigned(Path certificate, Path key) {

    private static final String PASSWORD = "of-no-worth";
    private static final String ALIAS = "it";

    /** @param who whom it names: {@code ip:127.0.0.1}, {@code dns:redis.example} */
    public static SelfSigned naming(String who, Path folder) throws Exception {
        var store = folder.resolve("key.p12");
        make(who, store);
        var entry = open(store);
        return new SelfSigned(
                pem(
                        folder.resolve("crt.pem"),
                        "CERTIFICATE",
                        entry.getCertificate().getEncoded()),
                pem(
                        folder.resolve("key.pem"),
                        "PRIVATE KEY",
                        entry.getPrivateKey().getEncoded()));
    }

    /** What a server of Redis, or a sentinel, needs to be told to use it on this port. */
    Map<String, String> asServer(int port) {
        return Map.of(
                "tls-port",
                "" + port,
                "tls-auth-clients",
                "no",
                "tls-key-file",
                key.toString(),
                "tls-cert-file",
                certificate.toString(),
                "tls-ca-cert-file",
                certificate.toString());
    }

    /** What a node needs to know to believe it. */
    Map<String, String> trust() {
        return Map.of(
                "QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM", "true",
                "QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM_CERTS", certificate.toString(),
                "QUARKUS_REDIS_TLS_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS");
    }

    /** What whoever believes this certificate, and no other, is answered. */
    public HttpResponse<String> ask(URI uri) throws Exception {
        try (var file = Files.newInputStream(certificate)) {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            known.setCertificateEntry(
                    ALIAS, CertificateFactory.getInstance("X.509").generateCertificate(file));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            try (var http = HttpClient.newBuilder().sslContext(tls).build()) {
                return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            }
        }
    }

    private static void make(String who, Path store) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                ALIAS,
                "-dname",
                "CN=test",
                "-ext",
                "san=" + who,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("no certificate: " + said);
        }
    }

    private static KeyStore.PrivateKeyEntry open(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return (KeyStore.PrivateKeyEntry) keys.getEntry(ALIAS, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                file.toAbsolutePath(), "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, text));
    }
}
