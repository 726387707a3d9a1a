-- Slots of advisors: one is held before a visitor is invited, and becomes a place in a conversation when she is answered.
-- Every verb may be repeated. Time is the caller's, in which offers have their ends, too.
--
--             hold              convert                 finish
--   free ───────────▶ held ───────────────▶ attended ───────────▶ free
--                      ├─release─▶ free       └─convert─▶ attended by another
--                      ├─reap, its end has come─▶ free, lost
--                      └─move, its advisor is gone─▶ held by another, or lost
--
-- KEYS[1] presence  ov:{desk}:presence     hash: advisor to available, busy or away
-- KEYS[2] reach     ov:{desk}:reach        sorted set: advisor by when her lease ends, epoch milliseconds
-- KEYS[3] used      ov:{desk}:used         hash: advisor to slots taken, held or attended; those of none are left out
-- KEYS[4] held      ov:{desk}:held         sorted set: offer by when its hold ends
-- KEYS[5] lost      ov:{desk}:lost         hash: offer whose hold is lost to its visitor, until she has been told
-- KEYS[6] paced     ov:{desk}:paced        sorted set: visitor who waits for a slot, by weight
-- KEYS[7] since     ov:{desk}:paced:since  sorted set: the same by when they were last denied one
-- KEYS[8] wishes    ov:{desk}:paced:wish   hash: the same to what they need, as JSON
-- KEYS[9] reaped    ov:{desk}:reaped       string: when somebody last reaped
-- Beyond these, which share the hash tag, hence the node:
--                   ov:{desk}:used:<tier>            hash: advisor to slots taken by that tier
--                   ov:{desk}:holds:<advisor>        sorted set: offer by when its hold ends
--                   ov:{desk}:load:<advisor>         set: conversations she attends
--                   ov:{desk}:hold:<offer>           hash: advisor, tier, visitor, wish
--                   ov:{desk}:at:<conversation>      hash: advisor, tier; or over, for a day, once it is
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] now, epoch milliseconds
-- ARGV[3] verb
-- ARGV[4] what it asks for, as JSON; see each verb

local PRESENCE, REACH, USED, HELD, LOST = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local PACED, SINCE, WISHES, REAPED = KEYS[6], KEYS[7], KEYS[8], KEYS[9]
local MILLION = 1000000
local DAY = 24 * 60 * 60 * 1000
local LONGEST_PACED = 10 * 60 * 1000
local MOST_PACED = 5000
local MOST = 256

local prefix = ARGV[1]
local now = tonumber(ARGV[2])
local ask = cjson.decode(ARGV[4])
local call = redis.call

local function add(hash, advisor, by)
    if call('HINCRBY', hash, advisor, by) <= 0 then
        call('HDEL', hash, advisor)
    end
end

-- A slot of hers is taken by a tier, or given back.
local function count(advisor, tier, by)
    add(USED, advisor, by)
    add(prefix .. 'used:' .. tier, advisor, by)
end

-- Who of these is there: available, and reachable.
local function there(advisors)
    local states = call('HMGET', PRESENCE, unpack(advisors))
    local leases = call('ZMSCORE', REACH, unpack(advisors))
    local all = {}
    for i, advisor in ipairs(advisors) do
        all[advisor] = states[i] == 'available' and leases[i] and tonumber(leases[i]) > now
    end
    return all
end

-- Gone is who is away or out of reach; who is busy keeps what she holds.
local function gone(advisors)
    local states = call('HMGET', PRESENCE, unpack(advisors))
    local leases = call('ZMSCORE', REACH, unpack(advisors))
    local all = {}
    for i, advisor in ipairs(advisors) do
        all[advisor] = not states[i] or states[i] == 'away' or not leases[i] or tonumber(leases[i]) <= now
    end
    return all
end

local function unpace(visitor)
    call('ZREM', SINCE, visitor)
    call('HDEL', WISHES, visitor)
    return call('ZREM', PACED, visitor)
end

local function pace()
    call('ZADD', PACED, ask.weight, ask.visitor)
    call('ZADD', SINCE, now, ask.visitor)
    call('HSET', WISHES, ask.visitor, ask.wish)
    for _, lightest in ipairs(call('ZRANGE', PACED, 0, -MOST_PACED - 1)) do
        unpace(lightest)
    end
    for _, key in ipairs({PACED, SINCE, WISHES}) do
        call('PEXPIRE', key, LONGEST_PACED)
    end
end

