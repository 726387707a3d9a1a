-- What follows a reader's place in a shard's journal, and how much there ever was, which tells what it missed.
--
-- KEYS[1] journal  ov:{hh}:j   stream: s = site, e = one JSON object
--
-- ARGV[1] id of the newest record the reader has; 0-0: none
-- ARGV[2] most records
--
-- Answers records ever written, records kept, the newest id, and the records that follow, as XRANGE does.

if redis.call('EXISTS', KEYS[1]) == 0 then
    return {0, 0, '0-0', {}}
end

local about = {}
local info = redis.call('XINFO', 'STREAM', KEYS[1])
for i = 1, #info, 2 do
    about[info[i]] = info[i + 1]
end
if not about['entries-added'] then
    return redis.error_reply('ERR following the journal needs Redis 7.0 or newer')
end

local newest = about['last-generated-id']
local records = {}
if ARGV[1] ~= newest and tonumber(ARGV[2]) > 0 then
    records = redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', ARGV[2])
end
return {about['entries-added'], about['length'], newest, records}
