-- What home regions are still to be told, until they have heard it or its time has passed: one entry for each visitor and
-- region, in which what comes later joins what is there. Each region has a queue of its own: one that is away keeps nobody
-- else waiting.
--
-- KEYS[1] returns  ov:{passport}:returns:<region>  sorted set: id by when it is tried next, epoch milliseconds;
--                  forget: one for each region
-- Beyond it, which share the hash tag, hence the node:
--                  ov:{passport}:return:<id>       hash: region, pseudonym, invited, declined, until, tries, change
--                  ov:{passport}:gone:<member>     that a visitor was erased a moment ago: nothing of theirs is put
--
-- ARGV[1] what those keys begin with: ov:{passport}:
-- ARGV[2] verb
-- ARGV[3] now, epoch milliseconds
-- add:     ARGV[4] member, ARGV[5] region, ARGV[6] pseudonym, ARGV[7] invited, ARGV[8] declined (epoch milliseconds, 0: not),
--          ARGV[9] when it is given up. Its id is member, a space, region.
-- claim:   ARGV[4] when a claim ends, ARGV[5] most. Answers how many wait, how many were given up now, and of each that is
--          tried now a list: id, region, pseudonym, invited, declined, tries, change.
-- again:   ARGV[4] id, ARGV[5] when it is tried next
-- settle:  ARGV[4] id, ARGV[5] change: what joined since it was claimed is still to be told.
-- forget:  ARGV[4] member, ARGV[5] lifetime of the mark in milliseconds, ARGV[6] and on: the region of each key

local RETURNS = KEYS[1]
local call = redis.call
local now = tonumber(ARGV[3])

local function entry(id)
    return ARGV[1] .. 'return:' .. id
end

local function gone(member)
    return ARGV[1] .. 'gone:' .. member
end

local function remove(returns, id)
    call('ZREM', returns, id)
    call('DEL', entry(id))
end

local verbs = {}

verbs['add'] = function()
    if call('EXISTS', gone(ARGV[4])) == 1 then
        return 0
    end
    local id = ARGV[4] .. ' ' .. ARGV[5]
    local known = call('HMGET', entry(id), 'pseudonym', 'invited', 'declined')
    local isSame = known[1] == ARGV[6]
    local invited = math.max(tonumber(ARGV[7]), isSame and tonumber(known[2]) or 0)
    local declined = math.max(tonumber(ARGV[8]), isSame and tonumber(known[3]) or 0)
    if isSame and invited == tonumber(known[2]) and declined == tonumber(known[3]) then
        return 0
    end
    call('HSET', entry(id), 'region', ARGV[5], 'pseudonym', ARGV[6], 'invited', string.format('%.0f', invited),
        'declined', string.format('%.0f', declined), 'until', ARGV[9], 'tries', 0)
    call('HINCRBY', entry(id), 'change', 1)
    call('ZADD', RETURNS, now, id)
    -- Given up by whoever claims it; where nobody does any more, Redis lets go of it.
    local left = string.format('%.0f', math.max(0, tonumber(ARGV[9]) - now) + 3600000)
    call('PEXPIRE', entry(id), left)
    call('PEXPIRE', RETURNS, left)
    return 1
end

verbs['claim'] = function()
    local taken, passed = {}, 0
    for _, id in ipairs(call('ZRANGE', RETURNS, '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[5])) do
        local known = call('HMGET', entry(id), 'region', 'pseudonym', 'invited', 'declined', 'until', 'change')
        if not known[1] or tonumber(known[5]) <= now then
            remove(RETURNS, id)
            passed = passed + (known[1] and 1 or 0)
        else
            call('ZADD', RETURNS, ARGV[4], id)
            local tries = call('HINCRBY', entry(id), 'tries', 1)
            taken[#taken + 1] = {id, known[1], known[2], known[3], known[4], tries, known[6]}
        end
    end
    return {call('ZCARD', RETURNS), passed, unpack(taken)}
end

verbs['again'] = function()
    return call('ZADD', RETURNS, 'XX', ARGV[5], ARGV[4])
end

verbs['settle'] = function()
    if call('HGET', entry(ARGV[4]), 'change') == ARGV[5] then
        remove(RETURNS, ARGV[4])
        return 1
    end
    return 0
end

verbs['forget'] = function()
    call('SET', gone(ARGV[4]), 1, 'PX', ARGV[5])
    for i, returns in ipairs(KEYS) do
        remove(returns, ARGV[4] .. ' ' .. ARGV[5 + i])
    end
    return 1
end

return verbs[ARGV[2]]()
