package io.overture.pricing;

/** The formulas of Agner Krarup Erlang (1917) for a pool that calls come to at random. */
public final class Erlang {

    private Erlang() {}

    /**
     * The share of calls that find all servers busy, where a call does not wait.
     *
     * @param load calls in progress if there were no end of servers: arrivals × duration; more than 0
     */
    public static double b(double load, int servers) {
        double inverse = 1;
        for (int n = 1; n <= servers; n++) {
            inverse = 1 + inverse * n / load;
        }
        return 1 / inverse;
    }

    /** The share of calls that have to wait, where calls do; all of them when the load is too much for the servers. */
    public static double c(double load, int servers) {
        if (load >= servers) {
            return 1;
        }
        double b = b(load, servers);
        return b / (1 - load / servers * (1 - b));
    }

    /** The mean wait of all calls, in the unit of {@code duration}; infinite when the load is too much. */
    public static double wait(double load, int servers, double duration) {
        return load >= servers ? Double.POSITIVE_INFINITY : c(load, servers) * duration / (servers - load);
    }

    /** The share of calls that are answered within a time. */
    public static double within(double time, double load, int servers, double duration) {
        return load >= servers ? 0 : 1 - c(load, servers) * Math.exp(-(servers - load) * time / duration);
    }
}
