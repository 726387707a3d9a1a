-- A transcript: messages by their numbers, which have no gap in the end, and notes between them. Told twice is told once,
-- and in whatever order.
--
-- KEYS[1] said    ov:{desk}:said:<conversation>   sorted set: line as JSON by its place, a thousand times a message's
--                                                 number; a note: so much more than the message it follows
-- KEYS[2] told    ov:{desk}:told:<conversation>   hash: epoch; upto, the number up to which none is missing; notes' ids
-- KEYS[3] call    ov:{desk}:call:<conversation>   hash: see desk-call.lua
-- KEYS[4] talks   ov:{desk}:talks                 hash: conversation to the advisor who attends it
--
-- ARGV[1] verb
-- ARGV[2] conversation
-- say:    ARGV[3] number, ARGV[4] line, ARGV[5] an epoch, if there is none yet, ARGV[6] lifetime in milliseconds,
--         ARGV[7] when it was said, epoch milliseconds, ARGV[8] the visitor; KEYS[5] of, KEYS[6] gone of the visitor, as in desk-call.lua
-- note:   ARGV[3] id, ARGV[4] line, ARGV[5] and ARGV[6] as for say, ARGV[7] the advisor, ARGV[8] what she noted
-- since:  ARGV[3] the epoch known, or '', ARGV[4] the number known, ARGV[5] and ARGV[6] as for say: a transcript has its
--         epoch before its first word, so that whoever waits for that word knows it for the first
--
-- say and note answer epoch, who attends or '', then the lines that can be told now, each after its place.
-- since answers epoch, upto, 1 if it is all of it, then the lines, each after its place.

local PLACES = 1000
local SLACK = 1000
local call = redis.call
local verb = ARGV[1]

local function lines(first, last)
    local all = call('ZRANGE', KEYS[1], first, last, 'BYSCORE', 'WITHSCORES')
    local placed = {}
    for i = 1, #all, 2 do
        placed[i], placed[i + 1] = string.format('%.0f', all[i + 1]), all[i]
    end
    return placed
end

local function upto()
    return tonumber(call('HGET', KEYS[2], 'upto') or '0')
end

-- Whoever attends it; her last words are for whoever did when it ended.
local function attendant()
    local known = call('HMGET', KEYS[3], 'state', 'left')
    return call('HGET', KEYS[4], ARGV[2]) or known[1] == 'over' and known[2] or ''
end

local function begin()
    call('HSETNX', KEYS[2], 'epoch', ARGV[5])
end

local function answer(told)
    for _, key in ipairs({KEYS[1], KEYS[2], KEYS[5]}) do
        call('PEXPIRE', key, ARGV[6])
    end
    return {call('HGET', KEYS[2], 'epoch'), attendant(), unpack(told)}
end

local verbs = {}

verbs['say'] = function()
    local gone = call('GET', KEYS[6])
    if gone and tonumber(ARGV[7]) <= tonumber(gone) + SLACK then
        return {}
    end
    -- A page makes the id of its own request; what somebody else says under it is not part of this one.
    local about = call('HGET', KEYS[3], 'about')
    if about and about ~= ARGV[8] then
        return {}
    end
    begin()
    call('SADD', KEYS[5], ARGV[2])
    local number = tonumber(ARGV[3])
    if call('ZCOUNT', KEYS[1], number * PLACES, number * PLACES) == 0 then
        call('ZADD', KEYS[1], number * PLACES, ARGV[4])
    end
    local before = upto()
    local now = before
    while call('ZCOUNT', KEYS[1], (now + 1) * PLACES, (now + 1) * PLACES) == 1 do
        now = now + 1
    end
    call('HSET', KEYS[2], 'upto', now)
    if number <= before then
        return answer(lines(number * PLACES, number * PLACES))
    end
    return answer(lines((before + 1) * PLACES, now * PLACES))
end

verbs['note'] = function()
    if call('EXISTS', KEYS[3]) == 0 then
        return {}
    end
    begin()
    call('HSET', KEYS[3], 'note', ARGV[8], 'noteBy', ARGV[7])
    local place = call('HGET', KEYS[2], 'note:' .. ARGV[3])
    if not place then
        local first = upto() * PLACES
        place = first + call('ZCOUNT', KEYS[1], first + 1, first + PLACES - 1) + 1
        if place == first + PLACES then
            return {}
        end
        call('ZADD', KEYS[1], place, ARGV[4])
        call('HSET', KEYS[2], 'note:' .. ARGV[3], place)
    end
    return answer(lines(place, place))
end

verbs['since'] = function()
    if call('EXISTS', KEYS[3]) == 1 and call('HSETNX', KEYS[2], 'epoch', ARGV[5]) == 1 then
        call('PEXPIRE', KEYS[2], ARGV[6])
    end
    local epoch = call('HGET', KEYS[2], 'epoch') or ''
    local known = epoch == ARGV[3]
    local first = known and tonumber(ARGV[4]) * PLACES + 1 or 0
    return {epoch, upto(), known and 0 or 1, unpack(lines(first, (upto() + 1) * PLACES - 1))}
end

return verbs[verb]()
