package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TlsFaultTest {

    @Test
    void what_the_innermost_says_is_told() {
        assertThat(TlsFault.of(failed(new CertificateException("No name matching redis.example found"))))
                .hasValue("TLS: No name matching redis.example found");
    }

    @Test
    void a_certificate_that_has_expired_says_so() {
        assertThat(TlsFault.of(failed(new CertificateExpiredException("NotAfter: Mon Nov 30 10:00:00 UTC 2026"))))
                .hasValue("TLS: the certificate has expired (NotAfter: Mon Nov 30 10:00:00 UTC 2026)");
    }

    @Test
    void anything_else_is_no_fault_of_tls() {
        assertThat(TlsFault.of(new IOException("Connection refused"))).isEmpty();
        assertThat(TlsFault.orElse(new IOException("Connection refused"))).isEqualTo("Connection refused");
    }

    @Test
    void what_an_address_may_be_quoted_in_is_told_by_its_kind_alone() {
        var refused = new ConnectException("https://shop.example/keys?secret=1");

        assertThat(TlsFault.orKind(refused)).isEqualTo("ConnectException");
        assertThat(TlsFault.orKind(new ExecutionException(refused))).isEqualTo("ConnectException");
        assertThat(TlsFault.orKind(new ExecutionException(new CompletionException(refused))))
                .isEqualTo("ConnectException");
        assertThat(TlsFault.orKind(new CompletionException("late", null))).isEqualTo("CompletionException");
        assertThat(TlsFault.orKind(new ExecutionException(failed(new CertificateException("No name matching")))))
                .isEqualTo("TLS: No name matching");
    }

    private static Throwable failed(Exception why) {
        var handshake = new SSLHandshakeException("Failed to create SSL connection");
        handshake.initCause(why);
        return new IOException("not connected", handshake);
    }
}
