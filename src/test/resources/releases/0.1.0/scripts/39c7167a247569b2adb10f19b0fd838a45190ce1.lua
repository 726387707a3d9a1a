-- A visitor's next value, her alarm and her part of the journal: all of it, or nothing.
--
-- KEYS[1] value    ov:{hh}:v:<site>:<handle>   string: format (1 byte), nonce (8 bytes), body
-- KEYS[2] alarms   ov:{hh}:a                   sorted set: <site>:<handle> by epoch milliseconds
-- KEYS[3] journal  ov:{hh}:j                   stream: s = site, e = one JSON object
--
-- ARGV[1] nonce the step was made from; empty: there was no value
-- ARGV[2] the new value, which begins with its format and its own nonce; empty: the value and the alarm go
-- ARGV[3] lifetime of the value in milliseconds
-- ARGV[4] alarm: epoch milliseconds, '-' to clear it, empty to leave it as it is
-- ARGV[5] her member in the alarms
-- ARGV[6] most entries of the journal, roughly
-- ARGV[7] site
-- ARGV[8] most bytes of memory the journal takes, roughly
-- ARGV[9…] journal entries
--
-- Answers 1 when committed, now or by an earlier try of the same commit, which then is not repeated;
-- else the value somebody else wrote, or nil when there is none, and nothing has been changed.

local FORMAT_AND_NONCE = 9
-- Weighing costs more than writing, so it is done for one commit in so many, and for each that is large.
local WEIGHED_ONE_IN = 32
local LARGE = 4096
-- Redis weighs some of the stream's nodes and takes the others to be alike.
local SAMPLES = 8

-- Bytes go by entries: as many as would weigh the bound if all weigh alike. Where they do not, the next time is nearer.
local function trim(journal, most)
    local weight = redis.call('MEMORY', 'USAGE', journal, 'SAMPLES', SAMPLES)
    if weight and weight > most then
        local length = redis.call('XLEN', journal)
        redis.call('XTRIM', journal, 'MAXLEN', math.floor(length * most / weight))
    end
end

local expected = ARGV[1]
local value = ARGV[2]
local found = redis.call('GETRANGE', KEYS[1], 1, FORMAT_AND_NONCE - 1)

if found ~= expected then
    if found == string.sub(value, 2, FORMAT_AND_NONCE) then
        return 1
    end
    return redis.call('GET', KEYS[1])
end

-- First, because a Redis that is full refuses it, and then nothing has been written yet.
local added = 0
for i = 9, #ARGV do
    redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[6], '*', 's', ARGV[7], 'e', ARGV[i])
    added = added + #ARGV[i]
end
if added > LARGE or (added > 0 and (string.byte(value, FORMAT_AND_NONCE) or 0) % WEIGHED_ONE_IN == 0) then
    trim(KEYS[3], tonumber(ARGV[8]))
end

if value == '' then
    redis.call('DEL', KEYS[1])
    redis.call('ZREM', KEYS[2], ARGV[5])
    return 1
end

redis.call('SET', KEYS[1], value, 'PX', ARGV[3])
if ARGV[4] == '-' then
    redis.call('ZREM', KEYS[2], ARGV[5])
elseif ARGV[4] ~= '' then
    redis.call('ZADD', KEYS[2], ARGV[4], ARGV[5])
end
return 1
