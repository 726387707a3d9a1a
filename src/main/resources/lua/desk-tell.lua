-- Tells the desk of a visitor who waits, or of a moment worth knowing: once, however often it is told.
--
-- KEYS[1] waiting  ov:{desk:<site>}:waiting       sorted set: task id by weight
-- KEYS[2] ages     ov:{desk:<site>}:ages          sorted set: task id by the end of its life, epoch milliseconds
-- KEYS[3] task     ov:{desk:<site>}:task:<id>     string: the task as JSON; empty once it is to be forgotten
-- KEYS[4] hers     ov:{desk:<site>}:of:<handle>   set: ids of everything the desk was told of one visitor
--
-- ARGV[1] task id
-- ARGV[2] the task as JSON
-- ARGV[3] weight
-- ARGV[4] lifetime in milliseconds
--
-- Answers 1 when the desk heard of it now, 0 when it had before.

local MOST_SWEPT = 64

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lifetime = tonumber(ARGV[4])

-- Tasks go by themselves when their life ends, their places in line do not.
local old = redis.call('ZRANGE', KEYS[2], '-inf', now, 'BYSCORE', 'LIMIT', 0, MOST_SWEPT)
for _, id in ipairs(old) do
    redis.call('ZREM', KEYS[1], id)
    redis.call('ZREM', KEYS[2], id)
end

if not redis.call('SET', KEYS[3], ARGV[2], 'PX', lifetime, 'NX') then
    return 0
end
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('ZADD', KEYS[2], now + lifetime, ARGV[1])
redis.call('SADD', KEYS[4], ARGV[1])
for _, key in ipairs({KEYS[1], KEYS[2], KEYS[4]}) do
    redis.call('PEXPIRE', key, lifetime)
end
return 1
