-- Places of advisors: what is taken, what is free, and what a free one asks of a moment. Read before desk-line.lua and
-- desk-slots.lua, which are one script with it.
--
-- KEYS[1] presence  ov:{desk}:presence     hash: advisor to available, busy or away
-- KEYS[2] reach     ov:{desk}:reach        sorted set: advisor by when her lease ends, epoch milliseconds
-- KEYS[3] used      ov:{desk}:used         hash: advisor to slots taken, held or attended; those of none are left out
-- KEYS[4] held      ov:{desk}:held         sorted set: offer by when its hold ends
-- KEYS[5] lost      ov:{desk}:lost         hash: offer whose hold is lost to its visitor, until the visitor has been told
-- KEYS[6] paced     ov:{desk}:paced        sorted set: visitor who waits for a slot, by rank; see desk-line.lua
-- KEYS[7] since     ov:{desk}:paced:since  sorted set: the same by when they were last denied one
-- KEYS[8] wishes    ov:{desk}:paced:wish   hash: the same to what they need, as JSON
-- KEYS[9] reaped    ov:{desk}:reaped       string: when somebody last reaped
-- KEYS[10] lines    ov:{desk}:paced:line   hash: visitor who waits to the line waited in
-- KEYS[11] shown    ov:{desk}:shown        sorted set: offer to a stranger that was shown, by when
-- KEYS[12] yielded  ov:{desk}:yielded      hash: offer that gives way to its visitor, until the visitor has been told
-- Beyond these, which share the hash tag, hence the node:
--                   ov:{desk}:used:<tier>            hash: advisor to slots taken by that tier
--                   ov:{desk}:holds:<advisor>        sorted set: offer by when its hold ends
--                   ov:{desk}:load:<advisor>         set: conversations the advisor attends
--                   ov:{desk}:hold:<offer>           hash: advisor, tier, visitor, wish, moment, stranger, places (each after
--                                                    a blank); of a call also calls, line, rank, since
--                   ov:{desk}:offers:<place>         set: offers open to strangers there, of those that hold a slot
--                   ov:{desk}:at:<conversation>      hash: advisor, tier; or over, for a day, once it is
--                   ov:{desk}:line:<line>, line:<line>:fit, line:<line>:known, lines:<advisor>: see desk-line.lua
--                   ov:{desk}:unseen:<visitor>       hash: moment and at of the offer that was last let go unseen
--                   ov:{desk}:yielding:<visitor>     string: an offer gives way for this visitor
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] now, epoch milliseconds
-- ARGV[3] verb
-- ARGV[4] what it asks for, as JSON; see each verb

local PRESENCE, REACH, USED, HELD, LOST = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local PACED, SINCE, WISHES, REAPED, LINES = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local SHOWN, YIELDED = KEYS[11], KEYS[12]
local MILLION = 1000000
-- No offer of a stranger's is open for as long; what a lost word leaves behind is forgotten then.
local LONGEST_OFFER = 24 * 60 * 60 * 1000

local prefix = ARGV[1]
local now = tonumber(ARGV[2])
local ask = cjson.decode(ARGV[4])
local call = redis.call

local function add(hash, advisor, by)
    if call('HINCRBY', hash, advisor, by) <= 0 then
        call('HDEL', hash, advisor)
    end
end

-- A slot of the advisor's is taken by a tier, or given back.
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

-- Gone is who is away or out of reach; who is busy keeps what is held.
local function gone(advisors)
    local states = call('HMGET', PRESENCE, unpack(advisors))
    local leases = call('ZMSCORE', REACH, unpack(advisors))
    local all = {}
    for i, advisor in ipairs(advisors) do
        all[advisor] = not states[i] or states[i] == 'away' or not leases[i] or tonumber(leases[i]) <= now
    end
    return all
end

-- hold = {tier, visitor, wish, moment, stranger, places}
local function take(offer, advisor, hold, ends)
    call('HSET', prefix .. 'hold:' .. offer, 'advisor', advisor, 'tier', hold.tier, 'visitor', hold.visitor,
        'wish', hold.wish, 'moment', hold.moment, 'stranger', hold.stranger and 1 or 0, 'places', hold.places or '')
    for place in string.gmatch(hold.places or '', '%S+') do
        call('SADD', prefix .. 'offers:' .. place, offer)
        call('PEXPIRE', prefix .. 'offers:' .. place, LONGEST_OFFER)
    end
    call('ZADD', prefix .. 'holds:' .. advisor, ends, offer)
    call('ZADD', HELD, ends, offer)
    count(advisor, hold.tier, 1)
