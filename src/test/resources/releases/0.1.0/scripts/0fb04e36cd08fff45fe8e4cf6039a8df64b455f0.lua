-- Renews a node's lease and tells which others run. Time is Redis' own, so that nodes need not agree on theirs.
--
-- KEYS[1] nodes    ov:nodes    sorted set: incarnation by the end of its lease, epoch milliseconds
--
-- ARGV[1] this node's incarnation
-- ARGV[2] length of the lease in milliseconds; 0: the node goes
--
-- Answers incarnations whose lease runs, each followed by the milliseconds that are left of it.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = tonumber(ARGV[2])

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if lease > 0 then
    redis.call('ZADD', KEYS[1], now + lease, ARGV[1])
else
    redis.call('ZREM', KEYS[1], ARGV[1])
end

local live = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for i = 2, #live, 2 do
    live[i] = live[i] - now
end
return live
