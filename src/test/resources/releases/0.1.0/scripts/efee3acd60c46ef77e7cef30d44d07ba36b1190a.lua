-- Finds advisors who attend a conversation and have been out of reach for too long. One node at a time: whoever looked last
-- looks on.
--
-- KEYS[1] watch    ov:{desk}:watch    string: the node that looks, while its lease runs
-- KEYS[2] talks    ov:{desk}:talks    hash: conversation to the advisor who attends it
-- KEYS[3] reach    ov:{desk}:reach    sorted set: advisor by when her lease ends, epoch milliseconds
-- KEYS[4] missing  ov:{desk}:missing  sorted set: advisor who attends and is out of reach, by since when
-- Beyond these, call:<conversation> of each; they share the hash tag, hence the node.
--
-- ARGV[1] what those keys begin with: ov:{desk}:
-- ARGV[2] this node
-- ARGV[3] length of the lease in milliseconds
-- ARGV[4] now, epoch milliseconds
-- ARGV[5] how long is too long, milliseconds
--
-- Answers conversations whose advisor is lost, each followed by visitor and advisor.

local FORGET = 24 * 60 * 60 * 1000
local call = redis.call
local now = tonumber(ARGV[4])

if not call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3], 'NX') then
    if call('GET', KEYS[1]) ~= ARGV[2] then
        return {}
    end
    call('PEXPIRE', KEYS[1], ARGV[3])
end

local talks = call('HGETALL', KEYS[2])
local since, lost = {}, {}
for i = 2, #talks, 2 do
    local advisor = talks[i]
    if since[advisor] == nil then
        local lease = tonumber(call('ZSCORE', KEYS[3], advisor) or '0')
        if lease > now then
            call('ZREM', KEYS[4], advisor)
            since[advisor] = false
        else
            call('ZADD', KEYS[4], 'NX', now, advisor)
            since[advisor] = tonumber(call('ZSCORE', KEYS[4], advisor))
        end
    end
    if since[advisor] and now - since[advisor] >= tonumber(ARGV[5]) then
        local about = call('HGET', ARGV[1] .. 'call:' .. talks[i - 1], 'about')
        if about then
            lost[#lost + 1] = talks[i - 1]
            lost[#lost + 1] = about
            lost[#lost + 1] = advisor
        else
            call('HDEL', KEYS[2], talks[i - 1])
        end
    end
end
-- Whoever attends nothing any more is not missed.
for _, advisor in ipairs(call('ZRANGE', KEYS[4], 0, -1)) do
    if since[advisor] == nil then
        call('ZREM', KEYS[4], advisor)
    end
end
call('PEXPIRE', KEYS[4], FORGET)
return lost
