-- Who is in the boutique now and matters.
--
-- KEYS[1] here     ov:{desk}:here          sorted set: visitor by weight
-- KEYS[2] notices  ov:{desk}:here:notices  hash: visitor to the instant of the newest word of her, a colon, and the notice as
--                                          JSON, or nothing once she no longer matters
-- KEYS[3] ends     ov:{desk}:here:ends     sorted set: visitor by when that word is dropped, epoch milliseconds
-- KEYS[4] waiting  ov:{desk}:waiting       hash: visitor to the conversation that waits for an advisor
-- KEYS[5] talks    ov:{desk}:talks         hash: conversation to the advisor who attends it
--
-- ARGV[1] verb
-- note:    ARGV[2] visitor, ARGV[3] instant, ARGV[4] notice or '', ARGV[5] weight, ARGV[6] lifetime in milliseconds,
--          ARGV[7] of how many something is known at most; KEYS[6] gone, as in desk-call.lua. Answers 1 if it is news.
-- forget:  ARGV[2] visitor
-- all:     ARGV[2] what keys of conversations begin with, ov:{desk}:call:, ARGV[3] how many at most, the heaviest
-- some:    ARGV[2] as for all, ARGV[3] and on: visitors
--
-- all and some answer for each visitor who is here her name, the notice and attended if an advisor attends her, waiting if
-- she waits for one, else ''.

local MOST_SWEPT = 64
local AT_ONCE = 1000
local SLACK = 1000
local HERE, NOTICES, ENDS, WAITING, TALKS = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call = redis.call

local function drop(visitor)
    call('ZREM', HERE, visitor)
    call('HDEL', NOTICES, visitor)
    call('ZREM', ENDS, visitor)
end

local function sweep(now, most)
    for _, visitor in ipairs(call('ZRANGE', ENDS, '-inf', now, 'BYSCORE', 'LIMIT', 0, MOST_SWEPT)) do
        drop(visitor)
    end
    for _, lightest in ipairs(call('ZRANGE', HERE, 0, -most - 1)) do
        drop(lightest)
    end
end

-- Those an advisor attends: fewer than those who are here, since somebody has to talk with each of them.
local function attended()
    local all = {}
    for _, conversation in ipairs(call('HKEYS', TALKS)) do
        local about = call('HGET', ARGV[2] .. conversation, 'about')
        if about then
            all[about] = true
        end
    end
    return all
end

local function tell(visitors)
    local all, attends = {}, attended()
    for first = 1, #visitors, AT_ONCE do
        local some = {unpack(visitors, first, math.min(first + AT_ONCE - 1, #visitors))}
        local notices = call('HMGET', NOTICES, unpack(some))
        local waiting = call('HMGET', WAITING, unpack(some))
        for i, visitor in ipairs(some) do
            local notice = notices[i] and string.match(notices[i], '^%d+:(.+)$')
            if notice then
                all[#all + 1] = visitor
                all[#all + 1] = notice
                all[#all + 1] = attends[visitor] and 'attended' or waiting[i] and 'waiting' or ''
            end
        end
    end
    return all
end

local verbs = {}

verbs['note'] = function()
    local visitor, at, notice = ARGV[2], tonumber(ARGV[3]), ARGV[4]
    local gone = call('GET', KEYS[6])
    if gone and at <= tonumber(gone) + SLACK then
        return 0
    end
    local known = call('HGET', NOTICES, visitor)
    if known and tonumber(string.match(known, '^%d+')) > at then
        return 0
    end
    local time = call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    call('HSET', NOTICES, visitor, ARGV[3] .. ':' .. notice)
    call('ZADD', ENDS, now + tonumber(ARGV[6]), visitor)
    if notice == '' then
        call('ZREM', HERE, visitor)
    else
        call('ZADD', HERE, ARGV[5], visitor)
    end
    sweep(now, tonumber(ARGV[7]))
    return 1
end

verbs['forget'] = function()
    drop(ARGV[2])
    return 1
end

verbs['all'] = function()
    return tell(call('ZRANGE', HERE, 0, tonumber(ARGV[3]) - 1, 'REV'))
end

verbs['some'] = function()
    return tell({unpack(ARGV, 3)})
end

return verbs[ARGV[1]]()