local function take(advisor, tier, visitor, wish, ends)
    call('HSET', prefix .. 'hold:' .. ask.offer, 'advisor', advisor, 'tier', tier, 'visitor', visitor, 'wish', wish)
    call('ZADD', prefix .. 'holds:' .. advisor, ends, ask.offer)
    call('ZADD', HELD, ends, ask.offer)
    count(advisor, tier, 1)
end

-- Gives a held slot back; answers whose it was, of which tier and visitor, or nil when it is not held.
local function drop(offer)
    local key = prefix .. 'hold:' .. offer
    local hold = call('HMGET', key, 'advisor', 'tier', 'visitor')
    if not hold[1] then
        return nil
    end
    call('DEL', key)
    call('ZREM', prefix .. 'holds:' .. hold[1], offer)
    call('ZREM', HELD, offer)
    count(hold[1], hold[2], -1)
    return hold
end

-- How many slots of these advisors are kept for other tiers than this, and not used by them yet.
local function kept(desk, tier, present, total)
    local all = 0
    for other, share in pairs(desk.keep) do
        if other ~= tier and #present > 0 then
            local used = 0
            for _, n in ipairs(call('HMGET', prefix .. 'used:' .. other, unpack(present))) do
                used = used + (tonumber(n) or 0)
            end
            all = all + math.max(0, math.floor(share * total / MILLION) - used)
        end
    end
    return all
end

