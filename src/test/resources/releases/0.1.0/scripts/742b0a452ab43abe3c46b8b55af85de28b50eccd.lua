-- Writes a client's record if it still is the one the change rests on. Safe to send twice: finding its own version there,
-- it has been done.
--
-- KEYS[1] record  ov:client:{<digest of her id>}   hash: v version, json the record; of somebody erased only v = '-'
--
-- ARGV[1] the version the change rests on; empty when there was nothing
-- ARGV[2] its new version
-- ARGV[3] the record as JSON
-- ARGV[4] lifetime in milliseconds
--
-- Answers 1 when it is written, 0 when something else is there.

local found = redis.call('HGET', KEYS[1], 'v') or ''
if found == ARGV[2] then
    return 1
end
if found ~= ARGV[1] then
    return 0
end
redis.call('HSET', KEYS[1], 'v', ARGV[2], 'json', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
