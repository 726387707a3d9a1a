-- What rings at whom. Whom somebody's call rings at is the caller's to say; strangers who call for the first time, whom nobody
-- invited, ring at an advisor while no more ring than she has slots free, and one at least; and while strangers of their
-- address, and strangers at her desk, have not rung as often within a minute as they may. The others wait until what
-- rings at her rings no longer, or the minute is over: the heaviest that may ring is next, and those whose address has had a
-- quarter of that come after all others. Read before desk-call.lua, which is
-- one script with it.
--
-- KEYS[1] talks    ov:{desk}:talks                hash: conversation to the advisor who attends it
-- KEYS[2] waiting  ov:{desk}:waiting              hash: visitor to the conversation that waits for an advisor
-- Beyond these, which share the hash tag, hence the node:
--                  ov:{desk}:call:<conversation>  hash: about, turn, round, since, to, from, request, client, whose (a digest of
--                                                 client), tier; note and noteBy; effort, once it is over; at, order and state of the newest word, with
--                                                 left, unrung and rung, as JSON; of a stranger's, awaits and places, as JSON: at
--                                                 whom it is to ring, and where from; held: the budget it had to wait for
--                  ov:{desk}:rung:<conversation>  set: advisors it rings at
--                  ov:{desk}:rings:<advisor>      set: conversations that ring at her
--                  ov:{desk}:next:<advisor>       sorted set: conversations of strangers that are to ring at her, by weight
--                  ov:{desk}:capacity             hash: advisor to her slots, as of when a stranger last asked
--                  ov:{desk}:seats                hash: advisor to her desk, as of then
--                  ov:{desk}:rang:<budget>        sorted set: rings of strangers in the last minute, by when: of one
--                                                 address (place:<digest>) or at one desk (desk:<id>)
--                  ov:{desk}:rang:held            string: there while somebody may wait for a budget
--                  ov:{desk}:rang:turn            string: that a node has just looked whether a budget allows more
--                  ov:{desk}:rang:answer          string: what that look answered, for whoever asks again by the same name
--                  ov:{desk}:used                 hash: advisor to her slots taken; desk-places.lua writes it
--                  ov:{desk}:talks:<advisor>      sorted set: conversations she attends, by since when
--                  ov:{desk}:of:<visitor>         set: her conversations
--                  ov:{desk}:with:<whose>         set: conversations with a client, at whichever browser
--                  ov:{desk}:gone:<visitor>       string: when everything of hers was forgotten, epoch milliseconds
--                  ov:{desk}:said:<conversation>, ov:{desk}:told:<conversation>: see desk-said.lua
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] verb
-- ARGV[3] conversation; for forget and part: visitor; for erase: whose
-- ARGV[4] what it asks for, as JSON; see each verb
-- ARGV[5] now, epoch milliseconds
-- ARGV[6] how often strangers may ring within a minute at one desk; ARGV[7] those of one address; ARGV[8] of what is around it

-- A call that has not been made again for so long is not to be heard any more.
local LONGEST_RING = 10 * 60 * 1000
local MOST_NEXT = 256
local MINUTE = 60 * 1000
local SHARES = 4

local prefix = ARGV[1]
local id = ARGV[3]
local ask = cjson.decode(ARGV[4])
local now = tonumber(ARGV[5])
local redcall = redis.call

local CALL, RUNG = prefix .. 'call:' .. id, prefix .. 'rung:' .. id

local function ringAt(advisor, conversation, retention)
    redcall('SADD', prefix .. 'rung:' .. conversation, advisor)
    redcall('SADD', prefix .. 'rings:' .. advisor, conversation)
    redcall('PEXPIRE', prefix .. 'rung:' .. conversation, retention)
    redcall('PEXPIRE', prefix .. 'rings:' .. advisor, retention)
end

