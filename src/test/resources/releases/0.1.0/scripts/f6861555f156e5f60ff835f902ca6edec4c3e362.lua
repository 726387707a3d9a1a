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

-- Who waits for a slot. A line holds those of one tier whom the same advisors fit, the heaviest first; whoever let an
-- offer go unseen comes after all others for that moment, the one who did so first at the front. When a slot comes free it
-- is held at once for the first who may have it, under the name of a call: the visitor is told and the slot taken over, or
-- it goes to the next. So nobody lighter comes between, and a call is judged by the figures of its own instant.
--
--   waits ──called──▶ called ──hold──▶ the slot is held for the offer
--     ▲                 │ └──pass, or not heard of twice and not in fifteen seconds──▶ gone, the next is called
--     └──denied, or not heard of twice: the next is called meanwhile──┘
--
-- ov:{desk}:line:<line>        sorted set: visitor by rank
-- ov:{desk}:line:<line>:fit    string: whom they fit, as JSON; see survey
-- ov:{desk}:line:<line>:known  string: the line is among those of its advisors
-- ov:{desk}:lines:<advisor>    set: lines whose visitors this advisor fits

-- A visitor who still wants a slot asks again at least every ten seconds.
local LONGEST_PACED = 60 * 1000
local REGISTERED = 60 * 1000
local LONGEST_REGISTERED = 5 * REGISTERED
-- Long enough for a step of the visitor, its loading and its commit included.
local LONGEST_CALL = 2 * 1000
-- The node that was to tell the visitor may have died; another tells them then.
local MOST_CALLS = 2
-- Whoever has not asked for so long, while calls went unheard, is not there any more.
local LONGEST_UNHEARD = 15 * 1000
local LONGEST_UNSEEN = 10 * 60 * 1000
local MOST_PACED = 5000

local CALL = 'call:'
local called = {}

local function unpace(visitor)
    local line = call('HGET', LINES, visitor)
    if line then
        call('ZREM', prefix .. 'line:' .. line, visitor)
    end
    call('HDEL', LINES, visitor)
    call('ZREM', SINCE, visitor)
    call('HDEL', WISHES, visitor)
    call('ZREM', PACED, visitor)
end

-- Behind all others is who let an offer of the same moment go unseen.
local function rank()
    local unseen = call('HMGET', prefix .. 'unseen:' .. ask.visitor, 'moment', 'at')
    return unseen[1] == ask.moment and -tonumber(unseen[2]) or tonumber(ask.weight)
end

-- In a line, from the instant at which the slot was last asked for.
local function stand(visitor, line, score, since, wish)
    call('ZADD', PACED, score, visitor)
    call('ZADD', prefix .. 'line:' .. line, score, visitor)
    call('ZADD', SINCE, since, visitor)
    call('HSET', WISHES, visitor, wish)
    call('HSET', LINES, visitor, line)
    for _, key in ipairs({prefix .. 'line:' .. line, PACED, SINCE, WISHES, LINES}) do
        call('PEXPIRE', key, LONGEST_PACED)
    end
    for _, lightest in ipairs(call('ZRANGE', PACED, 0, -MOST_PACED - 1)) do
        unpace(lightest)
    end
end

local function pace(fit)
    unpace(ask.visitor)
    local line = prefix .. 'line:' .. ask.line
    stand(ask.visitor, ask.line, string.format('%.17g', rank()), now, ask.wish)
    call('SET', line .. ':fit', ask.fit, 'PX', LONGEST_PACED)
    if call('SET', line .. ':known', 1, 'NX', 'PX', REGISTERED) then
        for _, candidate in ipairs(fit.candidates) do
            call('SADD', prefix .. 'lines:' .. candidate[1], ask.line)
            call('PEXPIRE', prefix .. 'lines:' .. candidate[1], LONGEST_REGISTERED)
        end
    end
end

