package io.overture.push;

/** The far end of a socket, as whatever carries it offers. Everything is asynchronous and from any thread. */
public interface Wire {

    /** @param gone called once the text has left, or never will */
    void write(String text, Runnable gone);

    void ping();

    void close(int code, String reason);
}
