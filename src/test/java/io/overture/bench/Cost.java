package io.overture.bench;

/** What the measured rounds of one of those that take turns have cost, added up. */
final class Cost {

    /** @param allocated bytes of heap since the service started */
    record Look(Usage.Look service, Usage.Look redis, long allocated, Commands commands) {}

    private Usage service = new Usage(0, 0, 0, 0);
    private Usage redis = service;
    private long allocated;
    private Commands commands = Commands.none();

    void add(Look before, Look after) {
        service = service.plus(after.service.since(before.service));
        redis = redis.plus(after.redis.since(before.redis));
        allocated += after.allocated - before.allocated;
        commands = commands.plus(after.commands.minus(before.commands));
    }

    Usage service() {
        return service;
    }

    Usage redis() {
        return redis;
    }

    long allocated() {
        return allocated;
    }

    Commands commands() {
        return commands;
    }
}
