package io.overture.bench;

/**
 * Load until compiler threads take next to nothing of a service's CPU any more, or as long as it may take at most.
 *
 * @param jit share of its CPU in the last slice
 */
record WarmUp(double seconds, double jit) {

    static final WarmUp NONE = new WarmUp(0, 1);

    private static final double LITTLE = 0.02;

    static WarmUp of(Launched server, Generator generator, Effort effort) {
        double seconds = 0;
        double jit = 1;
        while (seconds < effort.warmUp().toSeconds() && jit >= LITTLE) {
            var before = server.look();
            seconds += generator.run(effort.round()).seconds();
            jit = server.look().since(before).jitShare();
        }
        return new WarmUp(seconds, jit);
    }

    boolean isWarm() {
        return jit < LITTLE;
    }

    String describe() {
        return "%s after %.0f s, JIT %.1f %%".formatted(isWarm() ? "warm" : "not warm", seconds, 100 * jit);
    }
}