-- The first candidate who is there and has a slot that is not kept for somebody else; and how many of all there are free.
--   ask.desks = {{keep = {tier = millionths}, advisors = {name}, capacities = {n}}}, ask.candidates = {{name, desk}}
local function choose(tier)
    local room, open, free, total = {}, {}, 0, 0
    for d, desk in ipairs(ask.desks) do
        local here = there(desk.advisors)
        local used = call('HMGET', USED, unpack(desk.advisors))
        local present, deskFree, deskTotal = {}, 0, 0
        for i, advisor in ipairs(desk.advisors) do
            if here[advisor] then
                present[#present + 1] = advisor
                room[advisor] = math.max(0, desk.capacities[i] - (tonumber(used[i]) or 0))
                deskFree = deskFree + room[advisor]
                deskTotal = deskTotal + desk.capacities[i]
            end
        end
        open[d] = deskFree - kept(desk, tier, present, deskTotal) >= 1
        free = free + deskFree
        total = total + deskTotal
    end
    for _, candidate in ipairs(ask.candidates) do
        if open[candidate[2]] and (room[candidate[1]] or 0) > 0 then
            return candidate[1], free, total
        end
    end
    return nil, free, total
end

local verbs = {}

-- {offer, visitor, tier, weight, wish, ends, desks, candidates}: answers the advisor, or '' when none may be had, then
-- how many slots of those desks are free now, of how many. Who is denied one waits to be woken.
verbs['hold'] = function()
    local holder = call('HGET', prefix .. 'hold:' .. ask.offer, 'advisor')
    local ends = call('ZSCORE', HELD, ask.offer)
    if holder and tonumber(ends) > now and not gone({holder})[holder] then
        local _, free, total = choose(ask.tier)
        return {holder, free, total}
    end
    drop(ask.offer)
    local advisor, free, total = choose(ask.tier)
    if not advisor then
        pace()
        return {'', free, total}
    end
    take(advisor, ask.tier, ask.visitor, ask.wish, ask.ends)
    call('HDEL', LOST, ask.offer)
    unpace(ask.visitor)
    return {advisor, free - 1, total}
end

-- {offer, ends}: a hold that stands lasts until then, if that is longer.
verbs['keep'] = function()
    local holder = call('HGET', prefix .. 'hold:' .. ask.offer, 'advisor')
    if holder then
        call('ZADD', prefix .. 'holds:' .. holder, 'XX', 'GT', ask.ends, ask.offer)
        call('ZADD', HELD, 'XX', 'GT', ask.ends, ask.offer)
    end
    return {}
end

-- {offer, desks, candidates}: a hold whose advisor is gone goes to another until the same end, or is lost. Answers the
-- advisors who have a slot more than before.
verbs['move'] = function()
    local key = prefix .. 'hold:' .. ask.offer
    local hold = call('HMGET', key, 'advisor', 'tier', 'visitor', 'wish')
    if not hold[1] or not gone({hold[1]})[hold[1]] then
        return {}
    end
    local ends = call('ZSCORE', HELD, ask.offer)
    drop(ask.offer)
    local advisor = choose(hold[2])
    if advisor then
        take(advisor, hold[2], hold[3], hold[4], ends)
    else
        call('HSET', LOST, ask.offer, hold[3])
    end
    return {hold[1]}
end

-- {offer, conversation, advisor, tier}: she attends the conversation now, whoever held the slot or attended it before,
-- and even when that is one more than she has. Answers the advisors who have a slot more than before.
verbs['convert'] = function()
    local key = prefix .. 'at:' .. ask.conversation
    local freed = {}
    local hold = drop(ask.offer)
    call('HDEL', LOST, ask.offer)
    if hold and hold[1] ~= ask.advisor then
        freed[1] = hold[1]
    end
    local at = call('HMGET', key, 'advisor', 'tier', 'over')
    if at[3] or at[1] == ask.advisor then
        return hold and {hold[1]} or {}
    end
    local tier = at[2] or (hold and hold[2]) or ask.tier
    if at[1] then
        call('SREM', prefix .. 'load:' .. at[1], ask.conversation)
        count(at[1], tier, -1)
        freed[#freed + 1] = at[1]
    end
    call('HSET', key, 'advisor', ask.advisor, 'tier', tier)
    call('SADD', prefix .. 'load:' .. ask.advisor, ask.conversation)
    count(ask.advisor, tier, 1)
    return freed
end

-- {conversation}: nobody attends it any more, nor will: a conversion that comes too late finds it over.
verbs['finish'] = function()
    local key = prefix .. 'at:' .. ask.conversation
    local at = call('HMGET', key, 'advisor', 'tier')
    call('DEL', key)
    call('HSET', key, 'over', 1)
    call('PEXPIRE', key, DAY)
    if not at[1] then
        return {}
    end
    call('SREM', prefix .. 'load:' .. at[1], ask.conversation)
    count(at[1], at[2], -1)
    return {at[1]}
end

-- {offer}: answers the advisor who has a slot more than before.
verbs['release'] = function()
    call('HDEL', LOST, ask.offer)
    local hold = drop(ask.offer)
    return hold and {hold[1]} or {}
end

-- {pause}: unless somebody did in that time. Answers three lists: advisors who have a slot more than before; holds whose
-- advisor is gone, as offer, visitor, wish; offers whose hold is lost, each with its visitor, told again until settled.
verbs['reap'] = function()
    local last = tonumber(call('GET', REAPED) or '-inf')
    if now >= last and now - last < ask.pause then
        return {{}, {}, {}}
    end
    call('SET', REAPED, ARGV[2])
    local freed, adrift = {}, {}
    for _, offer in ipairs(call('ZRANGE', HELD, '-inf', now, 'BYSCORE', 'LIMIT', 0, MOST)) do
        local hold = drop(offer)
        call('HSET', LOST, offer, hold[3])
        freed[#freed + 1] = hold[1]
    end
    local holding = call('HKEYS', USED)
    for first = 1, #holding, MOST do
        local some = {unpack(holding, first, math.min(first + MOST - 1, #holding))}
        for advisor, isGone in pairs(gone(some)) do
            if isGone then
                for _, offer in ipairs(call('ZRANGE', prefix .. 'holds:' .. advisor, 0, -1)) do
                    local hold = call('HMGET', prefix .. 'hold:' .. offer, 'visitor', 'wish')
                    adrift[#adrift + 1] = offer
                    adrift[#adrift + 1] = hold[1]
                    adrift[#adrift + 1] = hold[2]
                end
            end
        end
    end
    for _, visitor in ipairs(call('ZRANGE', SINCE, '-inf', now - LONGEST_PACED, 'BYSCORE', 'LIMIT', 0, MOST)) do
        unpace(visitor)
    end
    return {freed, adrift, call('HRANDFIELD', LOST, MOST, 'WITHVALUES')}
end

-- {offers}: their visitors have been told.
verbs['settle'] = function()
    call('HDEL', LOST, unpack(ask.offers))
    return {}
end

-- {most}: who waits for a slot, the heaviest first, each with her wish.
verbs['waiting'] = function()
    local visitors = call('ZRANGE', PACED, 0, ask.most - 1, 'REV')
    local all = {}
    for _, visitor in ipairs(visitors) do
        all[#all + 1] = visitor
        all[#all + 1] = call('HGET', WISHES, visitor)
    end
    return all
end

-- {visitors}: answers those of them who still waited, and now do no longer.
verbs['wake'] = function()
    local woken = {}
    for _, visitor in ipairs(ask.visitors) do
        if unpace(visitor) == 1 then
            woken[#woken + 1] = visitor
        end
    end
    return woken
end

return verbs[ARGV[3]]()
