package io.overture.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Who is trusted by TLS, when it is not whom the machine trusts. */
final class Authorities {

    private static final char @Nullable [] NO_PASSWORD = null;

    private Authorities() {}

    /** @param file certificates as PEM, one or several */
    static SSLContext of(Path file) throws Trouble {
        try (var pem = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, NO_PASSWORD);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            if (store.size() == 0) {
                throw new Trouble(file + " holds no certificate");
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read (certificates of the authorities to trust)");
        } catch (GeneralSecurityException e) {
            throw new Trouble(file + " holds no certificates: " + e.getMessage());
        }
    }
}
