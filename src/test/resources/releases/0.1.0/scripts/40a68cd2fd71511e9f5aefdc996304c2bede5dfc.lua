-- Asks a node to drain, or to serve again. It reads this with its next report (fleet.lua), and keeps the mark from going
-- out of date while it runs. Two askers at once cannot take away the last node that serves.
--
-- KEYS[1] loads    ov:{fleet}:loads    hash: incarnation by when it is out of date (epoch milliseconds), a space, its load
-- KEYS[2] marks    ov:{fleet}:marks    hash: incarnation by when it is out of date, a space, what it is asked: drain or serve
--
-- ARGV[1] the node's incarnation
-- ARGV[2] what it is asked: drain or serve
-- ARGV[3] how long that outlives the node, in milliseconds
-- ARGV[4] 1: even if no other node would serve
--
-- Answers done, unknown (no such node), old (its release cannot be asked), or last (no other node would serve).

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function load_of(node)
    local known = redis.call('HGET', KEYS[1], node)
    local till, load = string.match(known or '', '^(%d+) (.*)$')
    return till and tonumber(till) > now and load or nil
end

local function serves(node)
    local load = load_of(node)
    local mark = redis.call('HGET', KEYS[2], node)
    return load and string.match(load, '^%S+ %S+ %S+ %S+ serving') and not (mark and string.match(mark, ' drain$'))
end

local load = load_of(ARGV[1])
if not load then
    return 'unknown'
end
-- Releases that can be asked say more than five words of themselves.
if not string.match(load, '^%S+ %S+ %S+ %S+ %S+ %S') then
    return 'old'
end
if ARGV[2] == 'drain' and ARGV[4] ~= '1' then
    local others = 0
    for _, node in ipairs(redis.call('HKEYS', KEYS[1])) do
        if node ~= ARGV[1] and serves(node) then
            others = others + 1
        end
    end
    if others == 0 then
        return 'last'
    end
end
redis.call('HSET', KEYS[2], ARGV[1], string.format('%.0f %s', now + ARGV[3], ARGV[2]))
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 'done'