-- It rings at these and nobody else; answers at whom it did before and does no longer.
local function ring(whom)
    local now, over = {}, {}
    for _, advisor in ipairs(whom) do
        now[advisor] = true
    end
    for _, advisor in ipairs(redcall('SMEMBERS', RUNG)) do
        if not now[advisor] then
            over[#over + 1] = advisor
            redcall('SREM', prefix .. 'rings:' .. advisor, id)
        end
    end
    redcall('DEL', RUNG)
    for _, advisor in ipairs(whom) do
        ringAt(advisor, id, ask.retention)
    end
    return over
end

-- How many conversations ring at an advisor.
local function ringing(advisor)
    local n = 0
    for _, conversation in ipairs(redcall('SMEMBERS', prefix .. 'rings:' .. advisor)) do
        local known = redcall('HMGET', prefix .. 'call:' .. conversation, 'state', 'at')
        if known[1] == 'waiting' and ask.at - tonumber(known[2]) < LONGEST_RING then
            n = n + 1
        end
    end
    return n
end

-- How often each budget's strangers rang within the last minute, as this call of the script found it; spending asks again.
local lately = {}

local function rangLately(budget)
    if not lately[budget] then
        local rang = prefix .. 'rang:' .. budget
        redcall('ZREMRANGEBYSCORE', rang, '-inf', string.format('%.0f', now - MINUTE))
        lately[budget] = redcall('ZCARD', rang)
    end
    return lately[budget]
end

local function isSpent(budget, most)
    return rangLately(budget) >= tonumber(most)
end

local function spend(budget, ring)
    local rang = prefix .. 'rang:' .. budget
    redcall('ZADD', rang, string.format('%.0f', now), ring)
    redcall('PEXPIRE', rang, MINUTE)
    lately[budget] = nil
end

local function placesOf(json)
    return json and cjson.decode(json) or {}
end

-- Whether strangers have rung enough from one of the networks a call comes from, the narrowest first.
local function isHeld(places)
    for i, place in ipairs(places) do
        if isSpent('place:' .. place, i == 1 and ARGV[7] or ARGV[8]) then
            return true
        end
    end
    return false
end

-- Whether strangers of its address have had more than a share of that budget, so that other addresses come first: what a
-- browser claims is no way past those who have not rung at all.
local function isBehindOthers(places)
    return places[1] ~= nil and rangLately('place:' .. places[1]) >= math.max(1, math.floor(tonumber(ARGV[7]) / SHARES))
end

local function isFull(advisor)
    return isSpent('desk:' .. (redcall('HGET', prefix .. 'seats', advisor) or ''), ARGV[6])
end

-- For whoever looks later whether a budget allows more.
local function holdBack()
    redcall('SET', prefix .. 'rang:held', 1, 'PX', 2 * MINUTE)
end

-- Strangers' conversations as this call of the script found them, one look at each however many lists it is on.
local found = {}

-- At whom it is to ring, and where it comes from.
local function look(conversation)
    local known = found[conversation]
    if not known then
        local kept = redcall('HMGET', prefix .. 'call:' .. conversation, 'state', 'awaits', 'places')
        known = {at = {}, places = placesOf(kept[3])}
        for _, advisor in ipairs(kept[1] == 'waiting' and kept[2] and cjson.decode(kept[2]) or {}) do
            known.at[advisor] = true
        end
        found[conversation] = known
    end
    return known
end

-- Puts this conversation, which comes from these places, among those that are next at an advisor. A full list lets go of
-- those that do not wait for her any more; then, if it still is, of one that has to wait for the budget of its address anyway,
-- the lightest of these; only without any of the lightest of all.
local function queue(advisor, weight, places)
    local all = prefix .. 'next:' .. advisor
    redcall('ZADD', all, weight, id)
    redcall('PEXPIRE', all, LONGEST_RING)
    if redcall('ZCARD', all) <= MOST_NEXT then
        return
    end
    local waiting, held = 0, nil
    for _, each in ipairs(redcall('ZRANGE', all, 0, -1)) do
        if each ~= id and not look(each).at[advisor] then
            redcall('ZREM', all, each)
        else
            waiting = waiting + 1
            held = held or isHeld(each == id and places or look(each).places) and each
        end
    end
    if waiting > MOST_NEXT and held then
        redcall('ZREM', all, held)
    elseif waiting > MOST_NEXT then
        redcall('ZREMRANGEBYRANK', all, 0, -MOST_NEXT - 1)
    end
end

-- The conversation that may ring at an advisor now, taken off her list, and where it comes from; nil when there is none. The
-- heaviest of those whose address has had no more than its share, else the heaviest. Those whose address has rung enough stay
-- where they are.
local function takeNext(advisor)
    local all = prefix .. 'next:' .. advisor
    local chosen
    for _, conversation in ipairs(redcall('ZRANGE', all, 0, -1, 'REV')) do
        local places = look(conversation).places
        if not look(conversation).at[advisor] or redcall('SISMEMBER', prefix .. 'rung:' .. conversation, advisor) == 1 then
            redcall('ZREM', all, conversation)
        elseif isHeld(places) then
            holdBack()
        elseif not isBehindOthers(places) then
            chosen = conversation
            break
        else
            chosen = chosen or conversation
        end
    end
    if not chosen then
        return nil
    end
    redcall('ZREM', all, chosen)
    return chosen, look(chosen).places
end

local function charge(conversation, advisor, places)
    -- It outlives the conversation, of which nothing is to be left once it is forgotten.
    local ring = redis.sha1hex(table.concat({conversation, advisor, string.format('%.0f', now)}, '\n'))
    spend('desk:' .. (redcall('HGET', prefix .. 'seats', advisor) or ''), ring)
    for _, place in ipairs(places) do
        spend('place:' .. place, ring)
    end
end

-- Those who are next ring where there is room and their budgets allow it. Whoever has just taken one has a slot less than is
-- counted yet. Answers what rings now, each conversation followed by the advisor.
local function ringNext(advisors, taker)
    local rung = {}
    for _, advisor in ipairs(advisors) do
        local capacity = tonumber(redcall('HGET', prefix .. 'capacity', advisor) or '0')
        local used = tonumber(redcall('HGET', prefix .. 'used', advisor) or '0') + (advisor == taker and 1 or 0)
        local most = math.max(1, capacity - used)
        local room = redcall('EXISTS', prefix .. 'next:' .. advisor) == 1 and most - ringing(advisor) or 0
        while room > 0 do
            if isFull(advisor) then
                holdBack()
                break
            end
            local conversation, places = takeNext(advisor)
            if not conversation then
                break
            end
            ringAt(advisor, conversation, ask.retention)
            charge(conversation, advisor, places)
            rung[#rung + 1] = conversation
            rung[#rung + 1] = advisor
            room = room - 1
        end
    end
    return rung
end
