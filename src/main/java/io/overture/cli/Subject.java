package io.overture.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Whom the service is to forget: a client by the house's id, or a visitor by the browser's handle. */
record Subject(Kind kind, String id) {

    /** What {@code id} is. */
    enum Kind {
        CLIENT("client", "/v1/clients/"),
        VISITOR("visitor", "/v1/visitors/");

        private final String word;
        private final String path;

        Kind(String word, String path) {
            this.word = word;
            this.path = path;
        }

        /** In receipts. */
        String word() {
            return word;
        }
    }

    /** Of the door that erases it. */
    String path() {
        return kind.path + Service.segment(id);
    }

    /** The same for the same id, and the id is not in it. Who knows the id, or can guess it, can tell that it is this one. */
    String pseudonym() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Not its id: this may be printed. */
    @Override
    public String toString() {
        return kind.word + "[…]";
    }
}
