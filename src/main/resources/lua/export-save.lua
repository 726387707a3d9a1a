-- What has been sent, saved after the broker acknowledged it: all of it, or nothing when somebody else has become the
-- exporter since. Repeated, it changes nothing more.
--
-- KEYS[1] lease    ov:{export}:lease     hash, see export-lease.lua
-- KEYS[2] cursor   ov:{export}:cursor    string
-- KEYS[3] dead     ov:{export}:dead      sorted set: <record's id> <visitor> by when it was refused
-- KEYS[4] again    ov:{export}:again     the same, of those to be sent again
-- KEYS[5] letters  ov:{export}:letters   hash: a refused record, as JSON, by its id
--
-- ARGV[1] this node's incarnation
-- ARGV[2] its term
-- ARGV[3] cursor; empty: it stays
-- ARGV[4] most letters
-- ARGV[5…] again and again one of
--            dead <id> <visitor> <JSON> <when>   the record was refused
--            sent <id> <visitor>                 a refused record was sent after all
--            forget <visitor>                    the visitor was forgotten: nothing of hers is sent any more
--
-- Answers whether it was saved (1 or 0), and how many letters went for want of room.

local lease = redis.call('HMGET', KEYS[1], 'by', 'term')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
    return {0, 0}
end
if ARGV[3] ~= '' then
    redis.call('SET', KEYS[2], ARGV[3])
end

local function drop(member)
    redis.call('ZREM', KEYS[3], member)
    redis.call('ZREM', KEYS[4], member)
    redis.call('HDEL', KEYS[5], string.match(member, '^(%S+)'))
end

local function forget(visitor)
    for i = 3, 4 do
        for _, member in ipairs(redis.call('ZRANGE', KEYS[i], 0, -1)) do
            if string.match(member, '^%S+ (.*)$') == visitor then
                drop(member)
            end
        end
    end
end

local i = 5
while i <= #ARGV do
    local what = ARGV[i]
    if what == 'dead' then
        local member = ARGV[i + 1] .. ' ' .. ARGV[i + 2]
        redis.call('ZREM', KEYS[4], member)
        redis.call('ZADD', KEYS[3], ARGV[i + 4], member)
        redis.call('HSET', KEYS[5], ARGV[i + 1], ARGV[i + 3])
        i = i + 5
    elseif what == 'sent' then
        drop(ARGV[i + 1] .. ' ' .. ARGV[i + 2])
        i = i + 3
    else
        forget(ARGV[i + 1])
        i = i + 2
    end
end

local dropped = 0
while redis.call('HLEN', KEYS[5]) > tonumber(ARGV[4]) do
    local oldest = redis.call('ZRANGE', KEYS[3], 0, 0)[1] or redis.call('ZRANGE', KEYS[4], 0, 0)[1]
    if not oldest then
        break
    end
    drop(oldest)
    dropped = dropped + 1
end
return {1, dropped}
