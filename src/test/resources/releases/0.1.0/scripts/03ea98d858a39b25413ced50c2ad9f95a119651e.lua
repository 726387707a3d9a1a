-- The browsers a client was recognised at, by which her id reaches them when she is erased. The newest word on each
-- counts, in whatever order words come.
--
-- KEYS[1] browsers  ov:client:{<digest of her id>}:browsers         sorted set: <site>:<handle> by when she was recognised
--                                                                   there last, epoch milliseconds
-- KEYS[2] parted    ov:client:{<digest>}:parted:<site>:<handle>     string: when it was said to be hers no longer
-- KEYS[3] erased    ov:client:{<digest>}:erased                     string: when she was erased, epoch milliseconds
--
-- ARGV[1] verb
-- ARGV[2] <site>:<handle>; but for all
-- ARGV[3] when it was decided, epoch milliseconds; but for all
-- hers:    ARGV[4] how long an entry lives in milliseconds, ARGV[5] how many there are at most, those of longest ago go first
-- parted:  ARGV[4] how long what was under way is kept out, in milliseconds
--
-- hers answers 1 when she was erased after it was decided, so that the browser is to be erased too, else 0. parted answers 1. all
-- answers each browser and when she was recognised there last.

-- Clocks of nodes and of Redis differ by less.
local SLACK = 1000

local at = tonumber(ARGV[3])
local verbs = {}

verbs['hers'] = function()
    local erased = redis.call('GET', KEYS[3])
    if erased and at <= tonumber(erased) + SLACK then
        return 1
    end
    local parted = redis.call('GET', KEYS[2])
    if parted and at < tonumber(parted) then
        return 0
    end
    redis.call('ZADD', KEYS[1], 'GT', ARGV[3], ARGV[2])
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', at - tonumber(ARGV[4]))
    redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -tonumber(ARGV[5]) - 1)
    redis.call('PEXPIRE', KEYS[1], ARGV[4])
    return 0
end

verbs['parted'] = function()
    local known = redis.call('ZSCORE', KEYS[1], ARGV[2])
    if known and tonumber(known) > at then
        return 1
    end
    redis.call('ZREM', KEYS[1], ARGV[2])
    redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
    return 1
end

verbs['all'] = function()
    local all = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
    for i = 2, #all, 2 do
        all[i] = string.format('%.0f', all[i])
    end
    return all
end

return verbs[ARGV[1]]()
