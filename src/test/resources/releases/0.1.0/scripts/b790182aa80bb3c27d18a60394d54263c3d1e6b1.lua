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

-- Conversations as the desk knows them: whom advisors are called for, at whom it rings, who attends. What is told may come
-- twice and out of order: each word carries the instant it was decided at, and an older one than what is known changes
-- nothing. Keys and arguments: desk-rings.lua.

local TALKS, WAITING = KEYS[1], KEYS[2]
-- Clocks of nodes differ by less.
local SLACK = 1000
local MOST_ROUNDS = 900
local TAKEN = 950
local TURN = 1000
-- A lost reply is asked for again sooner.
local LONGEST_RETRY = 10 * 1000

local function isForgotten()
    local gone = redcall('GET', prefix .. 'gone:' .. ask.about)
    return gone and ask.at <= tonumber(gone) + SLACK
end

-- A page makes the id of its own request, and may know the id of another's conversation: nothing a visitor does tells
-- anything of a conversation that is about somebody else.
local function isOfAnother(visitor)
    local about = redcall('HGET', CALL, 'about')
    return about and about ~= visitor
end

-- Whether something newer is known than what was decided at this instant, in this order.
local function isStale(order)
    local known = redcall('HMGET', CALL, 'at', 'order', 'state')
    if isForgotten() or known[3] == 'over' then
        return true
    end
    local at = tonumber(known[1] or '-1')
    return at > ask.at or at == ask.at and tonumber(known[2]) > order
end

local function isAgain(order, state)
    local known = redcall('HMGET', CALL, 'at', 'order', 'state')
    return known[3] == state and tonumber(known[1]) == ask.at and tonumber(known[2]) == order
end

local function keep()
    local hers = prefix .. 'of:' .. ask.about
    redcall('SADD', hers, id)
    for _, key in ipairs({CALL, RUNG, hers, prefix .. 'said:' .. id, prefix .. 'told:' .. id}) do
        redcall('PEXPIRE', key, ask.retention)
    end
end

-- Nobody attends it any more; answers who did.
local function leave()
    local advisor = redcall('HGET', TALKS, id)
    if advisor then
        redcall('HDEL', TALKS, id)
        redcall('ZREM', prefix .. 'talks:' .. advisor, id)
    end
    return advisor or ''
end

local function list(texts)
    return #texts > 0 and cjson.encode(texts) or '[]'
end

local function told(order, state, unrung, left, taker)
    redcall('HSET', CALL, 'about', ask.about, 'at', ask.at, 'order', order, 'state', state, 'unrung', list(unrung), 'left', left)
    local rung = ringNext(unrung, taker)
    redcall('HSET', CALL, 'rung', list(rung))
    keep()
    return {1, left, unrung, rung}
end

-- What a word that is told again answered the first time, as far as nothing newer has come.
local function toldAgain()
    local known = redcall('HMGET', CALL, 'left', 'unrung', 'rung')
    return {1, known[1], cjson.decode(known[2]), cjson.decode(known[3] or '[]')}
end

local function noLongerWaiting()
    if redcall('HGET', WAITING, ask.about) == id then
        redcall('HDEL', WAITING, ask.about)
    end
end

-- For the day she is erased: whom the house knows it is with. Once known that stays, though her session may be over.
local function belong()
    local had = redcall('HGET', CALL, 'whose')
    if not ask.whose then
        return
    end
    if had and had ~= ask.whose then
        redcall('SREM', prefix .. 'with:' .. had, id)
    end
    redcall('HSET', CALL, 'whose', ask.whose)
    redcall('SADD', prefix .. 'with:' .. ask.whose, id)
    redcall('PEXPIRE', prefix .. 'with:' .. ask.whose, ask.retention)
end

-- Nothing says any more whom it is with.
local function unlink()
    local whose = redcall('HGET', CALL, 'whose')
    if whose then
        redcall('SREM', prefix .. 'with:' .. whose, id)
        redcall('HDEL', CALL, 'whose')
        redcall('HSET', CALL, 'client', '')
    end
end

local function drop()
    unlink()
    redcall('DEL', CALL, RUNG, prefix .. 'said:' .. id, prefix .. 'told:' .. id)
end

local function turnTo(conversation)
    id, CALL, RUNG = conversation, prefix .. 'call:' .. conversation, prefix .. 'rung:' .. conversation
end

local function describe(put)
    redcall(put, CALL, 'turn', ask.turn)
    redcall(put, CALL, 'round', ask.round)
    redcall(put, CALL, 'since', ask.since)
    redcall(put, CALL, 'to', ask.to or '')
    redcall(put, CALL, 'from', ask.from or '')
    redcall(put, CALL, 'request', ask.request)
    redcall(put, CALL, 'client', ask.client or '')
    redcall(put, CALL, 'tier', ask.tier)
