-- What rings at whom. Whom somebody's call rings at is the caller's to say; strangers who call for the first time, whom nobody
-- invited, ring at an advisor while no more ring than she has slots free, and one at least. The others wait until what
-- rings at her rings no longer: the heaviest is next. Read before desk-call.lua, which is one script with it.
--
-- KEYS[1] talks    ov:{desk}:talks                hash: conversation to the advisor who attends it
-- KEYS[2] waiting  ov:{desk}:waiting              hash: visitor to the conversation that waits for an advisor
-- Beyond these, which share the hash tag, hence the node:
--                  ov:{desk}:call:<conversation>  hash: about, turn, round, since, to, from, request, client, whose (a digest of
--                                                 client), tier; note and noteBy; effort, once it is over; at, order and state of the newest word, with
--                                                 left, unrung and rung, as JSON; awaits, as JSON: at whom it is to ring
--                  ov:{desk}:rung:<conversation>  set: advisors it rings at
--                  ov:{desk}:rings:<advisor>      set: conversations that ring at her
--                  ov:{desk}:next:<advisor>       sorted set: conversations of strangers that are to ring at her, by weight
--                  ov:{desk}:capacity             hash: advisor to her slots, as of when a stranger last asked
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

-- A call that has not been made again for so long is not to be heard any more.
local LONGEST_RING = 10 * 60 * 1000
local MOST_NEXT = 256

local prefix = ARGV[1]
local id = ARGV[3]
local ask = cjson.decode(ARGV[4])
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

-- The heaviest conversation that is to ring at an advisor, taken off her list; nil when there is none.
local function takeNext(advisor)
    local all = prefix .. 'next:' .. advisor
    for _, conversation in ipairs(redcall('ZRANGE', all, 0, -1, 'REV')) do
        redcall('ZREM', all, conversation)
        local known = redcall('HMGET', prefix .. 'call:' .. conversation, 'state', 'awaits')
        for _, each in ipairs(known[1] == 'waiting' and known[2] and cjson.decode(known[2]) or {}) do
            if each == advisor and redcall('SISMEMBER', prefix .. 'rung:' .. conversation, advisor) == 0 then
                return conversation
            end
        end
    end
    return nil
end

-- Those who are next ring where there is room. Whoever has just taken one has a slot less than is counted yet. Answers what
-- rings now, each conversation followed by the advisor.
local function ringNext(advisors, taker)
    local rung = {}
    for _, advisor in ipairs(advisors) do
        local capacity = tonumber(redcall('HGET', prefix .. 'capacity', advisor) or '0')
        local used = tonumber(redcall('HGET', prefix .. 'used', advisor) or '0') + (advisor == taker and 1 or 0)
        local most = math.max(1, capacity - used)
        local room = redcall('EXISTS', prefix .. 'next:' .. advisor) == 1 and most - ringing(advisor) or 0
        while room > 0 do
            local conversation = takeNext(advisor)
            if not conversation then
                break
            end
            ringAt(advisor, conversation, ask.retention)
            rung[#rung + 1] = conversation
            rung[#rung + 1] = advisor
            room = room - 1
        end
    end
    return rung
end