-- The first of each line whose visitors this advisor fits, the heaviest first; the one who asks is left out.
local function firsts(advisor, except)
    local all = {}
    local lines = prefix .. 'lines:' .. advisor
    for _, line in ipairs(call('SMEMBERS', lines)) do
        local found = call('ZRANGE', prefix .. 'line:' .. line, 0, 1, 'REV', 'WITHSCORES')
        local i = found[1] == except and 3 or 1
        if found[i] then
            all[#all + 1] = {visitor = found[i], rank = tonumber(found[i + 1]), line = line}
        elseif #found == 0 and call('EXISTS', prefix .. 'line:' .. line .. ':known') == 0 then
            call('SREM', lines, line)
        end
    end
    table.sort(all, function(a, b)
        return a.rank > b.rank or a.rank == b.rank and a.visitor > b.visitor
    end)
    return all
end

local function weight(first)
    return first.rank >= 0 and first.rank or tonumber(cjson.decode(call('HGET', WISHES, first.visitor)).weight)
end

-- The first who waits, whom this advisor fits and who may have a slot of this advisor's now. Given who asks, only those
-- who come before the asker, and of the asker's tier whoever does: for what the asker may have, a heavier one may, too.
-- One who waits may be left out.
local function ahead(advisor, asker, except)
    local barred = {}
    for _, first in ipairs(firsts(advisor, asker and asker.visitor or except)) do
        if asker and first.rank <= asker.rank then
            return nil
        end
        local text = call('GET', prefix .. 'line:' .. first.line .. ':fit')
        local fit = text and cjson.decode(text)
        local standing = fit and survey(fit)
        if fit and choose(fit, standing, advisor) then
            first.tier = fit.tier
            if asker and asker.tier == fit.tier or weight(first) >= bar(fit, standing) then
                return barred[fit.tier] or first
            end
            barred[fit.tier] = barred[fit.tier] or first
        end
    end
    return nil
end

local function callIn(advisor, first)
    local offer = CALL .. first.visitor
    local wish, since = call('HGET', WISHES, first.visitor), call('ZSCORE', SINCE, first.visitor)
    unpace(first.visitor)
    take(offer, advisor, {tier = first.tier, visitor = first.visitor, wish = wish, moment = ''}, now + LONGEST_CALL)
    call('HSET', prefix .. 'hold:' .. offer, 'line', first.line, 'rank', string.format('%.17g', first.rank), 'since', since)
    called[#called + 1] = first.visitor
end

-- Whatever this advisor has free goes to those who wait; somebody may be left out, for the first of it, if another wants it.
local function passOn(advisor, except)
    local first = except and ahead(advisor, nil, except) or ahead(advisor)
    while first do
        callIn(advisor, first)
        first = ahead(advisor)
    end
end

-- A call is off through no doing of its visitor's, who waits again where she stood before; answers who had the slot.
local function callOff(offer)
    local stood = call('HMGET', prefix .. 'hold:' .. offer, 'line', 'rank', 'since')
    local hold = drop(offer)
    -- The release before keeps nothing of where a visitor stood.
    if stood[1] then
        stand(hold.visitor, stood[1], stood[2], stood[3], hold.wish)
    end
    return hold
end

-- The end of a call has come. Answers nothing when there is another call; else the advisor whose slot is free, and who was
-- called in vain there.
local function callAgain(offer)
    local key = prefix .. 'hold:' .. offer
    local found = call('HMGET', key, 'advisor', 'visitor', 'since')
    if call('HINCRBY', key, 'calls', 1) < MOST_CALLS then
        call('ZADD', prefix .. 'holds:' .. found[1], now + LONGEST_CALL, offer)
        call('ZADD', HELD, now + LONGEST_CALL, offer)
        called[#called + 1] = found[2]
        return nil
    elseif found[3] and now - tonumber(found[3]) < LONGEST_UNHEARD then
        callOff(offer)
        return {found[1], found[2]}
    else
        return {drop(offer).advisor}
    end
end

-- Slots of advisors: one is held before a visitor is invited, and becomes a place in a conversation when the visitor is
-- answered. Every verb may be repeated. Time is the caller's, in which offers have their ends, too. Keys and arguments:
-- desk-places.lua; who waits: desk-line.lua.
--
--             hold              convert                 finish
--   free ───────────▶ held ───────────────▶ attended ───────────▶ free
--                      ├─release─▶ free       └─convert─▶ attended by another
--                      ├─reap, its end has come─▶ lost ──settle──▶ free
--                      ├─hold of a client, nothing else is free─▶ yielded ──settle──▶ free
--                      └─move, its advisor is gone─▶ held by another, or lost
--
-- Every verb that may free a slot passes it on and answers, last, the visitors who are called.

local DAY = 24 * 60 * 60 * 1000
-- A stranger who has an invitation before the eyes for so long and does not answer gives way to a client.
local PATIENCE = 60 * 1000
local YIELDING = 5 * 1000
local MOST = 256

-- A client who finds nothing free is given what a stranger has not answered in a while. Answers the offer and its visitor.
local function giveWay(fit)
    if ask.stranger then
        return {}
    end
    local fits = {}
    for _, candidate in ipairs(fit.candidates) do
        fits[candidate[1]] = true
    end
    for _, offer in ipairs(call('ZRANGE', SHOWN, '-inf', now - PATIENCE, 'BYSCORE', 'LIMIT', 0, MOST)) do
        local found = call('HMGET', prefix .. 'hold:' .. offer, 'advisor', 'visitor')
        if fits[found[1]] and there({found[1]})[found[1]] then
            if not call('SET', prefix .. 'yielding:' .. ask.visitor, 1, 'NX', 'PX', YIELDING) then
                return {}
            end
            call('ZREM', SHOWN, offer)
            call('HSET', YIELDED, offer, found[2])
            return {offer, found[2]}
        end
    end
    return {}
end

local verbs = {}

-- Whether strangers have as many offers open as they may at one of the places this one is asked for at; their names.
local function crowded()
    local names, full = {}, false
    for _, each in ipairs(ask.places or {}) do
        names[#names + 1] = each[1]
        local open = prefix .. 'offers:' .. each[1]
        if call('SCARD', open) >= each[2] then
            -- The release before gives slots back without a word about the place.
            for _, offer in ipairs(call('SMEMBERS', open)) do
                if call('EXISTS', prefix .. 'hold:' .. offer) == 0 then
                    call('SREM', open, offer)
                end
            end
            full = full or call('SCARD', open) >= each[2]
        end
    end
    return full, table.concat(names, ' ')
end

-- {offer, visitor, tier, stranger, moment, weight, wish, ends, places, line, fit}: fit is JSON, see survey, and line names
-- it; places = {{name, most}}. Answers the advisor, or '' when none may be had; the offer that gives way, with its visitor,
-- or nothing; who is called. Who is denied one waits; not so at a place that has as many as it may, which would only keep
-- others waiting.
verbs['hold'] = function()
    local fit = cjson.decode(ask.fit)
    local hold = call('HGET', prefix .. 'hold:' .. ask.offer, 'advisor')
    local ends = call('ZSCORE', HELD, ask.offer)
    if hold and tonumber(ends) > now and not gone({hold})[hold] then
        return {hold, {}, called}
    end
    local before = drop(ask.offer)
    call('HDEL', LOST, ask.offer)
    local own = drop(CALL .. ask.visitor)
    local standing = survey(fit)
    local full, places = crowded()
    local advisor = not full and own and choose(fit, standing, own.advisor)
    while not full and not advisor do
        advisor = choose(fit, standing)
        if not advisor or tonumber(ask.weight) < bar(fit, standing) then
            advisor = nil
            break
        end
        local first = ahead(advisor, {visitor = ask.visitor, rank = rank(), tier = ask.tier})
        if first then
            callIn(advisor, first)
            standing, advisor = survey(fit), nil
        end
    end
    local yielded = {}
    ask.places = places
    if advisor then
        take(ask.offer, advisor, ask, ask.ends)
        unpace(ask.visitor)
    elseif full then
        unpace(ask.visitor)
    else
        pace(fit)
        yielded = standing.free == 0 and giveWay(fit) or {}
    end
    for _, freed in ipairs({before and before.advisor or false, own and own.advisor or false}) do
        if freed then
            passOn(freed)
        end
    end
    return {advisor or '', yielded, called}
end

-- {offer, ends}: it is shown. A hold that stands lasts until then, if that is longer.
verbs['keep'] = function()
    local hold = call('HMGET', prefix .. 'hold:' .. ask.offer, 'advisor', 'stranger')
    if hold[1] then
        call('ZADD', prefix .. 'holds:' .. hold[1], 'XX', 'GT', ask.ends, ask.offer)
        call('ZADD', HELD, 'XX', 'GT', ask.ends, ask.offer)
        if hold[2] == '1' then
            call('ZADD', SHOWN, 'NX', now, ask.offer)
        end
    end
    return {}
end

-- {offer, fit}: a hold whose advisor is gone goes to another until the same end, or is lost.
verbs['move'] = function()
    local holder = call('HGET', prefix .. 'hold:' .. ask.offer, 'advisor')
    if not holder or not gone({holder})[holder] then
        return called
    end
    local ends = call('ZSCORE', HELD, ask.offer)
    local shown = call('ZSCORE', SHOWN, ask.offer)
    local hold = drop(ask.offer)
    local fit = cjson.decode(ask.fit)
    local advisor = choose(fit, survey(fit))
    if advisor then
        take(ask.offer, advisor, hold, ends)
        if shown then
            call('ZADD', SHOWN, shown, ask.offer)
        end
    else
        call('HSET', LOST, ask.offer, hold.visitor)
    end
    return called
end

-- {offer, conversation, advisor, tier}: the advisor attends the conversation now, whoever held the slot or attended it
-- before, and even when that is one more than there are.
verbs['convert'] = function()
    local key = prefix .. 'at:' .. ask.conversation
    local hold = drop(ask.offer)
    call('HDEL', LOST, ask.offer)
    local at = call('HMGET', key, 'advisor', 'tier', 'over')
    if not at[3] and at[1] ~= ask.advisor then
        local tier = at[2] or (hold and hold.tier) or ask.tier
        if at[1] then
            call('SREM', prefix .. 'load:' .. at[1], ask.conversation)
            count(at[1], tier, -1)
        end
        call('HSET', key, 'advisor', ask.advisor, 'tier', tier)
        call('SADD', prefix .. 'load:' .. ask.advisor, ask.conversation)
        count(ask.advisor, tier, 1)
        if at[1] then
            passOn(at[1])
        end
    end
    if hold then
        passOn(hold.advisor)
    end
    return called
end

-- {conversation}: nobody attends it any more, nor will: a conversion that comes too late finds it over.
verbs['finish'] = function()
    local key = prefix .. 'at:' .. ask.conversation
    local at = call('HMGET', key, 'advisor', 'tier')
    call('DEL', key)
    call('HSET', key, 'over', 1)
    call('PEXPIRE', key, DAY)
    if at[1] then
        call('SREM', prefix .. 'load:' .. at[1], ask.conversation)
        count(at[1], at[2], -1)
        passOn(at[1])
    end
    return called
end

-- {offer}: it is given back.
verbs['release'] = function()
    call('HDEL', LOST, ask.offer)
    call('HDEL', YIELDED, ask.offer)
    local hold = drop(ask.offer)
    if hold then
        passOn(hold.advisor)
    end
    return called
end

-- {visitor}: was called, and did not take the slot.
verbs['pass'] = function()
    local hold = drop(CALL .. ask.visitor)
    if hold then
        passOn(hold.advisor)
    end
    return called
end

-- {advisors}: these are there, and may have room for those who wait.
verbs['serve'] = function()
    for _, advisor in ipairs(ask.advisors) do
        passOn(advisor)
    end
    return called
end

-- {pause}: unless somebody did in that time. Answers whether it was done; holds whose advisor is gone, as offer, visitor,
-- wish; offers whose hold is lost, each with its visitor, and offers that give way, told again until settled; who is called.
verbs['reap'] = function()
    local last = tonumber(call('GET', REAPED) or '-inf')
    if now >= last and now - last < ask.pause then
        return {0, {}, {}, {}, called}
    end
    call('SET', REAPED, ARGV[2])
    local adrift, freed = {}, {}
    -- A lost slot stays taken until its visitor knows: there are never more offers open than slots.
    for _, offer in ipairs(call('ZRANGE', HELD, '-inf', now, 'BYSCORE', 'LIMIT', 0, MOST)) do
        if string.sub(offer, 1, #CALL) == CALL then
            freed[#freed + 1] = callAgain(offer)
        else
            local hold = call('HMGET', prefix .. 'hold:' .. offer, 'visitor', 'moment')
            if call('HSETNX', LOST, offer, hold[1]) == 1 then
                local unseen = prefix .. 'unseen:' .. hold[1]
                call('HSET', unseen, 'moment', hold[2] or '', 'at', ARGV[2])
                call('PEXPIRE', unseen, LONGEST_UNSEEN)
            end
        end
    end
    -- Once all calls that are over have ended: whoever was called in vain at one advisor is not passed over at another.
    for _, each in ipairs(freed) do
        passOn(each[1], each[2])
    end
    local holding = call('HKEYS', USED)
    for first = 1, #holding, MOST do
        local some = {unpack(holding, first, math.min(first + MOST - 1, #holding))}
        for advisor, isGone in pairs(gone(some)) do
            for _, offer in ipairs(isGone
                and call('ZRANGE', prefix .. 'holds:' .. advisor, '(' .. ARGV[2], '+inf', 'BYSCORE') or {}) do
                local hold = call('HMGET', prefix .. 'hold:' .. offer, 'visitor', 'wish')
                if string.sub(offer, 1, #CALL) == CALL then
                    called[#called + 1] = callOff(offer).visitor
                else
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
    local lost = call('HRANDFIELD', LOST, MOST, 'WITHVALUES')
    return {1, adrift, lost, call('HRANDFIELD', YIELDED, MOST, 'WITHVALUES'), called}
end

-- {offer}: its visitor has been told that it is lost, or that it gave way. What was shown meanwhile keeps its slot.
verbs['settle'] = function()
    call('HDEL', LOST, ask.offer)
    local gaveWay = call('HDEL', YIELDED, ask.offer) == 1
    local ends = call('ZSCORE', HELD, ask.offer)
    if ends and (gaveWay or tonumber(ends) <= now) then
        passOn(drop(ask.offer).advisor)
    end
    return called
end

-- {most}: who waits for a slot, the heaviest first, each with their wish and line.
verbs['waiting'] = function()
    local all = {}
    for _, visitor in ipairs(call('ZRANGE', PACED, 0, ask.most - 1, 'REV')) do
        all[#all + 1] = visitor
        all[#all + 1] = call('HGET', WISHES, visitor)
        all[#all + 1] = call('HGET', LINES, visitor)
    end
    return all
end

return verbs[ARGV[3]]()
