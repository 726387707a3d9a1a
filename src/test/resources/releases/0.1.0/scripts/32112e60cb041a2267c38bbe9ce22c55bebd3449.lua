-- A node says what it carries and how many nodes are needed, and is told what all carry and what it is asked to do. Time is Redis' own, so that
-- nodes need not agree on theirs.
--
-- KEYS[1] loads    ov:{fleet}:loads    hash: incarnation by when it is out of date (epoch milliseconds), a space, its load
-- KEYS[2] needs    ov:{fleet}:needs    hash: number of a stretch of time by the most nodes that were needed in it
-- KEYS[3] marks    ov:{fleet}:marks    hash: incarnation by when it is out of date, a space, what it is asked: drain or serve
--
-- ARGV[1] this node's incarnation
-- ARGV[2] how long its load is believed, in milliseconds; 0: the node goes
-- ARGV[3] its load
-- ARGV[4] nodes needed
-- ARGV[5] length of a stretch of time, in milliseconds
-- ARGV[6] how long a need is remembered, in milliseconds
-- ARGV[7] how long what a node is asked outlives it, in milliseconds
--
-- Answers the most nodes needed in the time remembered, what this node is asked (empty: nothing), then each incarnation
-- followed by its load.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lifetime = tonumber(ARGV[2])
local stretch = math.floor(now / ARGV[5])
local oldest = math.floor((now - ARGV[6]) / ARGV[5])

if lifetime > 0 then
    redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %s', now + lifetime, ARGV[3]))
    redis.call('PEXPIRE', KEYS[1], lifetime)
    local known = redis.call('HGET', KEYS[2], stretch)
    if not known or tonumber(known) < tonumber(ARGV[4]) then
        redis.call('HSET', KEYS[2], stretch, ARGV[4])
    end
    redis.call('PEXPIRE', KEYS[2], ARGV[6])
else
    redis.call('HDEL', KEYS[1], ARGV[1])
    redis.call('HDEL', KEYS[3], ARGV[1])
end

local asked = ''
local marks = redis.call('HGETALL', KEYS[3])
for i = 1, #marks, 2 do
    local till, word = string.match(marks[i + 1], '^(%d+) (.*)$')
    if marks[i] == ARGV[1] then
        asked = word
        redis.call('HSET', KEYS[3], ARGV[1], string.format('%.0f %s', now + ARGV[7], word))
        redis.call('PEXPIRE', KEYS[3], ARGV[7])
    elseif tonumber(till) <= now then
        redis.call('HDEL', KEYS[3], marks[i])
    end
end

local most = 0
local needs = redis.call('HGETALL', KEYS[2])
for i = 1, #needs, 2 do
    if tonumber(needs[i]) < oldest then
        redis.call('HDEL', KEYS[2], needs[i])
    else
        most = math.max(most, tonumber(needs[i + 1]))
    end
end

local answer = {most, asked}
local loads = redis.call('HGETALL', KEYS[1])
for i = 1, #loads, 2 do
    local till, load = string.match(loads[i + 1], '^(%d+) (.*)$')
    if tonumber(till) <= now then
        redis.call('HDEL', KEYS[1], loads[i])
    else
        answer[#answer + 1] = loads[i]
        answer[#answer + 1] = load
    end
end
return answer
