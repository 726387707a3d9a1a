package io.overture.push;

/** The far end of a socket, as whatever carries it offers. Everything is asynchronous and from any thread. */
public interface Wire {

    /** @param gone called once the text has left, or never will */
    void write(String text, Runnable gone);

    void ping();

    /** @param gone called once an empty pong, and all that was written before it, has left, or never will */
    void pong(Runnable gone);

    void close(int code, String reason);
}
