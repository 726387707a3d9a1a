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
