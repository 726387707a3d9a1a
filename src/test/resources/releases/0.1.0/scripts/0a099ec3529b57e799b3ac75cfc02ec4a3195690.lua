-- Erases a client's record. What stays for a while are marks that she was erased, so that a change under way does not
-- bring her back, and a browser she was recognised at before is erased too when that is told only now.
--
-- KEYS[1] record  ov:client:{<digest of her id>}          hash: v version, json the record; of somebody erased only v = '-'
-- KEYS[2] erased  ov:client:{<digest of her id>}:erased   string: when, epoch milliseconds
--
-- ARGV[1] the version to erase; empty: whatever is there
-- ARGV[2] lifetime of the marks in milliseconds
--
-- Answers 1 when she is erased, 0 when another version is there.

local found = redis.call('HGET', KEYS[1], 'v')
if ARGV[1] ~= '' and found and found ~= '-' and found ~= ARGV[1] then
    return 0
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'v', '-')
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local time = redis.call('TIME')
redis.call('SET', KEYS[2], string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)), 'PX', ARGV[2])
return 1