end

-- Gives a held slot back; answers what it was, with its advisor, or nil when it is not held.
local function drop(offer)
    local key = prefix .. 'hold:' .. offer
    local found = call('HMGET', key, 'advisor', 'tier', 'visitor', 'wish', 'moment', 'stranger', 'places')
    if not found[1] then
        return nil
    end
    call('DEL', key)
    for place in string.gmatch(found[7] or '', '%S+') do
        call('SREM', prefix .. 'offers:' .. place, offer)
    end
    call('ZREM', prefix .. 'holds:' .. found[1], offer)
    call('ZREM', HELD, offer)
    call('ZREM', SHOWN, offer)
    count(found[1], found[2], -1)
    return {
        advisor = found[1], tier = found[2], visitor = found[3], wish = found[4],
        moment = found[5] or '', stranger = found[6] == '1', places = found[7] or '',
    }
end

-- How many slots of these advisors are kept for other tiers than this, and not used by them yet. Shares are rounded up,
-- the largest first and tiers of one share by name, until all slots are kept for somebody.
local function kept(desk, tier, present, total)
    local tiers = {}
    for other in pairs(desk.keep) do
        tiers[#tiers + 1] = other
    end
    table.sort(tiers, function(a, b)
        return desk.keep[a] > desk.keep[b] or desk.keep[a] == desk.keep[b] and a < b
    end)
    local all, left = 0, total
    for _, other in ipairs(tiers) do
        local share = math.min(left, math.ceil(desk.keep[other] * total / MILLION))
        left = left - share
        if other ~= tier and #present > 0 then
            local used = 0
            for _, n in ipairs(call('HMGET', prefix .. 'used:' .. other, unpack(present))) do
                used = used + (tonumber(n) or 0)
            end
            all = all + math.max(0, share - used)
        end
    end
    return all
end

-- How the advisors stand who fit somebody: the room of each who is there, which desks have a slot that is not kept for
-- another tier, and how many slots of those who fit are free, of how many.
--   fit = {tier, desks = {{keep = {tier = millionths}, advisors = {name}, capacities = {n}}}, candidates = {{name, desk}}, bar}
local function survey(fit)
    local standing = {room = {}, open = {}, free = 0, total = 0}
    local capacity = {}
    for d, desk in ipairs(fit.desks) do
        local here = there(desk.advisors)
        local used = call('HMGET', USED, unpack(desk.advisors))
        local present, free, total = {}, 0, 0
        for i, advisor in ipairs(desk.advisors) do
            if here[advisor] then
                present[#present + 1] = advisor
                capacity[advisor] = desk.capacities[i]
                standing.room[advisor] = math.max(0, desk.capacities[i] - (tonumber(used[i]) or 0))
                free = free + standing.room[advisor]
                total = total + desk.capacities[i]
            end
        end
        standing.open[d] = free - kept(desk, fit.tier, present, total) >= 1
    end
    for _, candidate in ipairs(fit.candidates) do
        standing.free = standing.free + (standing.room[candidate[1]] or 0)
        standing.total = standing.total + (capacity[candidate[1]] or 0)
    end
    return standing
end

-- The first candidate who is there and has a slot that is not kept for somebody else; of these only, if one is named.
local function choose(fit, standing, only)
    for _, candidate in ipairs(fit.candidates) do
        if standing.open[candidate[2]] and (standing.room[candidate[1]] or 0) > 0
            and (not only or candidate[1] == only) then
            return candidate[1]
        end
    end
    return nil
end

-- What a moment must weigh at least for one of the slots that are free now. This is all that is known here of what a slot
-- asks; offer.Bar says what it means.
--   fit.bar = {below = n, weights = {w}}: of the moments seen lately n weigh no more than the first of these, which ascend
local function bar(fit, standing)
    local weights, seen = fit.bar.weights, fit.bar.below + #fit.bar.weights
    if seen == 0 or standing.total == 0 or 2 * standing.free >= standing.total then
        return 0
    end
    local rank = math.ceil((standing.total - standing.free) * seen / standing.total)
    return weights[rank - fit.bar.below]
end
