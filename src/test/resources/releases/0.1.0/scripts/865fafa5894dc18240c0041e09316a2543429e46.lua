-- A node tells what came to a site since it last told, and how many sockets it has open for it. Told twice, because an
-- answer was lost, it counts once. Names are bounded here as well, so that many nodes together keep no more than one.
--
-- KEYS[1] counts   ov:{traffic:<site>}:<stretch>   hash: letter of the kind, colon, name, by how many; '#' and the letter:
--                                                  how many names of that kind there are
-- KEYS[2] nodes    ov:{traffic:<site>}:nodes       hash: incarnation by the number it told last, when (epoch
--                                                  milliseconds), and its open sockets, with spaces between
--
-- ARGV[1] this node's incarnation
-- ARGV[2] number of what is told, rising by node
-- ARGV[3] sockets open
-- ARGV[4] how long counts are kept, in milliseconds
-- ARGV[5] how long a node that is silent is remembered, in milliseconds
-- ARGV[6…] kind's letter, most names of that kind (0: any), name, by how many; again and again

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local told = redis.call('HGET', KEYS[2], ARGV[1])
local repeated = told and tonumber(string.match(told, '^(%d+)')) >= tonumber(ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], string.format('%s %.0f %s', ARGV[2], now, ARGV[3]))
redis.call('PEXPIRE', KEYS[2], ARGV[5])
local nodes = redis.call('HGETALL', KEYS[2])
for i = 1, #nodes, 2 do
    if tonumber(string.match(nodes[i + 1], '^%d+ (%d+)')) + ARGV[5] <= now then
        redis.call('HDEL', KEYS[2], nodes[i])
    end
end

if repeated or not ARGV[6] then
    return 0
end
for i = 6, #ARGV, 4 do
    local most = tonumber(ARGV[i + 1])
    local field = ARGV[i] .. ':' .. ARGV[i + 2]
    if most > 0 and redis.call('HEXISTS', KEYS[1], field) == 0 then
        local size = '#' .. ARGV[i]
        if tonumber(redis.call('HGET', KEYS[1], size) or 0) < most then
            redis.call('HINCRBY', KEYS[1], size, 1)
        else
            field = ARGV[i] .. ':other'
        end
    end
    redis.call('HINCRBY', KEYS[1], field, ARGV[i + 3])
end
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
