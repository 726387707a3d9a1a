-- Who of the advisors is there. Time is the caller's.
--
-- KEYS[1] presence  ov:{desk}:presence         hash: advisor to available, busy or away
-- KEYS[2] reach     ov:{desk}:reach            sorted set: advisor by when her lease ends, epoch milliseconds
-- KEYS[3] used      ov:{desk}:used             hash: advisor to slots taken, held or attended
-- KEYS[4] tabs      ov:{desk}:tabs:<advisor>   sorted set: her sockets by when their lease ends; for come and leave
--
-- ARGV[1] now, epoch milliseconds
-- ARGV[2] verb
-- set:    ARGV[3] advisor, ARGV[4] state
-- come:   ARGV[3] advisor, ARGV[4] socket, ARGV[5] when the lease ends. Renewed by the same.
-- leave:  ARGV[3] advisor, ARGV[4] socket. Her lease is left to run out: she may be on her way to another page.
-- all:    everybody's state, as advisor, state; who is reachable; and slots taken, as advisor, number
--
-- set and come answer 1 when she is there now, available and reachable, and was not before.

local now = tonumber(ARGV[1])
local verb = ARGV[2]
local advisor = ARGV[3]

local function isThere()
    local lease = redis.call('ZSCORE', KEYS[2], advisor)
    return redis.call('HGET', KEYS[1], advisor) == 'available' and lease and tonumber(lease) > now
end

if verb == 'all' then
    return {
        redis.call('HGETALL', KEYS[1]),
        redis.call('ZRANGE', KEYS[2], '(' .. ARGV[1], '+inf', 'BYSCORE'),
        redis.call('HGETALL', KEYS[3]),
    }
end

local before = isThere()
if verb == 'set' then
    redis.call('HSET', KEYS[1], advisor, ARGV[4])
elseif verb == 'come' then
    redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
    redis.call('ZADD', KEYS[2], 'GT', ARGV[5], advisor)
    redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now)
    redis.call('ZADD', KEYS[4], 'GT', ARGV[5], ARGV[4])
    redis.call('PEXPIRE', KEYS[4], math.max(1, tonumber(ARGV[5]) - now))
elseif verb == 'leave' then
    redis.call('ZREM', KEYS[4], ARGV[4])
end
return isThere() and not before and 1 or 0