end

local verbs = {}

-- Every verb that tells of a conversation answers {0} when it is about somebody else, or something newer is known; else 1,
-- the advisor who attends it no longer or '', those at whom it no longer rings, and what rings now, each conversation
-- followed by an advisor.

-- The budget for which a stranger's call has to wait at one of these at least, told once for each call; '' for none.
local function heldBy(whom, places)
    for _, advisor in ipairs(whom) do
        if redcall('SISMEMBER', RUNG, advisor) == 0 then
            local budget = isHeld(places) and 'address' or isFull(advisor) and 'desk'
            if budget then
                return redcall('HSETNX', CALL, 'held', budget) == 1 and budget or ''
            end
        end
    end
    return ''
end

-- {about, at, turn, round, since, to?, from?, request, client?, tier, rung, retention, weight?, capacities?, desks?, places?}:
-- it rings at these. A stranger's call for the first time, which has capacities and desks of theirs and where it comes
-- from, waits its turn; it answers besides for which budget, as heldBy has it.
verbs['want'] = function()
    local order = ask.turn * TURN + math.min(ask.round, MOST_ROUNDS)
    if isStale(order) then
        -- What is wanted is not known otherwise, when it was taken before it was told.
        if not isForgotten() then
            describe('HSETNX')
            if redcall('HEXISTS', CALL, 'whose') == 0 then
                belong()
            end
        end
        return {0}
    end
    -- The best of them may have changed since it was told first.
    local again = isAgain(order, 'waiting')
    local before = again and toldAgain() or nil
    local whom = ask.rung
    if ask.capacities then
        whom = {}
        for i, advisor in ipairs(ask.rung) do
            redcall('HSET', prefix .. 'capacity', advisor, ask.capacities[i])
            redcall('HSET', prefix .. 'seats', advisor, ask.desks[i])
            if redcall('SISMEMBER', RUNG, advisor) == 1 then
                whom[#whom + 1] = advisor
            else
                queue(advisor, ask.weight, ask.places)
            end
        end
        redcall('HSET', CALL, 'awaits', cjson.encode(ask.rung))
        redcall('HSETNX', CALL, 'places', cjson.encode(ask.places))
    else
        redcall('HDEL', CALL, 'awaits')
    end
    local unrung = ring(whom)
    local left = again and before[2] or leave()
    for _, advisor in ipairs(again and before[3] or {}) do
        if redcall('SISMEMBER', RUNG, advisor) == 0 then
            unrung[#unrung + 1] = advisor
        end
    end
    describe('HSET')
    belong()
    redcall('HSET', WAITING, ask.about, id)
    local answer = told(order, 'waiting', unrung, left)
    for _, advisor in ipairs(whom) do
        table.insert(answer[4], id)
        table.insert(answer[4], advisor)
    end
    if ask.capacities then
        -- What rang at others in their turn is answered again when this is, for its answer may have been lost.
        for i = 1, again and #before[4] or 0, 2 do
            local conversation, advisor = before[4][i], before[4][i + 1]
            if conversation ~= id and redcall('SISMEMBER', prefix .. 'rung:' .. conversation, advisor) == 1 then
                table.insert(answer[4], conversation)
                table.insert(answer[4], advisor)
            end
        end
        for _, each in ipairs(ringNext(ask.rung)) do
            table.insert(answer[4], each)
        end
        redcall('HSET', CALL, 'rung', list(answer[4]))
        answer[5] = heldBy(ask.rung, placesOf(redcall('HGET', CALL, 'places')))
    end
    return answer
end

-- {about, at, turn, advisor, retention}: she attends it.
verbs['take'] = function()
    local order = ask.turn * TURN + TAKEN
    if isStale(order) then
        return {0}
    end
    if isAgain(order, 'taken') then
        return toldAgain()
    end
    local unrung = ring({})
    local left = leave()
    redcall('HSET', TALKS, id, ask.advisor)
    redcall('ZADD', prefix .. 'talks:' .. ask.advisor, ask.at, id)
    redcall('PEXPIRE', prefix .. 'talks:' .. ask.advisor, ask.retention)
    redcall('HSET', CALL, 'turn', ask.turn)
    noLongerWaiting()
    return told(order, 'taken', unrung, left == ask.advisor and '' or left, ask.advisor)
end

-- {about, turn, retention}: something elsewhere has this turn of it.
verbs['hand'] = function()
    local known = redcall('HMGET', CALL, 'at', 'order', 'state', 'turn')
    if known[3] ~= 'waiting' or tonumber(known[4]) ~= ask.turn then
        return {0}
    end
    ask.at = tonumber(known[1])
    noLongerWaiting()
    return told(known[2] + 0.5, 'handed', ring({}), '')
end

-- {about, at, final, request, client?, tier, effort, retention}: it is over; unless that is final, it may still be taken late.
verbs['end'] = function()
    local known = redcall('HMGET', CALL, 'at', 'order', 'state')
    if ask.final and known[3] == 'over' then
        return isForgotten() and {0} or toldAgain()
    end
    local order = tonumber(known[2] or '0')
    if not ask.final then
        if isAgain(order, 'unmet') then
            return toldAgain()
        end
        order = order + 0.5
        if known[3] == 'taken' and tonumber(known[1]) == ask.at then
            return {0}
        end
    end
    if isForgotten() or not ask.final and isStale(order) then
        return {0}
    end
    local unrung = ring({})
    local left = leave()
    redcall('HSETNX', CALL, 'turn', 0)
    redcall('HSETNX', CALL, 'round', 0)
    redcall('HSETNX', CALL, 'since', ask.at)
    redcall('HSET', CALL, 'request', ask.request, 'client', ask.client or '', 'tier', ask.tier,
        'effort', ask.effort)
    belong()
    noLongerWaiting()
    return told(order, ask.final and 'over' or 'unmet', unrung, left)
end

-- {mark, retention}: everything of a visitor goes, and for so long what was under way is kept out. Answers for each of her
-- conversations its id, the advisor who attended it or '', and how many follow at whom it rang; then what rings now, as
-- other verbs do.
verbs['forget'] = function()
    local time = redcall('TIME')
    local gone = time[1] * 1000 + math.floor(time[2] / 1000)
    redcall('SET', prefix .. 'gone:' .. id, string.format('%.0f', gone), 'PX', ask.mark)
    redcall('HDEL', WAITING, id)
    local hers = prefix .. 'of:' .. id
    local all, silent = {}, {}
    local visitor = id
    for _, conversation in ipairs(redcall('SMEMBERS', hers)) do
        turnTo(conversation)
        if not isOfAnother(visitor) then
            for _, advisor in ipairs(cjson.decode(redcall('HGET', CALL, 'awaits') or '[]')) do
                redcall('ZREM', prefix .. 'next:' .. advisor, id)
            end
            local unrung = ring({})
            all[#all + 1] = conversation
            all[#all + 1] = leave()
            all[#all + 1] = #unrung
            for _, advisor in ipairs(unrung) do
                all[#all + 1] = advisor
                silent[#silent + 1] = advisor
            end
            drop()
        end
    end
    redcall('DEL', hers)
    ask.at = now
    return {all, ringNext(silent)}
end

-- {name, advisors, pause, retention}: these are there. If somebody waits for a budget, and nobody has looked for so long, what
-- may ring by now rings. Answers as other verbs do, and the same again by the same name.
verbs['turn'] = function()
    local kept = redcall('GET', prefix .. 'rang:answer')
    local last = kept and cjson.decode(kept)
    if last and last[1] == ask.name then
        return {1, '', {}, last[2]}
    end
    if redcall('EXISTS', prefix .. 'rang:held') == 0
        or ask.pause > 0 and not redcall('SET', prefix .. 'rang:turn', 1, 'NX', 'PX', ask.pause) then
        return {0}
    end
    ask.at = now
    local rung = ringNext(ask.advisors)
    redcall('SET', prefix .. 'rang:answer', cjson.encode({ask.name, rung}), 'PX', LONGEST_RETRY)
    return {1, '', {}, rung}
end

-- {whose}: she does not wish to be known at this browser any more.
verbs['part'] = function()
    for _, conversation in ipairs(redcall('SMEMBERS', prefix .. 'of:' .. id)) do
        turnTo(conversation)
        if redcall('HGET', CALL, 'whose') == ask.whose then
            unlink()
        end
    end
    return {1}
end

-- {}: a client is erased. What is over goes; what is not is with whoever is at that browser now, and says no longer that it
-- was with her. Answers how many went.
verbs['erase'] = function()
    local whose = id
    local hers = prefix .. 'with:' .. whose
    local gone = 0
    for _, conversation in ipairs(redcall('SMEMBERS', hers)) do
        turnTo(conversation)
        local known = redcall('HMGET', CALL, 'whose', 'state', 'about')
        if known[1] == whose then
            if known[2] == 'over' or known[2] == 'unmet' then
                redcall('SREM', prefix .. 'of:' .. known[3], id)
                drop()
                gone = gone + 1
            else
                unlink()
            end
        end
    end
    redcall('DEL', hers)
    return {gone}
end

-- {}: answers its fields, each followed by its value, or nothing; then at whom it rings.
verbs['find'] = function()
    return {redcall('HGETALL', CALL), redcall('SMEMBERS', RUNG)}
end

if ask.about and isOfAnother(ask.about) then
    return {0}
end
return verbs[ARGV[2]]()
