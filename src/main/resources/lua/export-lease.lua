-- Who sends the journal on: takes the lease where it is free, renews it for who has it, or gives it up. Time is Redis' own.
--
-- KEYS[1] lease   ov:{export}:lease    hash: by incarnation of a node, ends epoch milliseconds, term number, up by one with
--                                      each change of the exporter
-- KEYS[2] cursor  ov:{export}:cursor   string: how far the journal has been sent
--
-- ARGV[1] this node's incarnation
-- ARGV[2] length of the lease in milliseconds; 0: it is given up
--
-- Answers the term and the cursor, empty when nothing has been sent yet; the term is 0 when the lease is not this node's.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local by = redis.call('HGET', KEYS[1], 'by')
local mine = by == ARGV[1]

if tonumber(ARGV[2]) == 0 then
    if mine then
        redis.call('HSET', KEYS[1], 'ends', 0)
    end
    return {0, ''}
end
local ends = tonumber(redis.call('HGET', KEYS[1], 'ends') or 0)
if not mine and ends > now then
    return {0, ''}
end
if not mine or ends == 0 then
    redis.call('HSET', KEYS[1], 'by', ARGV[1])
    redis.call('HINCRBY', KEYS[1], 'term', 1)
end
redis.call('HSET', KEYS[1], 'ends', string.format('%.0f', now + tonumber(ARGV[2])))
return {tonumber(redis.call('HGET', KEYS[1], 'term')), redis.call('GET', KEYS[2]) or ''}
