-- Refused records are to be sent again: the exporter takes them from here.
--
-- KEYS[1] dead   ov:{export}:dead    sorted set: <record's id> <visitor> by when it was refused
-- KEYS[2] again  ov:{export}:again   the same, of those to be sent again
--
-- ARGV[1] when, epoch milliseconds
-- ARGV[2…] ids; none: all there are
--
-- Answers how many.

local wanted = {}
for i = 2, #ARGV do
    wanted[ARGV[i]] = true
end
local moved = 0
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
    if #ARGV == 1 or wanted[string.match(member, '^(%S+)')] then
        redis.call('ZREM', KEYS[1], member)
        redis.call('ZADD', KEYS[2], ARGV[1], member)
        moved = moved + 1
    end
end
return moved
