-- Takes alarms that are due, for the length of a lease: until it has run out nobody else is given them.
-- They stay in the set until a commit moves or clears them.
--
-- KEYS[1] alarms   ov:{hh}:a   sorted set: <site>:<handle> by epoch milliseconds
--
-- ARGV[1] alarms before this instant are taken, epoch milliseconds
-- ARGV[2] when the lease ends, epoch milliseconds
-- ARGV[3] most alarms to take
--
-- Answers the members taken, each followed by when it was due; the longest overdue first.

local taken = redis.call('ZRANGE', KEYS[1], '-inf', '(' .. ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[3], 'WITHSCORES')
for i = 1, #taken, 2 do
    redis.call('ZADD', KEYS[1], 'XX', ARGV[2], taken[i])
end
return taken
