-- Hands out the clients it is time to look at again, and puts them off by as much as whoever asks says: so that of several
-- nodes one looks, and a node that dies costs one look and no more.
--
-- KEYS[1] watch  ov:{desk}:aftercare   sorted set: ids of clients by when to look again, epoch milliseconds
--
-- ARGV[1] now
-- ARGV[2] when to look after this time
-- ARGV[3] how many at most
--
-- Answers their ids.

local due = redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[3])
for _, id in ipairs(due) do
    redis.call('ZADD', KEYS[1], ARGV[2], id)
end
return due
