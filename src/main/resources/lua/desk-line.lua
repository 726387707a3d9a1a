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
