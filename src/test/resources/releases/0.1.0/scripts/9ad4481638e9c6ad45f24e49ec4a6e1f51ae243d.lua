-- What contact centres are still to be told, until they have heard it or its time has passed.
--
-- KEYS[1] hooks   ov:{desk}:hooks        sorted set: id by when it is tried next, epoch milliseconds
-- Beyond it, which shares the hash tag, hence the node:
--                 ov:{desk}:hook:<id>    hash: about, conversation, turn, desk, body, until, tries; over once it is
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] verb
-- ARGV[3] now, epoch milliseconds
-- add:     ARGV[4] id, ARGV[5] when it is given up, ARGV[6] lifetime in milliseconds, ARGV[7] and on: fields and values.
--          Answers open, when it is or was under way, or over, when it was settled or its time has passed.
-- claim:   ARGV[4] when a claim ends, ARGV[5] most. Answers ids; then '' and the ids of those that are over now, because their
--          time has passed.
-- read:    ARGV[4] id. Answers its fields, each followed by its value.
-- again:   ARGV[4] id, ARGV[5] when it is tried next
-- settle:  ARGV[4] id

local HOOKS = KEYS[1]
local call = redis.call
local now = tonumber(ARGV[3])

local function hook(id)
    return ARGV[1] .. 'hook:' .. id
end

local function settle(id)
    call('ZREM', HOOKS, id)
    if call('EXISTS', hook(id)) == 1 then
        call('HSET', hook(id), 'over', 1)
        call('HDEL', hook(id), 'body')
    end
end

local verbs = {}

verbs['add'] = function()
    local id = ARGV[4]
    local known = call('HMGET', hook(id), 'until', 'over')
    if known[2] or known[1] and tonumber(known[1]) <= now then
        settle(id)
        return 'over'
    end
    if not known[1] then
        call('HSET', hook(id), 'until', ARGV[5], 'tries', 0, unpack(ARGV, 7))
        call('PEXPIRE', hook(id), ARGV[6])
        call('ZADD', HOOKS, now, id)
    end
    return 'open'
end

verbs['claim'] = function()
    local taken, passed = {}, {''}
    for _, id in ipairs(call('ZRANGE', HOOKS, '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[5])) do
        local known = call('HMGET', hook(id), 'until', 'over')
        if known[2] or not known[1] or tonumber(known[1]) <= now then
            settle(id)
            if known[1] and not known[2] then
                passed[#passed + 1] = id
            end
        else
            call('ZADD', HOOKS, ARGV[4], id)
            call('HINCRBY', hook(id), 'tries', 1)
            taken[#taken + 1] = id
        end
    end
    for _, id in ipairs(passed) do
        taken[#taken + 1] = id
    end
    return taken
end

verbs['read'] = function()
    return call('HGETALL', hook(ARGV[4]))
end

verbs['again'] = function()
    call('ZADD', HOOKS, 'XX', ARGV[5], ARGV[4])
    return 1
end

verbs['settle'] = function()
    settle(ARGV[4])
    return 1
end

return verbs[ARGV[2]]()
